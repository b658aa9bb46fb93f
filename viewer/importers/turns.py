"""How a reader of many items tells whoever watches it where it is, so that one item can be left out and the rest go on.

A place is the numbers of the items in hand, the outermost first: (3, 17) is the 17th row of the third entry of an
archive. Where nobody watches, nothing is told.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Place = tuple[int, ...]

_OFTEN = 100


class Watcher(Protocol):
    """Whom a reader tells of its items."""

    def begin(self, place: Place, name: str) -> None:
        """The item at ``place`` is taken in hand."""

    def end(self, place: Place) -> None:
        """It is done; the next one is looked for."""

    def live(self) -> None:
        """A long item gets on: a page of it is done."""


class _Watch:
    """A watcher, and the item that was in hand when an earlier reader was ended: nothing up to it is read again."""

    def __init__(self, watcher: Watcher, last: Place) -> None:
        self.watcher, self.last = watcher, last
        self.place: list[int] = []

    def is_past(self) -> bool:
        """Whether the item in hand is the last one or one before it."""
        return tuple(self.place) <= self.last[: len(self.place)] and not self._leads_to_the_last()

    def _leads_to_the_last(self) -> bool:
        depth = len(self.place)
        return depth < len(self.last) and tuple(self.place) == self.last[:depth]


_WATCHES: ContextVar[_Watch | None] = ContextVar("watch", default=None)


@contextmanager
def told(watcher: Watcher, last: Place = ()) -> Iterator[None]:
    """Tell ``watcher`` of each item that is taken in hand after ``last``."""
    token = _WATCHES.set(_Watch(watcher, last))
    try:
        yield
    finally:
        _WATCHES.reset(token)


def in_turn(items: Iterable[Item], name: Callable[[Item], str]) -> Iterator[Item]:
    """The items one by one, each told of by its name before it is given; those that were read already left out."""
    watch = _WATCHES.get()
    if watch is None:
        yield from items
        return
    depth = len(watch.place)
    for number, item in enumerate(items, 1):
        watch.place[depth:] = [number]
        if not watch.is_past():
            watch.watcher.begin(tuple(watch.place), name(item))
            yield item
            watch.watcher.end(tuple(watch.place[: depth + 1]))
        elif number % _OFTEN == 0:
            watch.watcher.live()
    del watch.place[depth:]


def step() -> None:
    """Say that a long item gets on."""
    watch = _WATCHES.get()
    if watch:
        watch.watcher.live()
