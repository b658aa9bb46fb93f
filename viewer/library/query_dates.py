"""Days as a search names them: 2018, 2018-11, 2018-11-02, today, and ranges of these such as 2018-10..2018-12."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

FORMS = "2018, 2018-11, 2018-11-02, or a range such as 2018-10..2018-12"
_DATE = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")
_DOTS = re.compile(r"\.\.+|…")

Span = tuple[int | None, int | None]
"""First and last day (``date.toordinal``), both included; None where that end is open."""


def read_span(text: str, today: date | None = None) -> Span:
    """The days that ``text`` names. Raises ValueError, with a sentence for the reader, where it names none."""
    parts = _DOTS.split(text)
    if len(parts) > 2 or not any(parts):
        raise ValueError(f"“{text}” is no date. Write {FORMS}.")
    if len(parts) == 1:
        return _days(text, today)
    first = _days(parts[0], today)[0] if parts[0] else None
    last = _days(parts[1], today)[1] if parts[1] else None
    if first is not None and last is not None and last < first:
        raise ValueError(f"“{text}” ends before it begins.")
    return first, last


def _days(text: str, today: date | None) -> tuple[int, int]:
    word = text.lower()
    if word in ("today", "yesterday"):
        day = (today or date.today()) - timedelta(days=word == "yesterday")
        return day.toordinal(), day.toordinal()
    found = _DATE.fullmatch(word)
    if found is None:
        raise ValueError(f"“{text}” is no date. Write {FORMS}.")
    year, month, day_of_month = (int(part) if part else None for part in found.groups())
    try:
        return _of(year or 0, month, day_of_month)
    except ValueError:
        raise ValueError(f"There is no day “{text}” in the calendar.") from None


def _of(year: int, month: int | None, day: int | None) -> tuple[int, int]:
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if day is None:
        last = calendar.monthrange(date(year, month, 1).year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    return date(year, month, day).toordinal(), date(year, month, day).toordinal()
