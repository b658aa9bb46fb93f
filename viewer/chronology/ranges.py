"""Ranges whose ends lean on a month, a week or a day that is named once, and lengths that say when they begin."""

from __future__ import annotations

from viewer.chronology.absolute import calendar_day
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.joins import meaning_of
from viewer.chronology.meaning import (
    LAST_DAY,
    Anchor,
    Calendar,
    Clipped,
    Direction,
    Duration,
    EdgeOf,
    Following,
    Lasting,
    Meaning,
    Modified,
    Shift,
    Timed,
    Within,
)
from viewer.chronology.vocabulary import MONTHS, UNITS, WEEKDAYS, word_set

BOOK = RuleBook()

_TO = "('to'|'till'|'until'|'through'|'and'|DASH)"
_NUMBER = "(DAY_NUMBER|ORDINAL_NUMBER)"
_CHANGES = word_set(
    "rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing jumped jump climbed "
    "climb dropped drop went gone goes going up down increased increase decreased decrease cut raised raise narrowed "
    "widened doubled slipped slid edged improved moved changed expanded shrank shrunk toll number rate numbers ranged "
    "range ranges ranging score odds lead margin"
)
_PAUSES = frozenset((".", ",", "", "!", "?", ";", ")", "and", "or", "in", "at", "when", "where", "but", "because"))


def stands_free(part: Parts, steps: int = 1) -> bool:
    """Whether nothing follows that the number before could count."""
    return part.after(steps) in _PAUSES


def _counts(part: Parts) -> bool:
    """Whether plain numbers before a month are counts: "between 4 and 22 this month were hurt"."""
    return part.beyond("month") not in _PAUSES or _counts_change(part)


def _counts_change(part: Parts) -> bool:
    return any(part.before(steps) in _CHANGES for steps in range(2, 6))


@BOOK.rule(
    "day in a range before its relative month",
    f"(?<='from'|'between') 'the'? day:{_NUMBER} (?={_TO} 'the'? last:{_NUMBER} ('of'|'in')? month:REL_UNIT) "
    f"| day:{_NUMBER} (?=('till'|'until'|'through') 'the'? last:{_NUMBER} ('of'|'in')? month:REL_UNIT)",
    kind="DAY_DATE",
    examples={
        "closed from the 4th to the 22nd of this month": "2018-11-04 2018-11-22",
        "between 4 and 23 next month": "2018-12-04 2018-12-23",
    },
    stage=2,
)
def day_before_relative_month(part: Parts) -> Within | None:
    """The first day of "from the 4th to the 22nd of this month"; no number that rose from 4 to 22."""
    if part.number("day") >= part.number("last"):
        return None
    return _day_within(part)


@BOOK.rule(
    "day in a range with its relative month",
    f"((?<={_NUMBER} {_TO})|(?<={_NUMBER} {_TO} 'the')) day:{_NUMBER} ('of'|'in')? month:REL_UNIT",
    kind="DAY_DATE",
    examples={"from 4 to 23 in next month": "2018-12-04 2018-12-23"},
    stage=2,
)
def day_with_relative_month(part: Parts) -> Within | None:
    """The second day of "from the 4th to the 22nd of this month"."""
    return _day_within(part)


def _day_within(part: Parts) -> Within | None:
    month, day = meaning_of(part, "month"), part.number("day")
    plain = part.node("day").word.isdigit()
    if not isinstance(month, Shift) or month.unit != "M" or not 1 <= day <= 31 or (plain and _counts(part)):
        return None
    return Within(Calendar(day=day), month)


@BOOK.rule(
    "day in a range before the full date",
    f"(?<='from'|'between') 'the'? day:{_NUMBER} (?=('to'|'until'|'till'|'through'|'and') "
    f"(month:MONTH|month:MONTH_SHORT DOT) last:{_NUMBER} (COMMA? year:ANY_YEAR)?)",
    kind="DAY_DATE",
    examples={"from 4 to January 22, 1995": "1995-01-04 1995-01-22"},
)
def day_before_full_date(part: Parts) -> Calendar | None:
    """The first day of "from 4 to January 22"."""
    if part.number("day") >= part.number("last") or _counts_change(part):
        return None
    return _day_of_named(part)


@BOOK.rule(
    "first day of a range after its month",
    f"(?<=month:MONTH ('between'|'from')) 'the'? day:{_NUMBER} (?={_TO} last:{_NUMBER} (COMMA? year:ANY_YEAR)?)",
    kind="DAY_DATE",
    examples={"in November from 19 to 20.": "2018-11 2018-11-19 2018-11-20"},
)
def first_day_after_month(part: Parts) -> Calendar | None:
    """The first day of "November between 19 and 20"."""
    free = stands_free(part, 3) or "year" in part
    return _day_of_named(part) if free and part.number("day") < part.number("last") else None


