from __future__ import annotations

import struct
import zlib

from PySide6.QtGui import QImage

from viewer.ui.reader.images import MAX_PIXELS, decode, inspect


def png(path, width, height, depth=1):
    """A PNG whose header claims a size; its pixels are one line only."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )
    return path


def test_a_picture_is_sized_by_its_header_and_scaled_to_the_column(tmp_path):
    path = tmp_path / "picture.png"
    assert QImage(400, 200, QImage.Format.Format_RGB32).save(str(path))
    picture = inspect(path)
    assert (picture.width, picture.height, picture.problem) == (400, 200, "")
    assert (decode(picture, 100).width(), decode(picture, 100).height()) == (100, 50)
    assert decode(picture, 900).width() == 400


def test_a_picture_of_too_many_pixels_is_never_decoded(tmp_path):
    picture = inspect(png(tmp_path / "bomb.png", 30_000, 30_000))
    assert MAX_PIXELS < 30_000 * 30_000
    assert picture.path is None
    assert picture.problem == "picture too large"


def test_a_header_that_claims_the_impossible_is_no_picture(tmp_path):
    assert inspect(png(tmp_path / "lie.png", 2**31 - 1, 2**31 - 1)).path is None


def test_a_drawing_with_a_picture_s_name_is_not_decoded(tmp_path):
    path = tmp_path / "drawing.png"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')
    assert inspect(path).problem == "not a picture that can be shown"


def test_what_is_missing_is_said(tmp_path):
    assert inspect(None).problem == "picture not found in the library"
    assert inspect(tmp_path / "gone.png").problem == "picture not found in the library"
    assert decode(inspect(None), 100).isNull()


def test_eight_thousand_pixels_square_is_too_large(tmp_path):
    assert inspect(png(tmp_path / "large.png", 8000, 8000)).problem == "picture too large"
    assert inspect(png(tmp_path / "telephone.png", 8160, 6120)).path is not None
