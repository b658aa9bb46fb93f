"""Which articles are nearly the same: by their canonical address, by the very same text, or by nearly the same text.

What is like what is worked out once, when an article is read; the groups are made anew after each look through the
folder that changed something. A group has a leader, its first article; an article joins the group of a leader that it
is like, so that a story told on from day to day does not become one long chain. Conflicted copies stand in no group:
they want to be seen.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Iterator, Mapping

_COMMON = 64
"""A hash that more articles have stands for what a site writes below all of them, and tells nothing."""

_MOST_COMPARED = 32
_BATCH = 200


def put_sketch(connection: sqlite3.Connection, number: int, sketch: bytes) -> None:
    """Note the sketch of an article; what it is like is looked up by the next ``regroup``."""
    if sketch:
        from viewer.stories import keys_of  # here and below: this module is loaded by a start, which needs no stories

        connection.execute("INSERT INTO sketch VALUES (?, ?, ?, 0)", (number, sketch, _digest(sketch)))
        rows = [(key, number) for key in keys_of(sketch)]
        connection.executemany("INSERT OR IGNORE INTO shingle VALUES (?, ?)", rows)


def clear_sketch(connection: sqlite3.Connection, number: int) -> None:
    """Forget the sketch of an article, and what it was like."""
    row = connection.execute("SELECT packed FROM sketch WHERE number = ?", (number,)).fetchone()
    if row:
        from viewer.stories import keys_of

        keys = [(key, number) for key in keys_of(row[0])]
        connection.executemany("DELETE FROM shingle WHERE hash = ? AND number = ?", keys)
        connection.execute("DELETE FROM sketch WHERE number = ?", (number,))
        connection.execute("DELETE FROM likeness WHERE one = ? OR other = ?", (number, number))


def _digest(sketch: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(sketch, digest_size=8).digest(), "big", signed=True)


# --- what is like what


def compare_new(connection: sqlite3.Connection) -> bool:
    """Look up what some articles are like that were not compared yet; gives whether there are more."""
    statement = "SELECT number, packed, terms FROM sketch JOIN vector USING (number) WHERE compared = 0 LIMIT ?"
    found = connection.execute(statement, (_BATCH,)).fetchall()
    for number, sketch, terms in found:
        alike = _alike(connection, number, sketch, terms)
        connection.executemany("INSERT OR IGNORE INTO likeness VALUES (?, ?)", [(min(p), max(p)) for p in alike])
    numbers = [(number,) for number, _, _ in found]
    connection.executemany("UPDATE sketch SET compared = 1 WHERE number = ?", numbers)
    return len(found) == _BATCH


def _alike(connection: sqlite3.Connection, number: int, sketch: bytes, terms: bytes) -> Iterator[tuple[int, int]]:
    from viewer.stories import are_nearly_the_same

    statement = "SELECT packed, terms FROM sketch JOIN vector USING (number) WHERE number = ?"
    for other in _candidates(connection, number, sketch):
        row = connection.execute(statement, (other,)).fetchone()
        if row and are_nearly_the_same(sketch, terms, *row):
            yield number, other


def _candidates(connection: sqlite3.Connection, number: int, sketch: bytes) -> list[int]:
    """The articles that share most keys with this one."""
    from viewer.stories import keys_of

    shared: Counter[int] = Counter()
    for key in keys_of(sketch):
        found = connection.execute("SELECT number FROM shingle WHERE hash = ? LIMIT ?", (key, _COMMON + 1)).fetchall()
        if len(found) <= _COMMON:
            shared.update(other for (other,) in found)
    del shared[number]
    return [other for other, _ in shared.most_common(_MOST_COMPARED)]


# --- groups


def is_grouping_due(connection: sqlite3.Connection) -> bool:
    """Whether something changed since the groups were made."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'grouped'").fetchone()
    return row is None or row[0] != _state(connection)


def regroup(connection: sqlite3.Connection) -> None:
    """Make the groups anew."""
    leaders = _leaders(connection)
    if leaders != dict(connection.execute("SELECT number, leader FROM twin").fetchall()):
        connection.execute("DELETE FROM twin")
        connection.executemany("INSERT INTO twin VALUES (?, ?)", leaders.items())
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('grouped', ?)", (_state(connection),))


def _state(connection: sqlite3.Connection) -> str:
    """What changes with everything that groups depend on."""
    statement = (
        "SELECT (SELECT count(*) FROM article) || ':' || (SELECT coalesce(max(revision), 0) FROM vector) || ':' || "
        "(SELECT coalesce(max(value), '') FROM meta WHERE key = 'removals') || ':' || (SELECT count(*) FROM conflict)"
    )
    (state,) = connection.execute(statement).fetchone()
    return str(state)


def _leaders(connection: sqlite3.Connection) -> dict[int, int]:
    """The leader of each article that stands in a group with another, its own for the leader."""
    copies = {number for (number,) in connection.execute("SELECT number FROM conflict JOIN article USING (path)")}
    same = _Classes(_same(connection, "article", "url_key", "url_key <> ''", copies))
    same.join(_same(connection, "sketch", "digest", "true", copies))
    like: dict[int, set[int]] = {}
    for one, other in connection.execute("SELECT one, other FROM likeness"):
        if one not in copies and other not in copies:
            one, other = same.first(one), same.first(other)
            like.setdefault(max(one, other), set()).add(min(one, other))
    leader_of: dict[int, int] = {}
    for number in sorted(like):
        leader = next((one for one in sorted(like[number]) if one != number and leader_of.get(one, one) == one), number)
        leader_of[number] = leader
    return _groups(same, leader_of)


def _groups(same: _Classes, leader_of: Mapping[int, int]) -> dict[int, int]:
    members: dict[int, list[int]] = {}
    for number in {*same.members(), *leader_of, *leader_of.values()}:
        first = same.first(number)
        members.setdefault(leader_of.get(first, first), []).append(number)
    return {number: leader for leader, numbers in members.items() if len(numbers) > 1 for number in numbers}


def _same(
    connection: sqlite3.Connection, table: str, column: str, condition: str, copies: Container[int]
) -> Iterator[list[int]]:
    """Lists of articles that have the same value in a column."""
    repeated = f"SELECT {column} FROM {table} WHERE {condition} GROUP BY {column} HAVING count(*) > 1"
    rows = connection.execute(f"SELECT {column}, number FROM {table} WHERE {column} IN ({repeated}) ORDER BY number")
    lists: dict[object, list[int]] = {}
    for value, number in rows:
        if number not in copies:
            lists.setdefault(value, []).append(number)
    yield from lists.values()


class _Classes:
    """Numbers that belong together, whichever way they were joined; the smallest stands for them all."""

    def __init__(self, lists: Iterable[list[int]]) -> None:
        self._above: dict[int, int] = {}
        self.join(lists)

    def join(self, lists: Iterable[list[int]]) -> None:
        """Put the numbers of each list together."""
        for numbers in lists:
            for number in numbers:
                one, other = self.first(numbers[0]), self.first(number)
                self._above[max(one, other)] = min(one, other)

    def first(self, number: int) -> int:
        """The smallest number that belongs with ``number``, itself where none does."""
        while (above := self._above.get(number, number)) != number:
            self._above[number] = self._above.get(above, above)
            number = above
        return number

    def members(self) -> Iterable[int]:
        """Every number that was ever joined."""
        return self._above
