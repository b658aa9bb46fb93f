"""Reading one file of the library as text, without ever opening anything but a regular file."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from typing import TYPE_CHECKING, NamedTuple

from viewer.library.scan import MOST_BYTES, FileStamp
from viewer.model import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

_BINARY_HEADS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"SQLite format 3",
    b"\x1f\x8b",
)
_ODD = re.compile("[\ufffd\x00-\x08\x0b\x0e-\x1f]")
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(Exception):
    """A file that cannot be an article; ``str(error)`` is a sentence. ``lasting`` is false where a retry may help."""

    def __init__(self, reason: str, *, lasting: bool = True) -> None:
        super().__init__(reason)
        self.lasting = lasting


class Source(NamedTuple):
    """The text of a file. ``fingerprint`` is of its bytes; ``note`` says what had to be replaced, or is empty."""

    stamp: FileStamp
    text: str
    fingerprint: bytes
    note: str = ""


def read_source(root: Path, path: str) -> Source:
    """The text of ``path`` below ``root``. Raises UnreadableError where it is none."""
    raw, status = read_regular_file(root / path)
    return source_of(path, raw, status)


def source_of(path: str, raw: bytes, status: os.stat_result) -> Source:
    """The text of a file that was read. Raises UnreadableError where it is none."""
    text, note = text_of(raw)
    return Source(FileStamp.of(path, status), text, fingerprint_of(raw), note)


def text_of(raw: bytes) -> tuple[str, str]:
    """The text that the bytes of a file are, and a sentence about what had to be replaced, or "".

    Raises UnreadableError where they are none.
    """
    from viewer.document import clean_text  # loads the parsers, which a start that needs none does not wait for

    _refuse_what_is_no_text(raw)
    try:
        text, note = clean_text(raw)
    except LibraryError as error:
        raise UnreadableError(str(error)) from error
    if not _looks_like_text(text):
        raise UnreadableError("The file holds no text that can be read.")
    return text, note


def fingerprint_of(raw: bytes) -> bytes:
    """16 bytes that are the same for the same content (BLAKE2b)."""
    return hashlib.blake2b(raw, digest_size=16).digest()


def read_regular_file(path: Path) -> tuple[bytes, os.stat_result]:
    """The bytes of a file and its status. Raises UnreadableError for what is no regular file or too large."""
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        raise UnreadableError(f"The file cannot be opened ({error.strerror}).", lasting=False) from error
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)  # a folder could not be opened as what follows, and would stay so
        raise UnreadableError("This is not a regular file.")
    with open(descriptor, "rb") as file:
        try:
            raw = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise UnreadableError(f"The file cannot be read ({error.strerror}).", lasting=False) from error
    if len(raw) > MOST_BYTES:
        raise UnreadableError(f"The file is larger than {MOST_BYTES // 1024**2} MB, which no article is.")
    return raw, status


def _refuse_what_is_no_text(raw: bytes) -> None:
    if not raw.strip():
        raise UnreadableError("The file is empty; it may still be being written.")
    if not raw.strip(b"\0"):
        raise UnreadableError("The file holds only zero bytes; it was probably cut off while being written.")
    if raw.startswith(_BINARY_HEADS):
        raise UnreadableError("The file is not text, whatever its name says.")


def _looks_like_text(text: str) -> bool:
    head = text[:4096]
    if not head.strip():
        return False
    odd = len(_ODD.findall(head))
    return odd <= max(2, len(head) // 10)
