"""Writing readings into the index. Every function works inside the caller's transaction."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from viewer.library.event_days import put_days
from viewer.library.folding import index_spellings, index_text, label_key
from viewer.library.header_dates import days_of_period
from viewer.library.links import url_key
from viewer.library.schema import CHILDREN, COMPLETE, LISTED
from viewer.library.twins import clear_sketch, put_sketch
from viewer.library.vocabulary import put_vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from viewer.library.digest import DatedReading, FullReading, QuickReading, Refusal
    from viewer.library.metadata import Metadata
    from viewer.library.scan import FileStamp

_TERMS = "title, author, site, label, body, spelled"

_COLUMNS = """
    id path size modified_ns inode fingerprint text_key stage title published published_at published_in published_first
    published_last published_order updated saved authors site sections tags language url url_key description credit
    words
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
    seen = (*_stamp_values(stamp), reading.fingerprint, reading.text_key)
    connection.execute(_PUT, (number, id, *seen, LISTED, *_metadata_values(metadata), reading.words))
    _put_text(connection, number, reading)
    _put_labels(connection, number, metadata)
    connection.executemany("INSERT OR IGNORE INTO note VALUES (?, ?)", [(number, note) for note in reading.notes])
    connection.execute("DELETE FROM refused WHERE path = ?", (stamp.path,))
    return number


def put_full(connection: sqlite3.Connection, number: int, reading: FullReading, revision: int) -> None:
    """Add what took longer; ``revision`` is larger than that of every vector stored before."""
    _clear_full(connection, number)
    put_chronology(connection, number, reading.dated)
    connection.executemany("INSERT OR IGNORE INTO link VALUES (?, ?)", [(number, target) for target in reading.links])
    put_sketch(connection, number, reading.sketch)
    vector = reading.vector
    row = (number, vector.packed, "\n".join(vector.names), "\n".join(vector.spellings), revision)
    connection.execute("INSERT INTO vector VALUES (?, ?, ?, ?, ?)", row)
    connection.executemany("INSERT OR IGNORE INTO note VALUES (?, ?)", [(number, note) for note in reading.notes])
    if reading.packed_text:
        _clear_words(connection, number)
        _put_text(connection, number, reading)
    put_vocabulary(connection, " ".join(map(str, _terms(connection, number)[1:])))
    connection.execute("UPDATE article SET stage = ?, words = ? WHERE number = ?", (COMPLETE, reading.words, number))


def put_chronology(connection: sqlite3.Connection, number: int, dated: DatedReading) -> None:
    """Put the chronology of an article, in the place of the one there."""
    row = (number, dated.packed, dated.set_dates, dated.beside)
    connection.execute("INSERT OR REPLACE INTO chronology VALUES (?, ?, ?, ?)", row)
    put_days(connection, number, dated.days)


def put_dated(connection: sqlite3.Connection, id: int, fingerprint: bytes, dated: DatedReading) -> None:
    """Put the chronology of an article, if its file has this fingerprint and was read to the end."""
    statement = "SELECT number FROM article WHERE id = ? AND fingerprint = ? AND stage = ?"
    row = connection.execute(statement, (id, fingerprint, COMPLETE)).fetchone()
    if row is not None:
        put_chronology(connection, row[0], dated)


def next_revision(connection: sqlite3.Connection) -> int:
    """A revision for ``put_full`` that is larger than all before."""
    (last,) = connection.execute("SELECT coalesce(max(revision), 0) FROM vector").fetchone()
    return int(last) + 1


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


def put_conflicts(connection: sqlite3.Connection, conflicts: Mapping[str, str]) -> None:
    """Note which files are conflicted copies, and of which."""
    known = dict(connection.execute("SELECT path, original FROM conflict").fetchall())
    if known != conflicts:
        connection.execute("DELETE FROM conflict")
        connection.executemany("INSERT INTO conflict VALUES (?, ?)", conflicts.items())


