"""A search as SQL: words go to full-text search, conditions to the table of articles, marks to the reader's sets.

What ranks (``Plan.match``) and what only decides (``Plan.where``) are kept apart, so that words with conditions
are still ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from viewer.library.query import Address, All, Any, Days, Label, Language, Node, Not, Query, Status, Words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from viewer.library.marks import Marks

Sql: TypeAlias = tuple[str, list[str | int]]
"""A condition on a row of ``article`` and its parameters."""

_FINISHED = 0.985
_IN_WORDS = "number IN (SELECT rowid FROM words WHERE words MATCH ?)"
_SHORT = 31
# An event answers for the days asked about where it lies in them; or where it overlaps them, is told as exactly as they
# are asked for, and does not stretch so far around them that it says little of them.
_WHEN = (
    "number IN (SELECT number FROM event_day WHERE first BETWEEN :first - :most AND :last AND last >= :first "
    "AND ((first >= :first AND last <= :last) "
    "OR (grain <= :wide AND (last - first <= :most OR first >= :first))) "
    f"UNION SELECT number FROM event_day WHERE last - first > {_SHORT} AND last BETWEEN :first AND :last "
    "AND grain <= :wide)"
)
_YEAR = 365
_LAST = date.max.toordinal()
_FAR = 4_000_000  # days: beyond every calendar


@dataclass(frozen=True, slots=True)
class Plan:
    """``match`` is for full-text search ("": no words that rank); ``where`` a condition on ``article`` ("": none)."""

    match: str
    where: str
    parameters: tuple[str | int, ...]


def plan(query: Query, *, trash: bool) -> Plan | None:
    """How to find what ``query`` asks for; None where it asks for nothing. ``trash``: whether the trash holds any."""
    if query.root is None:
        return None
    nodes = query.root.nodes if isinstance(query.root, All) else (query.root,)
    texts = [node for node in nodes if _is_text(node)]
    match = _match(All(tuple(texts))) if any(not isinstance(node, Not) for node in texts) else ""
    conditions = [_sql(node) for node in nodes if not match or node not in texts]
    if trash and not any(isinstance(leaf, Status) and leaf.name == "trash" for leaf in query.leaves):
        conditions.append(("NOT is_trash(id)", []))
    where = " AND ".join(f"({text})" for text, _ in conditions)
    return Plan(match, where, tuple(value for _, values in conditions for value in values))


def use_marks(connection: sqlite3.Connection, marks: Marks) -> None:
    """Let SQL ask for the reader's marks by an article's id: is_read, is_starred, is_archived, is_trash, position."""
    for name, ids in (
        ("is_read", marks.read),
        ("is_starred", marks.starred),
        ("is_archived", marks.archived),
        ("is_trash", marks.trashed),
    ):
        connection.create_function(name, 1, ids.__contains__)
    connection.create_function("position", 1, marks.positions.get)


def match_of(words: Words) -> str:
    """What full-text search is asked for ``words``."""
    star = "*" if words.begins else ""
    column = f"{words.field} : " if words.field else ""
    one = f'{column}"{" ".join(words.terms)}"{star}'
    return f'({one} OR {column}"{" ".join(words.spelled)}"{star})' if words.spelled else one


def _is_text(node: Node) -> bool:
    """Whether full-text search alone can answer ``node``."""
    if isinstance(node, Not):
        return _is_text(node.node)
    if isinstance(node, All):
        return all(map(_is_text, node.nodes)) and any(not isinstance(one, Not) for one in node.nodes)
    if isinstance(node, Any):
        return all(_is_text(one) and not isinstance(one, Not) for one in node.nodes)
    return isinstance(node, Words)


def _match(node: Node) -> str:
    if isinstance(node, Words):
        return match_of(node)
    if isinstance(node, Any):
        return f"({' OR '.join(map(_match, node.nodes))})"
    if isinstance(node, Not):
        return _match(node.node)
    if not isinstance(node, All):
        raise TypeError(node)
    wanted = " AND ".join(_match(one) for one in node.nodes if not isinstance(one, Not))
    unwanted = " OR ".join(_match(one) for one in node.nodes if isinstance(one, Not))
    return f"(({wanted}) NOT ({unwanted}))" if unwanted else f"({wanted})"


def _sql(node: Node) -> Sql:
    if isinstance(node, Not):
        text, values = _sql(node.node)
        return f"({text}) IS NOT TRUE", values
    if isinstance(node, All | Any):
        return _joined(map(_sql, node.nodes), " AND " if isinstance(node, All) else " OR ")
    return _condition(node)


def _joined(conditions: Iterable[Sql], sign: str) -> Sql:
    parts = list(conditions)
    return sign.join(f"({text})" for text, _ in parts), [value for _, values in parts for value in values]


def _condition(leaf: Words | Label | Language | Address | Status | Days) -> Sql:
    if isinstance(leaf, Words):
        return _IN_WORDS, [match_of(leaf)]
    if isinstance(leaf, Label):
        return _label(leaf)
    if isinstance(leaf, Language):
        return "(lower(language) = ? OR language LIKE ? || '-%')", [leaf.code, leaf.code]
    if isinstance(leaf, Address):
        return "instr(lower(url), ?) > 0", [leaf.part]
    if isinstance(leaf, Status):
        return _STATES[leaf.name], []
    return _days(leaf)


_STATES = {
    "read": "is_read(id)",
    "unread": "NOT is_read(id)",
    "starred": "is_starred(id)",
    "archived": "is_archived(id)",
    "trash": "is_trash(id)",
    "unfinished": f"position(id) > 0 AND position(id) < {_FINISHED}",
    "undated": "published IS NULL",
}


def _label(label: Label) -> Sql:
    """A label by its whole name, or one below it ("war" finds "war/syria"); by its beginning where that is asked."""
    below = label.name if label.begins else f"{label.name}/"
    condition = "number IN (SELECT number FROM label WHERE kind = ? AND (folded = ? OR (folded >= ? AND folded < ?)))"
    return condition, [label.kind, label.name, below, f"{below}\U0010ffff"]


def _days(days: Days) -> Sql:
    if days.field == "when":
        return _when(days)
    return f"{days.field} BETWEEN ? AND ?", [_iso(days.first, "0000"), _iso(days.last, "9999-99")]


def _iso(day: int | None, otherwise: str) -> str:
    """A day as the index has it; the day before the first of the calendar is before, the one after its last after."""
    if day is None:
        return otherwise
    return "0000" if day < 1 else "9999-99" if day > _LAST else date.fromordinal(day).isoformat()


def _when(days: Days) -> Sql:
    first = -_FAR if days.first is None else days.first
    last = _FAR if days.last is None else days.last
    wide = last - first + 1 if days.first is not None and days.last is not None else _YEAR
    values = {":first": first, ":last": last, ":wide": wide, ":most": max(_SHORT, 12 * wide)}
    return _numbered(_WHEN, values)


def _numbered(text: str, values: dict[str, int]) -> Sql:
    """``text`` with its names as plain numbers: named and counted parameters cannot be mixed."""
    for name, value in values.items():
        text = text.replace(name, str(value))
    return text, []
