"""Which parts of two sequences are the same: patience alignment, in bounded time.

What stands exactly once in both is matched first, as far as its order is the same (the longest increasing run), then
the stretches between are looked at in the same way (Bram Cohen's "patience diff"). Short stretches without any such
anchor are compared in full by ``difflib``; long ones, once the budget is spent, are left as different.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence


class Stretch(NamedTuple):
    """``old[old_begin:old_end]`` stands where ``new[new_begin:new_end]`` does; ``same`` says whether they are equal."""

    old_begin: int
    old_end: int
    new_begin: int
    new_end: int
    same: bool


class Budget:
    """Steps that may still be taken. ``spent`` is true once a question had to go without them."""

    def __init__(self, steps: int) -> None:
        self._left = steps
        self.spent = False

    def spend(self, steps: int) -> bool:
        """Take so many steps; False, and nothing is taken, where there are not so many left."""
        if steps > self._left:
            self.spent = True
            return False
        self._left -= steps
        return True


def align(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> list[Stretch]:
    """The two sequences cut into stretches, in order; one that is the same never follows another such."""
    matches: list[_Match] = []
    waiting = [_Area(0, len(old), 0, len(new))]
    while waiting:
        area = _trimmed(old, new, waiting.pop(), matches)
        if area.is_open and budget.spend(area.size):
            anchors = _anchors(old[area.begin : area.end], new[area.new_begin : area.new_end])
            if anchors:
                waiting += _between(area, anchors)
            else:
                matches += _in_full(old, new, area, budget)
    return list(_stretches(sorted(matches), len(old), len(new)))


class _Match(NamedTuple):
    begin: int
    new_begin: int
    length: int


class _Area(NamedTuple):
    begin: int
    end: int
    new_begin: int
    new_end: int

    @property
    def is_open(self) -> bool:
        return self.begin < self.end and self.new_begin < self.new_end

    @property
    def size(self) -> int:
        return self.end - self.begin + self.new_end - self.new_begin


def _trimmed(old: Sequence[Hashable], new: Sequence[Hashable], area: _Area, matches: list[_Match]) -> _Area:
    """The area without what is the same at its beginning and its end, which goes to ``matches``."""
    begin, end, new_begin, new_end = area
    while begin < end and new_begin < new_end and old[begin] == new[new_begin]:
        begin, new_begin = begin + 1, new_begin + 1
    while begin < end and new_begin < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    if begin > area.begin:
        matches.append(_Match(area.begin, area.new_begin, begin - area.begin))
    if end < area.end:
        matches.append(_Match(end, new_end, area.end - end))
    return _Area(begin, end, new_begin, new_end)


def _between(area: _Area, anchors: Sequence[tuple[int, int]]) -> Iterator[_Area]:
    """The areas before, between and after anchors; each but the first begins with one."""
    at, new_at = area.begin, area.new_begin
    for offset, new_offset in anchors:
        yield _Area(at, area.begin + offset, new_at, area.new_begin + new_offset)
        at, new_at = area.begin + offset, area.new_begin + new_offset
    yield _Area(at, area.end, new_at, area.new_end)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what stands once in both, as far as the order is the same in both."""
    places = {item: at for at, item in enumerate(new)}
    counts, new_counts = Counter(old), Counter(new)
    pairs = [(at, places[item]) for at, item in enumerate(old) if counts[item] == 1 == new_counts.get(item)]
    return _longest_rising(pairs)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second numbers rise (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        before.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        last[pile : pile + 1] = [number]
    run, at = [], last[-1] if last else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _in_full(old: Sequence[Hashable], new: Sequence[Hashable], area: _Area, budget: Budget) -> list[_Match]:
    """Matches in an area without anchors, unless looking for them would take too long."""
    ours, theirs = old[area.begin : area.end], new[area.new_begin : area.new_end]
    if set(ours).isdisjoint(theirs) or not budget.spend(len(ours) * len(theirs)):
        return []
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return [_Match(area.begin + at, area.new_begin + new_at, length) for at, new_at, length in blocks if length]


def _stretches(matches: Sequence[_Match], old_end: int, new_end: int) -> Iterator[Stretch]:
    at = new_at = same_from = new_same_from = 0
    for begin, new_begin, length in [*matches, _Match(old_end, new_end, 0)]:
        if length and (begin, new_begin) == (at, new_at):
            at, new_at = at + length, new_at + length
            continue
        if at > same_from:
            yield Stretch(same_from, at, new_same_from, new_at, same=True)
        if (begin, new_begin) != (at, new_at):
            yield Stretch(at, begin, new_at, new_begin, same=False)
        same_from, new_same_from = begin, new_begin
        at, new_at = begin + length, new_begin + length
