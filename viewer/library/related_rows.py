"""From numbers and scores to the rows of the Related list, each with its reasons in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from viewer.library.links import paths_meant
from viewer.model import RelatedRow
from viewer.stories import Match, shared_days, shared_names, shared_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

_MOST_VARIABLES = 500


@dataclass(frozen=True, slots=True)
class Group:
    """A match with its near-duplicates; ``link`` is the reason in words where the two articles are linked."""

    first: Match
    link: str = ""
    duplicates: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Subject:
    """An article as far as its relations go."""

    number: int
    id: int
    title: str
    published: date | None
    published_in: str
    order: int | None
    names: tuple[str, ...]
    spellings: tuple[str, ...]
    days: tuple[tuple[int, int], ...]


def number_of(connection: sqlite3.Connection, id: int) -> int | None:
    """The index's number of an article."""
    row = connection.execute("SELECT number FROM article WHERE id = ?", (id,)).fetchone()
    return int(row[0]) if row else None


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


def linked_numbers(connection: sqlite3.Connection, number: int) -> dict[int, str]:
    """Numbers of the articles that this one links to or is linked from, with that as a reason in words."""
    linked: dict[int, str] = {}
    for (key,) in connection.execute("SELECT target FROM link WHERE source = ?", (number,)).fetchall():
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


def rows_of(
    connection: sqlite3.Connection, number: int, groups: Sequence[Group], rarity: Callable[[int], float]
) -> tuple[RelatedRow, ...]:
    """A row for each group, as seen from article ``number``."""
    numbers = [number, *(one for group in groups for one in (group.first.number, *group.duplicates))]
    subjects = _subjects(connection, numbers)
    here = subjects.get(number)
    if here is None:
        return ()
    return tuple(_row(here, subjects, group, rarity) for group in groups if group.first.number in subjects)


def _subjects(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Subject]:
    statement = (
        "SELECT number, id, title, published, published_in, published_order, "
        "coalesce(names, ''), coalesce(spellings, '') "
        "FROM article LEFT JOIN vector USING (number) WHERE number IN ({})"
    )
    days: dict[int, list[tuple[int, int]]] = {}
    for number, first, last in _in_parts(
        connection, "SELECT DISTINCT number, first, last FROM event_day WHERE number IN ({})", numbers
    ):
        days.setdefault(number, []).append((first, last))
    return {
        number: Subject(
            number,
            id,
            title,
            date.fromisoformat(published) if published else None,
            period,
            order,
            tuple(names.split("\n")) if names else (),
            tuple(spellings.split("\n")) if spellings else (),
            tuple(days.get(number, ())),
        )
        for number, id, title, published, period, order, names, spellings in _in_parts(connection, statement, numbers)
    }


def _in_parts(connection: sqlite3.Connection, statement: str, numbers: Sequence[int]) -> Iterator[tuple]:  # type: ignore[type-arg]
    for begin in range(0, len(numbers), _MOST_VARIABLES):
        part = list(numbers[begin : begin + _MOST_VARIABLES])
        yield from connection.execute(statement.format(", ".join("?" * len(part))), part)


def _row(here: Subject, subjects: dict[int, Subject], group: Group, rarity: Callable[[int], float]) -> RelatedRow:
    other = subjects[group.first.number]
    return RelatedRow(
        id=other.id,
        score=round(group.first.score, 4),
        why=tuple(_reasons(here, other, group.link, rarity)),
        relation=_relation(here, other, is_linked=bool(group.link)),
        title=other.title,
        published=other.published,
        published_in=other.published_in,
        duplicates=tuple(subjects[number].id for number in group.duplicates if number in subjects),
    )


def _relation(here: Subject, other: Subject, *, is_linked: bool) -> str:
    if is_linked:
        return "linked"
    if here.order is None or other.order is None:
        return "undated"
    if here.published_in or other.published_in:
        return _relation_of_periods(_days_of(here), _days_of(other))
    return "earlier" if other.order < here.order else "later"


def _relation_of_periods(here: tuple[date, date], other: tuple[date, date]) -> str:
    """Earlier or later where all days of the one lie before those of the other."""
    return "earlier" if other[1] < here[0] else "later" if other[0] > here[1] else "undated"


def _days_of(subject: Subject) -> tuple[date, date]:
    """The days on which it may have been published."""
    from viewer.library.header_dates import days_of_period  # most articles name their day, and a start does without

    return (subject.published, subject.published) if subject.published else days_of_period(subject.published_in)


def _reasons(here: Subject, other: Subject, link: str, rarity: Callable[[int], float]) -> Iterable[str]:
    if link:
        yield link
    names = shared_names(here.names, other.names, rarity)
    words = names or shared_words(here.spellings, other.spellings, rarity)
    if words:
        yield f"both {'name' if names else 'use'} {_joined(words)}"
    days = shared_days(here.days, other.days)
    if days:
        yield f"both report {_joined(days)}"


def _joined(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
