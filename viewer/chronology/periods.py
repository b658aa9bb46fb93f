"""Texts of which only the month or the year of publication is known, and no day.

What an expression means is known where it means the same on the first and on the last of the days on which the text may
have been published: the later a text, the later what it calls "last year", so nothing lies between. Everything else is
left as in a text without a date.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.chronology.context import MONTH_NAMES, say
from viewer.chronology.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.chronology.entries import Line
    from viewer.model import Timex


def read_within(
    text: str,
    first: date,
    last: date,
    language: str,
    asides: Sequence[tuple[int, int]] = (),
    lines: Sequence[Line] = (),
) -> Sequence[Timex]:
    """What ``read`` gives for a text that was published on some day from ``first`` to ``last``."""
    early, late = (
        {(one.begin, one.end): one for one in read(text, day, language, asides, lines)} for day in (first, last)
    )
    result = []
    for undated in read(text, None, language, asides, lines):
        place = undated.begin, undated.end
        one, other = early.get(place), late.get(place)
        agree = one and other and _meaning(one) == _meaning(other) != _meaning(undated)
        result.append(_of_period(one, first, last) if one and agree else undated)
    return tuple(result)


def _meaning(timex: Timex) -> tuple[object, ...]:
    return timex.value, timex.mod, timex.interval, timex.edtf, timex.readings


def _of_period(timex: Timex, first: date, last: date) -> Timex:
    """What was worked out for the first day, said of the month or the year."""
    in_words, in_figures = f"{MONTH_NAMES[first.month - 1]} {first.year}", f"{first.year:04}-{first.month:02}"
    if first.month != last.month:
        in_words = in_figures = f"{first.year:04}"
    steps = tuple(step.replace(say(first), in_words) for step in timex.steps)
    return replace(timex, steps=steps, anchor=in_figures if timex.anchor == first.isoformat() else timex.anchor)
