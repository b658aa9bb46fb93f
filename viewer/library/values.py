"""Small values that the library hands out beside the articles themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from viewer.library.deeds import Deed
    from viewer.model import IndexProblem


class Changes(NamedTuple):
    """What a mutation changed, as article ids, so that each view decides whether to refresh.

    ``status`` holds articles whose marks changed; with ``moved`` lists have to be asked for again. ``cancelled`` is
    true where the work was stopped before its end; what was done until then is kept. ``elsewhere`` is true where
    nothing was done because another process is still at it. ``undo`` is what ``Library.undo`` takes; an undoing leaves
    what was changed since, the articles ``kept``. ``problems`` are what could not be done. Truth value: whether
    anything changed.
    """

    added: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    status: tuple[int, ...] = ()
    cancelled: bool = False
    elsewhere: bool = False
    moved: bool = False
    kept: tuple[int, ...] = ()
    problems: tuple[IndexProblem, ...] = ()
    undo: Deed | None = None

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.status or self.moved)


class Progress(NamedTuple):
    """How far a long job is. ``phase`` is a word for the reader; ``total`` is 0 while it is not known yet."""

    done: int
    total: int
    phase: str


class Counts(NamedTuple):
    """How many articles each of the fixed views holds."""

    all: int = 0
    unread: int = 0
    starred: int = 0
    archive: int = 0
    trash: int = 0


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A section or a tag, and how many articles carry it."""

    name: str
    count: int


ReportProgress = Callable[[Progress], bool | None]
"""Called now and then during a long job; returning False (None is not False) cancels it."""
