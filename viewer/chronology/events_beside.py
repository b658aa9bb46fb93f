"""Dates that a length parts from others: "three weeks after 6 June", "on Wednesday, a day after a shell hit"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.chronology.events_tokens import COMMA
from viewer.chronology.supposed import is_stand_in
from viewer.model import Basis, Precision, TimexType

if TYPE_CHECKING:
    from datetime import date

    from viewer.chronology.events_dates import Dating
    from viewer.chronology.events_reading import Reading
    from viewer.chronology.events_tokens import Sentence
    from viewer.model import Timex

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_SIDE_OF = {"after": -1, "before": 1}
SIDES = frozenset(_SIDE_OF)  # the words that count from another day
_DAYS = {"D": 1, "W": 7}


def dating_beside(reading: Reading, index: int) -> Dating | None:
    """The date of a clause that a number of days or months parts from the day of another clause; None where none does.

    Months and years are counted as such: "a month after" a day is some time in the month before.
    """
    sentence, clause = reading.sentence, reading.clauses[index]
    side = _SIDE_OF.get(sentence.word(clause.opener), 0)
    at = clause.opener - 1
    timex = sentence.timexes.get(at)
    length = (
        _LENGTH.fullmatch(timex.value) if timex and timex.type is TimexType.DURATION and not timex.interval else None
    )
    if not side or not timex or not length or (at and not sentence.kind(at - 1) & COMMA):
        return None
    main = _main_day(reading, at, index, by_months=length[2] in _BY_MONTHS)
    day = main.interval.begin if main else None
    if not main or not day or is_stand_in(main.timex):
        return None
    return _told(main._replace(first=at, last=at), timex, _value(day, side * int(length[1]), length[2]), day)


def counted_from(sentence: Sentence, dating: Dating) -> Dating | None:
    """The day or month that a length parts from the day behind it: "three weeks after 6 June"; None for any other."""
    at = dating.first - 2
    timex, side = sentence.timexes.get(at), -_SIDE_OF.get(sentence.word(at + 1), 0)
    if not timex or not side or timex.type is not TimexType.DURATION or sentence.word(at - 1) in _WITHIN:
        return None
    length, day = _LENGTH.fullmatch(timex.value), dating.interval.begin
    if not length or not day or not _is_day(dating) or is_stand_in(dating.timex):
        return None
    return _told(dating._replace(first=at), timex, _value(day, side * int(length[1]), length[2]), day)


_WITHIN = ("in", "over", "for", "during", "within", "throughout", "of", "the")


_BY_MONTHS = ("M", "Y")


def _main_day(reading: Reading, at: int, index: int, *, by_months: bool) -> Dating | None:
    """The day that is counted from: the last one named in the sentence, or the next one behind a clause that leads.

    Months and years may be counted from a month, too: "in September 2000, two months after talks collapsed".
    """
    days = [other for other in reading.datings if _is_day(other) or (by_months and _is_month(other))]
    before = [other for other in days if other.last < at]
    if before or at:
        return before[-1] if before else None
    behind = [other for other in days if other.first > reading.clauses[index].end]
    return behind[0] if len(behind) == 1 else None


def _is_day(dating: Dating) -> bool:
    interval = dating.interval
    return interval.precision in (Precision.DAY, Precision.TIME) and interval.first == interval.last


def _is_month(dating: Dating) -> bool:
    return dating.interval.precision is Precision.MONTH and "/" not in dating.edtf


def _value(day: date, amount: int, unit: str) -> str:
    """The TIMEX3 value of what lies an amount of units from a day; "" outside the calendar."""
    from viewer.chronology.days import add_months, shift_date  # with what resolves dates: not for the start

    if unit in _DAYS:
        found = shift_date(day, amount * _DAYS[unit])
        return found.isoformat() if found else ""
    year, month = add_months(day.year, day.month, amount) if unit == "M" else (day.year + amount, 0)
    return (f"{year:04}-{month:02}" if month else f"{year:04}") if 1 <= year <= 9999 else ""


def _told(dating: Dating, timex: Timex, value: str, day: date) -> Dating | None:
    """The dating with a length as the date that it comes to from a day; None outside the calendar."""
    from viewer.chronology.context import say
    from viewer.chronology.edtf import span_of

    interval, edtf = span_of(value) if value else (None, "")
    if interval is None:
        return None
    step = f"“{timex.text}” is counted from {say(day)}: {edtf}"
    told = replace(
        timex, type=TimexType.DATE, value=value, basis=Basis.TEXT, anchor=day.isoformat(), interval=interval, edtf=edtf,
        steps=(step,),
    )  # fmt: skip
    return dating._replace(timex=told, interval=interval, edtf=edtf)
