"""Questions about articles that are nearly the same, see ``twins``; quick, and loaded by a start."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterator, Sequence

_MOST_VARIABLES = 500


def twins_of(connection: sqlite3.Connection, id: int, most: int) -> list[int]:
    """The ids of at most so many articles that are nearly the same as one, in the order of publication."""
    statement = (
        "SELECT id FROM twin JOIN article USING (number) WHERE id <> ? AND leader = "
        "(SELECT leader FROM twin JOIN article USING (number) WHERE id = ?) ORDER BY published_order, number LIMIT ?"
    )
    return [other for (other,) in connection.execute(statement, (id, id, most))]


def groups(connection: sqlite3.Connection) -> list[list[int]]:
    """The ids of every group, the leader first."""
    found: dict[int, list[int]] = {}
    statement = "SELECT leader, id FROM twin JOIN article USING (number) ORDER BY leader, number"
    for leader, id in connection.execute(statement):
        found.setdefault(leader, []).append(id)
    return list(found.values())


def collapsed(connection: sqlite3.Connection, ids: Sequence[int]) -> array[int]:
    """The ids in their order, of each group only the first."""
    statement = "SELECT id, leader FROM twin JOIN article USING (number)"
    leaders: dict[int, int] = dict(connection.execute(statement).fetchall())
    if not leaders:
        return array("q", ids)
    seen: set[int] = set()
    kept = array("q")
    for id in ids:
        leader = leaders.get(id)
        if leader is None:
            kept.append(id)
        elif leader not in seen:
            seen.add(leader)
            kept.append(id)
    return kept


def counts(connection: sqlite3.Connection, ids: Sequence[int], hidden: Container[int]) -> dict[int, int]:
    """How many others are nearly the same as each of ``ids`` that has any, those of ``hidden`` not counted."""
    leaders = dict(_in_parts(connection, "SELECT id, leader FROM twin JOIN article USING (number) WHERE id IN ", ids))
    if not leaders:
        return {}
    sizes: dict[int, int] = {}
    members = "SELECT leader, id FROM twin JOIN article USING (number) WHERE leader IN "
    for leader, id in _in_parts(connection, members, sorted(set(leaders.values()))):
        if id not in hidden:
            sizes[leader] = sizes.get(leader, 0) + 1
    found = {id: sizes.get(leader, 0) - (id not in hidden) for id, leader in leaders.items()}
    return {id: count for id, count in found.items() if count}


def _in_parts(connection: sqlite3.Connection, statement: str, values: Sequence[int]) -> Iterator[tuple[int, int]]:
    for begin in range(0, len(values), _MOST_VARIABLES):
        part = list(values[begin : begin + _MOST_VARIABLES])
        yield from connection.execute(f"{statement}({', '.join('?' * len(part))})", part)
