"""The calendar as day numbers: proleptic Gregorian, before year 1 too, where ``datetime`` ends.

Day numbers are those of ``date.toordinal`` and of ``Interval``; below 1 for years before the common era. The method is
the days-from-civil algorithm of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
"""

from __future__ import annotations

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SHIFT = 306  # days from 1 March of year 0 to ordinal 1 (1 January of year 1)
_ERA_DAYS = 146_097


def ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a date of the proleptic Gregorian calendar; year 0 is 1 BC, year -1 is 2 BC."""
    shifted = year - (month <= 2)
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _ERA_DAYS + day_of_era - _SHIFT + 1


def civil(day_number: int) -> tuple[int, int, int]:
    """Year (0 is 1 BC), month and day of a day number."""
    era, day_of_era = divmod(day_number + _SHIFT - 1, _ERA_DAYS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = (month_from_march + 2) % 12 + 1
    return year_of_era + era * 400 + (month <= 2), month, day


def weekday_name(day_number: int) -> str:
    """English name of the weekday."""
    return WEEKDAYS[(day_number + 6) % 7]


def month_name(month: int, *, long: bool = False) -> str:
    """English name of month 1 to 12, three letters unless ``long``."""
    return MONTHS[month - 1] if long else MONTHS[month - 1][:3]
