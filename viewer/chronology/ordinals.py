"""Weekdays and weeks that are counted inside a month or a year, and weeks named by a day in them."""

from __future__ import annotations

from typing import cast

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Calendar, Meaning, Nth, Shift, WeekOf

BOOK = RuleBook()

_PERIOD = "(MONTH_DATE|REL_UNIT|REL_NAMED|YEAR_DATE|REL_THE)"


@BOOK.rule(
    "weekday by its number in a month",
    f"'the'? number:(ORDINAL|'last'|'final') weekday:(WEEKDAY_DATE) ('of'|'in') 'the'? period:{_PERIOD}",
    kind="DAY_DATE",
    examples={"the first Monday of May 2016": "2016-05-02", "the last Friday in October": "2018-10-26"},
    stage=2,
)
def nth_weekday_of(part: Parts) -> Nth | None:
    """As in "The first Monday of May"."""
    number = -1 if part.word("number") in ("last", "final") else part.number("number")
    day = part.value("weekday")
    if not isinstance(day, Calendar) or day.weekday is None or number > 5:
        return None
    return Nth(number, day.weekday, cast("Meaning", part.value("period"))) if _is_month(part.value("period")) else None


def _is_month(meaning: object) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.month is not None and meaning.day is None
    return isinstance(meaning, Shift) and meaning.unit == "M"


@BOOK.rule(
    "week by its number",
    f"'the'? number:(ORDINAL|'last') 'week' ('of'|'in')? 'the'? period:{_PERIOD}",
    kind="WEEK_DATE",
    examples={
        "the third week of this month": "2018-W46",
        "the first week of 2027": "2027-W01",
        "the last week of July": "2018-W30",
    },
    stage=2,
)
def nth_week_of(part: Parts) -> Nth | None:
    """As in "The third week of July"."""
    number = -1 if part.word("number") == "last" else part.number("number")
    period = cast("Meaning", part.value("period"))
    whole_year = (isinstance(period, Shift) and period.unit == "Y") or (
        isinstance(period, Calendar) and period.month is None and not period.part
    )
    if number > (53 if whole_year else 5) or not (whole_year or _is_month(period)):
        return None
    return Nth(number, 0, period)


@BOOK.rule(
    "week by a day in it",
    "('the'? 'week' ('of'|'starting'|'beginning'|'commencing'|'ending'|'ended'|'from'|'to') 'on'? 'the'? "
    "| 'w' SLASH ('c'|'e'|'b') 'on'?) day:(DAY_DATE|WEEKDAY_DATE)",
    kind="WEEK_DATE",
    examples={
        "the week of Oct. 15": "2018-W42", "the week ending 21 October 2018": "2018-W42", "w/c 15 Oct": "2018-W42",
        "in the week to 27 October": "2018-W43",
    },
    stage=2,
)  # fmt: skip
def week_of_day(part: Parts) -> WeekOf:
    """As in "The week of 15 October"."""
    return WeekOf(cast("Meaning", part.value("day")))


@BOOK.rule(
    "weekend by a day in it",
    "'the' 'weekend' ('of'|'starting'|'beginning') 'the'? day:DAY_DATE",
    kind="WEEK_DATE",
    examples={"over the weekend of 12 May": "2018-W19-WE"},
    stage=2,
)
def weekend_of_day(part: Parts) -> WeekOf:
    """As in "the weekend of 12 May"; a day inside the week means the weekend that ends it."""
    return WeekOf(cast("Meaning", part.value("day")), weekend=True)
