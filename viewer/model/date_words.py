"""Dates in the words of a reader: "1 Nov 2018", "late 2017", "26–28 Oct 2018", "1 or 2 Nov 2018".

Window, terminal and exports say dates alike, because they all say them from here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.model.calendar import civil, month_name, ordinal, weekday_name
from viewer.model.time import Basis, Interval, Precision, TimexType

if TYPE_CHECKING:
    from datetime import date

    from viewer.model.event import Event
    from viewer.model.time import Timex

NO_DATE = "no date given"

_PART_OF_PERIOD = {"START": "early", "MID": "mid", "END": "late"}
_PART_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_EDTF_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_EDTF_DATE = r"(-?\d{4,9})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?"
_MONTHS_OF = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}
_YEARS_OF = {Precision.DECADE: 10, Precision.CENTURY: 100, Precision.MILLENNIUM: 1000}
_LONGEST_DURATION = 24
_PREPOSITIONS = ("for ", "over ", "during ", "in ", "throughout ", "within ", "since ", "from ")


def year_words(year: int) -> str:
    """A year for a reader: "2018", "44 BC"."""
    return str(year) if year > 0 else f"{1 - year} BC"


def day_words(day_number: int, *, long: bool = False) -> str:
    """One day: "1 Nov 2018", or "Thursday 1 November 2018"."""
    year, month, day = civil(day_number)
    words = f"{day} {month_name(month, long=long)} {year_words(year)}"
    return f"{weekday_name(day_number)} {words}" if long else words


def date_words(day: date, *, long: bool = False) -> str:
    """A date: "1 Nov 2018", or "Thursday 1 November 2018"."""
    return day_words(day.toordinal(), long=long)


def publication_words(day: date | None, period: str = "", *, long: bool = False) -> str:
    """When something was published: its day, or the month or year that is all that is known of it; "" for neither."""
    if day is not None:
        return date_words(day, long=long)
    known = parse_edtf(period) if period else None
    return interval_words(known, long=long) if known else ""


def span_words(days: float) -> str:
    """A length of time in one round number: "3 days", "7 weeks", "10 months", "4 years"."""
    if days < 21:
        return _count(days, "day")
    if days < 63:
        return _count(days / 7, "week")
    if days < 365.25 * 2 - 15:
        return _count(days / 30.44, "month")
    return _count(days / 365.25, "year")


def _count(number: float, unit: str) -> str:
    whole = max(1, round(number))
    return f"{whole:,} {unit}{'' if whole == 1 else 's'}"


def parse_edtf(text: str) -> Interval | None:
    """The interval of a simple EDTF date or pair ("2018", "2018-11", "2018-11-02", "A/B"), None for anything else."""
    begin_text, slash, end_text = text.strip().partition("/")
    begin = _parse_edtf_date(begin_text)
    if not slash or begin is None:
        return begin
    end = _parse_edtf_date(end_text)
    return Interval(begin.first, end.last, begin.precision) if end else None


def _parse_edtf_date(text: str) -> Interval | None:
    match = re.fullmatch(_EDTF_DATE, text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    first, approximate = ordinal(year, month, day), text[-1] in "~%"
    if match[3]:
        return Interval(first, first, Precision.DAY, approximate)
    if match[2]:
        return Interval(first, _month_end(year, month), Precision.MONTH, approximate)
    return Interval(first, _month_end(year, 12), Precision.YEAR, approximate)


def _month_end(year: int, month: int) -> int:
    return (ordinal(year, month + 1) if month < 12 else ordinal(year + 1)) - 1


def readings_of(event: Event) -> tuple[Interval, ...]:
    """The readings of a date that contradicts itself, as intervals; empty where there is no conflict."""
    if event.readings:
        parsed = tuple(interval for text in event.readings if (interval := parse_edtf(text)))
        if len(parsed) > 1:
            return parsed
    timex = event.timex
    return timex.readings if timex and event.conflict and len(timex.readings) > 1 else ()


def is_in_doubt(event: Event) -> bool:
    """Whether an event's date may be another one, which its receipt tells, and is no conflict of several readings."""
    timex = event.timex
    given = event.interval is not None and timex is not None and event.basis is not Basis.READER
    return given and bool(timex and timex.doubt) and not readings_of(event)


def event_words(event: Event, *, long: bool = False) -> str:
    """When an event was, as a reader says it; the text's own words where it is not known which day those mean.

    A date in doubt ends with a question mark. ``NO_DATE`` for any other undated one.
    """
    words = _event_words(event, long=long)
    return f"{words}{', in doubt' if long else '?'}" if is_in_doubt(event) else words


