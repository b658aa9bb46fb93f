"""The process in which large pictures are decoded: without a network, within 1 GB, and gone when it takes too long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from viewer.ui.reader.images import Picture, decode_here
from viewer.workers.child import be_modest, die_in, serve, shut_off

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 60.0


def main() -> None:
    """Serve until standard input ends."""
    be_modest()
    shut_off()
    serve(_handle)


def _handle(request: tuple[str, int, int, int], send: Callable[[object], None]) -> None:
    """Decode the picture at a path, of a width and a height, to a width; sends its size and its pixels."""
    die_in(_LONGEST)
    path, width, height, wanted = request
    image = decode_here(Picture(Path(path), width, height), wanted)
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    send((image.width(), image.height(), bytes(image.constBits())))
    die_in(0)
