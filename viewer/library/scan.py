"""Looking through the folder: which files are articles, and how each looked when it was last seen."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath

SUFFIXES = (".md", ".markdown", ".txt")
FILES = ".files"
"""How the folder of an article's pictures ends; the article beside it has the same name otherwise."""

VERSIONS = ".versions"
"""How the folder of an article's other versions ends, each a Markdown file called after its day."""

ANNOTATIONS = ".annotations.json"
"""How the file of an article's highlights and notes ends."""

_VERSION = r"\d{4}-\d\d-\d\d(?: \d+)?\."

MOST_BYTES = 64 * 1024 * 1024


class FileStamp(NamedTuple):
    """A file as the folder shows it. ``path`` is relative with forward slashes; equal stamps mean "not changed"."""

    path: str
    size: int
    modified_ns: int
    inode: int

    @classmethod
    def of(cls, path: str, status: os.stat_result) -> FileStamp:
        """The stamp of a file with this status. Inodes are kept as 63 bits and a sign, as SQLite has them."""
        inode = 0 if sys.platform == "win32" else status.st_ino & (1 << 64) - 1
        return cls(path, status.st_size, status.st_mtime_ns, inode - (1 << 64) if inode >> 63 else inode)


@dataclass(slots=True)
class Listing:
    """Every article file of a folder, and a sentence for each that cannot be one.

    ``conflicts`` are conflicted copies, of whatever kind of file, by their path, each with that of its original, or
    "" where that is not there.
    """

    files: dict[str, FileStamp] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, str] = field(default_factory=dict)
    annotations: dict[str, str] = field(default_factory=dict)
    """How each file of annotations looks, by its path, as ``stamp_of_annotations`` tells it."""


def beside(article: PurePosixPath, ending: str) -> PurePosixPath:
    """What stands beside an article's file under the same name, with an ``ending`` of its own."""
    return article.with_name(f"{article.stem}{ending}")


def list_articles(root: Path, *, recursive: bool = True) -> Listing:
    """Look through ``root`` without opening a file. Hidden names and symbolic links are not followed.

    Raises OSError where ``root`` itself cannot be listed; a sub-folder that cannot be is named in ``refused``.
    """
    from viewer.library.conflicts import conflicts_among  # a start does without it

    listing = Listing()
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(_entries(root, folder))
        except OSError as error:
            if not folder:
                raise
            listing.refused[folder] = f"The folder cannot be read ({error.strerror})."
            continue
        names = {entry.name for _, entry in entries}
        found = [path for path, entry in entries if _note(listing, path, entry) and recursive]
        listing.conflicts |= conflicts_among(folder, names)
        waiting += [path for path in found if not _belongs_to_an_article(path, names)]
    return listing


def first_articles(root: Path, count: int, *, recursive: bool = True) -> list[str]:
    """The paths of some articles, at most ``count``: those that are found first, without looking any further.

    What cannot be looked at is passed over; ``list_articles`` says why.
    """
    listing = Listing()
    waiting = [""]
    while waiting and len(listing.files) < count:
        with contextlib.suppress(OSError):
            for path, entry in _entries(root, waiting.pop()):
                if _note(listing, path, entry) and recursive and not path.endswith(FILES):
                    waiting.append(path)
                if len(listing.files) >= count:
                    break
    return list(listing.files)


def stamp_of_annotations(file: Path | os.DirEntry[str]) -> str:
    """How a file of annotations looks now: its length and when it was written; "" where there is none."""
    try:
        status = file.stat()
    except OSError:
        return ""
    return f"{status.st_size}:{status.st_mtime_ns}"


def annotations_beside(path: str) -> str:
    """The path of the annotations of an article: ``beside`` for many, without making a path of each."""
    return f"{path.rpartition('.')[0]}{ANNOTATIONS}"


def _belongs_to_an_article(folder: str, names: set[str]) -> bool:
    """Whether a folder belongs to the article beside it, ``NAME.files`` by ``NAME.md``, and so holds no others."""
    stem, dot, _ = folder.rpartition("/")[2].rpartition(".")
    return folder.endswith((FILES, VERSIONS)) and bool(dot) and any(f"{stem}{suffix}" in names for suffix in SUFFIXES)


def _is_version(path: str) -> bool:
    """Whether a file is a version of an article, even of one that has another name by now."""
    folder, _, name = path.rpartition("/")
    return folder.endswith(VERSIONS) and bool(re.match(_VERSION, name))


def _entries(root: Path, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(root / folder if folder else root) as found:
        for entry in found:
            if not entry.name.startswith("."):
                yield (f"{folder}/{entry.name}" if folder else entry.name), entry


def _note(listing: Listing, path: str, entry: os.DirEntry[str]) -> bool:
    """Put an entry where it belongs; true for a folder that is to be looked through."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return True
        if entry.name.lower().endswith(SUFFIXES) and not _is_version(path):
            _note_file(listing, path, entry)
        elif entry.name.endswith(ANNOTATIONS):
            listing.annotations[path] = stamp_of_annotations(entry)
    except OSError as error:
        listing.refused[_printable(path)] = f"The file cannot be read ({error.strerror})."
    return False


def _note_file(listing: Listing, path: str, entry: os.DirEntry[str]) -> None:
    status = entry.stat(follow_symlinks=False)
    reason = _reason_to_refuse(path, status)
    if reason:
        listing.refused[_printable(path)] = reason
    else:
        listing.files[path] = FileStamp.of(path, status)


def _reason_to_refuse(path: str, status: os.stat_result) -> str:
    if _printable(path) != path:
        return "The file's name is not valid Unicode; rename the file to read it here."
    if stat.S_ISLNK(status.st_mode):
        return "This is a symbolic link, and links are not followed; put the file itself into the library."
    if not stat.S_ISREG(status.st_mode):
        return "This is not a regular file."
    if status.st_size > MOST_BYTES:
        return f"The file is larger than {MOST_BYTES // 1024**2} MB, which no article is."
    return ""


def _printable(path: str) -> str:
    return path.encode("utf-8", "replace").decode("utf-8")
