"""Where the bytes of an import come from: a file of the disk, or an entry of an archive."""

from __future__ import annotations

import io
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from viewer.importers.words import one_line
from viewer.model import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = 64 * 1024
MOST_BYTES = 256 * 1024 * 1024


class UnreadableError(DatelineError):
    """A source or an item that cannot be brought in. ``str(error)`` is the sentence for the report."""


class Pictures(Protocol):
    """Where the pictures that an article names are taken from."""

    def picture(self, name: str, near: str) -> bytes | None:
        """The picture that an article in the folder ``near`` names, or None."""


@dataclass(frozen=True, slots=True)
class Source:
    """``name`` is for the report and for telling formats apart, never a path. ``open`` gives a stream of the bytes.

    ``path`` is None for an entry of an archive. Pictures that an article names are taken from ``folder``.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int
    path: Path | None = None
    folder: Pictures | None = None

    def head(self) -> bytes:
        """The first 64 kB."""
        with self.open() as stream:
            return stream.read(HEAD)

    def data(self, most: int = MOST_BYTES) -> bytes:
        """All bytes. Raises UnreadableError where there are more than ``most``."""
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise UnreadableError(f"It is larger than {most // 1_000_000} MB, too large to be read as one piece.")
        return data


def file_source(path: Path, *, folder: Pictures | None = None, name: str = "") -> Source:
    """A regular file of the disk. Raises UnreadableError for anything else (a pipe, a device), OSError if missing."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("It is no regular file (a pipe or a device, perhaps) and was not opened.")
    return Source(name or one_line(path.name), lambda: path.open("rb"), status.st_size, path, folder)


def bytes_source(name: str, data: bytes) -> Source:
    """Bytes at hand, under a name for the report."""
    return Source(one_line(name), lambda: io.BytesIO(data), len(data))
