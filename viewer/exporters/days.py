"""Day numbers as years, months and days, before year 1 too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.model.calendar import civil

if TYPE_CHECKING:
    from viewer.model import Interval


@dataclass(frozen=True, slots=True)
class Moment:
    """A year (astronomical: 0 is 1 BC), as far as it is known a month and a day, both 0 otherwise."""

    year: int
    month: int = 0
    day: int = 0


def edges(interval: Interval) -> tuple[Moment, Moment] | None:
    """The first and the last day, both as coarse as whole years or months allow; None where no end is known.

    An interval that is open at one side begins and ends at the other.
    """
    known = [number for number in (interval.first, interval.last) if number is not None]
    if not known:
        return None
    first, last = _moment(known[0]), _moment(known[-1])
    if interval.first is None or interval.last is None:
        return first, last
    after = _moment(known[-1] + 1)
    if first.day == after.day == 1 and first.month == after.month == 1:
        return Moment(first.year), Moment(last.year)
    if first.day == after.day == 1:
        return Moment(first.year, first.month), Moment(last.year, last.month)
    return first, last


def _moment(number: int) -> Moment:
    return Moment(*civil(number))
