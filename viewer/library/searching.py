"""Looking for words in the whole library: rows, best first, each with the place in the text that answers best."""

from __future__ import annotations

import zlib
from array import array
from datetime import date
from typing import TYPE_CHECKING

from viewer.library.hits import Finder
from viewer.library.query_reading import read_query
from viewer.library.query_sql import Plan, plan, use_marks
from viewer.library.snippets import snippet_of
from viewer.model import SearchRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from viewer.library.marks import Marks
    from viewer.library.query import Query

_WEIGHTS = "10.0, 4.0, 4.0, 4.0, 1.0, 1.0"  # title, author, site, label, body, spelled
_NEWEST = "published_order DESC, number DESC"
_MOST_CHARACTERS = 200_000


def search(connection: sqlite3.Connection, marks: Marks, text: str, limit: int) -> tuple[SearchRow, ...]:
    """The articles that answer ``text``, best first, or newest first where it holds no word to look for."""
    query = read_query(text)
    made = _plan(connection, marks, query)
    if made is None:
        return ()
    finder = Finder(query.wanted)
    found = _ranked(connection, made, max(0, limit)) if made.match else _newest(connection, made, max(0, limit))
    return tuple(_row(connection, finder, number, score) for number, score in found)


def matching(connection: sqlite3.Connection, marks: Marks, text: str, order: str) -> array[int]:
    """The ids of all articles that answer ``text``; ``order`` is an ORDER BY of the table of articles."""
    made = _plan(connection, marks, read_query(text))
    if made is None:
        return array("q")
    conditions = [f"({made.where})"] if made.where else []
    parameters = made.parameters
    if made.match:
        conditions.append("number IN (SELECT rowid FROM words WHERE words MATCH ?)")
        parameters = (*parameters, made.match)
    statement = f"SELECT id FROM article WHERE {' AND '.join(conditions)} ORDER BY {order}"
    return array("q", [id for (id,) in connection.execute(statement, parameters)])


def _plan(connection: sqlite3.Connection, marks: Marks, query: Query) -> Plan | None:
    use_marks(connection, marks)
    return plan(query, trash=bool(marks.trashed))


def _ranked(connection: sqlite3.Connection, made: Plan, limit: int) -> Sequence[tuple[int, float]]:
    join = f"CROSS JOIN article ON number = words.rowid AND ({made.where})" if made.where else ""
    statement = (
        f"SELECT words.rowid, -bm25(words.words, {_WEIGHTS}) AS score FROM words {join} "
        "WHERE words.words MATCH ? ORDER BY score DESC, words.rowid DESC LIMIT ?"
    )
    return connection.execute(statement, (*made.parameters, made.match, limit)).fetchall()


def _newest(connection: sqlite3.Connection, made: Plan, limit: int) -> Sequence[tuple[int, float]]:
    statement = f"SELECT number, 0.0 FROM article WHERE {made.where} ORDER BY {_NEWEST} LIMIT ?"
    return connection.execute(statement, (*made.parameters, limit)).fetchall()


def _row(connection: sqlite3.Connection, finder: Finder, number: int, score: float) -> SearchRow:
    statement = "SELECT id, title, published, packed FROM article JOIN body USING (number) WHERE number = ?"
    id, title, published, packed = connection.execute(statement, (number,)).fetchone()
    snippet, hits = snippet_of(zlib.decompress(packed).decode("utf-8")[:_MOST_CHARACTERS], finder)
    return SearchRow(id, title, snippet, hits, date.fromisoformat(published) if published else None, score)
