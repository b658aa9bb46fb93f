"""Large pictures, decoded in a process apart that is killed when it takes too long."""

from __future__ import annotations

import pickle
from typing import IO, TYPE_CHECKING, Any

from PySide6.QtGui import QImage

from viewer.workers.process import WorkerProcess, command_for, watched

if TYPE_CHECKING:
    from viewer.ui.reader.images import Picture

SECONDS = 10.0
_MODULE = "viewer.ui.reader.picture_worker"


def decode_apart(picture: Picture, width: int) -> QImage:
    """The picture at most ``width`` px wide; a null image where it cannot be read, or takes too much to be."""
    process = WorkerProcess(command_for(_MODULE), load)
    try:
        with watched([process]):
            process.start()
            process.ask((str(picture.path), picture.width, picture.height, width))
            return image_of(process.answer(SECONDS))
    finally:
        process.end()


def image_of(answer: object) -> QImage:
    """The picture that was decoded apart; a null image for anything else than an answer that holds together."""
    if not (isinstance(answer, tuple) and len(answer) == 3):
        return QImage()
    width, height, pixels = answer
    if not pixels or len(pixels) != 4 * width * height:
        return QImage()
    return QImage(pixels, width, height, QImage.Format.Format_ARGB32_Premultiplied).copy()


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 (a class or a function)
        """Nothing but numbers and bytes comes from a process that looked at what strangers made."""
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a picture")


def load(stream: IO[bytes]) -> object:
    """The next answer. Raises UnpicklingError for any that is more than plain values."""
    return _Plain(stream).load()
