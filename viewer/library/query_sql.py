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
"""A condition on a row of ``article`` and its parameters; NUMBER stands for the article's number, see ``Plan``."""

_FINISHED = 0.985
_IN_WORDS = "NUMBER IN (SELECT rowid FROM words WHERE words MATCH ?)"
_SHORT = 31
_FEW = 1_000
# An event answers for the days asked about where it lies in them; or where it overlaps them, is told as exactly as they
# are asked for, and does not stretch so far around them that it says little of them.
_WHEN = (
    "NUMBER IN (SELECT number FROM event_day WHERE first BETWEEN :first - :most AND :last AND last >= :first "
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
    """``match`` is for full-text search ("": no words that rank); ``condition`` is on ``article`` ("": none).

    In the condition NUMBER stands for the number of the article: where full-text search leads, it is asked for
    before the article is looked at.
    """

    match: str
    condition: str
    parameters: tuple[str | int, ...]

    @property
    def source(self) -> str:
        """FROM and WHERE of the answers; takes ``values``."""
        if not self.match:
            return f"FROM article WHERE {self.condition.replace('NUMBER', 'number')}"
        condition = f"AND ({self.condition.replace('NUMBER', '+words.rowid')})" if self.condition else ""
        return f"FROM words CROSS JOIN article ON number = words.rowid {condition} WHERE words.words MATCH ?"

    @property
    def values(self) -> tuple[str | int, ...]:
        """The parameters of ``source``."""
        return (*self.parameters, self.match) if self.match else self.parameters

    def whole_condition(self) -> Sql:
        """All of it as a condition on ``article``."""
        parts = [(self.condition, list(self.parameters))] if self.condition else []
        if self.match:
            parts.append((_IN_WORDS, [self.match]))
        text, values = _joined(parts, " AND ")
        return text.replace("NUMBER", "number"), values

    def also(self, condition: str) -> Plan:
        """The same under one more condition."""
        whole = f"({self.condition}) AND {condition}" if self.condition else condition
        return Plan(self.match, whole, self.parameters)


def plan(query: Query, marks: Marks, *, trash: bool = False) -> Plan | None:
    """How to find what ``query`` asks for; None where it asks for nothing. ``trash``: in the trash as well."""
    if query.root is None:
        return None
    nodes = query.root.nodes if isinstance(query.root, All) else (query.root,)
    texts = [node for node in nodes if _is_text(node)]
    match = _match(All(tuple(texts))) if any(not isinstance(node, Not) for node in texts) else ""
    asked = [node for node in nodes if not match or node not in texts]
    if marks.trashed and not trash and not any(leaf == Status("trash", leaf.written) for leaf in query.leaves):
        asked.append(Not(Status("trash", "is:trash")))
    condition, values = _joined([_sql(node, marks) for node in asked], " AND ")
    return Plan(match, condition, tuple(values))


def use_marks(connection: sqlite3.Connection, marks: Marks, query: Query) -> None:
    """Let SQL ask for those of the reader's marks that ``query`` needs, by an article's id: is_read(id) and so on."""
    asked = {leaf.name for leaf in query.leaves if isinstance(leaf, Status)} | {"trash"}
    for name in asked.difference(["undated"]):
        ids = _marked(marks, name)
        if len(ids) > _FEW:
            connection.create_function(f"is_{name}", 1, ids.__contains__)


def _marked(marks: Marks, name: str) -> frozenset[int]:
    """The articles with a mark; for "unread" those that are read."""
    if name == "unfinished":
        return frozenset(id for id, place in marks.positions.items() if 0 < place < _FINISHED)
    sets = {"starred": marks.starred, "archived": marks.archived, "trash": marks.trashed}
    return sets.get(name, marks.read)


def match_of(words: Words) -> str:
    """What full-text search is asked for ``words``."""
    star = "*" if words.begins else ""
    column = f"{words.field} : " if words.field else ""
    rows = [row for row in (words.terms, words.spelled) if row]
    ways = [f'{column}"{" ".join(row)}"{star}' for row in rows] + [f'{column}"{term}"' for term in words.inside]
    return f"({' OR '.join(ways)})" if len(ways) > 1 else ways[0]


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


def _sql(node: Node, marks: Marks) -> Sql:
    if isinstance(node, Not):
        text, values = _sql(node.node, marks)
        return f"({text}) IS NOT TRUE", values
    if isinstance(node, All | Any):
        parts = [_sql(one, marks) for one in node.nodes]
        return _joined(parts, " AND " if isinstance(node, All) else " OR ")
    return _status(node.name, marks) if isinstance(node, Status) else _condition(node)


def _joined(conditions: Iterable[Sql], sign: str) -> Sql:
    parts = list(conditions)
    return sign.join(f"({text})" for text, _ in parts), [value for _, values in parts for value in values]


def _status(name: str, marks: Marks) -> Sql:
    """A mark of the reader: by the ids where they are few and found at once, else asked of each article."""
    if name == "undated":
        return "published IS NULL AND published_first IS NULL", []
    ids = _marked(marks, name)
    has = f"id IN ({', '.join(map(str, sorted(ids)))})" if len(ids) <= _FEW else f"is_{name}(id)"
    return (f"NOT ({has})" if name == "unread" else has), []


def _condition(leaf: Words | Label | Language | Address | Days) -> Sql:
    if isinstance(leaf, Words):
        return _IN_WORDS, [match_of(leaf)]
    if isinstance(leaf, Label):
        return _label(leaf)
    if isinstance(leaf, Language):
        return "(lower(language) = ? OR language LIKE ? || '-%')", [leaf.code, leaf.code]
    if isinstance(leaf, Address):
        return "instr(lower(url), ?) > 0", [leaf.part]
    return _days(leaf)


def label_condition(label: Label) -> Sql:
    """A label by its whole name, or one below it ("war" finds "war/syria"); by its beginning where that is asked."""
    below = label.name if label.begins else f"{label.name}/"
    condition = "kind = ? AND (folded = ? OR (folded >= ? AND folded < ?))"
    return condition, [label.kind, label.name, below, f"{below}\U0010ffff"]


def _label(label: Label) -> Sql:
    condition, values = label_condition(label)
    return f"NUMBER IN (SELECT number FROM label WHERE {condition})", values


def _days(days: Days) -> Sql:
    if days.field == "when":
        return _when(days)
    first, last = _iso(days.first, "0000"), _iso(days.last, "9999-99")
    statement = f"SELECT number FROM article WHERE {days.field} BETWEEN ? AND ?"
    if days.field != "published":
        return f"NUMBER IN ({statement})", [first, last]
    # a month or a year answers where all of its days do
    periods = "SELECT number FROM article WHERE published_first >= ? AND published_last <= ?"
    return f"NUMBER IN ({statement} UNION ALL {periods})", [first, last, first, last]


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
