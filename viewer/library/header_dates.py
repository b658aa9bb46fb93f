"""Dates as the front matter of saved articles writes them.

Only what names one day is a date: "03/04/2018" is none, "2018-11" a month that stays one. Nothing is ever guessed.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

_MONTH_NAMES = (
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
)
_MONTHS = {name: number for names in _MONTH_NAMES for number, name in enumerate(names, 1)} | {"sept": 9}

_ISO = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)", re.I)
_MONTH_DAY_YEAR = re.compile(r"([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)", re.I)
_YEAR_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?")
_MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?[\s,-]+(\d{4})", re.I)
_LAST_MONTH, _WHOLE_YEAR = 12, -1
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_WEEKDAY = re.compile(r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(
    r"[\sT,]*(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?"
    r"\s*\(?\s*((?:UTC|GMT|Z)?\s*(?:Z|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?)\s*\)?",
    re.I,
)
_NOT_A_DATE = frozenset(["true", "false", "yes", "no", "on", "off", "null", "none", "~", "draft"])


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A day, and the moment where the time of day is stated too (aware where the zone is stated)."""

    day: date
    moment: datetime | None = None


def states_no_date(text: str) -> bool:
    """Whether a value is empty or a switch (Jekyll writes ``published: true``), so that no date was meant."""
    return text.strip().lower() in _NOT_A_DATE or not text.strip()


def read_header_date(text: str) -> HeaderDate | None:
    """The day, and time if any, that ``text`` names; None where it names none, several, or an impossible one."""
    stripped = _WEEKDAY.sub("", _bare(text), count=1)
    if _EPOCH.fullmatch(stripped):
        return _from_epoch(int(stripped))
    for pattern, production in _PATTERNS:
        found = pattern.match(stripped)
        if found:
            return _assemble(production(found), stripped[found.end() :])
    return None


def named_weekday(text: str) -> int:
    """The weekday that stands before the date in ``text``, 1 (Monday) to 7; 0 where none does."""
    found = _WEEKDAY.match(_bare(text))
    return _WEEKDAYS.index(found[0][:3].lower()) + 1 if found else 0


def _bare(text: str) -> str:
    return text.strip().strip("[]\"'").strip()[:80]


def read_period(text: str) -> str:
    """The month or year that ``text`` names instead of a day, as EDTF ("2018-11", "2018"); "" for anything else."""
    stripped = _bare(text)
    if found := _YEAR_MONTH.fullmatch(stripped):
        year, month = int(found[1]), int(found[2]) if found[2] else _WHOLE_YEAR
    elif found := _MONTH_YEAR.fullmatch(stripped):
        year, month = int(found[2]), _MONTHS.get(found[1].lower(), 0)
    else:
        return ""
    if month == _WHOLE_YEAR:
        return f"{year:04d}" if year else ""
    return f"{year:04d}-{month:02d}" if year and 1 <= month <= _LAST_MONTH else ""


def days_of_period(period: str) -> tuple[date, date]:
    """The first and the last day of a month or year as ``read_period`` gives it."""
    year, month = int(period[:4]), int(period[5:] or 0)
    last = calendar.monthrange(year, month or _LAST_MONTH)[1]
    return date(year, month or 1, 1), date(year, month or _LAST_MONTH, last)


def _from_iso(found: re.Match[str]) -> tuple[int, int, int] | None:
    year, separator, month, day = found.groups()
    if not separator and (len(month) != 2 or len(day) != 2):
        return None
    return int(year), int(month), int(day)


def _from_day_month(found: re.Match[str]) -> tuple[int, int, int] | None:
    day, month, year = found.groups()
    return int(year), _MONTHS.get(month.lower(), 0), int(day)


def _from_month_day(found: re.Match[str]) -> tuple[int, int, int] | None:
    month, day, year = found.groups()
    return int(year), _MONTHS.get(month.lower(), 0), int(day)


def _from_numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    first, second, year = (int(group) for group in found.groups())
    if first == second or (first > 12) != (second > 12):
        day, month = (first, second) if first > 12 else (second, first)
        return year, month, day
    return None  # 03/04 is a day in March or in April: say so rather than guess


_PATTERNS = (
    (_ISO, _from_iso),
    (_DAY_MONTH_YEAR, _from_day_month),
    (_MONTH_DAY_YEAR, _from_month_day),
    (_NUMERIC, _from_numbers),
)


def _from_epoch(number: int) -> HeaderDate:
    moment = datetime.fromtimestamp(number / 1000 if number > 9_999_999_999 else number, UTC)
    return HeaderDate(moment.date(), moment)


def _assemble(parts: tuple[int, int, int] | None, rest: str) -> HeaderDate | None:
    if parts is None:
        return None
    try:
        day = date(*parts)
        return HeaderDate(day, _moment(day, rest))
    except ValueError:
        return None


def _moment(day: date, rest: str) -> datetime | None:
    """The moment that ``rest``, the words after the day, adds. Raises ValueError for an impossible time."""
    found = _TIME.match(rest)
    if not found:
        return None
    hour, minute, second, fraction, half, zone = found.groups()
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    microsecond = int((fraction or "0").ljust(6, "0")[:6])
    return datetime(day.year, day.month, day.day, hours, int(minute), int(second or 0), microsecond, _zone(zone))


def _zone(text: str) -> timezone | None:
    found = re.search(r"([+-])(\d{1,2}):?(\d{2})?", text)
    if found:
        sign, hours, minutes = found.groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(-offset if sign == "-" else offset)
    return UTC if text.strip() else None