@BOOK.rule(
    "last day of a range after its month",
    f"(?<=month:MONTH ('between'|'from') {_NUMBER} {_TO}) day:{_NUMBER} (COMMA? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={"It was held in February between 2-7 2014.": "2018-02 2014-02-02 2014-02-07"},
)
def last_day_after_month(part: Parts) -> Calendar | None:
    """The last day of "November between 19 and 20"."""
    return _day_of_named(part) if stands_free(part) or "year" in part else None


def _day_of_named(part: Parts) -> Calendar | None:
    year = part.number("year") if "year" in part else None
    return calendar_day(year, MONTHS[part.word("month")], part.number("day"))


@BOOK.rule(
    "first weekday in a named week",
    "((?<=week:REL_UNIT ('between'|'from'))|(?<=week:REL_UNIT COMMA ('between'|'from'))) day:WEEKDAY_DATE",
    kind="DAY_DATE",
    examples={"next week from Tuesday": "2018-W45 2018-11-06"},
    stage=2,
)
def first_weekday_of_week(part: Parts) -> Within | None:
    """The first weekday of "next week between Wednesday and Friday"."""
    return _weekday_within(part)


@BOOK.rule(
    "last weekday in a named week",
    f"((?<=week:REL_UNIT ('between'|'from') WEEKDAY_DATE {_TO})"
    f"|(?<=week:REL_UNIT COMMA ('between'|'from') WEEKDAY_DATE {_TO})) day:WEEKDAY_DATE",
    kind="DAY_DATE",
    examples={"next week between Wednesday and Friday": "2018-W45 2018-11-07 2018-11-09"},
    stage=2,
)
def last_weekday_of_week(part: Parts) -> Within | None:
    """The second weekday of "next week between Wednesday and Friday"."""
    return _weekday_within(part)


def _weekday_within(part: Parts) -> Within | None:
    week, day = meaning_of(part, "week"), meaning_of(part, "day")
    if not isinstance(week, Shift) or week.unit != "W" or not isinstance(day, Calendar) or day.direction:
        return None
    return Within(day, week)


@BOOK.rule(
    "short weekdays in a range",
    f"day:WEEKDAY_SHORT (?={_TO} (WEEKDAY_SHORT|WEEKDAY_FULL)) "
    f"| (?<=WEEKDAY_SHORT {_TO}) day:WEEKDAY_SHORT | (?<=WEEKDAY_FULL {_TO}) day:WEEKDAY_SHORT",
    kind="WEEKDAY_DATE",
    examples={"open Mon-Wed": "2018-10-29 2018-10-31"},
)
def short_weekday(part: Parts) -> Calendar | None:
    """Each of "Mon to Fri"; "The Sun" is a newspaper."""
    if part.before() in ("the", ".", "s", "’s", "'s"):
        return None
    return Calendar(weekday=WEEKDAYS[part.word("day")])


@BOOK.rule(
    "from now to a date",
    "(?<=VAGUE ('and'|'to'|'until'|'till')) date:(DAY_DATE|MONTH_DATE|WEEKDAY_DATE)",
    kind="DAY_DATE",
    examples={
        "between now and March 15th": "PRESENT_REF 2019-03-15",
        "from now until Monday": "PRESENT_REF 2018-11-05",
    },
    stage=2,
)
def from_now_to(part: Parts) -> Meaning | None:
    """A date that lies ahead because the range begins now."""
    date = meaning_of(part, "date")
    if not isinstance(date, Calendar) or date.year or date.direction:
        return None
    return Calendar(month=date.month, day=date.day, weekday=date.weekday, direction=Direction.NEXT)


@BOOK.rule(
    "rest of the unit",
    "'the'? ('rest'|'remainder') 'of' ('my'|'our'|'his'|'her'|'their'|'your')? unit:('day'|'week'|'month'|'year')",
    kind="REST",
    examples={"rest of my week": "2018-W44", "the remainder of her year": "2018"},
)
def rest_of_unit(part: Parts) -> Clipped:
    """What the day, week, month or year of publication has left."""
    return Clipped(Shift(UNITS[part.word("unit")], 0, Anchor.PUBLICATION), 1)


@BOOK.rule(
    "middle of the week",
    "(?<='in'|'by'|'until'|'since'|'the'|'of') ('midweek' | 'mid' DASH 'week') (?!OTHER)",
    kind="REST",
    examples={"Rain is expected by midweek.": "2018-W44", "since mid-week": "2018-W44"},
)
def midweek(part: Parts) -> Modified:
    """The middle of the week of publication."""
    del part
    return Modified(Shift("W", 0, Anchor.PUBLICATION), "MID")