def _event_words(event: Event, *, long: bool) -> str:
    readings = readings_of(event)
    if readings:
        return _either(readings, long=long)
    if event.interval is None or (event.interval.first is None and event.interval.last is None):
        return _as_written(event.timex) if event.timex and event.timex.basis is Basis.UNRESOLVED else NO_DATE
    special = _timex_words(event.timex, event.interval, long=long) if event.timex else ""
    return special or _named_words(event.when, event.interval, long=long) or interval_words(event.interval, long=long)


def _as_written(timex: Timex) -> str:
    words = " ".join(timex.text.split())
    return f"“{words}”" if len(words) <= _LONGEST_DURATION else f"“{words[:_LONGEST_DURATION].rstrip()}…”"


def _either(readings: tuple[Interval, ...], *, long: bool) -> str:
    words = [interval_words(reading, long=long) for reading in readings]
    if long:
        return " or ".join(words)
    parts = [word.split() for word in words]
    shared = _shared_tail(parts)
    return " or ".join([*(" ".join(part[: len(part) - shared]) for part in parts[:-1]), words[-1]])


def _shared_tail(parts: list[list[str]]) -> int:
    """How many words at the end are the same in all, one word left to each at least."""
    shortest = min(len(part) for part in parts)
    return next((n for n in range(shortest - 1) if len({part[-1 - n] for part in parts}) > 1), shortest - 1)


def _timex_words(timex: Timex, interval: Interval, *, long: bool) -> str:
    """Words that need more than the interval: parts of a period, durations, seasons, times of day."""
    if timex.type == TimexType.DURATION and interval.last is not None:
        spoken = " ".join(timex.text.split())
        if 0 < len(spoken) <= _LONGEST_DURATION:
            since = "" if spoken.lower().startswith(_PREPOSITIONS) else "for "
            return f"{since}{spoken} to {day_words(interval.last, long=long)}"
    words = _period_words(timex, interval, long=long)
    is_open = interval.first is None or interval.last is None
    return _opened(words, interval) if words and is_open else words


def _period_words(timex: Timex, interval: Interval, *, long: bool) -> str:
    """A part of a period, a season or a time of day by its name; "" for anything else."""
    part = _PART_OF_PERIOD.get(timex.mod, "")
    period = _period(timex, interval)
    if part and period:
        words = interval_words(period, long=long)
        return f"{part}-{words}" if part == "mid" else f"{part} {words}"
    words = _season_words(timex.edtf) or _named_words(timex.value, interval, long=long)
    return f"{part} {words}" if part and words and interval.precision != Precision.TIME else words


def expression_words(timex: Timex) -> str:
    """What a dated expression means, at length: "mid-October 2018", "since 2014"; NO_DATE where it has no days."""
    if timex.interval is None:
        return NO_DATE
    special = _timex_words(timex, timex.interval, long=True) if timex.mod else ""
    return special or interval_words(timex.interval, long=True)


def _opened(words: str, interval: Interval) -> str:
    return f"since {words}" if interval.last is None else f"until {words}"


def _named_words(value: str, interval: Interval, *, long: bool) -> str:
    """A time of day or a season, which the days alone do not tell; "" for anything else."""
    if interval.precision == Precision.TIME and interval.first is not None:
        return _time_words(value, interval.first, long=long)
    return _season_words(value)


def _period(timex: Timex, interval: Interval) -> Interval | None:
    """The whole month or year of which "early", "mid" or "late" names a part."""
    period = parse_edtf(timex.value)
    if period or interval.first is None:
        return period if period and period.precision != Precision.DAY else None
    year, month, _day = civil(interval.first)
    if interval.precision in _YEARS_OF:
        return Interval(interval.first, interval.last, interval.precision)
    text = f"{year:04d}" if interval.precision == Precision.YEAR else f"{year:04d}-{month:02d}"
    return parse_edtf(text) if interval.precision in {Precision.MONTH, Precision.YEAR} else None


def _time_words(value: str, first: int, *, long: bool) -> str:
    day = day_words(first, long=long)
    clock = re.search(r"T(\d\d:\d\d)", value)
    if clock:
        return f"{day}, {clock[1]}"
    part = re.search(r"T([A-Z]{2})$", value)
    return f"{day}, {_PART_OF_DAY[part[1]]}" if part and part[1] in _PART_OF_DAY else day


