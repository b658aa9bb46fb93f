"""Histories: bare months, seasons and days belong to the date that the story has come to."""

from __future__ import annotations

import re

from viewer.chronology.answer import Answer
from viewer.chronology.context import Context, say
from viewer.chronology.days import Place, is_leap, month_length
from viewer.chronology.meaning import Calendar, Direction, Period
from viewer.chronology.vocabulary import MONTHS
from viewer.model import Basis

STEPS = {Direction.LAST: -1, Direction.NEXT: 1}


def filled(place: Place, basis: Basis, context: Context) -> Answer:
    """The answer for a place whose year the text (``Basis.TEXT``) or publication gave."""
    if place.month and place.day and place.day > month_length(place.year, place.month):
        return Answer(f"XXXX-{place.month:02}-{place.day:02}")
    if basis is Basis.TEXT and context.last:
        step = f"“{context.words}”: the year follows from the date mentioned before, {context.last.value}"
        anchor = context.last.value
    else:
        step = (
            f"“{context.words}”: the year follows from publication, {say(context.published)}"
            if context.published
            else ""
        )
        anchor = context.anchor
    return Answer(place.value, basis=basis, anchor=anchor, place=place, steps=(step,))


def beside(meaning: Calendar, last: Place, context: Context) -> Answer:
    """In a history "next summer" is the one after the date mentioned last, and moves the story no further."""
    sought = Place(last.year, meaning.month, meaning.day, meaning.part)
    here, there = last.first_month, sought.first_month
    step = STEPS[meaning.direction]
    if here and there and (there - here) * step > 0:
        step = 0
    answer = filled(sought._replace(year=last.year + step), Basis.TEXT, context)
    return answer._replace(place=None) if meaning.direction is Direction.NEXT else answer


def is_ahead(last: Place, context: Context) -> bool:
    """Whether the date mentioned last is to come, so that "last November" is not counted from it."""
    return context.published is not None and last.year > context.published.year


def narrative_year(meaning: Calendar, context: Context) -> int:
    """The year of the thread, for "that December" the year mentioned last; for 29 February the next one that has it."""
    assert context.last
    if meaning.direction is Direction.SAME and not context.last.month:
        return context.last.year  # "In 1814 he came. He finished it in 1818 and left that December."
    if meaning.day and _ends_here_next_year(meaning, context):
        return context.last.year - 1  # "In January 1940 ... From 21 December to 8 January"
    year = context.thread.year_for(meaning.month or 1, context.begin) or context.last.year
    if meaning.day == 29 and meaning.month == 2:
        return next((near for near in (year, year + 1, year - 1, year + 2) if is_leap(near)), year)
    return year


_RANGE = re.compile(r" (?:to|until|till|through) (?:\d{1,2} ([A-Z][a-z]+)|([A-Z][a-z]+) \d)|[-–—](?:([A-Z][a-z]+) \d)")


def _ends_here_next_year(meaning: Calendar, context: Context) -> bool:
    """Whether a day begins a range over the new year that ends in the month which the story has come to."""
    match = _RANGE.match(context.text, context.end) if context.last and context.last.month else None
    month = MONTHS.get((match[1] or match[2] or match[3]).lower()) if match else None
    return (
        month is not None and month < (meaning.month or 1) and context.last is not None and context.last.month == month
    )


def lies_ahead(year: int, meaning: Calendar, context: Context) -> bool:
    """Whether a story that is told in the past would come to a day or month after its publication."""
    assert context.published
    told = (year, meaning.month or 1, meaning.day or 1)
    published = context.published
    return told > (published.year, published.month, published.day) and context.tense() == "past"


def part_of_history(meaning: Calendar, last: Place, context: Context) -> Answer:
    """A season, quarter or half of the year that the story is in; "that autumn" of the year mentioned last."""
    part = meaning.part
    if meaning.direction is Direction.SAME and part != "WI":
        return filled(Place(last.year, part=part), Basis.TEXT, context)
    if part == "WI" and (ends := context.thread.winter_for(context.begin)):
        return _winter(ends, context)
    month = Place(last.year, part=part).first_month
    year = context.thread.year_for(month, context.begin) if month else None
    return filled(Place(last.year if year is None else year, part=part), Basis.TEXT, context)


def _winter(ends: int, context: Context) -> Answer:
    """A winter that a history passes through: TIMEX3 names the year that it ends in, its days begin the year before."""
    begins = Place(ends - 1, part="WI")
    return filled(begins, Basis.TEXT, context)._replace(value=Place(ends, part="WI").value, span=begins.value)


_OUR_CENTURIES = 1900  # before it a story's short years and decades are of its own century
_BARE_DECADE = re.compile(r"(?<!teen)(?<!teen.)\b(?:\w+ties|['’]?\d0['’]?s)$", re.I)
_BARE_YEAR = re.compile(r"['’]\d\d$")
_YEARS_AHEAD = 15  # that news looks ahead with two digits
_BACK = 30  # years that a story goes back rather than on into the next century


def decade_of_story(meaning: Period, context: Context) -> str | None:
    """The decade that "the nineties" are in a story of an older century; None elsewhere, and where it is stated."""
    year = _year_of_older_story(context)
    if year is None or len(meaning.digits) != 3 or not _BARE_DECADE.search(context.words):
        return None
    first = year // 100 * 100 + int(meaning.digits[2]) * 10
    return str(first if first + 9 >= year - _BACK else first + 100)[:3]


def is_century_before(meaning: Period, context: Context) -> bool:
    """Whether "the 2nd century" of a story that is told before the common era is one before it, too."""
    story = context.thread.story_year() if context.narrative else None
    if story is None or story > 0 or len(meaning.digits) != len("01") or not meaning.digits.isdigit():
        return False
    return int(meaning.digits) <= -story // 100 and not _COMMON_ERA.search(context.words)


_COMMON_ERA = re.compile(r"\b(?:AD|CE|A\.D|C\.E)\b")


def year_of_story(meaning: Calendar, context: Context) -> int | None:
    """The year that "'64" is in a story of an older century."""
    if meaning.year is None or not _BARE_YEAR.search(context.words):
        return None
    if context.published and meaning.year > context.published.year + _YEARS_AHEAD and not context.narrative:
        return meaning.year - 100  # "came from Vienna in '38", written in 1991
    year = _year_of_older_story(context)
    if year is None:
        return None
    found = year // 100 * 100 + meaning.year % 100
    return found if found >= year - _BACK else found + 100


def _year_of_older_story(context: Context) -> int | None:
    year = context.thread.story_year() if context.narrative else None
    return year if year is not None and 1000 <= year < _OUR_CENTURIES else None
