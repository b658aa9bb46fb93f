from __future__ import annotations

import io
import pickle
import sys

import pytest
from PySide6.QtGui import QImage

from viewer.ui.reader import decoding, images
from viewer.ui.reader.images import decode, decode_here, inspect


@pytest.fixture
def picture(tmp_path, monkeypatch):
    """A picture that counts as a large one."""
    monkeypatch.setattr(images, "LARGE_PIXELS", 1000)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    assert image.save(str(tmp_path / "picture.png"))
    return inspect(tmp_path / "picture.png")


def test_a_large_picture_is_decoded_apart_and_comes_out_the_same(picture):
    apart = decode(picture, 100)
    here = decode_here(picture, 100)
    assert (apart.width(), apart.height()) == (100, 50)
    assert apart == here.convertToFormat(apart.format())


def test_one_that_is_broken_or_takes_too_long_is_none(picture, monkeypatch):
    says_ready = (
        "import pickle, sys, time; pickle.dump('ready', sys.stdout.buffer); sys.stdout.flush(); time.sleep(600)"
    )
    with monkeypatch.context() as hurry:
        hurry.setattr(decoding, "SECONDS", 0.3)
        hurry.setattr(decoding, "command_for", lambda _module: [sys.executable, "-c", says_ready])
        assert decode(picture, 100).isNull()
    picture.path.write_bytes(picture.path.read_bytes()[:100])
    assert decode(picture, 100).isNull()


def test_only_plain_values_come_from_the_process_apart():
    assert decoding.load(io.BytesIO(pickle.dumps((1, 2, b"x")))) == (1, 2, b"x")
    with pytest.raises(pickle.UnpicklingError, match="no part of a picture"):
        decoding.load(io.BytesIO(pickle.dumps(print)))
    for answer in (None, "ready", (1, 1, b""), (2, 2, b"1234")):
        assert decoding.image_of(answer).isNull()
