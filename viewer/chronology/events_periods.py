"""Periods told by their length and their end: "the three months to September", "the year ended 31 March"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from viewer.model import Precision, TimexType

if TYPE_CHECKING:
    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_tokens import Sentence

_LENGTH = re.compile(r"P(\d+)([YMW])$")
_ENDED = frozenset(["ended", "ending"])
_DAYS_OF_WEEK = 7
_MONTHS_OF_YEAR = 12


def whole_period(sentence: Sentence, dating: Dating) -> Dating | None:
    """The dating over the whole period that it ends; None where it ends none.

    With "ended" its words belong to the date, with "to" they stay in the label, since they may tell what a figure is
    a figure of ("prices rose 2 per cent in the year to July").
    """
    joint = sentence.word(dating.first - 1)
    last = dating.timex.interval.last if dating.timex.interval else None
    if (joint != "to" and joint not in _ENDED) or last is None or last < 1:
        return None
    measured = _LENGTH.match(_length(sentence, dating.first - 2))
    if not measured:
        return None
    begin = _begin(date.fromordinal(last), int(measured[1]), measured[2])
    if begin is None:
        return None
    length = 1 + (dating.first - 2 not in sentence.timexes)
    first = dating.first - 1 - length if joint in _ENDED else dating.first
    interval = replace(dating.interval, first=begin.toordinal(), last=last, approximate=False)
    return dating._replace(
        first=first, interval=interval, edtf=_edtf(begin, date.fromordinal(last), interval.precision)
    )


def _length(sentence: Sentence, token: int) -> str:
    """The length of "the three months" or "the year" at a token, as TIMEX3 writes it; "" for anything else."""
    timex = sentence.timexes.get(token)
    if timex is None:
        return "P1Y" if sentence.words[max(0, token - 1) : token + 1] == ["the", "year"] else ""
    return timex.value if timex.type is TimexType.DURATION and timex.text[:4].lower() == "the " else ""


def _begin(last: date, number: int, unit: str) -> date | None:
    """The first day of so many weeks, months or years that end on ``last``; None before the common era."""
    behind = last + timedelta(days=1)
    if unit == "W":
        return behind - timedelta(days=_DAYS_OF_WEEK * number)
    months = behind.year * _MONTHS_OF_YEAR + behind.month - 1 - number * (_MONTHS_OF_YEAR if unit == "Y" else 1)
    year, month = divmod(months, _MONTHS_OF_YEAR)
    return date(year, month + 1, min(behind.day, monthrange(year, month + 1)[1])) if year > 0 else None


def _edtf(begin: date, last: date, precision: Precision) -> str:
    """The period in EDTF: months where the end is told as one, days elsewhere."""
    if precision is Precision.MONTH and begin.day == 1:
        return f"{begin:%Y-%m}/{last:%Y-%m}"
    return f"{begin.isoformat()}/{last.isoformat()}"
