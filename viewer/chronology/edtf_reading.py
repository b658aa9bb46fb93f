"""From an EDTF string (ISO 8601-2) to days: the other way round than ``edtf``, which writes them."""

from __future__ import annotations

import re
from dataclasses import replace

from viewer.chronology.edtf import PART_CODES, span_of
from viewer.model import Interval

_DOUBT = re.compile(r"[~?%]")
_YEAR = re.compile(r"(-)?(\d{4}|\d{3}X|\d{2}XX)(?=-|T|$)")
_PARTS = {code: part for part, code in PART_CODES.items()}
_OPEN = ("..", "")
_UNKNOWN = re.compile(r"(?:-XX)+$")


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
    """The TIMEX3 value of an EDTF date; an interval, for which TIMEX3 has none, as it is."""
    plain = _UNKNOWN.sub("", _DOUBT.sub("", edtf.strip()))
    year = _YEAR.match(plain)
    if "/" in plain or not year:
        return plain
    rest = plain[year.end() :]
    part = _PARTS.get(rest[1:])
    behind = f"-{part}" if part else rest
    if year[1]:
        return f"BC{int(year[2]) + 1:04}{behind}" if year[2].isdigit() else plain
    return year[2].rstrip("X") + behind


def _date(text: str) -> Interval | None:
    value = value_of(text)
    if not _YEAR.match(_DOUBT.sub("", text)) or "/" in text:
        return None
    interval, _ = span_of(value)
    doubtful = bool(_DOUBT.search(text)) or text.endswith("-XX")
    return replace(interval, approximate=True) if interval and doubtful else interval
