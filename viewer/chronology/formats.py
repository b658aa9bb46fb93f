"""Dates in the shorter and rarer spellings: "11/2016", "2016, Nov", "4/22", "2019-sep-1", "on the 27th"."""

from __future__ import annotations

from viewer.chronology.absolute import calendar_day, two_digit_year
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Calendar, Period, WeekOf
from viewer.chronology.vocabulary import MONTHS, WEEKDAYS, word_set
from viewer.chronology.years import is_measured_in_tens

BOOK = RuleBook()

_ENDS = frozenset((".", ",", "", "!", "?", ";", ")"))
_DATE_CUES = word_set("on from until till by since between dated before after through to and each every")


@BOOK.rule(
    "month and year in numbers",
    "pair:SLASH_PAIR | year:YEAR_NUMBER (SLASH|DASH|DOT) month:DAY_NUMBER (?!DASH|SLASH|COLON|DOT DAY_NUMBER) "
    "| month:DAY_NUMBER (SLASH|DASH) year:YEAR_NUMBER (?!DASH|SLASH)",
    kind="MONTH_DATE",
    examples={
        "11/2016": "2016-11", "2016/11": "2016-11", "11-2016": "2016-11", "It happened 4/22.": "2018-04-22",
        "on 2016 / 11": "2016-11", "on 2016 - 11": "2016-11", "In 2016 - 11 of them left": "2016",
        "Since 2022. 5 people came": "2022",
    },
)  # fmt: skip
def numeric_month(part: Parts) -> Calendar | None:
    """Month and year, or day and month where a preposition shows that a date is meant."""
    if "pair" in part:
        return _pair(part)
    year, month, digits = part.number("year"), part.number("month"), part.node("month").word
    words = part.all_words()
    follows = (year + 1) % 10 ** len(digits) == month and (len(digits) == 2 or words[1] == "/")
    if not 1 <= month <= 12 or (follows and words[0] != digits):
        return None  # "2010/11" and "2004/5" are years
    apart = abs(part.node("month").begin - part.node("year").begin) > len("2016-")
    if apart and (words[1] == "." or (words[1] == "-" and part.after() not in _ENDS)):
        return None  # "since 2022. 5 people came", "in 2016 - 11 of them"
    short = len(digits) == 1 and words[1] == "-" and (words[0] == digits or year < _MONTHS_IN_NUMBERS)
    if short or words[1] in ("–", "—"):
        return None  # "1861-5", "1936–7" and "2001–10" are years
    return Calendar(year=year, month=month)


_MONTHS_IN_NUMBERS = 1900  # the year from which "1901-5" may be a month
_ATTACKS = word_set("attack attacks terror terrorist terrorists hijackers hijackings Commission commission")

_BEFORE_ATTACKS = word_set("since after before the of post pre -")


def _pair(part: Parts) -> Calendar | None:
    left, _, right = part.word("pair").partition("/")
    first, second = int(left), int(right)
    if len(right) == 4:
        return Calendar(year=second, month=first) if 1 <= first <= 12 and second >= 1000 else None
    if part.word("pair") == "9/11" and (part.after() in _ATTACKS or part.before() in _BEFORE_ATTACKS):
        return Calendar(year=2001, month=9, day=11)
    if len(right) > 2 or (part.before() not in _DATE_CUES and not _only_a_date(first, second, part)):
        return None
    month, day = (second, first) if first > 12 else (first, second)
    return calendar_day(None, month, day) if 1 <= month <= 12 else None


_BEFORE_FRACTIONS = word_set("a of by and - was is were at scored shot won lost rated ratio odds score or than only")


def _only_a_date(first: int, second: int, part: Parts) -> bool:
    """Whether two numbers can be a month and a day in one order only, and no fraction or "24/7"."""
    right = part.word("pair").rpartition("/")[2]
    american = first <= 12 < second and second not in (16, 20, 25)
    british = second <= 12 < first and len(right) == 2 and right[0] == "0"
    return (american or british) and part.after() in _ENDS and part.before() not in _BEFORE_FRACTIONS


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