def remove(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Forget articles."""
    gone = list(numbers)
    for number in gone:
        _clear_text(connection, number)
        _clear_full(connection, number)
        connection.execute("DELETE FROM twin WHERE number = ?", (number,))
        connection.execute("DELETE FROM article WHERE number = ?", (number,))
    if gone:
        connection.execute(
            "INSERT INTO meta VALUES ('removals', '1') ON CONFLICT (key) DO UPDATE SET value = value + 1"
        )


def _clear_words(connection: sqlite3.Connection, number: int) -> None:
    terms = _terms(connection, number)
    if terms:
        # A contentless table can only forget what it is told again, word for word.
        connection.execute(f"INSERT INTO words (words, rowid, {_TERMS}) VALUES ('delete', ?{', ?' * 6})", terms)
    connection.execute("DELETE FROM body WHERE number = ?", (number,))


def _clear_text(connection: sqlite3.Connection, number: int) -> None:
    _clear_words(connection, number)
    for table in ("label", "note"):
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))


def _clear_full(connection: sqlite3.Connection, number: int) -> None:
    clear_sketch(connection, number)
    for table in set(CHILDREN) - {"body", "label", "note"}:
        connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    connection.execute("DELETE FROM link WHERE source = ?", (number,))


def _put_text(connection: sqlite3.Connection, number: int, reading: QuickReading | FullReading) -> None:
    connection.execute("INSERT INTO body VALUES (?, ?)", (number, reading.packed_text))
    connection.execute(f"INSERT INTO words (rowid, {_TERMS}) VALUES (?{', ?' * 6})", _terms(connection, number))


def _terms(connection: sqlite3.Connection, number: int) -> tuple[int | str, ...]:
    """What full-text search is told of an article: its number and the terms of each column; () for an unknown one."""
    statement = (
        "SELECT title, authors, site, url_key, sections, tags, packed FROM article JOIN body USING (number) "
        "WHERE number = ?"
    )
    stored = connection.execute(statement, (number,)).fetchone()
    if stored is None:
        return ()
    title, authors, site, key, sections, tags, packed = stored
    names = " · ".join(json.loads(authors))
    labels = " · ".join((*json.loads(sections), *json.loads(tags)))
    place = f"{site} · {key.removeprefix('//').partition('/')[0]}"
    columns = (title, names, place, labels, zlib.decompress(packed).decode("utf-8"))
    spelled = " ".join(filter(None, map(index_spellings, columns)))
    return number, *map(index_text, columns), spelled


def _put_labels(connection: sqlite3.Connection, number: int, metadata: Metadata) -> None:
    kinds = (("section", metadata.sections), ("tag", metadata.tags))
    labels = [(kind, name, number, label_key(name)) for kind, names in kinds for name in names]
    connection.executemany("INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?)", labels)


def _stamp_values(stamp: FileStamp) -> tuple[str, int, int, int]:
    return stamp.path, stamp.size, stamp.modified_ns, stamp.inode


def _metadata_values(metadata: Metadata) -> tuple[str | int | None, ...]:
    first, last = days_of_period(metadata.published_in) if metadata.published_in else (None, None)
    return (
        metadata.title,
        _iso(metadata.published),
        _iso(metadata.published_at),
        metadata.published_in,
        _iso(first),
        _iso(last),
        publication_order(metadata.published or first, metadata.published_at),
        _iso(metadata.updated),
        _iso(metadata.saved),
        *(json.dumps(metadata.authors, ensure_ascii=False), metadata.site),
        *(json.dumps(names, ensure_ascii=False) for names in (metadata.sections, metadata.tags)),
        *(metadata.language, metadata.url, url_key(metadata.url), metadata.description, metadata.credit),
    )


def publication_order(day: date | None, moment: datetime | None) -> int | None:
    """A number that grows with the moment of publication: minutes, a day without a time counting as its noon.

    For lists alone: a month or a year stands there where its first day does.
    """
    if day is None:
        return None
    if moment is None:
        return day.toordinal() * 1440 + 720
    universal = moment.astimezone(UTC) if moment.tzinfo and 1 < moment.year < 9999 else moment
    return universal.toordinal() * 1440 + universal.hour * 60 + universal.minute


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
