"""Days that share the month named once: "3, 10 and 17 November", "Nov. 3, 10 and 17", "Monday 5 to 9 March"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.absolute import calendar_day, month_of, year_of
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.vocabulary import MONTHS, WEEKDAYS, word_set

if TYPE_CHECKING:
    from viewer.chronology.meaning import Calendar

BOOK = RuleBook()

_AND = "(COMMA? ('and'|'or'))"
_TO = "(DASH|'to'|'through'|'until')"
_WEEKDAY = "WEEKDAY_NAME COMMA? 'the'?"
_NO_MORE = "(?!DAY_OF_MONTH|'of'? MONTH|ANY_UNIT|SCALE_WORD|COLON) (COMMA? year:ANY_YEAR)?"
_MOST = 6  # days of a list
_COUNTED = frozenset(("%", "percent", "points"))
_AFTER_LISTS = word_set(
    ". , ; : ) ! ? – — ( ” ’ to at for with from after before as in on when where but because while that which who "
    "during between was were is are will would had have has did"
) | {"", '"', "'"}


@BOOK.rule(
    "day in a range before its month",
    f"((?<='on'|'from'|'between'|'of') 'the')? (weekday:{_WEEKDAY})? day:DAY_OF_MONTH "
    f"(?=({_AND}|{_TO}|COMMA) 'the'? {f'(DAY_OF_MONTH ({_AND}|DASH|COMMA))? ' * (_MOST - 2)}"
    f"({_WEEKDAY})? DAY_OF_MONTH 'of'? month:MONTH (COMMA? year:ANY_YEAR)?)",
    kind="DAY_DATE",
    examples={
        "3 and 17 November": "2018-11-03 2018-11-17", "6-7 February 1920": "1920-02-06 1920-02-07",
        "on the 3rd and 4th of May": "2018-05-03 2018-05-04",
        "on 3, 10, 15, and 17 May 2016": "2016-05-03 2016-05-10 2016-05-15 2016-05-17",
        "from Monday 5 to Friday 9 March": "2018-03-05 2018-03-09",
    },
)  # fmt: skip
def day_before_its_month(part: Parts) -> Calendar | None:
    """The first of "3 and 17 November"."""
    if part.before() in ("$", "£", "€"):
        return None
    weekday = WEEKDAYS[part.word("weekday")] if "weekday" in part else None
    return calendar_day(year_of(part), month_of(part), part.number("day"), weekday)


@BOOK.rule(
    "day in a range after its month",
    f"((?<=month:MONTH DAY_OF_MONTH ({_TO}|'and'|'or'))|(?<=month:MONTH_SHORT DOT DAY_OF_MONTH ({_TO}|'and'|'or'))) "
    f"day:DAY_OF_MONTH {_NO_MORE} "
    f"| (?<=month:MONTH DAY_OF_MONTH ({_TO}|'and'|'or')) 'the' day:ORDINAL_NUMBER {_NO_MORE}",
    kind="DAY_DATE",
    examples={
        "April 13-15": "2018-04-13 2018-04-15",
        "from Oct 5th to the 12th": "2018-10-05 2018-10-12",
        "Oct. 26-28": "2018-10-26 2018-10-28",
        "November 3 and 17, 2014": "2014-11-03 2014-11-17",
    },
)
def day_after_its_month(part: Parts) -> Calendar | None:
    """The second of "April 13-15"."""
    if part.after() in _COUNTED or ("the" in part.all_words() and not ("year" in part or part.after() in _AFTER_LISTS)):
        return None  # "on May 5 and the 12th man"
    return calendar_day(year_of(part), month_of(part), part.number("day"))


@BOOK.rule(
    "day in a list after its month",
    f"(?<=COMMA) day:DAY_OF_MONTH (?={'(COMMA DAY_OF_MONTH)? ' * (_MOST - 3)}{_AND} last:DAY_OF_MONTH "
    "(COMMA? year:ANY_YEAR)?) "
    "| (?<='and'|'or') last:DAY_OF_MONTH (?!'of'? MONTH) (COMMA? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={
        "on Oct. 3, 10 and 17, 2016.": "2016-10-03 2016-10-10 2016-10-17",
        "They met on May 3, 10, 15, and 17.": "2018-05-03 2018-05-10 2018-05-15 2018-05-17",
    },
)
def day_in_list_after_month(part: Parts) -> Calendar | None:
    """One behind the first of "Nov. 3, 10 and 17"; what could be counted ("Nov. 3, 10 and 17 people") is no day."""
    if "year" not in part and part.beyond("last") not in _AFTER_LISTS:
        return None
    day = part.number("day") if "day" in part else part.number("last")
    listed = _listed_before(part)
    if not listed or not listed[1] < day <= part.number("last"):
        return None
    return calendar_day(year_of(part), listed[0], day)


def _listed_before(part: Parts) -> tuple[int, int] | None:
    """The month that leads a list of days, and the day in front of this one; None where these words are no list."""
    step = 2 + (part.before() != "," and part.before(2) == ",")
    nearest = 0
    for at in range(step, step + 2 * _MOST, 2):
        day = part.before(at).rstrip("stndrh")
        if not day.isdecimal():
            return None
        nearest = nearest or int(day)
        month = part.before(at + 1) if part.before(at + 1) != "." else part.before(at + 2)
        if month in MONTHS:
            return MONTHS[month], nearest
        if month != ",":
            return None
    return None


@BOOK.rule(
    "night between two days",
    "days:SLASH_PAIR 'of'? month:MONTH ((COMMA|'of')? year:ANY_YEAR)? "
    "| month:MONTH days:SLASH_PAIR (COMMA year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={
        "the night of 10/11 June 1942": "1942-06-10TNI", "on 5/6 June": "2018-06-05", "July 23/24, 1943": "1943-07-23",
    },
)  # fmt: skip
def night_between(part: Parts) -> Calendar | None:
    """Two days in a row with a stroke between, as military histories date nights: the first of them."""
    first, _, second = part.word("days").partition("/")
    if int(second) != int(first) + 1 or len(second) > len("11") or part.after() == "of":
        return None
    return calendar_day(year_of(part), month_of(part), int(first))
