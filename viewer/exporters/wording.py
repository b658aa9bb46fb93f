"""Dates of events in words, as exports and the terminal say them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.model import Event


def when_in_words(event: Event) -> str:
    """The days of an event as a reader says them; "undated" where it has none."""
    begin, end = event.begin, event.end
    if event.conflict:
        return " or ".join(event.readings)
    if begin is None and end is None:
        return event.when or "undated"
    about = "about " if event.interval and event.interval.approximate else ""
    if begin is None or end is None:
        return f"{about}{'until' if begin is None else 'from'} {day_in_words(begin or end)}"
    return about + _span_in_words(begin, end)


def _span_in_words(begin: date, end: date) -> str:
    if begin == end:
        return day_in_words(begin)
    after = end + timedelta(days=1) if end < date.max else end
    if begin.day == after.day == 1:
        if begin.month == after.month == 1:
            return str(begin.year) if begin.year == end.year else f"{begin.year} to {end.year}"
        return (
            f"{begin:%b} {begin.year}"
            if begin.month == end.month
            else f"{begin:%b} {begin.year} to {end:%b} {end.year}"
        )
    return f"{day_in_words(begin)} to {day_in_words(end)}"


def day_in_words(day: date | None) -> str:
    """A day as "2 Nov 2018", "" for none."""
    return f"{day.day} {day:%b} {day.year}" if day else ""
