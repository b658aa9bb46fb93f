"""Later stages: dates made of dates ("July of that year", "the day before last Tuesday")."""

from __future__ import annotations

from typing import cast

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    Direction,
    Duration,
    Following,
    Holiday,
    Meaning,
    NextTo,
    Recurrence,
    Shift,
    ShiftBy,
    Timed,
    WeekOf,
    Within,
)
from viewer.chronology.vocabulary import MONTHS, SEASONS, UNITS, WEEKDAYS

BOOK = RuleBook()

_FEW = 5  # weekdays
HALF_A_MONTH = "15D"
DAY = "(DAY_DATE|WEEKDAY_DATE|REL_DAY|REL_NAMED)"


def meaning_of(part: Parts, name: str) -> Meaning:
    """The meaning that an earlier rule gave the token captured under ``name``."""
    return cast("Meaning", part.value(name))


def is_day(meaning: Meaning) -> bool:
    """Whether a meaning that a rule of ``DAY`` gave is a day, and no month or year."""
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None
    return not isinstance(meaning, Shift) or meaning.unit == "D"


def with_weekday(weekday: Meaning, day: Meaning) -> Meaning:
    """The day that brackets behind a weekday name: "Monday (Jan. 10)"; other days stay as they are."""
    if not isinstance(weekday, Calendar) or weekday.weekday is None or weekday.day or not isinstance(day, Calendar):
        return weekday
    return day._replace(weekday=weekday.weekday) if day.day and day.weekday is None else weekday


@BOOK.rule(
    "weekday near publication with its day",
    "weekday:REL_NAMED COMMA day:DAY_DATE",
    kind="DAY_DATE",
    examples={"this coming Sunday, November fourth": "2018-11-04", "last Tuesday, Oct. 30": "2018-10-30"},
    stage=2,
)
def near_weekday_and_day(part: Parts) -> Meaning | None:
    """As in "next Friday, 9 November": the day and its weekday, which are checked against each other."""
    weekday, day = meaning_of(part, "weekday"), meaning_of(part, "day")
    joined = with_weekday(weekday, day)
    return None if joined is weekday else joined


@BOOK.rule(
    "weekday whose day stands in brackets",
    "weekday:WEEKDAY_DATE (?=OPEN day:DAY_DATE CLOSE)",
    kind="DAY_DATE",
    examples={"due on Monday (Nov. 12)": "2018-11-12 2018-11-12", "Friday (Oct. 26)": "2018-10-26 2018-10-26"},
    stage=2,
)
def weekday_and_brackets(part: Parts) -> Meaning:
    """As in "Monday (Jan. 10)"."""
    return with_weekday(meaning_of(part, "weekday"), meaning_of(part, "day"))


def _within(inner: Meaning, whole: Meaning, unit: str) -> Within | None:
    """A calendar part whose year or week is named relative to another; None for anything else."""
    if not isinstance(inner, Calendar) or inner.year or inner.direction:
        return None
    return Within(inner, whole) if isinstance(whole, Shift) and whole.unit == unit else None


@BOOK.rule(
    "month, season or quarter of a year named before",
    "part:(MONTH_DATE|PART_DATE|DAY_DATE) (COMMA? 'of' | 'in' | COMMA)? whole:(REL_UNIT|REL_COUNT|REL_NAMED)",
    kind="PART_DATE",
    examples={
        "In 1864. August of that year": "1864 1864-08", "the third quarter of last year": "2017-Q3",
        "In 1864. July 25 of that year": "1864 1864-07-25",
        "the spring of next year": "2019-SP",
    },
    stage=2,
)  # fmt: skip
def part_of_year(part: Parts) -> Within | None:
    """A part whose year is named relative to another."""
    return _within(meaning_of(part, "part"), meaning_of(part, "whole"), "Y")


@BOOK.rule(
    "a year's quarter",
    "whole:(REL_UNIT|YEAR_DATE) APOSTROPHE part:(PART_DATE|'quarter'|'period'|MONTH_DATE)",
    kind="PART_DATE",
    examples={"next year's first quarter": "2019-Q1", "last year's third quarter": "2017-Q3"},
    stage=2,
)
def years_part(part: Parts) -> Meaning | None:
    """A year's quarter or season."""
    whole = meaning_of(part, "whole")
    if part.value("part") is not None:
        return _within(meaning_of(part, "part"), whole, "Y")
    is_last = isinstance(whole, Shift) and whole.amount == -1
    return Shift("Y", -1, Anchor.TEXT, back=True, same_time=True) if is_last else None


@BOOK.rule(
    "holiday of a year",
    "day:DAY_DATE 'of' year:REL_UNIT",
    kind="DAY_DATE",
    examples={"In 1864 he came, and at Easter of the next year he left.": "1864 1865-04-16"},
    stage=2,
)
def holiday_of_year(part: Parts) -> Within | None:
    """A holiday of a year that is counted from another."""
    day, year = meaning_of(part, "day"), meaning_of(part, "year")
    of_year = isinstance(day, Holiday) and day.year is None and isinstance(year, Shift) and year.unit == "Y"
    return Within(day, year) if of_year and isinstance(day, Holiday) else None


