"""Stories and saved searches in the reader's own state: making, changing and undoing them."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from viewer.document import strip_controls
from viewer.library.deeds import ShelfDeed
from viewer.model import DatelineError, UsageError
from viewer.model.organised import SavedSearch, Story

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

    from viewer.library.library import Library
    from viewer.library.state import Identity, StateStore
    from viewer.library.values import Counts, NamedCount

    Shelf: TypeAlias = Story | SavedSearch

LONGEST = 120
_KINDS = {Story: "story", SavedSearch: "saved search"}
_NO_NAME = "Give it a name."
_NO_QUERY = "There is no search to save. Type one first."
_GONE = "This {} is not there any more."
_TAKEN = "There is a {} of this name already: {}."


class Shelves(NamedTuple):
    """Everything under which articles stand, as at one moment; a story with the number of articles that it shows."""

    counts: Counts
    stories: tuple[tuple[Story, int], ...]
    searches: tuple[SavedSearch, ...]
    tags: tuple[NamedCount, ...]
    sections: tuple[NamedCount, ...]


def shelves_of(library: Library) -> Shelves:
    """The shelves of a library."""
    named = library.stories()
    present = frozenset(library.ids()) if named else frozenset()
    counted = tuple((story, len(present.intersection(story.articles))) for story in named)
    return Shelves(library.counts(), counted, library.saved_searches(), library.tags(), library.sections())


def counts_of_searches(
    library: Library, searches: Iterable[SavedSearch], is_cancelled: Callable[[], bool] = lambda: False
) -> dict[int, int]:
    """How many articles each saved search finds, by its id; a search that cannot be read is left out."""
    found: dict[int, int] = {}
    for search in searches:
        if is_cancelled():
            break
        try:
            found[search.id] = len(library.ids(f"search:{search.query}"))
        except DatelineError:
            continue
    return found


def stories(state: StateStore) -> tuple[Story, ...]:
    """Every story with its articles, by name."""
    return state.read(_stories, ())


def searches(state: StateStore) -> tuple[SavedSearch, ...]:
    """Every saved search, by name."""
    return state.read(_searches, ())


def put(state: StateStore, shelf: Shelf, articles: Sequence[Identity] = ()) -> ShelfDeed:
    """Make what has the id 0, or change what has another; ``articles`` are to be remembered in a story.

    Raises UsageError for an empty name, one that is taken, or what is gone; LibraryError where it cannot be saved.
    """
    named = replace(shelf, name=_checked(shelf.name))
    if isinstance(named, Story):
        named = replace(named, articles=tuple(sorted(set(named.articles))))

    def work(connection: sqlite3.Connection) -> ShelfDeed:
        kind = _KINDS[type(named)]
        before = _found(connection, named) if named.id else None
        if named.id and before is None:
            raise UsageError(_GONE.format(kind))
        same = (one for one in _all_of(connection, named) if one.name.casefold() == named.name.casefold())
        if any(one.id != named.id for one in same):
            raise UsageError(_TAKEN.format(kind, named.name))
        after = named if named.id else replace(named, id=_new_id(connection, named))
        _remember(connection, articles)
        _write(connection, after)
        return ShelfDeed(before, after)

    return state.write(work)


def change_story(
    state: StateStore, id: int, add: Sequence[Identity] = (), remove: Iterable[int] = (), name: str | None = None
) -> ShelfDeed:
    """Add articles to a story, take others out, give it another name. Raises as ``put``."""
    story = next((one for one in stories(state) if one.id == id), None)
    if story is None:
        raise UsageError(_GONE.format("story"))
    gone = set(remove)
    kept = [one for one in story.articles if one not in gone]
    articles = (*kept, *(one.id for one in add))
    return put(state, replace(story, articles=articles, name=story.name if name is None else name), add)


def remove(state: StateStore, shelf: Shelf) -> ShelfDeed:
    """Take a story or a saved search away; its articles stay. Raises as ``put``."""

    def work(connection: sqlite3.Connection) -> ShelfDeed:
        before = _found(connection, shelf)
        if before is None:
            raise UsageError(_GONE.format(_KINDS[type(shelf)]))
        _erase(connection, before)
        return ShelfDeed(before, None)

    return state.write(work)


def undo_shelf(state: StateStore, deed: ShelfDeed) -> ShelfDeed | None:
    """Bring back what was before, unless it was changed since; gives what undoes that, None where it was left.

    Raises LibraryError where it cannot be saved.
    """
    before, after = deed.before, deed.after
    present = after or before
    assert present is not None

    def work(connection: sqlite3.Connection) -> ShelfDeed | None:
        if _found(connection, present) != after:
            return None
        if before is None:
            _erase(connection, present)
        else:
            _write(connection, before)
        return ShelfDeed(after, before)

    return state.write(work)


def _checked(name: str) -> str:
    text = " ".join(strip_controls(name).split())[:LONGEST].strip()
    if not text:
        raise UsageError(_NO_NAME)
    return text


def checked_query(query: str) -> str:
    """A search to be saved, on one line. Raises UsageError for none."""
    text = " ".join(strip_controls(query).split())[:1000]
    if not text:
        raise UsageError(_NO_QUERY)
    return text


# --- the tables


def _stories(connection: sqlite3.Connection) -> tuple[Story, ...]:
    articles: dict[int, list[int]] = {}
    for story, article in connection.execute("SELECT story, article FROM story_article ORDER BY article"):
        articles.setdefault(story, []).append(article)
    found = connection.execute("SELECT id, name FROM story ORDER BY name COLLATE NOCASE, id")
    return tuple(Story(id, name, tuple(articles.get(id, ()))) for id, name in found)


def _searches(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    found = connection.execute("SELECT id, name, query FROM saved_search ORDER BY name COLLATE NOCASE, id")
    return tuple(SavedSearch(*row) for row in found)


def _all_of(connection: sqlite3.Connection, shelf: Shelf) -> Iterable[Shelf]:
    return _stories(connection) if isinstance(shelf, Story) else _searches(connection)


def _found(connection: sqlite3.Connection, shelf: Shelf) -> Shelf | None:
    return next((one for one in _all_of(connection, shelf) if one.id == shelf.id), None)


def _new_id(connection: sqlite3.Connection, shelf: Shelf) -> int:
    """An id that nothing had before, so that undoing never meets another thing under it."""
    if isinstance(shelf, Story):
        made = connection.execute("INSERT INTO story (name) VALUES ('')")
    else:
        made = connection.execute("INSERT INTO saved_search (name, query) VALUES ('', '')")
    return int(made.lastrowid or 0)


def _write(connection: sqlite3.Connection, shelf: Shelf) -> None:
    if isinstance(shelf, SavedSearch):
        row = (shelf.id, shelf.name, shelf.query)
        connection.execute("INSERT OR REPLACE INTO saved_search (id, name, query) VALUES (?, ?, ?)", row)
        return
    connection.execute("INSERT OR REPLACE INTO story (id, name) VALUES (?, ?)", (shelf.id, shelf.name))
    connection.execute("DELETE FROM story_article WHERE story = ?", (shelf.id,))
    rows = [(shelf.id, article) for article in shelf.articles]
    connection.executemany("INSERT INTO story_article (story, article) VALUES (?, ?)", rows)


def _erase(connection: sqlite3.Connection, shelf: Shelf) -> None:
    if isinstance(shelf, SavedSearch):
        connection.execute("DELETE FROM saved_search WHERE id = ?", (shelf.id,))
        return
    connection.execute("DELETE FROM story_article WHERE story = ?", (shelf.id,))
    connection.execute("DELETE FROM story WHERE id = ?", (shelf.id,))


def _remember(connection: sqlite3.Connection, articles: Iterable[Identity]) -> None:
    """A row of marks for each article, from which it is recognised after its file was renamed."""
    connection.executemany(
        "INSERT INTO status (id, path, fingerprint, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO "
        "UPDATE SET path = excluded.path, fingerprint = excluded.fingerprint",
        [(one.id, one.path, one.fingerprint, time.time()) for one in articles],
    )