_BEHIND_DAYS = word_set(
    ". , ! ? ; ) and in at to when but the a an it they from by on before only after during under until till"
) | {""}
_BEHIND_DAYS_OF_HISTORIES = word_set(
    "he she we i his her its their our this these that those both all some with without as was were had where while "
    "not no one two three another each most many several there for"
)
_COUNTED = word_set(
    "anniversary birthday round floor hole inning minute parallel street avenue infantry cavalry army corps division "
    "regiment battalion brigade fleet legion congress amendment battle"
)


@BOOK.rule(
    "day of the month alone",
    "((?<='on'|'until'|'by'|'since'|'before'|'after'|'for'|'till')|(?<=DAY_PART 'of')"
    "|(?<='from') (?='the' ORDINAL_NUMBER ('to'|'until'|'till'|'through') 'the' ORDINAL_NUMBER (?!'of'|'in'|MONTH))"
    "|(?<='from' 'the' ORDINAL_NUMBER ('to'|'through'))) 'the' (weekday:WEEKDAY)? "
    "day:(ORDINAL_NUMBER|COMPOUND_ORDINAL) (?!'of'|DASH|UNIT|UNITS|MONTH|'century'|ORDINAL|DAY_PART|'quarter')",
    kind="DAY_DATE",
    examples={
        "on the 27th": "2018-10-27",
        "the night of the 27th cadets broke in": "2018-10-27TNI",
        "It held out from the 14th until the 22nd.": "2018-10-14 2018-10-22",
    },
)
def day_alone(part: Parts) -> Calendar | None:
    """A day whose month is left to the context."""
    day, after = part.number("day"), part.after()
    told = part.before() == "of" and after.lower() not in _COUNTED
    if day <= _HOLES and part.stands_near(_OF_GOLF, _SENTENCES):
        return None  # "He led until the 16th, where his 6-iron found the pond"
    return Calendar(day=day) if 1 <= day <= 31 and (told or after in _BEHIND_DAYS) else None


_OF_GOLF = word_set(
    "birdie birdies bogey bogeys eagle putt putts putted tee teed fairway fairways hole holes golf golfer"
)
_HOLES, _SENTENCES = 18, 60  # words


@BOOK.rule(
    "day of a history",
    "(?<='on'|'by'|'until'|'till') 'the' day:(ORDINAL_NUMBER|COMPOUND_ORDINAL) (?!'of'|DASH|MONTH|ANY_UNIT)",
    kind="DAY_DATE",
    examples={
        "In 1914, 1915, 1916 and May 1917 he came. On the 27th his tanks passed": "1914 1915 1916 1917-05 1917-05-27"
    },
)
def day_of_history(part: Parts) -> Calendar | None:
    """A day by its number with the clause that it opens; in news, the eighteenth of a course may be a hole."""
    day, after = part.number("day"), part.after()
    named = part.written_before() == "On" and after[:1].isupper() and after.lower() not in _COUNTED
    told = after in _BEHIND_DAYS_OF_HISTORIES or (after.islower() and after.endswith("ed") and after not in _WEAPONED)
    return Calendar(day=day) if 1 <= day <= 31 and (named or told) else None