@BOOK.rule(
    "weekday of a week",
    "day:WEEKDAY_DATE (COMMA? ('of'|'in')? | 'on') week:REL_UNIT | week:REL_UNIT COMMA? 'on'? day:WEEKDAY_DATE",
    kind="DAY_DATE",
    examples={"Friday of next week": "2018-11-09", "Monday last week": "2018-10-22"},
    stage=2,
)
def weekday_of_week(part: Parts) -> Within | None:
    """A weekday of a week that is named relative to another."""
    return _within(meaning_of(part, "day"), meaning_of(part, "week"), "W")


@BOOK.rule(
    "day of a month",
    "'the'? day:(ORDINAL|DAY_NUMBER) ('day')? ('of' (same:REL_UNIT | 'the' 'month'))? "
    "'of' month:(REL_UNIT|REL_THE|REL_NAMED|MONTH_DATE)",
    kind="DAY_DATE",
    examples={"the 20th of next month": "2018-12-20", "the fifth of the said month of March 1429": "1429-03-05"},
    stage=2,
)
def day_of_month(part: Parts) -> Meaning | None:
    """A day by its number in a month."""
    month, day = meaning_of(part, "month"), part.number("day")
    if part.before() in ("his", "her", "their", "its", "my", "our") or part.before().endswith(("'s", "’s")):
        return None  # "his fifth of the month"
    if not 1 <= day <= 31 or ("same" in part and meaning_of(part, "same") != Shift("M", 0, Anchor.TEXT)):
        return None
    if isinstance(month, Shift) and month.unit == "M":
        return Within(Calendar(day=day), month)
    if isinstance(month, Following) and month.name.month:
        return Within(Calendar(day=day), month)
    if isinstance(month, Calendar) and month.month and month.day is None:
        if month.direction and (month.month, day) == (2, 29):
            return None
        return Calendar(year=month.year, month=month.month, day=day, direction=month.direction)
    return None


@BOOK.rule(
    "the weekday",
    "(?<='on'|'by'|'until'|'On'|'By') 'the' weekday:WEEKDAY_FULL (?!DAY_PART|OTHER|'of'|'before'|'after'|'in'|DASH)",
    kind="WEEKDAY_DATE",
    examples={"On 30 October 2018 he came. On the Thursday, he left.": "2018-10-30 2018-11-01"},
)
def the_weekday(part: Parts) -> Calendar:
    """The weekday of the days that a text tells of."""
    return Calendar(weekday=WEEKDAYS[part.word("weekday")], direction=Direction.SAME)


@BOOK.rule(
    "that month or season by name",
    "'that' (month:MONTH | season:SEASON (?!OTHER))",
    kind="REL_NAMED",
    examples={"In 1864 he came. At the end of that August he left.": "1864 1864-08"},
)
def that_name(part: Parts) -> Calendar:
    """The month or season of the year that the text is in."""
    if "season" in part:
        return Calendar(part=SEASONS[part.word("season")], direction=Direction.SAME)
    return Calendar(month=MONTHS[part.word("month")], direction=Direction.SAME)


@BOOK.rule(
    "so many years ago this month",
    "past:REL_COUNT when:(REL_UNIT|REL_DAY|WEEKDAY_DATE)",
    kind="REL_COUNT_NAMED",
    examples={
        "three years ago this month": "2015-11",
        "two weeks ago today": "2018-10-19",
        "a year ago this week": "2017-W44",
        "It ended two years ago Monday.": "2016-10-29",
        "a week ago Thursday": "2018-10-25",
    },
    stage=2,
)
def ago_this_month(part: Parts) -> Meaning | None:
    """The month, week or day of publication, so many years, months or weeks before."""
    past, when = meaning_of(part, "past"), meaning_of(part, "when")
    if isinstance(when, Calendar):
        return _ago_on_weekday(past, when)
    if not isinstance(past, Shift) or not isinstance(when, Shift) or not past.amount or when.amount != 0:
        return None
    if past.anchor is not Anchor.PUBLICATION or when.anchor is not Anchor.PUBLICATION or past.unit not in "YMWD":
        return None
    if when.unit == "M" and past.unit == "Y":
        return Shift("M", 12 * past.amount, Anchor.PUBLICATION)
    if past.unit in "WD":
        return past if when.unit == "D" else None
    months = abs(past.amount) * (12 if past.unit == "Y" else 1)
    day = ShiftBy(f"P{months}M0D", -1 if past.amount < 0 else 1, Anchor.PUBLICATION)
    if when.unit == "D":
        return day
    return WeekOf(day) if when.unit == "W" else None


