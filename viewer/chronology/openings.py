"""Ranges and open ends: what "since", "until", "by" and "from ... to" make of the date behind them.

The expression, its value and its extent stay as they are; only the days that it spans, and their EDTF, reach further.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.model import Interval, TimexType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Timex

_AHEAD = re.compile(
    r"\b(?:(?P<begin>since(?: at least)?|after)|(?P<end>until|till|through|by|before|(?:prior|previous) to)"
    r"|(?P<range>from|between))\s+(?:(?:early|late)\s+)?$",
    re.I,
)
_TO = re.compile(r",?\s+(?:(?:to|until|till|through)|(?P<and>and))\s+(?:the\s+)?$", re.I)
_ONWARD = re.compile(r"\s+(?:on|onwards?)\b(?!\s+the\b)", re.I)
_ATTRIBUTE = re.compile(r"['’-]")
_DELAY = re.compile(r"\b(?:not|never|no|nothing|nobody)\b|n['’]t\b", re.I)
_LONGEST_PREPOSITION, _CLAUSE = 20, 60


def with_open_ends(text: str, timexes: Sequence[Timex]) -> tuple[Timex, ...]:
    """The expressions of ``text`` with the intervals that the prepositions before them give."""
    following = [*timexes[1:], None]
    return tuple([_opened(text, timex, after) for timex, after in zip(timexes, following, strict=False)])


def _opened(text: str, timex: Timex, after: Timex | None) -> Timex:
    begin = timex.begin
    found = _AHEAD.search(text, max(0, begin - _LONGEST_PREPOSITION), begin)
    if not found or not _is_closed(timex) or _ATTRIBUTE.match(text, timex.end):
        return timex
    if found["begin"]:
        return _from(timex, found["begin"])
    if found["end"]:
        late = found["end"].lower() in ("until", "till") and _DELAY.search(text, max(0, begin - _CLAUSE), begin)
        return timex if late else _until(timex, found["end"])
    if found["range"].lower() == "from" and _ONWARD.match(text, timex.end):
        return _from(timex, found["range"])
    return _ranged(text, timex, after, found["range"].lower())


def _is_closed(timex: Timex) -> bool:
    interval = timex.interval
    dated = timex.type in (TimexType.DATE, TimexType.TIME) and not timex.readings
    return dated and interval is not None and interval.first is not None and interval.last is not None


def _from(timex: Timex, word: str) -> Timex:
    assert timex.interval
    step = f"“{word}” leaves the end open"
    edtf = f"{_edge(timex.edtf, 0)}/.."
    return replace(timex, interval=replace(timex.interval, last=None), edtf=edtf, steps=(*timex.steps, step))


def _until(timex: Timex, word: str) -> Timex:
    assert timex.interval
    step = f"“{word}” leaves the beginning open"
    edtf = f"../{_edge(timex.edtf, -1)}"
    return replace(timex, interval=replace(timex.interval, first=None), edtf=edtf, steps=(*timex.steps, step))


def _ranged(text: str, timex: Timex, after: Timex | None, word: str) -> Timex:
    """The first date of "from March to May 2011" with the days of the whole range."""
    if after is None or not _is_closed(after):
        return timex
    link = _TO.fullmatch(text, timex.end, after.begin)
    first, last = timex.interval, after.interval
    if link is None or (link["and"] is None) == (word == "between") or first is None or last is None:
        return timex
    if first.first is None or last.last is None or first.first > last.last:
        return timex
    interval = Interval(first.first, last.last, first.precision, first.approximate or last.approximate)
    step = f"“{word}” begins a range that ends with “{after.text}”"
    edtf = f"{_edge(timex.edtf, 0)}/{_edge(after.edtf, -1)}"
    return replace(timex, interval=interval, edtf=edtf, steps=(*timex.steps, step))


def _edge(edtf: str, which: int) -> str:
    return edtf.split("/")[which]
