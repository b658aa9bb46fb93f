"""Small questions that the library asks of its index."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from viewer.library.codec import unpack_chronology
from viewer.library.scan import ANNOTATIONS, VERSIONS, beside
from viewer.library.schema import COMPLETE
from viewer.library.state import Identity

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from viewer.model import Article, Chronology

_MOST_VARIABLES = 500


def meta(connection: sqlite3.Connection, key: str) -> str:
    """What the index notes of itself under ``key``, "" for nothing."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def stored_chronology(
    connection: sqlite3.Connection, id: int, fingerprint: bytes, set_dates: bytes = b""
) -> Chronology | None:
    """The chronology of an article whose file has this fingerprint, with the dates whose key is ``set_dates``.

    None where the index has none of that state.
    """
    statement = (
        "SELECT packed FROM chronology JOIN article USING (number) "
        "WHERE id = ? AND fingerprint = ? AND set_dates = ? AND stage = ?"
    )
    row = connection.execute(statement, (id, fingerprint, set_dates, COMPLETE)).fetchone()
    try:
        return unpack_chronology(row[0]) if row else None
    except ValueError:
        return None


def has_chronology(connection: sqlite3.Connection, id: int, fingerprint: bytes) -> bool:
    """Whether the index has a chronology of an article whose file has this fingerprint, whatever dates are set."""
    statement = "SELECT 1 FROM chronology JOIN article USING (number) WHERE id = ? AND fingerprint = ? AND stage = ?"
    return connection.execute(statement, (id, fingerprint, COMPLETE)).fetchone() is not None


def id_of_path(connection: sqlite3.Connection, path: str) -> int | None:
    """The id of the article whose file has exactly this path below the library."""
    row = connection.execute("SELECT id FROM article WHERE path = ?", (path,)).fetchone()
    return row[0] if row else None


def id_at(connection: sqlite3.Connection, key: str) -> int | None:
    """The id of the article at a path or an address, see ``links.target_key``."""
    from viewer.library.related_rows import number_at

    number = number_at(connection, key)
    row = connection.execute("SELECT id FROM article WHERE number = ?", (number,)).fetchone()
    return int(row[0]) if row else None


def has_others(connection: sqlite3.Connection, root: Path, article: Article) -> bool:
    """Whether an article may have other texts to be compared with, see ``others``; quick, as most have none."""
    own = article.path.as_posix()
    if os.path.isdir(root / beside(article.path, VERSIONS)):
        return True
    notes = beside(article.path, ANNOTATIONS).as_posix()
    statement = "SELECT 1 FROM conflict WHERE path = ? OR original IN (?, ?) LIMIT 1"
    if connection.execute(statement, (own, own, notes)).fetchone() is not None:
        return True
    statement = "SELECT 1 FROM twin JOIN article USING (number) WHERE id = ?"
    return connection.execute(statement, (article.id,)).fetchone() is not None


def identities(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Identity]:
    """The articles with these ids as marks remember them, in this order; those that are gone are left out."""
    wanted, found = list(dict.fromkeys(ids)), dict[int, Identity]()
    for begin in range(0, len(wanted), _MOST_VARIABLES):
        part = wanted[begin : begin + _MOST_VARIABLES]
        places = ", ".join("?" * len(part))
        rows = connection.execute(f"SELECT id, path, fingerprint FROM article WHERE id IN ({places})", part)
        found |= {row[0]: Identity(*row) for row in rows}
    return [found[id] for id in wanted if id in found]
