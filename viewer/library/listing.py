"""Asking the index for lists: which articles, in what order, and the rows of a page of them."""

from __future__ import annotations

import json
from array import array
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from viewer.library import twin_rows
from viewer.library.values import Counts, NamedCount
from viewer.model import Article, IndexProblem, UsageError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from viewer.library.marks import Marks

ORDERS = {
    "published": "published_order DESC, number DESC",
    "saved": "saved IS NULL, saved DESC, published_order DESC, number DESC",
    "title": "title COLLATE NOCASE, number",
    "length": "words DESC, number",
}
ORDERS["read"] = ORDERS["published"]  # and then by the moments of reading, which the index does not know
VIEWS = ("all", "unread", "starred", "archive", "trash", "section:NAME", "tag:NAME", "story:ID", "search:QUERY")

_COLUMNS = (
    "id, path, title, published, published_at, published_in, updated, saved, authors, site, sections, tags, language, "
    "url, description, credit, words"
)
_MOST_VARIABLES = 500


def ids(
    connection: sqlite3.Connection,
    marks: Marks,
    view: str,
    order: str,
    chosen: Container[int] = (),
    latest: Sequence[int] = (),
) -> array[int]:
    """The ids of a view, in order. Raises UsageError for a view or an order that does not exist.

    ``chosen`` are the articles of a view that the index does not know; ``latest`` are those that were read, the last
    one first, for the order "read".
    """
    if order not in ORDERS:
        raise UsageError(f"There is no order “{order}”. Choose one of: {', '.join(ORDERS)}.")
    kind, colon, name = view.partition(":")
    if colon and kind in ("section", "tag"):
        source = "article JOIN label USING (number) WHERE kind = ? AND name = ?"
        found = connection.execute(f"SELECT id FROM {source} ORDER BY {ORDERS[order]}", (kind, name))
    elif colon and kind == "search":
        from viewer.library.searching import matching  # words, dates and signs: not before somebody searches

        return _by_reading(matching(connection, marks, name, ORDERS[order]), latest)
    else:
        found = connection.execute(f"SELECT id FROM article ORDER BY {ORDERS[order]}")
    return _by_reading(_ids(found, _keeper(marks, view, chosen)), latest)


def newest(connection: sqlite3.Connection, marks: Marks) -> int | None:
    """The article that was published last, of those that are not in the trash."""
    found = connection.execute(f"SELECT id FROM article ORDER BY {ORDERS['published']}")
    return next((id for (id,) in found if id not in marks.trashed), None)


def _keeper(marks: Marks, view: str, chosen: Container[int]) -> Callable[[int], bool] | None:
    """What decides whether an article stands in a view; None where each of them does."""
    kind = view.partition(":")[0]
    if view == "trash":
        return marks.trashed.__contains__
    if view == "all" or kind in ("section", "tag"):
        return (lambda id: id not in marks.trashed) if marks.trashed else None
    if view == "unread":
        hidden = marks.read | marks.archived | marks.trashed
        return lambda id: id not in hidden
    if view in ("starred", "archive"):
        return ((marks.starred if view == "starred" else marks.archived) - marks.trashed).__contains__
    if kind == "story":
        return lambda id: id in chosen and id not in marks.trashed
    raise UsageError(f"There is no view “{view}”. Choose one of: {', '.join(VIEWS)}.")


def _by_reading(found: array[int], latest: Sequence[int]) -> array[int]:
    """The ids with those that were read before the others, the last one first."""
    if not latest:
        return found
    rank = {id: number for number, id in enumerate(latest)}
    return array("q", sorted(found, key=lambda id: rank.get(id, len(rank))))


def _ids(found: sqlite3.Cursor, keep: Callable[[int], bool] | None = None) -> array[int]:
    return array("q", [id for (id,) in found if keep is None or keep(id)])


