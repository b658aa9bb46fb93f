"""Cards into lanes, marks into rows: no two overlap, and no stem runs through a card.

Cards are placed from the latest to the earliest, each in the lowest lane that is free, with its stem at its left edge
like a flag on a pole. A cluster so becomes a staircase whose stems all reach the axis in the open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = 8.0
_TOUCH = 0.75  # a stem this close to a card's edge runs along it, not through it


@dataclass(frozen=True, slots=True)
class Want:
    """An event that wants a card: its stem at ``x``, the width it would like and the least it can do with."""

    index: int
    x: float
    natural: float
    least: float


@dataclass(frozen=True, slots=True)
class Card:
    """A placed card; lane 0 is the one next to the axis. ``stem`` lies between ``left`` and ``right``."""

    index: int
    stem: float
    left: float
    right: float
    lane: int


@dataclass(frozen=True, slots=True)
class Packing:
    """The cards that found room, from left to right, and the indexes of the events that did not."""

    cards: tuple[Card, ...]
    hidden: tuple[int, ...]


class _Lanes:
    """What is taken: cards per lane, and per lane the stems that pass through on their way to the axis."""

    def __init__(self, count: int, left: float, right: float) -> None:
        self.count = count
        self._left, self._right = left, right
        self._cards: list[list[tuple[float, float]]] = [[] for _ in range(count)]
        self._stems: list[list[float]] = [[] for _ in range(count)]

    def free(self, lane: int, left: float, right: float, stem: float) -> bool:
        if left < self._left or right > self._right:
            return False
        if self._card_hits(lane, left - GAP, right + GAP) or self._stem_hits(lane, left - GAP, right + GAP, stem):
            return False
        return not any(self._card_hits(below, stem + _TOUCH, stem + _TOUCH, stem) for below in range(lane))

    def take(self, lane: int, left: float, right: float, stem: float) -> None:
        insort(self._cards[lane], (left, right))
        for below in range(lane):
            insort(self._stems[below], stem)

    def room_to_the_right(self, lane: int, left: float, right: float) -> float:
        cards, stems = self._cards[lane], self._stems[lane]
        limit = self._right
        after = bisect_right(cards, (left, right))
        if after < len(cards):
            limit = min(limit, cards[after][0] - GAP)
        after = bisect_left(stems, right)
        if after < len(stems):
            limit = min(limit, stems[after] - GAP)
        return limit

    def widen(self, lane: int, left: float, right: float, wider: float) -> None:
        cards = self._cards[lane]
        cards[bisect_left(cards, (left, right))] = (left, wider)

    def _card_hits(self, lane: int, left: float, right: float, pole: float | None = None) -> bool:
        cards = self._cards[lane]
        place = bisect_left(cards, (right, right))
        if place and cards[place - 1][1] > left:
            return pole is None or abs(cards[place - 1][0] - pole) > _TOUCH
        return False

    def _stem_hits(self, lane: int, left: float, right: float, own: float) -> bool:
        stems = self._stems[lane]
        begin, end = bisect_right(stems, left), bisect_left(stems, right)
        return any(abs(stem - own) > _TOUCH for stem in stems[begin:end])


def pack_cards(wants: Sequence[Want], lanes: int, left: float, right: float, first: int = -1) -> Packing:
    """Place as many cards as find room between ``left`` and ``right``; the one with index ``first`` before all others.

    Each gets at least its least width, and then what room is left over up to its natural one.
    """
    taken = _Lanes(lanes, left, right)
    order = sorted(wants, key=lambda want: (want.index != first, -want.x, -want.index))
    placed, hidden = [], []
    for want in order:
        card = _place(taken, want, right) if lanes > 0 else None
        if card:
            placed.append(card)
        else:
            hidden.append(want.index)
    natural = {want.index: want.natural for want in wants}
    cards = [_widened(taken, card, natural[card.index]) for card in placed]
    return Packing(tuple(sorted(cards, key=lambda card: (card.stem, card.index))), tuple(sorted(hidden)))


def _place(taken: _Lanes, want: Want, limit: float) -> Card | None:
    for left in _positions(want, limit):
        right = left + want.least
        for lane in range(taken.count):
            if taken.free(lane, left, right, want.x):
                taken.take(lane, left, right, want.x)
                return Card(want.index, want.x, left, right, lane)
    return None


def _positions(want: Want, limit: float) -> Iterable[float]:
    """Left edges to try: flying to the right of the pole, pushed back by the edge, then flying to the left."""
    yield min(want.x, limit - want.least)
    yield want.x - want.least


def _widened(taken: _Lanes, card: Card, natural: float) -> Card:
    wider = min(card.left + natural, taken.room_to_the_right(card.lane, card.left, card.right))
    if wider <= card.right or card.stem >= card.right - _TOUCH:
        return card
    taken.widen(card.lane, card.left, card.right, wider)
    return Card(card.index, card.stem, card.left, wider, card.lane)


def pack_rows(extents: Sequence[tuple[float, float]], rows: int, gap: float = 2.0) -> list[int]:
    """The row of each (left, right) extent, 0 lowest, in the order given; -1 where all rows are taken.

    Extents have to come sorted by their left edge.
    """
    ends = [float("-inf")] * rows
    result = []
    for left, right in extents:
        row = next((row for row, end in enumerate(ends) if end + gap <= left), -1)
        if row >= 0:
            ends[row] = right
        result.append(row)
    return result