def _season_words(value: str) -> str:
    match = re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI|2[1-4])", value)
    if not match:
        return ""
    season = _SEASONS.get(match[2]) or _EDTF_SEASONS[match[2]]
    return f"{season} {match[1]}"


def interval_words(interval: Interval, *, long: bool = False) -> str:
    """An interval as a reader says it: "2017", "26–28 Oct 2018", "since Mar 2011", "about 1 Nov 2018"."""
    if interval.first is None or interval.last is None:
        return _open_words(interval, long=long)
    words = _closed_words(interval.first, interval.last, interval.precision, long=long)
    if not interval.approximate:
        return words
    return f"about {words}" if long else f"c. {words}"


def _open_words(interval: Interval, *, long: bool) -> str:
    if interval.first is not None:
        return f"since {_edge_words(interval.first, interval.precision, long=long)}"
    if interval.last is not None:
        return f"until {_edge_words(interval.last, interval.precision, long=long)}"
    return NO_DATE


def _edge_words(day_number: int, precision: Precision, *, long: bool) -> str:
    year, month, _day = civil(day_number)
    if precision in {Precision.DAY, Precision.TIME, Precision.WEEK}:
        return day_words(day_number, long=long)
    if precision in {Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.HALF}:
        return f"{month_name(month, long=long)} {year_words(year)}"
    return year_words(year)


def _closed_words(first: int, last: int, precision: Precision, *, long: bool) -> str:
    named = _named_period(first, last, precision, long=long)
    if named:
        return named
    if first >= last:
        return day_words(first, long=long)
    whole = _whole_units(first, last, long=long)
    return whole or _day_range(first, last, long=long)


def _named_period(first: int, last: int, precision: Precision, *, long: bool) -> str:
    """Weeks, quarters, halves, decades and longer have names of their own; "" where the days do not fit one."""
    year, month, _day = civil(first)
    if precision == Precision.WEEK and last - first == 6:
        return f"week of {day_words(first, long=long)}"
    if precision in _YEARS_OF and last - first < 366 * _YEARS_OF[precision]:
        return _era_words(first, last, precision)
    if precision in _MONTHS_OF and _fills(first, last, _MONTHS_OF[precision]):
        if precision == Precision.QUARTER:
            return f"Q{(month + 2) // 3} {year_words(year)}"
        if precision == Precision.HALF:
            return f"{'first' if month == 1 else 'second'} half of {year_words(year)}"
    return ""


def _era_words(first: int, last: int, precision: Precision) -> str:
    middle, _month, _day = civil((first + last) // 2)
    if precision == Precision.DECADE:
        return f"{middle // 10 * 10}s" if middle > 0 else f"{(1 - middle) // 10 * 10}s BC"
    years = _YEARS_OF[precision]
    number = (middle - 1) // years + 1 if middle > 0 else -middle // years + 1
    return f"{_ranked(number)} {precision.value}{'' if middle > 0 else ' BC'}"


def _ranked(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _fills(first: int, last: int, months: int) -> bool:
    year, month, day = civil(first)
    after = month - 1 + months
    return day == 1 and last == ordinal(year + after // 12, after % 12 + 1) - 1


def _whole_units(first: int, last: int, *, long: bool) -> str:
    """Whole months or whole years, from one to many; "" where a day range is meant."""
    year, month, day = civil(first)
    year_after, month_after, day_after = civil(last + 1)
    if day != 1 or day_after != 1:
        return ""
    end_year, end_month, _day = civil(last)
    if month == 1 and month_after == 1:
        return year_words(year) if year_after == year + 1 else _joined(year_words(year), year_words(end_year))
    begin, end = month_name(month, long=long), month_name(end_month, long=long)
    if year == end_year:
        return f"{begin} {year_words(year)}" if month == end_month else f"{_joined(begin, end)} {year_words(year)}"
    return f"{begin} {year_words(year)} – {end} {year_words(end_year)}"


def _joined(begin: str, end: str) -> str:
    return f"{begin} – {end}" if " " in begin or " " in end else f"{begin}–{end}"


def _day_range(first: int, last: int, *, long: bool) -> str:
    year, month, day = civil(first)
    end_year, end_month, end_day = civil(last)
    end = f"{end_day} {month_name(end_month, long=long)} {year_words(end_year)}"
    if (year, month) == (end_year, end_month):
        return f"{day}–{end}"
    begin = f"{day} {month_name(month, long=long)}"
    return f"{begin} – {end}" if year == end_year else f"{begin} {year_words(year)} – {end}"