def rows(connection: sqlite3.Connection, marks: Marks, wanted: Sequence[int]) -> tuple[Article, ...]:
    """The articles with these ids, in this order; ids that are gone are left out."""
    found: dict[int, Article] = {}
    conflicts, alike = _conflicts(connection), twin_rows.counts(connection, wanted, marks.trashed)
    for begin in range(0, len(wanted), _MOST_VARIABLES):
        part = list(wanted[begin : begin + _MOST_VARIABLES])
        places = ", ".join("?" * len(part))
        selected = connection.execute(f"SELECT {_COLUMNS} FROM article WHERE id IN ({places})", part)
        found |= {row[0]: _article(row, marks, conflicts, alike) for row in selected}
    return tuple(found[id] for id in wanted if id in found)


def counts(connection: sqlite3.Connection, marks: Marks) -> Counts:
    """How many articles each of the fixed views holds."""
    present = {id for (id,) in connection.execute("SELECT id FROM article")}
    trashed = present & marks.trashed
    kept = present - trashed if trashed else present
    return Counts(
        len(kept),
        len(kept) - len(kept & (marks.read | marks.archived)),
        len(kept & marks.starred),
        len(kept & marks.archived),
        len(trashed),
    )


def labels(connection: sqlite3.Connection, kind: str, without: Iterable[int] = ()) -> tuple[NamedCount, ...]:
    """The sections or the tags by name, with the number of articles of each; those ``without`` do not count."""
    statement = "SELECT name, count(*) FROM label WHERE kind = ? GROUP BY name ORDER BY name COLLATE NOCASE"
    counted = dict(connection.execute(statement, (kind,)))
    carried = "SELECT name FROM label JOIN article USING (number) WHERE kind = ? AND id = ?"
    for id in without:
        for (name,) in connection.execute(carried, (kind, id)):
            counted[name] -= 1
    return tuple(NamedCount(name, count) for name, count in counted.items() if count > 0)


def problems(connection: sqlite3.Connection) -> tuple[IndexProblem, ...]:
    """Conflicted copies, files that could not be read, and articles that were read only in part, each by path."""
    statement = (
        "SELECT path, reason FROM refused "
        "UNION SELECT path, reason FROM note JOIN article USING (number) ORDER BY path, reason"
    )
    found = [IndexProblem(PurePosixPath(path), reason) for path, reason in connection.execute(statement)]
    from viewer.library.conflicts import conflict_in_words  # a start does without it

    copies = connection.execute("SELECT path, original FROM conflict ORDER BY path")
    return (
        *(IndexProblem(PurePosixPath(path), conflict_in_words(name), failed=False) for path, name in copies),
        *found,
    )


def _conflicts(connection: sqlite3.Connection) -> dict[str, str]:
    """The files that are conflicted copies or have one, by path; mostly there are none."""
    found = connection.execute("SELECT path, original FROM conflict").fetchall()
    return {original: "original" for _, original in found} | {path: "copy" for path, _ in found}


def _article(row: Iterable[Any], marks: Marks, conflicts: Mapping[str, str], alike: Mapping[int, int]) -> Article:
    id, path, title, published, published_at, published_in, updated, saved, authors, *more = row
    site, sections, tags, language, url, description, credit, words = more
    return Article(
        id=id,
        path=PurePosixPath(path),
        title=title,
        published=_day(published),
        published_at=datetime.fromisoformat(published_at) if published_at else None,
        published_in=published_in,
        updated=_day(updated),
        saved=_day(saved),
        authors=_names(authors),
        site=site,
        sections=_names(sections),
        tags=_names(tags),
        language=language,
        url=url,
        description=description,
        credit=credit,
        words=words,
        read=id in marks.read,
        starred=id in marks.starred,
        position=marks.positions.get(id, 0.0),
        archived=id in marks.archived,
        trashed=id in marks.trashed,
        conflict=conflicts.get(path, ""),
        twins=alike.get(id, 0),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _names(packed: str) -> tuple[str, ...]:
    return () if packed == "[]" else tuple(json.loads(packed))
