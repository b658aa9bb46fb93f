"""Dates in digits only."""

from __future__ import annotations

from viewer.chronology.absolute import calendar_day, two_digit_year
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Calendar, Meaning, Timed
from viewer.chronology.vocabulary import word_set

BOOK = RuleBook()


@BOOK.rule(
    "ISO date",
    "date:ISO_DATE",
    kind="DAY_DATE",
    examples={"2018-11-02": "2018-11-02", "2018-11-02T14:30": "2018-11-02T14:30"},
)
def iso_date(part: Parts) -> Meaning | None:
    """A date as ISO 8601 writes it, with or without a time."""
    text = part.node("date").word
    day = (
        calendar_day(int(text[:4]), int(text[5:7]), int(text[8:10]))
        if 1 <= int(text[5:7]) <= 12 and int(text[:4])
        else None
    )
    if day is None or len(text) == 10:
        return day
    is_time = int(text[11:13]) < 24 and int(text[14:16]) < 60
    return Timed(day, "T" + text[11:16]) if is_time else None


@BOOK.rule(
    "numeric date",
    "date:(SLASH_DATE|DASH_DATE|DOT_DATE)",
    kind="DAY_DATE",
    examples={
        "10/26/2018": "2018-10-26",
        "26/10/2018": "2018-10-26",
        "26.10.2018": "2018-10-26",
        "2018/10/26": "2018-10-26",
    },
)
def numeric_date(part: Parts) -> Calendar | None:
    """Three numbers. Where day and month could be swapped, both readings are kept for the context to decide."""
    if part.before() in ("version", "v", "release", "section", "chapter", "ip", "build"):
        return None
    word = part.node("date").word
    separator = next(sign for sign in "/-." if sign in word)
    pieces = word.split(separator)
    if separator == "." and len(pieces[2]) == 2 and int(pieces[1]) > 12 and part.before() not in _DAY_CUES:
        return None  # "4.13.10" is the number of a section
    return _numeric([int(piece) for piece in pieces], [len(piece) for piece in pieces], separator)


_DAY_CUES = word_set("on from until till by since between dated before after to and")


def _numeric(numbers: list[int], widths: list[int], separator: str) -> Calendar | None:
    if widths[0] > 2:
        return _checked(numbers[0], numbers[1], numbers[2]) if widths[0] == 4 and widths[2] <= 2 else None
    if widths[2] not in (2, 4):
        return None
    first, second, year = numbers
    year = two_digit_year(year) if widths[2] == 2 else year
    day_first = separator == "." and first <= 31 and second <= 12
    month, day = (second, first) if day_first or first > 12 else (first, second)
    date = _checked(year, month, day)
    if date and not day_first and first <= 12 and second <= 12 and first != second:
        return Calendar(year=year, month=month, day=day, other_reading=(second, first))
    return date


def _checked(year: int, month: int, day: int) -> Calendar | None:
    return calendar_day(year, month, day) if 1 <= month <= 12 and 1 <= year <= 9999 else None
