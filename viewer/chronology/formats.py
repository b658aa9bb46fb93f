"""Dates in the shorter and rarer spellings: "11/2016", "2016, Nov", "4/22", "2019-sep-1", "on the 27th"."""

from __future__ import annotations

from viewer.chronology.absolute import calendar_day, two_digit_year
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Calendar, Period
from viewer.chronology.vocabulary import MONTHS, WEEKDAYS, word_set

BOOK = RuleBook()

_DATE_CUES = word_set("on from until till by since between dated before after through to and each every")


@BOOK.rule(
    "month and year in numbers",
    "pair:SLASH_PAIR | year:YEAR_NUMBER (SLASH|DASH|DOT) month:DAY_NUMBER (?!DASH|SLASH|COLON|DOT DAY_NUMBER) "
    "| month:DAY_NUMBER (SLASH|DASH) year:YEAR_NUMBER (?!DASH|SLASH)",
    kind="MONTH_DATE",
    examples={"11/2016": "2016-11", "2016/11": "2016-11", "11-2016": "2016-11"},
)
def numeric_month(part: Parts) -> Calendar | None:
    """Month and year, or day and month where a preposition shows that a date is meant."""
    if "pair" in part:
        return _pair(part)
    year, month, digits = part.number("year"), part.number("month"), part.node("month").word
    if not 1 <= month <= 12 or (len(digits) == 2 and month == (year + 1) % 100):
        return None
    words = part.all_words()
    if len(digits) == 1 and words[1] == "-" and words[0] == digits:
        return None
    return Calendar(year=year, month=month)


_ATTACKS = word_set("attack attacks terror terrorist terrorists hijackers hijackings Commission commission")


def _pair(part: Parts) -> Calendar | None:
    left, _, right = part.word("pair").partition("/")
    first, second = int(left), int(right)
    if len(right) == 4:
        return Calendar(year=second, month=first) if 1 <= first <= 12 and second >= 1000 else None
    if part.word("pair") == "9/11" and part.after() in _ATTACKS:
        return Calendar(year=2001, month=9, day=11)
    if part.before() not in _DATE_CUES or len(right) > 2:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return calendar_day(None, month, day) if 1 <= month <= 12 else None


@BOOK.rule(
    "year before its month",
    "year:ANY_YEAR (COMMA|DASH|SLASH)? (month:MONTH_SHORT DOT | month:MONTH | month:MONTH_LOWER) "
    "((DASH|SLASH)? day:DAY_NUMBER)?",
    kind="MONTH_DATE",
    examples={"2016, Nov": "2016-11", "2019-sep-1": "2019-09-01"},
)
def year_month(part: Parts) -> Calendar | None:
    """The year first, as registers write it."""
    month = MONTHS[part.word("month")]
    if part.word("month") in ("may", "march") and part.node("month").word.islower():
        return None
    if "day" in part:
        joined = part.all_words()[1] in ("-", "/")
        return calendar_day(part.number("year"), month, part.number("day")) if joined else None
    return (
        Calendar(year=part.number("year"), month=month)
        if part.before() not in ("in", "since", "of", "of") or part.all_words()[1] != ","
        else None
    )


@BOOK.rule(
    "month, sign and day",
    "month:(MONTH_SURE|MONTH_MAYBE) (DASH|SLASH) day:DAY_NUMBER (?!DASH DAY_NUMBER MONTH|MONTH)",
    kind="DAY_DATE",
    examples={"Oct-2": "2018-10-02"},
)
def month_sign_day(part: Parts) -> Calendar | None:
    """As in "Oct-2", "Oct/2"."""
    return calendar_day(None, MONTHS[part.word("month")], part.number("day"))


@BOOK.rule(
    "day and abbreviated month with dots",
    "day:DAY_NUMBER DOT (month:MONTH_SHORT DOT? | month:MONTH) year:ANY_YEAR",
    kind="DAY_DATE",
    examples={"16. Nov. 2016": "2016-11-16"},
)
def dotted_day(part: Parts) -> Calendar | None:
    """The German way with an English month."""
    return calendar_day(part.number("year"), MONTHS[part.word("month")], part.number("day"))


@BOOK.rule(
    "numeric day, comma and year",
    "pair:SLASH_PAIR COMMA year:(YEAR_NUMBER|DAY_NUMBER)",
    kind="DAY_DATE",
    examples={"08/12,2015": "2015-08-12"},
)
def pair_and_year(part: Parts) -> Calendar | None:
    """As in "08/12,2015"."""
    left, _, right = part.word("pair").partition("/")
    year = part.number("year")
    year = two_digit_year(year) if year < 100 else year
    first, second = int(left), int(right)
    month, day = (second, first) if first > 12 else (first, second)
    if part.node("year").begin != part.node("pair").end + 1 or not 1 <= month <= 12:
        return None
    return calendar_day(year, month, day)


@BOOK.rule(
    "day of the month alone",
    "(?<='on'|'until'|'by'|'since'|'before'|'after'|'for'|'till') 'the' (weekday:WEEKDAY)? day:ORDINAL_NUMBER "
    "(?!OTHER|'of'|DASH|UNIT|UNITS|MONTH|'century'|ORDINAL|DAY_PART|'quarter')",
    kind="DAY_DATE",
    examples={"on the 27th": "2018-10-27"},
)
def day_alone(part: Parts) -> Calendar | None:
    """A day whose month is left to the context."""
    day = part.number("day")
    return (
        Calendar(day=day)
        if 1 <= day <= 31 and part.after() in (".", ",", "", "!", "?", ";", "and", "in", "at", "to", "when", "but", ")")
        else None
    )


@BOOK.rule(
    "weekday and day in words",
    "weekday:WEEKDAY 'the' day:(CARDINAL|COMPOUND_ORDINAL|DAY_NUMBER) (?!ANY_UNIT|MONTH)",
    kind="DAY_DATE",
    examples={"Friday the twelve": "2018-10-12"},
)
def weekday_and_word(part: Parts) -> Calendar | None:
    """As in "Friday the fifteen"."""
    day = part.number("day")
    return Calendar(day=day, weekday=WEEKDAYS[part.word("weekday")]) if 1 <= day <= 31 else None


@BOOK.rule(
    "short decade",
    "('the') short:DECADE_PLAIN | 'the' word:('noughties'|'twenties'|'teens') | 'the' 'two' 'thousands'",
    kind="DECADE_DATE",
    examples={"the 70s": "197", "the noughties": "200"},
)
def short_decade(part: Parts) -> Period | None:
    """As in "The 70s" of the twentieth century, "the noughties" of this."""
    if "short" in part:
        digit = int(part.word("short")[0])
        return Period(f"19{digit}" if digit >= 2 else f"20{digit}")
    return Period({"noughties": "200", "twenties": "192", "teens": "201"}.get(part.word("word"), "200"))
