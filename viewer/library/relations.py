"""Related articles: the vectors of the index, kept in memory for as long as a library is open."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from viewer.library.links import paths_meant
from viewer.model import RelatedRow
from viewer.stories import Match, RelatedIndex, collapse, shared_days, shared_names

if TYPE_CHECKING:
    import sqlite3

LEAST_SCORE = 0.25
_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class _Subject:
    """An article as far as its relations go."""

    number: int
    id: int
    title: str
    published: date | None
    order: int | None


class Relations:
    """Answers for ``Library.related``; safe to use from several threads."""

    def __init__(self) -> None:
        self._index = RelatedIndex()
        self._revision = 0
        self._guard = threading.Lock()

    def related(self, connection: sqlite3.Connection, id: int, limit: int) -> tuple[RelatedRow, ...]:
        """What tells the same story as article ``id``: explicit links first, then the nearest."""
        subject = _subject(connection, "id", id)
        if subject is None:
            return ()
        links = _linked(connection, subject)
        groups = collapse(self._matches(connection, subject.number, limit), links)
        rows = [_row(connection, subject, group, links) for group in groups[: max(0, limit)]]
        return tuple(row for row in rows if row)

    def _matches(self, connection: sqlite3.Connection, number: int, limit: int) -> list[Match]:
        with self._guard:
            self._catch_up(connection)
            return self._index.related(number, LEAST_SCORE, min(_MOST_ROWS, limit * 2 + 20))

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        """Take in the vectors that were written since, by whichever process, and drop those that are gone."""
        statement = "SELECT number, terms, revision FROM vector WHERE revision > ? ORDER BY number"
        new = connection.execute(statement, (self._revision,)).fetchall()
        self._revision = max([self._revision, *(revision for _, _, revision in new)])
        self._index.update((number, terms) for number, terms, _ in new)
        (count,) = connection.execute("SELECT count(*) FROM vector").fetchone()
        if count != len(self._index):
            present = {number for (number,) in connection.execute("SELECT number FROM vector")}
            self._index.remove(self._index.numbers() - present)

    def forget(self) -> None:
        """Begin again, as after the index was made anew."""
        with self._guard:
            self._index, self._revision = RelatedIndex(), 0


def _subject(connection: sqlite3.Connection, key: str, value: int) -> _Subject | None:
    statement = f"SELECT number, id, title, published, published_order FROM article WHERE {key} = ?"
    row = connection.execute(statement, (value,)).fetchone()
    if row is None:
        return None
    number, id, title, published, order = row
    return _Subject(number, id, title, date.fromisoformat(published) if published else None, order)


def _linked(connection: sqlite3.Connection, subject: _Subject) -> dict[int, str]:
    """Numbers of the articles that the subject links to or is linked from, with that as a reason."""
    linked: dict[int, str] = {}
    keys = [key for (key,) in connection.execute("SELECT target FROM link WHERE source = ?", (subject.number,))]
    for key in keys:
        number = number_at(connection, key)
        if number is not None:
            linked[number] = "linked from this article"
    for number in _linking(connection, subject.number):
        linked[number] = "links both ways" if number in linked else "links here"
    linked.pop(subject.number, None)
    return linked


def _linking(connection: sqlite3.Connection, number: int) -> list[int]:
    path, url_key = connection.execute("SELECT path, url_key FROM article WHERE number = ?", (number,)).fetchone()
    stem = path.rpartition(".")[0]
    names = [path, stem, f"{stem}.html", f"{stem}.htm", *([url_key] if url_key else [])]
    places = ", ".join("?" * len(names))
    return [source for (source,) in connection.execute(f"SELECT source FROM link WHERE target IN ({places})", names)]


def number_at(connection: sqlite3.Connection, key: str) -> int | None:
    """The number of the article at a path or an address, as ``links.target_key`` writes them."""
    if key.startswith("//"):
        row = connection.execute("SELECT number FROM article WHERE url_key = ? ORDER BY number", (key,)).fetchone()
        return row[0] if row else None
    for path in paths_meant(key):
        row = connection.execute("SELECT number FROM article WHERE path = ?", (path,)).fetchone()
        if row:
            return int(row[0])
    return None


def _row(
    connection: sqlite3.Connection, subject: _Subject, group: list[Match], links: dict[int, str]
) -> RelatedRow | None:
    first, *others = group
    other = _subject(connection, "number", first.number)
    if other is None:
        return None
    duplicates = tuple(one.id for match in others if (one := _subject(connection, "number", match.number)))
    return RelatedRow(
        id=other.id,
        score=round(first.score, 4),
        why=_reasons(connection, subject, other, links, bool(duplicates)),
        relation=_relation(subject, other, is_linked=other.number in links),
        title=other.title,
        published=other.published,
        duplicates=duplicates,
    )


def _relation(subject: _Subject, other: _Subject, *, is_linked: bool) -> str:
    if is_linked:
        return "linked"
    if subject.order is None or other.order is None:
        return "undated"
    return "earlier" if other.order < subject.order else "later"


def _reasons(
    connection: sqlite3.Connection, subject: _Subject, other: _Subject, links: dict[int, str], has_duplicates: bool
) -> tuple[str, ...]:
    reasons = [links[other.number]] if other.number in links else []
    names = shared_names(_spellings(connection, subject.number), _spellings(connection, other.number))
    if names:
        reasons.append("both name " + ", ".join(names))
    days = shared_days(_days(connection, subject.number), _days(connection, other.number))
    if days:
        reasons.append("both report " + ", ".join(days))
    return tuple(reasons)


def _spellings(connection: sqlite3.Connection, number: int) -> list[str]:
    row = connection.execute("SELECT names FROM vector WHERE number = ?", (number,)).fetchone()
    return row[0].split("\n") if row else []


def _days(connection: sqlite3.Connection, number: int) -> list[tuple[int, int]]:
    return connection.execute("SELECT first, last FROM event_day WHERE number = ?", (number,)).fetchall()
