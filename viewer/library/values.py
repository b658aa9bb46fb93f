"""Small values that the library hands out beside the articles themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from viewer.model import ImportProblem


@dataclass(frozen=True, slots=True)
class Changes:
    """What a mutation changed, as article ids, so that each view decides whether to refresh.

    ``status`` holds articles whose read mark, star or position changed. ``cancelled`` is true where the work was
    stopped before its end; what was done until then is kept. ``elsewhere`` is true where nothing was done because
    another process is still at it. Truth value: whether anything changed.
    """

    added: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    status: tuple[int, ...] = ()
    cancelled: bool = False
    elsewhere: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.status)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long job is. ``phase`` is a word for the reader; ``total`` is 0 while it is not known yet."""

    done: int
    total: int
    phase: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles each of the fixed views holds."""

    all: int = 0
    unread: int = 0
    starred: int = 0


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A section or a tag, and how many articles carry it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article that is now in the library. ``id`` is None in a dry run, which gives no ids."""

    id: int | None
    path: PurePosixPath
    title: str


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An item that was not added because the library has it: ``path`` is the article that it is."""

    item: str
    title: str
    path: PurePosixPath


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of every item of an import.

    ``stopped`` is empty, or a sentence that says why the rest was not tried, as with a full disk; what was added
    until then is in the library. ``cancelled`` is true where the caller stopped it. Truth value: whether anything
    was added.
    """

    added: tuple[AddedArticle, ...] = ()
    already: tuple[KnownArticle, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    stopped: str = ""
    cancelled: bool = False
    dry_run: bool = False

    def __bool__(self) -> bool:
        return bool(self.added)


ReportProgress = Callable[[Progress], bool | None]
"""Called now and then during a long job; returning False (None is not False) cancels it."""
