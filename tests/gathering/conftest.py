"""A server of our own, a library, and pictures."""

import struct
import zlib

import pytest

from tests.loopback import loopback
from viewer import importers


@pytest.fixture
def server(monkeypatch):
    with loopback(monkeypatch) as made:
        yield made


def png(width=60, height=60, shade=0):
    """A grey PNG."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(autouse=True)
def _read_here(request, monkeypatch):
    """Read in this process, for a process apart costs half a second: ``test_apart.py`` of the importers has those.

    Tests that are marked ``apart`` do it as the program does.
    """

    def ask(_self, question, *arguments, **options):
        found = getattr(importers, question)(*arguments, **options)
        return list(found) if hasattr(found, "__next__") else [found]

    if not request.node.get_closest_marker("apart"):
        monkeypatch.setattr(importers.Questioner, "ask", ask)


@pytest.fixture
def picture():
    return png


@pytest.fixture
def library(tmp_path):
    from viewer.library import Library

    root = tmp_path / "library"
    root.mkdir()
    with Library.open(root) as made:
        yield made