_WEAPONED = word_set("armed armored armoured mounted mechanized mechanised motorized motorised mixed combined")


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
    "'the' short:DECADE_PLAIN | (?<='in') quoted:DECADE_PLAIN | 'the' word:('noughties'|'twenties'|'teens') "
    "| 'the' number:CARDINAL 'thousands' | 'the' number:CARDINAL DASH? ('tens'|'teens') "
    "| 'the' number:SPELLED_YEAR 'and'? 'tens' | (?<='the' ('early'|'late'|'later'|'mid')) short:DECADE_PLAIN "
    "| (?<='the' 'mid' DASH) short:DECADE_PLAIN",
    kind="DECADE_DATE",
    examples={
        "the 70s": "197", "the noughties": "200", "in 70's": "197", "the two thousands": "200",
        "the twenty-tens": "201", "the two thousand and tens": "201",
    },
)  # fmt: skip
def short_decade(part: Parts) -> Period | None:
    """As in "The 70s" of the twentieth century, "the noughties" of this."""
    if is_measured_in_tens(part):
        return None
    if "number" in part:
        number = part.number("number")
        last = part.all_words()[-1]
        return Period("201" if last != "thousands" else "200") if number in _DECADE_NUMBERS[last] else None
    if "quoted" in part:
        return Period(f"19{part.word('quoted')[0]}") if not part.word("quoted")[2:].isalpha() else None
    if "short" in part:
        digit = int(part.word("short")[0])
        return Period(f"19{digit}" if digit >= 2 else f"20{digit}")
    return Period({"noughties": "200", "twenties": "192", "teens": "201"}.get(part.word("word"), "200"))


_DECADE_NUMBERS = {"thousands": (2,), "tens": (20, 2000), "teens": (20,)}


@BOOK.rule(
    "century in hundreds",
    "'the' number:CARDINAL DASH? 'hundreds'",
    kind="CENTURY_DATE",
    examples={"the nineteen hundreds": "19", "the eighteen-hundreds": "18"},
)
def hundreds(part: Parts) -> Period | None:
    """The years that begin with a number of hundreds."""
    number = part.number("number")
    return Period(f"{number:02}") if 11 <= number <= 19 else None


@BOOK.rule(
    "month and day joined by a sign",
    "(?<='on') month:DAY_NUMBER DASH day:DAY_NUMBER",
    kind="DAY_DATE",
    examples={"on 4-22": "2018-04-22"},
)
def month_dash_day(part: Parts) -> Calendar | None:
    """As in "on 4-22", where only one order is possible and nothing follows that it could count."""
    month, day = part.number("month"), part.number("day")
    joined = part.node("day").begin - part.node("month").end == 1
    return calendar_day(None, month, day) if month <= 12 < day and joined and part.after() in _ENDS else None


@BOOK.rule(
    "month and short year",
    "(?<='in'|'for'|'since'|'until'|'of'|'by'|'from'|'to') (month:MONTH_SHORT DOT | month:MONTH) year:NUMERAL",
    kind="MONTH_DATE",
    examples={"the records for August 99.": "1999-08"},
)
def month_and_short_year(part: Parts) -> Calendar | None:
    """A month with two digits that no day can be."""
    digits = part.node("year").word
    if len(digits) != 2 or not digits.isdigit() or part.after() not in _ENDS - {","}:
        return None
    return Calendar(year=two_digit_year(int(digits)), month=MONTHS[part.word("month")])


@BOOK.rule(
    "week by its day of the month",
    "'the'? 'week' ('of'|'starting'|'beginning'|'ending') 'the' day:ORDINAL_NUMBER "
    "(?!'of'|MONTH|MONTH_SHORT|'century')",
    kind="WEEK_DATE",
    examples={"the week of the 18th": "2018-W42"},
)
def week_of_day_number(part: Parts) -> WeekOf | None:
    """The week of a day whose month is left to the context."""
    day = part.number("day")
    return WeekOf(Calendar(day=day)) if 1 <= day <= 31 and part.after() in (*_ENDS, "and") else None


@BOOK.rule(
    "ISO week",
    "year:YEAR_NUMBER DASH? week:ISO_WEEK",
    kind="PART_DATE",
    examples={"2018-W44": "2018-W44"},
)
def iso_week(part: Parts) -> Calendar | None:
    """A week as ISO 8601 writes it."""
    number = int(part.word("week")[1:])
    return Calendar(year=part.number("year"), part=f"W{number:02}") if 1 <= number <= 53 else None
