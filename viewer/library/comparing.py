"""Folder and index side by side: which files look different from when they were last read, and which are gone.

Only of those are details fetched, for mostly nothing has changed and a library may hold 100,000 files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.library.moves import KnownFile, MissingFiles
from viewer.library.scan import FileStamp, annotations_beside
from viewer.library.schema import COMPLETE, OUTDATED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping


class Comparison(NamedTuple):
    """``known`` are files that look different or are gone, as the index has them; ``wanted`` are paths to be read."""

    known: Mapping[str, KnownFile]
    wanted: list[str]
    gone: MissingFiles


def compare(connection: sqlite3.Connection, files: Mapping[str, FileStamp]) -> Comparison:
    """Hold the files of the folder against the index."""
    wanted = set(files)
    for path in _unchanged(connection, files):
        wanted.discard(path)
    known = {path: one for path in _different(connection, files, wanted) if (one := _known(connection, path))}
    gone = MissingFiles(one for path, one in known.items() if path not in files)
    return Comparison(known, sorted(wanted), gone)


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the index knows of no file at all."""
    return connection.execute("SELECT 1 FROM article UNION ALL SELECT 1 FROM refused LIMIT 1").fetchone() is None


class Beside(NamedTuple):
    """An article whose annotations, at ``path``, look different from when it was dated.

    ``has_dates`` is true where dates were set by then; ``stamp`` is how the file looks now, "" where it is gone.
    """

    number: int
    has_dates: bool
    path: str
    stamp: str


def changed_beside(
    connection: sqlite3.Connection, files: Iterable[str], annotations: Mapping[str, str]
) -> list[Beside]:
    """The articles, read to the end, whose annotations came, changed or went.

    ``files`` are the paths of the articles, ``annotations`` the stamps of the files of annotations by their paths.
    """
    statement = (
        "SELECT path, number, length(set_dates), beside FROM chronology JOIN article USING (number) "
        f"WHERE stage = {COMPLETE} AND "
    )
    known = {row[0]: row for row in connection.execute(f"{statement} beside <> ''")}
    new = (
        [path for path in files if annotations_beside(path) in annotations and path not in known] if annotations else []
    )
    for path in new:
        known |= {row[0]: row for row in connection.execute(f"{statement} path = ?", (path,))}
    found = ((*row, annotations_beside(row[0])) for row in known.values())
    return [
        Beside(number, bool(dates), beside, annotations.get(beside, ""))
        for _, number, dates, before, beside in found
        if annotations.get(beside, "") != before
    ]


def _unchanged(connection: sqlite3.Connection, files: Mapping[str, FileStamp]) -> Iterator[str]:
    """The files that look as they did when they were last read, by a program that reads as this one does."""
    read = f"SELECT path, size, modified_ns, inode FROM article WHERE stage <> {OUTDATED}"
    refused = "SELECT path, size, modified_ns, inode FROM refused"
    for row in connection.execute(f"{read} UNION ALL {refused}"):
        if files.get(row[0]) == row:
            yield row[0]


def _different(connection: sqlite3.Connection, files: Mapping[str, FileStamp], wanted: set[str]) -> Iterable[str]:
    """The paths in the index whose files are gone or to be read again."""
    found = connection.execute("SELECT path FROM article UNION ALL SELECT path FROM refused")
    return [path for (path,) in found if path in wanted or path not in files]


def _known(connection: sqlite3.Connection, path: str) -> KnownFile | None:
    statement = (
        "SELECT path, size, modified_ns, inode, number, id, fingerprint, title, url, stage FROM article WHERE path = ?"
    )
    row = connection.execute(statement, (path,)).fetchone()
    if row is None:
        row = connection.execute(
            "SELECT path, size, modified_ns, inode FROM refused WHERE path = ?", (path,)
        ).fetchone()
    return KnownFile(FileStamp(*row[:4]), *row[4:]) if row else None