@BOOK.rule(
    "weekday and so many weeks",
    "(?<='on'|'until'|'by'|'before') day:WEEKDAY_FULL weeks:('fortnight'|'week') (?!OTHER|'of'|UNIT|DASH) "
    "| amount:('a'|'one'|CARDINAL) ('week'|'weeks') back:'ago' ('on'|'last')? day:WEEKDAY_FULL "
    "| amount:('a'|'one'|CARDINAL) ('week'|'weeks') ('on'|'from') day:WEEKDAY_FULL",
    kind="REL_DAY",
    examples={
        "He leaves on Friday week.": "2018-11-16", "two weeks ago Monday": "2018-10-15",
        "a week ago Thursday": "2018-10-25",
        "a week on Tuesday": "2018-11-13",
    },
)  # fmt: skip
def weekday_and_weeks(part: Parts) -> Following | None:
    """A weekday so many weeks after its next, or before its last: "Friday week", "a week ago Monday"."""
    if part.before() == "for":
        return None  # "shut for two weeks from Monday"
    weeks = 2 if part.word("weeks") == "fortnight" else part.number("amount") if "amount" in part else 1
    step = -(weeks + 1) if "back" in part else weeks + 1
    return Following(Calendar(weekday=WEEKDAYS[part.word("day")]), step, Anchor.PUBLICATION) if weeks < 60 else None


@BOOK.rule(
    "year to date",
    "'the'? unit:('year'|'month'|'week') DASH? 'to' DASH? 'date'",
    kind="REST",
    examples={"Sales rose 3 percent year to date.": "2018", "the year-to-date loss": "2018"},
)
def unit_to_date(part: Parts) -> Clipped:
    """What the year, month or week of publication has behind it."""
    return Clipped(Shift(UNITS[part.word("unit")], 0, Anchor.PUBLICATION), -1)


@BOOK.rule(
    "first or last so-and-so long of a period",
    "length:DURATION (?='of' 'the'? whole:(MONTH_DATE|YEAR_DATE|PART_DATE|REL_UNIT|DECADE_DATE))",
    kind="LENGTH_FROM",
    examples={
        "the last three days of March": "P3D 2018-03",
        "the first two weeks of May 2016": "P2W 2016-05",
        "the first two quarters of 2016": "P2Q 2016",
    },
    stage=2,
)
def edge_of_whole(part: Parts) -> EdgeOf | None:
    """A length that lies at the begin or end of a named period."""
    length, words = meaning_of(part, "length"), part.text_of("length").lower().split()[:2]
    side = 1 if {"first", "opening"} & set(words) else -1 if {"last", "final", "closing"} & set(words) else 0
    if not side or not isinstance(length, Duration) or "X" in length.value or "." in length.value:
        return None
    return EdgeOf(length.value, meaning_of(part, "whole"), side)


@BOOK.rule(
    "last day of a period",
    "'the' 'very'? 'last' unit:('day'|'night') 'of' 'the'? whole:(MONTH_DATE|YEAR_DATE|REL_UNIT|REL_THE)",
    kind="DAY_DATE",
    examples={
        "on the last day of April 2018": "2018-04-30",
        "In 1822 he came. The last day of that year was cold.": "1822 1822-12-31",
    },
    stage=2,
)
def last_day_of(part: Parts) -> Meaning | None:
    """The day or night with which a month or year ends."""
    whole = meaning_of(part, "whole")
    if (isinstance(whole, Calendar) and whole.day is not None) or (isinstance(whole, Shift) and whole.unit not in "YM"):
        return None
    last = EdgeOf(LAST_DAY, whole, -1)
    return Timed(last, "TNI") if part.word("unit") == "night" else last


@BOOK.rule(
    "length that says when it begins",
    "length:DURATION (?=COMMA? ('starting'|'beginning'|'commencing'|'effective') ('from'|'on'|'in'|'with')? "
    "start:(DAY_DATE|WEEKDAY_DATE|REL_DAY|REL_NAMED)) "
    "| (?<='for') length:DURATION (?=COMMA? 'from' start:(DAY_DATE|WEEKDAY_DATE|REL_DAY|REL_NAMED))",
    kind="LENGTH_FROM",
    examples={
        "closed for two weeks starting May 20": "P2W 2018-05-20",
        "for three days, from 1 June 2019": "P3D 2019-06-01",
    },
    stage=2,
)
def length_with_start(part: Parts) -> Lasting | None:
    """A length whose first day is named right after it."""
    length = meaning_of(part, "length")
    if not isinstance(length, Duration) or "X" in length.value or "." in length.value or length.reach:
        return None
    return Lasting(length.value, meaning_of(part, "start"))
