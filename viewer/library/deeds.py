"""What the reader did, as values from which it can be undone, to the letter and not over what others did since."""

from __future__ import annotations

import time
from array import array
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from viewer.library.source import fingerprint_of
from viewer.model import LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from viewer.library.state import Identity, StateStore
    from viewer.model import SavedSearch, Story

_MARKS = frozenset(["read", "starred", "archived", "trashed_at"])
_PUT = (
    "INSERT INTO status (id, path, fingerprint, changed_at, {column}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO "
    "UPDATE SET path = excluded.path, fingerprint = excluded.fingerprint, changed_at = excluded.changed_at, "
    "{column} = excluded.{column}"
)


class ChangedSinceError(LibraryError):
    """What was to be undone was changed since, and was left as it is."""

    def __init__(self) -> None:
        super().__init__("It was changed since, so it was left as it is.")


@dataclass(frozen=True, slots=True)
class MarkDeed:
    """A mark that was changed. ``column`` is that of the state file; a move is (before, after, ids of articles)."""

    column: str
    moves: tuple[tuple[float, float, array[int]], ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """The articles that it changed."""
        return tuple(id for _, _, ids in self.moves for id in ids)


class Splice(NamedTuple):
    """What was changed in an article's file: at ``begin``, ``new`` stands where ``old`` stood.

    ``before`` and ``after`` are fingerprints of the whole file.
    """

    id: int
    path: str
    begin: int
    old: bytes
    new: bytes
    before: bytes
    after: bytes

    @classmethod
    def between(cls, id: int, path: str, raw: bytes, changed: bytes) -> Self:
        """The one stretch in which two contents of a file differ."""
        begin = _alike(raw, changed)
        tail = _alike(raw[begin:][::-1], changed[begin:][::-1])
        old, new = raw[begin : len(raw) - tail], changed[begin : len(changed) - tail]
        return cls(id, path, begin, old, new, fingerprint_of(raw), fingerprint_of(changed))

    def taken_back(self, raw: bytes) -> bytes:
        """The content before the change. Raises ChangedSinceError where the file is not as the change left it."""
        end = self.begin + len(self.new)
        content = raw[: self.begin] + self.old + raw[end:]
        if fingerprint_of(raw) != self.after or fingerprint_of(content) != self.before:
            raise ChangedSinceError
        return content


@dataclass(frozen=True, slots=True)
class HeaderDeed:
    """What was changed in the front matter of files: "tags", or when they were "published"."""

    splices: tuple[Splice, ...]
    key: str = "tags"


@dataclass(frozen=True, slots=True)
class ShelfDeed:
    """A story or a saved search that was made, changed or taken away; None where there was or is none."""

    before: Story | SavedSearch | None
    after: Story | SavedSearch | None


@dataclass(frozen=True, slots=True)
class NoteDeed:
    """A highlight, a note or a date of the article ``id`` that was made, changed or taken away.

    ``before`` and ``after`` are the JSON of its file, "" where there was or is none; ``number`` is its place there.
    """

    id: int
    before: str
    after: str
    number: int

    @property
    def key(self) -> str:
        """The id of the annotation; "" where it has none."""
        from viewer.library.annotation_items import id_of

        return id_of(self._items[-1])

    @property
    def is_date(self) -> bool:
        """Whether it sets a date, or takes one back."""
        from viewer.library.set_dates import is_set_date

        return any(map(is_set_date, self._items))

    @property
    def date(self) -> str | None:
        """The date that is set since, as EDTF, "" for none at all; None where no date is set."""
        from viewer.library.set_dates import date_in

        return date_in(self._items[-1]) if self.after else None

    @property
    def _items(self) -> list[object]:
        """What it was, and what it is now, as far as there was and is anything."""
        import json

        return [json.loads(text) for text in (self.before, self.after) if text]


Deed: TypeAlias = MarkDeed | HeaderDeed | ShelfDeed | NoteDeed


def set_mark(state: StateStore, articles: Sequence[Identity], column: str, value: float) -> MarkDeed:
    """Set a mark of articles that have not got it yet. Raises LibraryError where that cannot be saved."""
    if column not in _MARKS:
        raise ValueError(column)

    def work(connection: sqlite3.Connection) -> dict[float, array[int]]:
        before = _values(connection, column, [one.id for one in articles])
        differing = [one for one in articles if bool(before[one.id]) is not bool(value)]
        now = time.time()
        rows = [(one.id, one.path, one.fingerprint, now, value) for one in differing]
        connection.executemany(_PUT.format(column=column), rows)
        return _grouped((one.id, before[one.id]) for one in differing)

    with state.holding():
        groups = state.write(work)
        deed = MarkDeed(column, tuple((before, value, ids) for before, ids in groups.items()))
        state.note(deed.ids, **{column: value})
    return deed


def undo_mark(state: StateStore, deed: MarkDeed) -> tuple[MarkDeed, tuple[int, ...]]:
    """Give articles the mark that they had before, unless it was changed since.

    Gives what undoes the undoing, and the articles that were left as they are. Raises LibraryError as ``set_mark``.
    """

    def work(connection: sqlite3.Connection) -> set[int]:
        now = _values(connection, deed.column, deed.ids)
        moved = {id: after for _, after, ids in deed.moves for id in ids}
        kept = {id for id, value in now.items() if value != moved[id]}
        moment = time.time()
        for before, _, ids in deed.moves:
            rows = [(before, moment, id) for id in ids if id not in kept]
            connection.executemany(f"UPDATE status SET {deed.column} = ?, changed_at = ? WHERE id = ?", rows)
        return kept

    with state.holding():
        kept = state.write(work)
        inverse = MarkDeed(deed.column, tuple(_turned(move, kept) for move in deed.moves))
        for _, value, ids in inverse.moves:
            state.note(ids, **{deed.column: value})
    return inverse, tuple(kept)


def _turned(move: tuple[float, float, array[int]], kept: set[int]) -> tuple[float, float, array[int]]:
    before, after, ids = move
    return after, before, array("q", (id for id in ids if id not in kept)) if kept else ids


def _values(connection: sqlite3.Connection, column: str, ids: Iterable[int]) -> dict[int, float]:
    """The mark of each article; 0 for those without a row."""
    statement = f"SELECT {column} FROM status WHERE id = ?"
    found = ((id, connection.execute(statement, (id,)).fetchone()) for id in ids)
    return {id: row[0] if row else 0 for id, row in found}


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes are the same at the beginning of both; by halves, since a file may be large."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _grouped(values: Iterable[tuple[int, float]]) -> dict[float, array[int]]:
    groups: dict[float, array[int]] = defaultdict(lambda: array("q"))
    for id, value in values:
        groups[value].append(id)
    return dict(groups)
