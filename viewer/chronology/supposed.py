"""Texts whose day of publication is not known: what hangs on it is found as an event all the same, and stays undated.

To see what an expression dates, the text is read as though it had been published on the latest day that it names. What
comes of that is a stand-in which no event leaves with.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from viewer.model import Basis, Precision, TimexType

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from viewer.chronology.entries import Line
    from viewer.model import DatedPassage, Passage, Timex

_ANY_DAY = date(2000, 1, 1)


class _Text(Protocol):
    """The text of an article's blocks, as ``analyse`` joins it."""

    @property
    def asides(self) -> Sequence[tuple[int, int]]: ...

    @property
    def lines(self) -> Sequence[Line]: ...

    def text_of(self, numbers: Container[int]) -> str: ...

    def in_blocks(self, found: Iterable[Timex]) -> Sequence[DatedPassage]: ...


def stand_ins(timexes: Sequence[DatedPassage], text: _Text, language: str) -> Mapping[Passage, Timex]:
    """For expressions without a place in time that would have one if the text were dated: such a one, by passage."""
    waiting = {dated.passage for dated in timexes if _is_open(dated.timex)}
    if not waiting:
        return {}
    from viewer.chronology.reading import read  # whoever asks for the latest day alone has no need of the rules

    words = text.text_of({passage.block for passage in waiting})
    read_as = text.in_blocks(read(words, latest_day(timexes) or _ANY_DAY, language, text.asides, text.lines))
    found = {dated.passage: dated.timex for dated in read_as if dated.passage in waiting and dated.timex.interval}
    originals = {dated.passage: dated.timex for dated in timexes}
    return {passage: replace(originals[passage], interval=timex.interval) for passage, timex in found.items()}


def is_stand_in(timex: Timex | None) -> bool:
    """Whether an expression is one of ``stand_ins``: it has days, and nothing says which."""
    return timex is not None and timex.interval is not None and not timex.edtf


def latest_day(timexes: Iterable[DatedPassage]) -> date | None:
    """The latest day that a text names in full: news is mostly published soon after it."""
    days = (
        dated.timex.interval.begin
        for dated in timexes
        if dated.timex.basis is Basis.EXPLICIT and dated.timex.interval and not dated.timex.readings
        if dated.timex.interval.precision in (Precision.DAY, Precision.TIME)
    )
    return max(filter(None, days), default=None)


def _is_open(timex: Timex) -> bool:
    is_place = timex.type in (TimexType.DATE, TimexType.TIME) and "X" in timex.value
    return is_place and timex.interval is None and timex.basis is Basis.UNRESOLVED
