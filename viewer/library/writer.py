"""Writing readings into the index. Every function works inside the caller's transaction."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from viewer.library.links import url_key
from viewer.library.schema import CHILDREN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from viewer.library.digest import FullReading, QuickReading, Refusal
    from viewer.library.metadata import Metadata
    from viewer.library.scan import FileStamp

OUTDATED, LISTED, COMPLETE = 0, 1, 2
"""Stages of an article: read by an older program; found by title and text; also dated, linked and related."""

_COLUMNS = """
    id path size modified_ns inode fingerprint stage title published published_at published_order updated saved
    authors site sections tags language url url_key description credit words
""".split()  # noqa: SIM905 (a list of quoted words is harder to read)
_PUT = (
    f"INSERT INTO article (number, {', '.join(_COLUMNS)}) VALUES (?, {', '.join('?' for _ in _COLUMNS)}) "
    f"ON CONFLICT (number) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS)}"
)


def put_quick(connection: sqlite3.Connection, reading: QuickReading, id: int, number: int | None) -> int:
    """Insert an article, or replace the one with ``number``; gives its number."""
    if number is None:
        (number,) = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM article").fetchone()
    else:
        _clear_text(connection, number)
    metadata, stamp = reading.metadata, reading.stamp
    connection.execute(
        _PUT,
        (number, id, *_stamp_values(stamp), reading.fingerprint, LISTED, *_metadata_values(metadata), reading.words),
    )
    _put_text(connection, number, reading)
    _put_labels(connection, number, metadata)
    connection.executemany("INSERT OR IGNORE INTO note VALUES (?, ?)", [(number, note) for note in reading.notes])
    connection.execute("DELETE FROM refused WHERE path = ?", (stamp.path,))
    return number


def put_full(connection: sqlite3.Connection, number: int, reading: FullReading, revision: int) -> None:
    """Add what took longer; ``revision`` is larger than that of every vector stored before."""
    _clear_full(connection, number)
    connection.execute("INSERT INTO chronology VALUES (?, ?)", (number, reading.packed_chronology))
    connection.executemany("INSERT OR IGNORE INTO event_day VALUES (?, ?, ?)", [(number, *day) for day in reading.days])
    connection.executemany("INSERT OR IGNORE INTO link VALUES (?, ?)", [(number, target) for target in reading.links])
    vector = reading.vector
    row = (number, vector.packed, "\n".join(vector.names), "\n".join(vector.spellings), revision)
    connection.execute("INSERT INTO vector VALUES (?, ?, ?, ?, ?)", row)
    connection.executemany("INSERT OR IGNORE INTO note VALUES (?, ?)", [(number, note) for note in reading.notes])
    connection.execute("UPDATE article SET stage = ?, words = ? WHERE number = ?", (COMPLETE, reading.words, number))


def put_failure(connection: sqlite3.Connection, number: int, reason: str) -> None:
    """Say that the longer reading of an article came to nothing; it stays listed and found."""
    connection.execute("INSERT OR IGNORE INTO note VALUES (?, ?)", (number, reason))
    connection.execute("UPDATE article SET stage = ? WHERE number = ?", (COMPLETE, number))


def put_stamp(connection: sqlite3.Connection, stamp: FileStamp) -> None:
    """Note how a file with unchanged content looks now."""
    path, *seen = _stamp_values(stamp)
    connection.execute("UPDATE article SET size = ?, modified_ns = ?, inode = ? WHERE path = ?", (*seen, path))


def put_refusal(connection: sqlite3.Connection, refusal: Refusal, stamp: FileStamp | None) -> None:
    """Remember a file that is no article; without a stamp, or if not lasting, it is looked at again next time."""
    seen = (stamp.size, stamp.modified_ns, stamp.inode) if stamp and refusal.lasting else (-1, 0, 0)
    connection.execute("INSERT OR REPLACE INTO refused VALUES (?, ?, ?, ?, ?)", (refusal.path, *seen, refusal.reason))


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Forget articles."""
    gone = list(numbers)
    for number in gone:
        _clear_text(connection, number)
        _clear_full(connection, number)
        connection.execute("DELETE FROM article WHERE number = ?", (number,))
    if gone:
        connection.execute(
            "INSERT INTO meta VALUES ('removals', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1"
        )


def _clear_text(connection: sqlite3.Connection, number: int) -> None:
    stored = connection.execute("SELECT title, names, packed FROM body WHERE number = ?", (number,)).fetchone()
    if stored:
        title, names, packed = stored
        # A contentless table can only forget what it is told again, word for word.
        values = (number, title, names, zlib.decompress(packed).decode("utf-8"))
        connection.execute("INSERT INTO words (words, rowid, title, names, body) VALUES ('delete', ?, ?, ?, ?)", values)
    for table in ("body", "label", "note"):
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))


def _clear_full(connection: sqlite3.Connection, number: int) -> None:
    for table in set(CHILDREN) - {"body", "label", "note"}:
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    connection.execute("DELETE FROM link WHERE source = ?", (number,))


def _put_text(connection: sqlite3.Connection, number: int, reading: QuickReading) -> None:
    metadata = reading.metadata
    names = " · ".join((*metadata.authors, metadata.site, *metadata.sections, *metadata.tags))
    connection.execute("INSERT INTO body VALUES (?, ?, ?, ?)", (number, metadata.title, names, reading.packed_text))
    text = zlib.decompress(reading.packed_text).decode("utf-8")
    connection.execute(
        "INSERT INTO words (rowid, title, names, body) VALUES (?, ?, ?, ?)", (number, metadata.title, names, text)
    )


def _put_labels(connection: sqlite3.Connection, number: int, metadata: Metadata) -> None:
    labels = [("section", name, number) for name in metadata.sections] + [
        ("tag", name, number) for name in metadata.tags
    ]
    connection.executemany("INSERT OR IGNORE INTO label VALUES (?, ?, ?)", labels)


def _stamp_values(stamp: FileStamp) -> tuple[str, int, int, int]:
    return stamp.path, stamp.size, stamp.modified_ns, stamp.inode


def _metadata_values(metadata: Metadata) -> tuple[str | int | None, ...]:
    return (
        metadata.title,
        _iso(metadata.published),
        _iso(metadata.published_at),
        publication_order(metadata.published, metadata.published_at),
        _iso(metadata.updated),
        _iso(metadata.saved),
        *(json.dumps(metadata.authors, ensure_ascii=False), metadata.site),
        *(json.dumps(names, ensure_ascii=False) for names in (metadata.sections, metadata.tags)),
        *(metadata.language, metadata.url, url_key(metadata.url), metadata.description, metadata.credit),
    )


def publication_order(day: date | None, moment: datetime | None) -> int | None:
    """A number that grows with the moment of publication: minutes, a day without a time counting as its noon."""
    if day is None:
        return None
    if moment is None:
        return day.toordinal() * 1440 + 720
    universal = moment.astimezone(UTC) if moment.tzinfo and 1 < moment.year < 9999 else moment
    return universal.toordinal() * 1440 + universal.hour * 60 + universal.minute


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
