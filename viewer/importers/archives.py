"""Zip files from strangers: entries as sources, within limits, their names never used as paths."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from viewer.importers.sources import Source, UnreadableError
from viewer.importers.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ENTRIES = 20_000
MOST_TOTAL = 2 * 1000**3
MOST_RATIO = 200
MOST_DIRECTORY = 32 * 1024 * 1024
_END_MARK = b"PK\x05\x06"
_END_LENGTH = 22
# What reading an entry may raise: a wrong check sum, a broken stream, an unknown method, a missing password.
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, struct.error, ValueError)


@contextmanager
def open_archive(source: Source) -> Iterator[list[zipfile.ZipInfo | Source]]:
    """The entries of the archive: a Source where the entry may be read, its ZipInfo where it may not (``why_not``).

    Raises UnreadableError where the whole archive is damaged or over the limits (20,000 entries, 2 GB unpacked).
    """
    with source.open() as stream:
        _check_end(stream, source.size)
        try:
            archive = zipfile.ZipFile(stream)
        except ZIP_FAULTS as error:
            raise UnreadableError(f"The archive is damaged and cannot be read ({one_line(str(error))}).") from error
        with archive:
            _check_total(archive, source.size)
            files = (info for info in archive.infolist() if not info.is_dir())
            yield [info if why_not(info) else _entry(archive, info) for info in files]


def why_not(info: zipfile.ZipInfo) -> str:
    """Why an entry is not read, in a sentence, or ""."""
    if stat.S_ISLNK(info.external_attr >> 16):
        return "The entry is a symbolic link and was not followed."
    if info.flag_bits & 1:
        return "The entry is protected by a password. Unpack the archive and bring in its files."
    if info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return f"The entry unpacks to more than {MOST_RATIO} times its size, as only an archive made to harm does."
    return ""


def entry_name(name: str) -> str:
    """The name of an entry for the report and for comparing: one line, ``/`` between its parts."""
    return one_line(name.replace("\\", "/"))


def base_name(name: str) -> str:
    """The last part of an entry's name."""
    return name.rsplit("/", 1)[-1]


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source:
    def opened() -> BinaryIO:
        try:
            return cast("BinaryIO", archive.open(info))
        except ZIP_FAULTS as error:
            raise UnreadableError(f"The entry cannot be unpacked ({one_line(str(error))}).") from error

    return Source(entry_name(info.filename), opened, info.file_size)


def _check_end(stream: BinaryIO, size: int) -> None:
    """Look at the number of entries before anything reads them all."""
    stream.seek(max(0, size - 0x10000 - _END_LENGTH))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) < at + _END_LENGTH:
        raise UnreadableError("The archive has no end; it may have been cut off while being copied or downloaded.")
    count, directory = struct.unpack_from("<HI", tail, at + 10)
    if count > MOST_ENTRIES or directory > MOST_DIRECTORY:
        raise UnreadableError(_too_many())


def _check_total(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise UnreadableError(_too_many())
    total = sum(info.file_size for info in entries if not why_not(info))
    if total > MOST_TOTAL or total > MOST_RATIO * size:
        limit = f"{MOST_TOTAL // 1000**3} GB, {MOST_RATIO} times the size of the archive"
        raise UnreadableError(f"The archive would unpack to more than is allowed ({limit}). Unpack it yourself first.")


def _too_many() -> str:
    return f"The archive holds more than {MOST_ENTRIES:,} entries. Unpack it and bring in the folder instead."
