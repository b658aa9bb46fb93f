"""Cards into lanes, marks into rows: no two overlap, and no stem runs through a card.

Cards are placed from the latest to the earliest, each in the lowest lane that is free, with its stem at its left edge
like a flag on a pole. A cluster so becomes a staircase whose stems all reach the axis in the open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 8.0
_HAIR = 0.01
_TOUCH = 0.75  # a stem this close to a card's edge runs along it, not through it


@dataclass(frozen=True, slots=True)
class Want:
    """An event that wants a card: its stem at one of ``stems`` (best first), the width it would like and the least."""

    index: int
    stems: tuple[float, ...]
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

    def __init__(self, count: int, left: float, right: float, both_sides: bool) -> None:
        self.count = count
        self._left, self._right, self._both_sides = left, right, both_sides
        self._cards: list[list[tuple[float, float]]] = [[] for _ in range(count)]
        self._stems: list[list[float]] = [[] for _ in range(count)]
        self._poles: set[int] = set()

    def free(self, lane: int, left: float, right: float, stem: float) -> bool:
        if left < self._left or right > self._right:
            return False
        gap_left, gap_right = self._gaps(left, right, stem)
        if self._card_hits(lane, left - gap_left, right + gap_right):
            return False
        if self._stem_hits(lane, left - GAP, right + GAP, stem):
            return False
        return not any(self._card_hits(below, stem + _TOUCH, stem + _TOUCH, stem) for below in range(lane))

    def _gaps(self, left: float, right: float, stem: float) -> tuple[float, float]:
        """Cards that fly to both sides of one pole touch there; all others keep their distance."""
        if not self._both_sides or round(stem) not in self._poles:
            return GAP, GAP
        return (-_HAIR if abs(stem - left) < _HAIR else GAP), (-_HAIR if abs(stem - right) < _HAIR else GAP)

    def take(self, lane: int, left: float, right: float, stem: float) -> None:
        insort(self._cards[lane], (left, right))
        self._poles.add(round(stem))
        for below in range(lane):
            insort(self._stems[below], stem)

    def room_to_the_right(self, lane: int, left: float, right: float) -> float:
        cards, stems = self._cards[lane], self._stems[lane]
        limit = self._right
        after = bisect_right(cards, (left, right))
        if after < len(cards):
            limit = min(limit, cards[after][0] - GAP)
        after = bisect_left(stems, right - _TOUCH)
        if after < len(stems):
            limit = min(limit, stems[after] - GAP)
        return limit

    def room_to_the_left(self, lane: int, left: float) -> float:
        cards, stems = self._cards[lane], self._stems[lane]
        before = bisect_left(cards, (left, left))
        limit = max(self._left, cards[before - 1][1] + GAP if before else self._left)
        before = bisect_right(stems, left + _TOUCH)
        return max(limit, stems[before - 1] + GAP if before else limit)

    def resize(self, lane: int, old: tuple[float, float], new: tuple[float, float]) -> None:
        cards = self._cards[lane]
        cards[bisect_left(cards, old)] = new

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


def pack_cards(
    wants: Sequence[Want], lanes: int, left: float, right: float, first: int = -1, *, both_sides: bool = True
) -> Packing:
    """Place as many cards as find room between ``left`` and ``right``; the one with index ``first`` before all others.

    Each gets at least its least width, and then what room is left over up to its natural one. With ``both_sides``
    cards of one pole may touch there, one flying to the left and one to the right.
    """
    taken = _Lanes(lanes, left, right, both_sides)
    order = sorted(wants, key=lambda want: (want.index != first, -want.stems[0], -want.index))
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
    for stem, left, lane in _positions(want, limit, taken.count):
        right = left + want.least
        if taken.free(lane, left, right, stem):
            taken.take(lane, left, right, stem)
            return Card(want.index, stem, left, right, lane)
    return None


def _positions(want: Want, limit: float, lanes: int) -> Iterator[tuple[float, float, int]]:
    """Stem, left edge and lane to try: flying to the right (pushed back by the edge) from the lowest lane upwards.

    Then flying to the left, from the highest lane downwards: the mirror image of the staircase.
    """
    for stem in want.stems:
        for lane in range(lanes):
            yield stem, min(stem, limit - want.least), lane
        for lane in reversed(range(lanes)):
            yield stem, stem - want.least, lane


def _widened(taken: _Lanes, card: Card, natural: float) -> Card:
    """The card grown towards ``natural``, away from its stem, as far as its neighbours allow."""
    if card.stem >= card.right - _TOUCH:
        left, right = max(card.right - natural, taken.room_to_the_left(card.lane, card.left)), card.right
    else:
        left, right = card.left, min(card.left + natural, taken.room_to_the_right(card.lane, card.left, card.right))
    if right - left <= card.right - card.left:
        return card
    taken.resize(card.lane, (card.left, card.right), (left, right))
    return Card(card.index, card.stem, left, right, card.lane)


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
