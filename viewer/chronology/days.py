"""Arithmetic on days, months and years, also before the common era, and the TIMEX3 values of their places."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Place(NamedTuple):
    """A place in time as exact as known. ``year`` is astronomical: 0 is 1 BC, -263 is 264 BC."""

    year: int
    month: int | None = None
    day: int | None = None
    part: str = ""

    @property
    def as_date(self) -> date | None:
        """The day, None where the place is coarser, before year 1, or the 29 February of a common year."""
        if self.month and self.day and 1 <= self.year <= MAXYEAR and self.day <= month_length(self.year, self.month):
            return date(self.year, self.month, self.day)
        return None

    @property
    def first_month(self) -> int | None:
        """The month, or that in which a season, quarter or half begins; None for a year and for weeks."""
        if self.month or not self.part:
            return self.month
        if self.part in SEASON_MONTHS:
            return SEASON_MONTHS[self.part]
        months = {"Q": 3, "H": 6}.get(self.part[0])
        return months * int(self.part[1]) - months + 1 if months and self.part[1:].isdigit() else None

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        head = year_value(self.year)
        if self.part:
            return f"{head}-{self.part}"
        if self.month is None:
            return head
        return f"{head}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def year_value(year: int) -> str:
    """As in "1998", "BC0264"."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def place_of(day: date) -> Place:
    """A date as a place."""
    return Place(day.year, day.month, day.day)


def is_leap(year: int) -> bool:
    """Whether a proleptic Gregorian year has 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    return 29 if month == 2 and is_leap(year) else MONTH_LENGTHS[month - 1]


def ordinal(year: int, month: int, day: int) -> int:
    """Proleptic Gregorian day number as ``date.toordinal`` counts, below 1 before year 1."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + sum(MONTH_LENGTHS[: month - 1]) + (1 if month > 2 and is_leap(year) else 0) + day


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def shift_date(day: date, days: int) -> date | None:
    """A date so many days on, None past the calendar's ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """The same day so many months on, clipped to the month's length; None past the calendar's ends."""
    year, month = add_months(day.year, day.month, months)
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, month_length(year, month)))


def week_value(day: date) -> str:
    """As in "1998-W12", after ISO 8601."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(month: int) -> int:
    """The quarter of a month, 1 to 4."""
    return (month - 1) // 3 + 1
