"""From an EDTF string (ISO 8601-2) to days: the other way round than ``edtf``, which writes them."""

from __future__ import annotations

import re
from dataclasses import replace

from viewer.chronology.edtf import PART_CODES, span_of
from viewer.model import Interval

_SIGNS = re.compile(r"[~?%]")
_DATE = re.compile(
    r"(?P<minus>-)?(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?P<rest>-\d\d(?:-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<open>(?:-XX){0,2})"
    r"(?P<sign>[~?%]?)",
    re.ASCII,
)
_PARTS = {code: part for part, code in PART_CODES.items()}
_OPEN = ("..", "")


def interval_of(edtf: str) -> Interval | None:
    """The days of a date, a season, a decade, or an interval of two, open ones too; None for anything else.

    A day that is not known ("2018-11-XX") leaves its month; "~", "?" and "%" make it approximate.

    >>> interval_of("2018-10-26/2018-10-28").precision.value
    'day'
    """
    begin, slash, end = edtf.strip().partition("/")
    if not slash:
        return _date(begin)
    first, last = (None if text in _OPEN else _date(text) for text in (begin, end))
    known = first or last
    if known is None or any(one is None and text not in _OPEN for one, text in ((first, begin), (last, end))):
        return None
    if first and last and first.first is not None and last.last is not None and first.first > last.last:
        return None
    approximate = any(one is not None and one.approximate for one in (first, last))
    return Interval(first.first if first else None, last.last if last else None, known.precision, approximate)


def value_of(edtf: str) -> str:
    """The TIMEX3 value of an EDTF date; an interval, for which TIMEX3 has none, and anything else as it is."""
    plain = _SIGNS.sub("", edtf.strip())
    found = _DATE.fullmatch(plain)
    if not found:
        return plain
    year, rest = found["year"], found["rest"] or ""
    part = _PARTS.get(rest[1:])
    behind = f"-{part}" if part else rest
    if not year.isdigit():
        return plain if found["minus"] or behind else year.rstrip("X")
    number = -int(year) if found["minus"] else int(year)
    return f"BC{1 - number:04}{behind}" if number <= 0 else f"{year}{behind}"


def _date(text: str) -> Interval | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    interval, _ = span_of(value_of(text))
    doubtful = bool(found["sign"] or found["open"])
    return replace(interval, approximate=True) if interval and doubtful else interval
