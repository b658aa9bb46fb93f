"""Day numbers as years, months and days, before year 1 too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.model import Interval

_DAYS_OF_400_YEARS = 146_097


@dataclass(frozen=True, slots=True)
class Moment:
    """A year (astronomical: 0 is 1 BC), as far as it is known a month and a day, both 0 otherwise."""

    year: int
    month: int = 0
    day: int = 0


def civil(number: int) -> Moment:
    """The day with this number (``date.toordinal``), in the proleptic Gregorian calendar; it repeats in 400 years."""
    cycle, rest = divmod(number - 1, _DAYS_OF_400_YEARS)
    day = date.fromordinal(rest + 1)
    return Moment(day.year + 400 * cycle, day.month, day.day)


def edges(interval: Interval) -> tuple[Moment, Moment] | None:
    """The first and the last day, both as coarse as whole years or months allow; None where no end is known.

    An interval that is open at one side begins and ends at the other.
    """
    known = [number for number in (interval.first, interval.last) if number is not None]
    if not known:
        return None
    first, last = civil(known[0]), civil(known[-1])
    if interval.first is None or interval.last is None:
        return first, last
    after = civil(known[-1] + 1)
    if first.day == after.day == 1 and first.month == after.month == 1:
        return Moment(first.year), Moment(last.year)
    if first.day == after.day == 1:
        return Moment(first.year, first.month), Moment(last.year, last.month)
    return first, last
