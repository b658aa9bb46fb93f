"""From a TIMEX3 value to days: the interval of a value and its EDTF string (ISO 8601-2)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from viewer.chronology.days import SEASON_MONTHS, add_months, month_length, ordinal
from viewer.model import Interval, Precision

_VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{1,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-(?P<part>SP|SU|FA|WI|Q[1-4]|H[12]))?"
    r"(?:T(?P<clock>\d\d:\d\d(?::\d\d)?|\d\d|[A-Z]{2})(?P<zone>Z|[+-]\d\d:\d\d)?)?$"
)
PART_CODES = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}
"""What EDTF writes for the parts of a year."""
_PERIODS = {1: (1000, Precision.MILLENNIUM), 2: (100, Precision.CENTURY), 3: (10, Precision.DECADE)}  # by digits
_EDGES = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


@lru_cache(maxsize=4096)
def span_of(value: str, mod: str = "") -> tuple[Interval | None, str]:
    """The days and the EDTF string of a value; (None, "") where it names no place in time.

    >>> span_of("2018-10", "MID")[1]
    '2018-10-11~/2018-10-20~'
    """
    known, unknown = _known_part(value)
    match = _VALUE.match(known)
    if not match:
        return None, ""
    made = _whole(match)
    if made and unknown:
        return replace(made[0], approximate=True), made[1] + unknown
    if made is None:
        return None, ""
    interval, edtf = made
    return _modified(interval, edtf, mod) if mod else made


def _known_part(value: str) -> tuple[str, str]:
    """A value without its unknown day, week or month ("1913-05-XX"), and what EDTF writes for that."""
    known = value.removesuffix("-WXX")
    while known.endswith("-XX"):
        known = known[:-3]
    return (known, value[len(known) :].removesuffix("-WXX")) if "X" not in known else (value, "")


def _whole(match: re.Match[str]) -> tuple[Interval, str] | None:
    digits = match["year"]
    if len(digits) < 4:
        return _period(digits, match["bc"] is not None)
    year = 1 - int(digits) if match["bc"] else int(digits)
    if match["bc"] is None and year == 0:
        return None
    if match["day"]:
        return _day(match, year)
    if match["month"]:
        month = int(match["month"])
        if not 1 <= month <= 12:
            return None
        return _months(year, month, 1, Precision.MONTH), f"{edtf_year(year)}-{month:02}"
    if match["week"]:
        return _week(year, int(match["week"]), bool(match["weekend"]))
    if match["part"]:
        return _part(year, match["part"])
    return _months(year, 1, 12, Precision.YEAR), edtf_year(year)


def edtf_year(year: int) -> str:
    """An astronomical year in four digits, with its sign before year 0."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _day(match: re.Match[str], year: int) -> tuple[Interval, str] | None:
    month, day = int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    number = ordinal(year, month, day)
    edtf = f"{edtf_year(year)}-{month:02}-{day:02}"
    clock = match["clock"]
    if clock and clock[0].isdigit():
        full = clock + ":00" * (2 - clock.count(":"))
        edtf += f"T{full}{match['zone'] or ''}"
    return Interval(number, number, Precision.TIME if clock else Precision.DAY), edtf


def _months(year: int, month: int, count: int, precision: Precision, *, approximate: bool = False) -> Interval:
    last_year, last_month = add_months(year, month, count - 1)
    end = ordinal(last_year, last_month, month_length(last_year, last_month))
    return Interval(ordinal(year, month, 1), end, precision, approximate)


def _part(year: int, part: str) -> tuple[Interval, str]:
    edtf = f"{edtf_year(year)}-{PART_CODES[part]}"
    if part in SEASON_MONTHS:
        return _months(year, SEASON_MONTHS[part], 3, Precision.SEASON, approximate=True), edtf
    number = int(part[1])
    if part[0] == "Q":
        return _months(year, 3 * number - 2, 3, Precision.QUARTER), edtf
    return _months(year, 6 * number - 5, 6, Precision.HALF), edtf


