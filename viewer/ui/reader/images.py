"""Pictures of an article: looked at in a job, with limits on each and on all of them together.

Large ones are decoded in a process apart, which has limits of its own and can be killed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = {b"png", b"jpeg", b"jpg", b"gif", b"webp", b"bmp"}
MAX_PIXELS = 50_000_000
LARGE_PIXELS = 8_000_000
MOST_PIXELS_TOGETHER = 150_000_000
MAX_FILE_BYTES = 40_000_000
BUDGET_BYTES = 96_000_000


class Picture(NamedTuple):
    """A picture that can be shown: its file and its size in px; or why it cannot be."""

    path: Path | None
    width: int = 0
    height: int = 0
    problem: str = ""


def inspect(path: Path | None) -> Picture:
    """The size of the picture at ``path``, read from its header alone."""
    if path is None:
        return Picture(None, problem="picture not found in the library")
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            return Picture(None, problem="picture too large")
    except OSError:
        return Picture(None, problem="picture not found in the library")
    reader = _reader(path)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        return Picture(None, problem="not a picture that can be shown")
    if size.width() * size.height() > MAX_PIXELS:
        return Picture(None, problem="picture too large")
    return Picture(path, size.width(), size.height())


def decode(picture: Picture, width: int) -> QImage:
    """The picture at most ``width`` px wide; a null image where it cannot be read, or takes too much to be."""
    if picture.width * picture.height <= LARGE_PIXELS:
        return decode_here(picture, width)
    from viewer.ui.reader.decoding import decode_apart  # few pictures are so large

    return decode_apart(picture, width)


def decode_here(picture: Picture, width: int) -> QImage:
    """As ``decode``, in this very process."""
    if picture.path is None:
        return QImage()
    reader = _reader(picture.path)
    if picture.width > width:
        reader.setScaledSize(QSize(width, max(1, round(picture.height * width / picture.width))))
    image = reader.read()
    if image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return image


def _reader(path: Path) -> QImageReader:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(256)
    return reader
