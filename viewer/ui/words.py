"""Small things in words: dates, counts, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
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


def long_date(day: date) -> str:
    """As in "Friday 2 November 2018"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """As in "2 Nov 2018"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def plural(count: int, noun: str) -> str:
    """As in "1 minute", "12 minutes", "3 stories"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"


def sentence_list(items: Sequence[str]) -> str:
    """As in "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""


def month_year(day: date) -> str:
    """As in "October 2018"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"
