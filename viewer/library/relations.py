"""Related articles: who has which term is kept in memory while a library is open, vectors stay in the index."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from viewer.library.links import paths_meant
from viewer.model import RelatedRow
from viewer.stories import Match, RelatedIndex, shared_days, shared_names, shared_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

LEAST_SCORE = 0.12
DUPLICATE_SCORE = 0.8
_MOST_VARIABLES = 500


@dataclass(frozen=True, slots=True)
class _Subject:
    """An article as far as its relations go."""

    number: int
    id: int
    title: str
    published: date | None
    order: int | None


@dataclass(frozen=True, slots=True)
class _Group:
    """A match with its near-duplicates; ``link`` is the reason in words where the two link to each other."""

    first: Match
    link: str
    duplicates: list[int] = field(default_factory=list)


class Relations:
    """Answers for ``Library.related``; safe to use from several threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._index = RelatedIndex(self._fetch)
        self._revision = 0

    def related(self, connection: sqlite3.Connection, id: int, limit: int) -> tuple[RelatedRow, ...]:
        """What tells the same story as article ``id``: explicit links first, then the nearest."""
        subject = _subject(connection, "id", id)
        if subject is None or limit < 1:
            return ()
        with self._guard:
            self._connection = connection
            self._catch_up(connection)
            groups = self._groups(connection, subject, limit)
            rows = [self._row(connection, subject, group) for group in groups]
            self._connection = None
        return tuple(row for row in rows if row)

    def forget(self) -> None:
        """Begin again, as after the index was made anew."""
        with self._guard:
            self._index, self._revision = RelatedIndex(self._fetch), 0

    # --- the vectors

    def _fetch(self, numbers: Sequence[int]) -> dict[int, bytes]:
        connection = self._connection
        if connection is None:
            return {}
        found: dict[int, bytes] = {}
        for begin in range(0, len(numbers), _MOST_VARIABLES):
            part = list(numbers[begin : begin + _MOST_VARIABLES])
            places = ", ".join("?" * len(part))
            found |= dict(connection.execute(f"SELECT number, terms FROM vector WHERE number IN ({places})", part))
        return found

    def _catch_up(self, connection: sqlite3.Connection) -> None:
        """Take in the vectors that were written since, by whichever process, and drop those that are gone."""
        summary = "SELECT count(*), coalesce(max(revision), 0), total(revision > ?) FROM vector"
        count, revision, coming = connection.execute(summary, (self._revision,)).fetchone()
        if coming and self._index.is_worn(int(coming)):
            self._index, self._revision = RelatedIndex(self._fetch), 0
        if revision > self._revision:
            statement = "SELECT number, terms FROM vector WHERE revision > ? ORDER BY number"
            for _, packed in connection.execute(statement, (self._revision,)):
                self._index.count(packed)
            for number, packed in connection.execute(statement, (self._revision,)):
                self._index.add(number, packed)
            self._revision = revision
        if count != len(self._index):
            present = {number for (number,) in connection.execute("SELECT number FROM vector")}
            self._index.remove(self._index.numbers - present)

    # --- rows

    def _groups(self, connection: sqlite3.Connection, subject: _Subject, limit: int) -> list[_Group]:
        """Linked articles first, whether near or not, then the nearest, each with its near-duplicates."""
        links = _linked(connection, subject.number)
        matches = self._index.related(subject.number, LEAST_SCORE, limit + len(links) + 20)
        scores = {match.number: match.score for match in matches}
        linked = sorted(links, key=lambda number: -scores.get(number, 0.0))
        groups = [_Group(Match(number, scores.get(number, 0.0)), links[number]) for number in linked]
        groups += self._collapsed([match for match in matches if match.number not in links])
        return groups[:limit]

    def _collapsed(self, matches: Sequence[Match]) -> list[_Group]:
        """One group for each text: a match that is nearly the same as a better one joins that one's group."""
        groups: list[_Group] = []
        vectors = self._fetch([match.number for match in matches])
        for match in matches:
            for group in groups:
                if self._index.cosine(vectors[group.first.number], vectors[match.number]) > DUPLICATE_SCORE:
                    group.duplicates.append(match.number)
                    break
            else:
                groups.append(_Group(match, ""))
        return groups

    def _row(self, connection: sqlite3.Connection, subject: _Subject, group: _Group) -> RelatedRow | None:
        other = _subject(connection, "number", group.first.number)
        if other is None:
            return None
        duplicates = (_subject(connection, "number", number) for number in group.duplicates)
        return RelatedRow(
            id=other.id,
            score=round(group.first.score, 4),
            why=tuple(self._reasons(connection, subject.number, other.number, group.link)),
            relation=_relation(subject, other, is_linked=bool(group.link)),
            title=other.title,
            published=other.published,
            duplicates=tuple(one.id for one in duplicates if one),
        )

    def _reasons(self, connection: sqlite3.Connection, ours: int, theirs: int, link: str) -> Iterable[str]:
        if link:
            yield link
        (our_names, our_words), (their_names, their_words) = (_names(connection, one) for one in (ours, theirs))
        names = shared_names(our_names, their_names, self._index.rarity)
        words = names or shared_words(our_words, their_words, self._index.rarity)
        if words:
            yield f"both {'name' if names else 'use'} {_joined(words)}"
        days = shared_days(_days(connection, ours), _days(connection, theirs))
        if days:
            yield f"both report {_joined(days)}"


def _subject(connection: sqlite3.Connection, key: str, value: int) -> _Subject | None:
    statement = f"SELECT number, id, title, published, published_order FROM article WHERE {key} = ?"
    row = connection.execute(statement, (value,)).fetchone()
    if row is None:
        return None
    number, id, title, published, order = row
    return _Subject(number, id, title, date.fromisoformat(published) if published else None, order)


def _linked(connection: sqlite3.Connection, number: int) -> dict[int, str]:
    """Numbers of the articles that this one links to or is linked from, with that as a reason."""
    linked: dict[int, str] = {}
    keys = connection.execute("SELECT target FROM link WHERE source = ?", (number,)).fetchall()
    for (key,) in keys:
        target = number_at(connection, key)
        if target is not None:
            linked[target] = "linked from this article"
    for source in _linking(connection, number):
        linked[source] = "linked both ways" if source in linked else "links here"
    linked.pop(number, None)
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
        return int(row[0]) if row else None
    for path in paths_meant(key):
        row = connection.execute("SELECT number FROM article WHERE path = ?", (path,)).fetchone()
        if row:
            return int(row[0])
    return None


def _relation(subject: _Subject, other: _Subject, *, is_linked: bool) -> str:
    if is_linked:
        return "linked"
    if subject.order is None or other.order is None:
        return "undated"
    return "earlier" if other.order < subject.order else "later"


def _names(connection: sqlite3.Connection, number: int) -> tuple[list[str], list[str]]:
    row = connection.execute("SELECT names, spellings FROM vector WHERE number = ?", (number,)).fetchone()
    return (row[0].split("\n"), row[1].split("\n")) if row else ([], [])


def _days(connection: sqlite3.Connection, number: int) -> list[tuple[int, int]]:
    return connection.execute("SELECT first, last FROM event_day WHERE number = ?", (number,)).fetchall()


def _joined(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
