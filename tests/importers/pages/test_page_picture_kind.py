from __future__ import annotations

import struct

import pytest
from builders import png

from viewer.importers.page_picture_kind import picture_kind, picture_size

GIF = b"GIF89a" + struct.pack("<HH", 70, 80)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", 90, 100) + b"\x03" * 12
WEBP = b"RIFF\0\0\0\0WEBP"


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(60, 50), "png", (60, 50)),
        (GIF, "gif", (70, 80)),
        (JPEG, "jpg", (100, 90)),
        (WEBP + b"VP8X" + bytes(8) + bytes([9, 0, 0, 19, 0, 0]), "webp", (10, 20)),
        (WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 30, 40), "webp", (30, 40)),
        (WEBP + b"VP8L" + bytes(5) + struct.pack("<I", 4 | 5 << 14), "webp", (5, 6)),
        (b"\xff\xd8\xff", "jpg", (0, 0)),
        (WEBP, "webp", (0, 0)),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "", None),
        (b"", "", None),
    ],
)
def test_kind_and_size_by_the_first_bytes(data, kind, size):
    assert picture_kind(data) == kind
    if size is not None:
        assert picture_size(data, kind) == size
