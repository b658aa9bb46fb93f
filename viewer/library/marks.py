"""The reader's marks of all articles in memory: read once, then kept in step with what is written."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

_SETS = {"read": "read", "starred": "starred", "archived": "archived", "trashed_at": "trashed"}
"""The columns that are kept as sets of ids, and the sets."""


class Marks(NamedTuple):
    """The marks of a library by article id, at one moment."""

    read: frozenset[int] = frozenset()
    starred: frozenset[int] = frozenset()
    archived: frozenset[int] = frozenset()
    trashed: frozenset[int] = frozenset()
    positions: Mapping[int, float] = MappingProxyType({})


def load_marks(connection: sqlite3.Connection) -> Marks:
    """All marks of the state file, of a file of a newer version as well."""
    sets = {
        name: frozenset(id for (id,) in connection.execute(f"SELECT id FROM status WHERE {column}"))
        for column, name in _SETS.items()
    }
    positions = dict(connection.execute("SELECT id, position FROM status WHERE position"))
    return Marks(**sets, positions=positions)


def with_marks(marks: Marks, ids: Iterable[int], changes: Mapping[str, float]) -> Marks:
    """The marks after ``changes``, by the columns of the state file, were made to the articles ``ids``."""
    chosen = frozenset(ids)
    for column, value in changes.items():
        if column in _SETS:
            before: frozenset[int] = getattr(marks, _SETS[column])
            after: dict[str, Any] = {_SETS[column]: before | chosen if value else before - chosen}
            marks = marks._replace(**after)
        elif column == "position":
            marks = marks._replace(positions={**marks.positions, **dict.fromkeys(chosen, value)})
    return marks