def _week(year: int, week: int, weekend: bool) -> tuple[Interval, str] | None:
    if not 1 <= year <= 9998:
        return None
    try:
        monday = date.fromisocalendar(year, week, 1).toordinal()
    except ValueError:
        return None
    first, last = (monday + 5, monday + 6) if weekend else (monday, monday + 6)
    return Interval(first, last, Precision.WEEK), f"{date.fromordinal(first)}/{date.fromordinal(last)}"


def _period(digits: str, before: bool) -> tuple[Interval, str]:
    size, precision = _PERIODS[len(digits)]
    number = int(digits)
    if before:
        newest = number * size + (size > 10)  # the 5th century BC is 500 to 401 BC, the 480s BC 489 to 480 BC
        first, last = 2 - newest - size, 1 - newest
        edtf = f"{edtf_year(first)}/{edtf_year(last)}"
    else:
        first, last = number * size, number * size + size - 1
        edtf = digits + "X" * (4 - len(digits))
        first = max(first, 1)
    return Interval(ordinal(first, 1, 1), ordinal(last, 12, 31), precision), edtf


def _modified(interval: Interval, edtf: str, mod: str) -> tuple[Interval, str]:
    if interval.first is None or interval.last is None:
        return interval, edtf
    first, last, precision = interval.first, interval.last, interval.precision
    if mod in _EDGES and precision not in (Precision.TIME, Precision.DAY):
        return _edge(interval, mod)
    if mod == "BEFORE":
        return Interval(None, first - 1, precision), f"../{_plain(first - 1, precision)}"
    if mod == "AFTER":
        return Interval(last + 1, None, precision), f"{_plain(last + 1, precision)}/.."
    if mod == "ON_OR_BEFORE":
        return Interval(None, last, precision), f"../{_plain(last, precision)}"
    if mod == "ON_OR_AFTER":
        return Interval(first, None, precision), f"{_plain(first, precision)}/.."
    approximate = Interval(first, last, precision, approximate=True)
    if mod == "APPROX" and "/" not in edtf and "T" not in edtf:
        return approximate, edtf + "~"
    return approximate, edtf


def _plain(number: int, precision: Precision) -> str:
    year, month, day = civil(number)
    text = f"{edtf_year(year)}-{month:02}-{day:02}"
    return text[:-6] if precision is Precision.YEAR else text[:-3] if precision is Precision.MONTH else text


def _edge(interval: Interval, mod: str) -> tuple[Interval, str]:
    """A third of a period: of a month 1-10, 11-20, 21-; of longer ones whole months or years."""
    assert interval.first is not None
    assert interval.last is not None
    low, high = _EDGES[mod]
    length = interval.last - interval.first + 1
    if interval.precision is Precision.MONTH:
        first = interval.first + 10 * low
        last = interval.first + 10 * high - 1 if mod != "END" else interval.last
    elif interval.precision is Precision.YEAR:
        year = civil(interval.first)[0]
        first = ordinal(year, 4 * low + 1, 1)
        last = ordinal(year, 4 * high, month_length(year, 4 * high))
        edtf = f"{edtf_year(year)}-{4 * low + 1:02}~/{edtf_year(year)}-{4 * high:02}~"
        return Interval(first, last, interval.precision, approximate=True), edtf
    else:
        first, last = interval.first + length * low // 3, interval.first + length * high // 3 - 1
    text = f"{_plain(first, Precision.DAY)}~/{_plain(last, Precision.DAY)}~"
    if interval.precision in (Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM):
        text = f"{edtf_year(civil(first)[0])}~/{edtf_year(civil(last)[0])}~"
    return Interval(first, last, interval.precision, approximate=True), text


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number, before year 1 too (algorithm: 400-year cycles)."""
    cycle, rest = divmod(number - 1, 146097)
    day = date.fromordinal(rest + 1)
    return day.year + 400 * cycle, day.month, day.day


def iso(number: int) -> str:
    """A day number as EDTF writes it."""
    return _plain(number, Precision.DAY)
