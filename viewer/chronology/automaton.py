"""All patterns of a stage in one pass: a position automaton (Glushkov 1961), made deterministic as it is used.

It reads symbols one by one, whatever the number of patterns, and says which patterns match how far. Look-arounds are
taken as true here; the pattern itself has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE = re.compile(r"\(\?<?[!=]|\((?:\?P<\w+>|\?:)?|\[[^\]]*\]|.", re.S)
_LOOKS = frozenset(("(?=", "(?!", "(?<=", "(?<!"))
_NAME = re.compile(r"\(\?P<\w+>")
_Test = Callable[[str, int], "re.Match[str] | None"]
_OFTEN = 500  # failures
_Part = tuple[bool, int, list[int]]  # may be empty, first positions (bits), last positions


class State:
    """A set of positions. ``accepts`` are the patterns that may end here, ``follow`` what may come next."""

    __slots__ = ("accepts", "follow", "next", "positions")

    def __init__(self, positions: int, accepts: tuple[int, ...], follow: int) -> None:
        self.positions = positions
        self.accepts = accepts
        self.follow = follow
        self.next: dict[str, State | None] = {}


class Automaton:
    """Finds which of some patterns match at a place, and how far. Sets of positions are the bits of integers."""

    def __init__(self, patterns: Sequence[str]) -> None:
        symbols: list[str] = []
        self._follow: list[int] = []
        self._accepting: dict[int, list[int]] = {}
        self._owners: list[int] = []
        first = self._ends = 0
        for number, pattern in enumerate(patterns):
            begin, ends = _Reader(pattern, symbols, self._follow).read()
            self._owners += [number] * (len(symbols) - len(self._owners))
            first |= begin
            for position in ends:
                self._ends |= 1 << position
                self._accepting.setdefault(position, []).append(number)
        self._where = _places(symbols)
        self._states: dict[int, State | None] = {0: None}
        self._start = State(0, (), first)
        begins = sorted(symbol for symbol, positions in self._where.items() if positions & first)
        self.begins = re.compile(f"[{''.join(begins)}]")
        self._patterns = [_NAME.sub("(?:", pattern) for pattern in patterns]
        self._in_vain: dict[str, int] = {}
        self.tests: dict[str, _Test] = {}

    def note_failure(self, pair: str) -> None:
        """Count that no match began with these two symbols; those of which that is often so get a test in ``tests``.

        So do those with which none can begin, at once.
        """
        first = self._step(self._start, pair[0])
        if first and not first.accepts and not (len(pair) > 1 and self._step(first, pair[1])):
            self.tests[pair] = _never
            return
        count = self._in_vain[pair] = self._in_vain.get(pair, 0) + 1
        if count == _OFTEN:
            self.tests[pair] = self._test_of(pair)

    def _test_of(self, pair: str) -> _Test:
        """All patterns that can begin with two symbols, as one expression."""
        first = self._step(self._start, pair[0])
        assert first
        second = self._step(first, pair[1]) if len(pair) > 1 else None
        numbers = {
            *first.accepts,
            *(self._owners[position] for position in _members(second.positions if second else 0)),
        }
        return re.compile("|".join(self._patterns[number] for number in sorted(numbers)) or "(?!)").match

    def matches(self, symbols: str, at: int) -> list[tuple[int, int]]:
        """(end, pattern number) of what may match at a place, the longest first, then in the order of patterns."""
        start, symbol = self._start, symbols[at]
        state = start.next[symbol] if symbol in start.next else self._step(start, symbol)
        found: list[tuple[int, int]] = []
        end, length = at + 1, len(symbols)
        while state is not None:
            if state.accepts:
                found += [(-end, number) for number in state.accepts]
            if end >= length:
                break
            symbol = symbols[end]
            state = state.next[symbol] if symbol in state.next else self._step(state, symbol)
            end += 1
        found.sort()
        return found

    def _step(self, state: State, symbol: str) -> State | None:
        reached = state.follow & self._where.get(symbol, 0)
        if reached not in self._states:
            self._states[reached] = self._state(reached)
        state.next[symbol] = made = self._states[reached]
        return made

    def _state(self, positions: int) -> State:
        accepts = {number for position in _members(positions & self._ends) for number in self._accepting[position]}
        follow = 0
        for position in _members(positions):
            follow |= self._follow[position]
        return State(positions, tuple(sorted(accepts)), follow)


def _never(_symbols: str, _at: int) -> None:
    """The test of what cannot begin a match."""


def _places(symbols: Sequence[str]) -> dict[str, int]:
    """For each symbol the positions, as bits, of the sets that it is in; many positions have the same set."""
    of_sets: dict[str, int] = {}
    for position, characters in enumerate(symbols):
        of_sets[characters] = of_sets.get(characters, 0) | 1 << position
    places: dict[str, int] = {}
    for characters, positions in of_sets.items():
        for symbol in characters:
            places[symbol] = places.get(symbol, 0) | positions
    return places


def _members(positions: int) -> Iterator[int]:
    while positions:
        lowest = positions & -positions
        yield lowest.bit_length() - 1
        positions ^= lowest


class _Reader:
    """Reads one pattern into positions."""

    def __init__(self, pattern: str, symbols: list[str], follow: list[int]) -> None:
        self._pieces = [*_PIECE.findall(pattern), ")"]
        self._at = 0
        self._symbols, self._follow = symbols, follow

    def read(self) -> tuple[int, list[int]]:
        """First and last positions of the pattern."""
        _, first, last = self._alternatives()
        return first, last

    def _alternatives(self) -> _Part:
        empty, first, last = self._sequence()
        while self._pieces[self._at] == "|":
            self._at += 1
            other = self._sequence()
            empty, first, last = empty or other[0], first | other[1], last + other[2]
        self._at += 1
        return empty, first, last

    def _sequence(self) -> _Part:
        empty, first = True, 0
        last: list[int] = []
        while (piece := self._pieces[self._at]) not in (")", "|"):
            self._at += 1
            item_empty, item_first, item_last = self._group(piece) if piece[0] == "(" else self._symbol(piece)
            if (sign := self._pieces[self._at]) in ("?", "*", "+"):
                self._at += 1
                self._lead(item_last if sign != "?" else [], item_first)
                item_empty = item_empty or sign != "+"
            self._lead(last, item_first)
            first = first | item_first if empty else first
            last = last + item_last if item_empty else item_last
            empty = empty and item_empty
        return empty, first, last

    def _lead(self, positions: list[int], following: int) -> None:
        for position in positions:
            self._follow[position] |= following

    def _symbol(self, piece: str) -> _Part:
        position = len(self._symbols)
        self._symbols.append(piece[1:-1] if len(piece) > 1 else piece)
        self._follow.append(0)
        return False, 1 << position, [position]

    def _group(self, piece: str) -> _Part:
        mark = len(self._symbols)
        part = self._alternatives()
        if piece not in _LOOKS:
            return part
        del self._symbols[mark:], self._follow[mark:]
        return True, 0, []
