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

_PIECE = re.compile(
    r"(?P<look>\(\?<?[!=])|(?P<open>\((?:\?P<\w+>|\?:)?)|(?P<close>\))|(?P<bar>\|)|(?P<repeat>[?*+])"
    r"|\[(?P<set>[^\]]*)\]|(?P<one>.)",
    re.S,
)
_NAME = re.compile(r"\(\?P<\w+>")
_Test = Callable[[str, int], "re.Match[str] | None"]
_OFTEN = 500  # failures
_Part = tuple[bool, int, int]  # may be empty, first positions, last positions


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
            begin, end = _Reader(pattern, symbols, self._follow).read()
            self._owners += [number] * (len(symbols) - len(self._owners))
            first |= begin
            self._ends |= end
            for position in _members(end):
                self._accepting.setdefault(position, []).append(number)
        self._where: dict[str, int] = {}
        for position, characters in enumerate(symbols):
            for symbol in characters:
                self._where[symbol] = self._where.get(symbol, 0) | 1 << position
        self._states: dict[int, State | None] = {0: None}
        self._start = State(0, (), first)
        begins = sorted(symbol for symbol, positions in self._where.items() if positions & first)
        for symbol in begins:
            self._step(self._start, symbol)
        self.begins = re.compile(f"[{''.join(begins)}]")
        self._patterns = [_NAME.sub("(?:", pattern) for pattern in patterns]
        self._in_vain: dict[str, int] = {}
        self.tests: dict[str, _Test] = {}

    def note_failure(self, pair: str) -> None:
        """Count that no match began with these two symbols; those of which that is often so get a test in ``tests``.

        So do those with which none can begin, at once.
        """
        first = self._start.next[pair[0]]
        if first and not first.accepts and not (len(pair) > 1 and self._step(first, pair[1])):
            self.tests[pair] = _never
            return
        count = self._in_vain[pair] = self._in_vain.get(pair, 0) + 1
        if count == _OFTEN:
            self.tests[pair] = self._test_of(pair)

    def _test_of(self, pair: str) -> _Test:
        """All patterns that can begin with two symbols, as one expression."""
        first = self._start.next[pair[0]]
        assert first
        second = self._step(first, pair[1]) if len(pair) > 1 else None
        numbers = {
            *first.accepts,
            *(self._owners[position] for position in _members(second.positions if second else 0)),
        }
        return re.compile("|".join(self._patterns[number] for number in sorted(numbers)) or "(?!)").match

    def matches(self, symbols: str, at: int) -> list[tuple[int, int]]:
        """(end, pattern number) of what may match at a place, the longest first, then in the order of patterns."""
        state = self._start.next.get(symbols[at])
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


def _members(positions: int) -> Iterator[int]:
    while positions:
        lowest = positions & -positions
        yield lowest.bit_length() - 1
        positions ^= lowest


class _Reader:
    """Reads one pattern into positions."""

    def __init__(self, pattern: str, symbols: list[str], follow: list[int]) -> None:
        self._pieces = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in _PIECE.finditer(pattern)]
        self._at = 0
        self._symbols, self._follow = symbols, follow

    def read(self) -> tuple[int, int]:
        """First and last positions of the pattern."""
        _, first, last = self._alternatives()
        return first, last

    def _peek(self) -> str:
        return self._pieces[self._at][0] if self._at < len(self._pieces) else "close"

    def _alternatives(self) -> _Part:
        empty, first, last = self._sequence()
        while self._peek() == "bar":
            self._at += 1
            other = self._sequence()
            empty, first, last = empty or other[0], first | other[1], last | other[2]
        self._at += 1
        return empty, first, last

    def _sequence(self) -> _Part:
        empty, first, last = True, 0, 0
        while self._peek() not in ("close", "bar"):
            item_empty, item_first, item_last = self._item()
            for position in _members(last):
                self._follow[position] |= item_first
            first = first | item_first if empty else first
            last = last | item_last if item_empty else item_last
            empty = empty and item_empty
        return empty, first, last

    def _item(self) -> _Part:
        kind, text = self._pieces[self._at]
        self._at += 1
        if kind in ("open", "look"):
            mark = len(self._symbols)
            empty, first, last = self._alternatives()
            if kind == "look":
                del self._symbols[mark:], self._follow[mark:]
                empty, first, last = True, 0, 0
        else:
            first = 1 << len(self._symbols)
            empty, last = False, first
            self._symbols.append(text)
            self._follow.append(0)
        return self._repeated(empty, first, last)

    def _repeated(self, empty: bool, first: int, last: int) -> _Part:
        if self._peek() == "repeat":
            sign = self._pieces[self._at][1]
            self._at += 1
            if sign in "*+":
                for position in _members(last):
                    self._follow[position] |= first
            empty = empty or sign in "?*"
        return empty, first, last