def _ago_on_weekday(past: Meaning, weekday: Calendar) -> NextTo | None:
    """The day so many weeks, months or years before a weekday near publication: "two years ago Monday"."""
    if not isinstance(past, Shift) or not past.amount or past.anchor is not Anchor.PUBLICATION:
        return None
    if past.unit in ("W", "D"):
        return NextTo(weekday, past.amount * (7 if past.unit == "W" else 1))
    return NextTo(weekday, 0, past.amount * (12 if past.unit == "Y" else 1)) if past.unit in ("Y", "M") else None


@BOOK.rule(
    "week of a holiday",
    "day:DAY_DATE unit:('week'|'weekend')",
    kind="WEEK_DATE",
    examples={
        "Easter week": "2018-W13",
        "Thanksgiving weekend": "2018-W47-WE",
        "Labor Day weekend 2018": "2018-W35-WE 2018",
    },
    stage=2,
)
def holiday_week(part: Parts) -> WeekOf | None:
    """The week or weekend that a named day lies in."""
    day = meaning_of(part, "day")
    return WeekOf(day, weekend=part.word("unit") == "weekend") if isinstance(day, Holiday) else None


@BOOK.rule(
    "the day before a date",
    "beside:REL_UNIT day:(DAY_DATE|REL_NAMED|WEEKDAY_DATE)",
    kind="DAY_DATE",
    examples={
        "the day after Christmas": "2018-12-26",
        "the day before last Tuesday": "2018-10-29",
        "the night before Nov. 1": "2018-10-31TNI",
    },
    stage=2,
)
def day_beside(part: Parts) -> Meaning | None:
    """The day or night next to a date."""
    day, words = meaning_of(part, "day"), part.text_of("beside").lower().split()
    if not is_day(day) or words[-1] not in ("before", "after") or words[-2] not in ("day", "night"):
        return None
    beside = NextTo(day, -1 if words[-1] == "before" else 1)
    return Timed(beside, "TNI") if words[-2] == "night" else beside


@BOOK.rule(
    "the weekday before a date",
    "'the' number:ORDINAL? weekday:WEEKDAY_DATE side:('before'|'after'|'following') day:(DAY_DATE|REL_NAMED)",
    kind="DAY_DATE",
    examples={
        "the Monday before Christmas 2017": "2017-12-18",
        "the second Sunday after Easter 2018": "2018-04-15",
    },
    stage=3,
)
def weekday_beside(part: Parts) -> NextTo | None:
    """A weekday counted from a date."""
    weekday, day = meaning_of(part, "weekday"), meaning_of(part, "day")
    number = part.number("number") if "number" in part else 1
    if not isinstance(weekday, Calendar) or not weekday.weekday or weekday.day or not is_day(day) or number > _FEW:
        return None
    return NextTo(day, -number if part.word("side") == "before" else number, weekday=weekday.weekday)


@BOOK.rule(
    "a length before or after",
    "length:DURATION side:('ago'|'earlier'|'later'|'hence')",
    kind="REL_COUNT",
    examples={"1 month and 21 days ago": "2018-09-11"},
    stage=2,
)
def length_shift(part: Parts) -> ShiftBy | None:
    """A length of several units before publication, or from the date before."""
    length = meaning_of(part, "length")
    if not isinstance(length, Duration) or "X" in length.value or length.reach or part.after() == "than":
        return None
    value = length.value.replace(".5M", f"M{HALF_A_MONTH}")
    if "." in value:
        return None
    side = part.word("side")
    anchor = Anchor.PUBLICATION if side in ("ago", "hence") else Anchor.TEXT
    return ShiftBy(value, -1 if side in ("ago", "earlier") else 1, anchor)


@BOOK.rule(
    "month of a year named after it",
    "part:MONTH_LOWER 'of'? whole:REL_UNIT",
    kind="PART_DATE",
    examples={"june next year": "2019-06"},
    stage=2,
)
def lower_month_of_year(part: Parts) -> Within | None:
    """A month written small, which a year makes a month."""
    return _within(Calendar(month=MONTHS[part.word("part")]), meaning_of(part, "whole"), "Y")


@BOOK.rule(
    "the week after next",
    "'the' unit:('week'|'month'|'year'|'weekend') 'after' 'the'? 'next'",
    kind="REL_UNIT",
    examples={"the week after next": "2018-W46"},
)
def after_next(part: Parts) -> Shift:
    """Two units from publication."""
    return Shift(UNITS[part.word("unit")], 2, Anchor.PUBLICATION, grain="W")


@BOOK.rule(
    "weekday of every month",
    "'the'? (ORDINAL|'last') WEEKDAY_DATE ('of'|'in')? set:SET | 'the'? 'last'? REL_NAMED ('of'|'in') set:SET",
    kind="SET_TIMED",
    examples={"on the first Monday of every month": "P1M", "the last Friday of each month": "P1M"},
    stage=2,
)
def weekday_of_every_month(part: Parts) -> Recurrence | None:
    """A counted weekday that comes again each month."""
    inner = meaning_of(part, "set")
    return inner if isinstance(inner, Recurrence) and inner.value in ("P1M", "P3M", "P1Y") else None
