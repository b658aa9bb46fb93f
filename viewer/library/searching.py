"""Looking for words in the whole library: which articles, best first, and what to say of it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.library.query_labels import resolved
from viewer.library.query_reading import read_query
from viewer.library.query_sql import Plan, plan, use_marks
from viewer.library.widening import IN_THOSE, Widening, widened

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from viewer.library.marks import Marks
    from viewer.library.query import Query

MOST = 2_000
"""So many articles are ranked at most; of more, those added last are listed, and that is said."""

_WEIGHTS = "10.0, 4.0, 4.0, 4.0, 1.0, 1.0"  # title, author, site, label, body, spelled
_NEWEST = "published_order DESC, number DESC"
_MORE = "More than {:,} articles have this. Listed are those added last; another word would find the best of them."


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: ``ids`` best first, or newest first where it holds no words to rank by, with ``scores``.

    ``remarks`` are sentences for the reader: mistakes in the search, and what would help where nothing was found.
    ``widening`` is set where words inside longer words counted, too. ``more``: there are more than these.
    """

    query: Query
    ids: array[int]
    scores: array[float]
    remarks: tuple[str, ...] = ()
    widening: Widening | None = None
    more: bool = False

    def asked(self, language: str) -> Query:
        """The search as it was put to an article of this language."""
        return self.widening.query if self.widening and self.widening.holds_for(language) else self.query


def look_up(connection: sqlite3.Connection, marks: Marks, text: str, most: int = MOST) -> Found:
    """What answers ``text``, which may be any text: at most ``most`` articles where there are words to rank by."""
    return Search(connection, marks, text).run(most)


def matching(connection: sqlite3.Connection, marks: Marks, text: str, order: str) -> array[int]:
    """The ids of all articles that answer ``text``; ``order`` is an ORDER BY of the table of articles."""
    return Search(connection, marks, text).all(order)


class Search:
    """One search in one library, at one moment."""

    def __init__(self, connection: sqlite3.Connection, marks: Marks, text: str) -> None:
        self.connection = connection
        self.marks = marks
        self.query = resolved(connection, read_query(text))
        use_marks(connection, marks, self.query)

    def run(self, most: int) -> Found:
        """Find, and say what there is to say."""
        made = self.plan(self.query)
        if made is None:
            return Found(self.query, array("q"), array("d"), self.query.problems)
        rows, more = self._best(made, most)
        widening = None if more or not made.match else widened(self.connection, self.query)
        if widening:
            wider, more = self._wider(widening, {id for id, _ in rows}, most - len(rows))
            rows += wider
        if rows or not made.match:
            return self._found(rows, widening, more=more, made=made)
        widening = widened(self.connection, self.query, everywhere=True)
        rows, more = self._wider(widening, set(), most) if widening else ([], False)
        return self._found(rows, widening if rows else None, more=more, made=made, inside=bool(rows))

    def plan(self, query: Query, *, trash: bool = False) -> Plan | None:
        """How to find ``query``; ``trash``: in the trash as well."""
        return plan(query, self.marks, trash=trash)

    def all(self, order: str) -> array[int]:
        """The ids of everything that answers, in an order of the table of articles."""
        parts = [made.whole_condition() for made in self._plans()]
        if not parts:
            return array("q")
        statement = f"SELECT id FROM article WHERE ({') OR ('.join(text for text, _ in parts)}) ORDER BY {order}"
        found = self.connection.execute(statement, [value for _, values in parts for value in values])
        return array("q", [id for (id,) in found])

    def _plans(self) -> list[Plan]:
        made = self.plan(self.query)
        if made is None:
            return []
        widening = widened(self.connection, self.query) if made.match else None
        wide = self._wide_plan(widening) if widening else None
        return [made, wide] if wide else [made]

    def _best(self, made: Plan, most: int) -> tuple[list[tuple[int, float]], bool]:
        """Ids with scores, and whether there are more than ``most``."""
        if not made.match:
            statement = f"SELECT id, 0.0 {made.source} ORDER BY {_NEWEST}"
            return self.connection.execute(statement, made.values).fetchall(), False
        rows = self._rows(made, "0.0", most + 1)
        if len(rows) > most:
            return rows[:most], True
        return self._rows(made, f"-bm25(words.words, {_WEIGHTS})", most), False

    def count(self, made: Plan, most: int) -> int:
        """How many answer, counted up to ``most``."""
        statement = f"SELECT count(*) FROM (SELECT 1 {made.source} LIMIT ?)"
        (count,) = self.connection.execute(statement, (*made.values, most)).fetchone()
        return int(count)

    def _rows(self, made: Plan, score: str, most: int) -> list[tuple[int, float]]:
        inner = f"SELECT id, published_order, number, {score} AS score {made.source} ORDER BY words.rowid DESC LIMIT ?"
        statement = f"SELECT id, score FROM ({inner}) ORDER BY score DESC, {_NEWEST}"
        return self.connection.execute(statement, (*made.values, most)).fetchall()

    def _wide_plan(self, widening: Widening) -> Plan | None:
        made = self.plan(widening.query)
        return made.also(IN_THOSE) if made and widening.some_languages else made

    def _wider(self, widening: Widening, known: set[int], most: int) -> tuple[list[tuple[int, float]], bool]:
        """What the wider search finds beyond ``known``, and whether there is more than ``most``."""
        made = self._wide_plan(widening)
        rows, more = self._best(made, most + len(known)) if made else ([], False)
        new = [(id, 0.0) for id, _ in rows if id not in known]
        return new[:most], more or len(new) > most

    def _found(
        self, rows: list[tuple[int, float]], widening: Widening | None, *, more: bool, made: Plan, inside: bool = False
    ) -> Found:
        remarks = list(self.query.problems)
        if more:
            remarks.append(_MORE.format(MOST))
        if inside:
            remarks.append(_only_inside(self.query))
        if not rows:
            from viewer.library.explaining import explain

            remarks += explain(self, made)
        ids, scores = array("q", [id for id, _ in rows]), array("d", [score for _, score in rows])
        return Found(self.query, ids, scores, tuple(dict.fromkeys(remarks)), widening, more)


def _only_inside(query: Query) -> str:
    words = _quoted(leaf.written for leaf in query.wanted)
    return f"No article has {words} as it stands; these have it inside longer words."


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
