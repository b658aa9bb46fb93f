"""Dates that name their own place in the calendar: days, months, years, decades, centuries, numeric forms."""

from __future__ import annotations

from viewer.chronology.grammar import Nothing, Parts, RuleBook
from viewer.chronology.meaning import Calendar, Direction
from viewer.chronology.vocabulary import DAY_PARTS, GOODS, MONTHS, SMALL_NUMBERS, UNITS_PLURAL, WEEKDAYS, word_set

BOOK = RuleBook()


def month_of(part: Parts) -> int:
    """The month captured as "month", 1 to 12."""
    return MONTHS[part.word("month")]


def _day_of(part: Parts) -> int:
    return part.number("day")


_FIRST_SHORT_YEAR = 30
_FY_SHORT = len("fy24")


def year_of(part: Parts, name: str = "year") -> int | None:
    """The year captured under ``name``, None where there is none."""
    if name not in part:
        return None
    word = part.word(name)
    if word.startswith("fy"):
        return int(word[2:]) if len(word) > _FY_SHORT else two_digit_year(int(word[2:]))
    if word[0] not in "'’":
        return part.number(name)
    value = int(word[1:])
    return value + (2000 if value < _FIRST_SHORT_YEAR else 1900)  # "'45" was


def two_digit_year(value: int) -> int:
    """The year that two digits stand for: 1950 to 2049."""
    return value + (2000 if value < 50 else 1900)


def calendar_day(year: int | None, month: int, day: int, weekday: int | None = None) -> Calendar | None:
    """A calendar day, None where no year has it."""
    if not 1 <= day <= _DAYS[month]:
        return None
    if month == 2 and day == 29 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        return None
    return Calendar(year=year, month=month, day=day, weekday=weekday)


_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _weekday(part: Parts) -> int | None:
    return WEEKDAYS[part.word("weekday")] if "weekday" in part else None


@BOOK.rule(
    "month day, year",
    "(weekday:WEEKDAY_NAME DOT? COMMA? 'the'?)? (month:MONTH_SHORT DOT | month:MONTH | month_low:MONTH_LOWER) "
    "'the'? day:(DAY_OF_MONTH|ORDINAL_WORD|COMPOUND_ORDINAL|CARDINAL) "
    "(?!DOT DAY_NUMBER) ((COMMA|'of')? (year:ANY_YEAR | year:QUOTE_YEAR))?",
    kind="DAY_DATE",
    examples={
        "November 2, 2018": "2018-11-02", "Sept. 11, 2001": "2001-09-11", "August 12th 1988": "1988-08-12",
        "Monday, Oct. 26, 1998": "1998-10-26", "October 3": "2018-10-03", "Aug. 24th": "2018-08-24",
        "february 3 2016": "2016-02-03", "June 20 of 1792": "1792-06-20",
    },
)  # fmt: skip
def month_day_year(part: Parts) -> Calendar | Nothing | None:
    """American order, the year optional."""
    month = MONTHS[part.word("month") or part.word("month_low")]
    day = _day_of(part)
    if "month_low" in part and "year" not in part and part.before() not in _MONTH_CUES:
        return None
    words = part.all_words()
    if "year" not in part and (_counts_something(part, day) or ("the" in words[1:3] and words[-1] in _COUNTED)):
        return None
    if "year" not in part and _names_a_group(part):
        return Nothing()
    made = calendar_day(year_of(part), month, day, _weekday(part))
    impossible = "year" in part or (30 <= day <= 31 and part.before() not in ("in", "during", "since"))
    return Nothing() if made is None and impossible else made


def _names_a_group(part: Parts) -> bool:
    """Whether people have named themselves after the day: "the March 15 Movement", "the April 6 Youth Movement"."""
    after = part.after()
    return after[:1].isupper() and bool(_GROUPS & {after, part.after(2)})


_GROUPS = word_set("Movement Brigade Brigades Front Army Alliance Coalition Foundation Families Initiative Collective")
_COUNTED = frozenset(word for word in SMALL_NUMBERS if not word.endswith(("st", "nd", "rd", "th")))
_MONTH_CUES = word_set("on in by until since from of before after to through , ( till for")


def _counts_something(part: Parts, day: int) -> bool:
    """Whether the number after a month counts things ("May 10 percent") and is no day."""
    after = part.after()
    return after in ("percent", "%", "million", "billion", "-year", "calls", "puts") or after.lower() in UNITS_PLURAL


@BOOK.rule(
    "day month year",
    "(weekday:WEEKDAY_NAME DOT? COMMA? 'the'?)? ('the' (?=ORDINAL))? "
    "day:(DAY_OF_MONTH|ORDINAL_WORD|COMPOUND_ORDINAL) ('day'? 'of')? DASH? (month:MONTH | "
    "month_low:MONTH_LOWER) "
    "((DOT COMMA?|COMMA|DASH|'of')? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={
        "2 November 2018": "2018-11-02", "12th of August 1988": "1988-08-12", "26 July": "2018-07-26",
        "25 July, 1918": "1918-07-25", "Thursday 1 November": "2018-11-01", "1 may 2014": "2014-05-01",
        "the 4th of July 1976": "1976-07-04", "the 3d of Nov., 1804": "1804-11-03",
    },
)  # fmt: skip
def day_month_year(part: Parts) -> Calendar | Nothing | None:
    """British and continental order, the year optional."""
    month, words = MONTHS[part.word("month") or part.word("month_low")], part.all_words()
    if "month_low" in part and part.word("month_low") in ("may", "march") and "year" not in part:
        return None
    if part.before() in ("$", "£", "€") or (part.before() == "." and "year" not in part and words[0] != "the"):
        return None
    return calendar_day(year_of(part), month, _day_of(part), _weekday(part)) or Nothing()


@BOOK.rule(
    "month and year",
    "(month:MONTH_SHORT DOT | month:MONTH | month_low:MONTH_LOWER) ((COMMA|'of'|DASH|APOSTROPHE)? year:ANY_YEAR "
    "| (COMMA|'of')? year:QUOTE_YEAR)",
    kind="MONTH_DATE",
    examples={
        "November 2018": "2018-11",
        "Aug. 1988": "1988-08",
        "April, 1920": "1920-04",
        "February of 1941": "1941-02",
        "in May '68": "1968-05",
    },
)
def month_and_year(part: Parts) -> Calendar | None:
    """A month of a year; "in May, '98 per cent' were" names none."""
    if part.word("year")[0] in "'’" and "," in part.all_words() and part.after() not in _PAUSES:
        return None
    return Calendar(year=year_of(part), month=MONTHS[part.word("month") or part.word("month_low")])


@BOOK.rule(
    "month",
    "month:MONTH_SHORT DOT | month:MONTH",
    kind="MONTH_DATE",
    examples={"in October": "2018-10", "Since March": "2018-03"},
)
def month_alone(part: Parts) -> Calendar | None:
    """A month with its year left to the context. May, March, April, June and August are names and verbs, too."""
    word, before = part.word("month"), part.before()
    if len(word) == 3 and word != "may" and "." not in part.all_words() and before not in _BARE_MONTH_CUES:
        return None
    if word in ("may", "march") and part.after() in GOODS and not part.node("month").word.islower():
        return Calendar(month=month_of(part))
    bound = before == "as" and part.before(2) in ("early", "soon", "late", "recently")  # "as early as May"
    if word in ("may", "march") and not bound and before not in _BARE_MONTH_CUES and not _month_follows(part):
        # "The March figures", but the prime minister's "the May government".
        return (
            Calendar(month=3) if word == "march" and before in ("the", "a", "its") and part.after().islower() else None
        )
    if word == "march" and before in ("'s", "’s") and part.after() in _WAYS_OF_MARCHES:
        return None  # "Sherman's March to the Sea"
    if part.node("month").word.isupper() and before == "(" and part.after() == ")" and len(word) == 3:
        return None  # "(DEC)"
    if before in ("black", "bloody", "red") and part.written_before()[0].isupper():
        return None  # "Black January"
    if word == "jan" and part.after()[:1].isupper() and "." not in part.all_words():
        return None
    is_name = word in ("april", "june", "jan", "august") and _looks_like_name(word, part.after())
    if is_name and before not in _BARE_MONTH_CUES and not (before == "the" and part.after() in _EVENTS):
        return None
    return Calendar(month=month_of(part))


_WAYS_OF_MARCHES = ("to", "through", "on", "against", "across", "into", "from")
_BARE_MONTH_CUES = word_set(
    "in since until till by from of before after during through throughout to between and or early late mid "
    "last next this each every - – — ( late, for that following around about 's on until into toward towards beyond"
)
_EVENTS = word_set(
    "Revolution Uprising Rebellion Revolt Rising Coup Crisis War Offensive Campaign Days Massacre Putsch Plot Theses "
    "General Election Elections Agreement Accords Treaty Summit Session Congress Decree Laws Reforms Movement"
)
_PERSON_VERBS = word_set("said says told was is has had and went came who thinks , 's’ wrote")


def _looks_like_name(word: str, after: str) -> bool:
    if word != "august" and after in _PERSON_VERBS:
        return True
    return after[:1].isupper() and after.lower() not in MONTHS and after.lower() not in WEEKDAYS


def _month_follows(part: Parts) -> bool:
    return part.after() in ("-", "–", "and", "to", "'s", "’s") and part.after(2).lower() in MONTHS


_NAMES_AFTER_WEEKDAY = word_set(
    "Times Telegraph Mirror Herald Mail Express Post Live Football Sun World Review School Schools"
)


@BOOK.rule(
    "weekday",
    "weekday:WEEKDAY_FULL | short:WEEKDAY_SHORT DOT? (?=COMMA|DOT|CLOCK_TIME|CLOSE)",
    kind="WEEKDAY_DATE",
    examples={"on Thursday": "2018-11-01", "Friday": "2018-11-02"},
)
def weekday_alone(part: Parts) -> Calendar | None:
    """A day of the week."""
    if "short" in part:
        return (
            Calendar(weekday=WEEKDAYS[part.word("short")]) if part.before() in ("on", "(", "by", "until", ",") else None
        )
    if (
        part.before() in ("black", "good", "ash", "palm", "bloody", "super", "cyber", "man", "ruby")
        and part.node("weekday").word[0].isupper()
    ):
        return None
    if (
        part.after() in _NAMES_AFTER_WEEKDAY
        or _is_a_name(part)
        or (part.after() == "Night" and part.after(2) in ("Live", "Football", "Fever"))
    ):
        return None
    direction = Direction.ANY if _is_no_particular_one(part) else Direction.OPEN
    return Calendar(weekday=WEEKDAYS[part.word("weekday")], direction=direction)


def _is_no_particular_one(part: Parts) -> bool:
    """Whether some day of that name is meant, "on a wet Sunday in May", and none that describes what follows it."""
    adjective = part.before(2) in _SOME and part.before() in _OF_DAYS
    behind = part.after(2) if part.after() in DAY_PARTS else part.after()
    return (adjective and behind in ("in", "of")) or (part.before() in _SOME and behind in _BEHIND_DAYS)


_SOME = ("a", "an", "one", "another", "any")
_OF_DAYS = word_set(
    "cold wet rainy sunny hot warm quiet busy grey gray dark bright summer winter spring autumn typical certain single "
    "snowy stormy foggy windy humid dull bleak fine normal random"
)
_BEHIND_DAYS = word_set(". , ; : ? ! ) in of when at that with for during and or before after as while — –") | {
    "",
    '"',
    "”",
}


def _is_a_name(part: Parts) -> bool:
    """Whether a capital follows and no day can stand here: "in Friday Harbor", "the Monday Club"."""
    after = part.after()
    named = after[:1].isupper() and after[1:].islower() and after.lower() not in MONTHS
    return named and part.before() in ("in", "the", "a", "of", "at") and after not in _OF_THE_WEEK


_OF_THE_WEEK = word_set("Night Morning Afternoon Evening Mass Prayers Game Games")


_PAUSES = frozenset((",", ".", ";", ")", "", "and", "-", "–"))
_AFTER_A_DATE = frozenset(("and", "or", "to", "at", "from", "until", "through"))


@BOOK.rule(
    "weekday and day of the month",
    "weekday:WEEKDAY_NAME COMMA? 'the' day:ORDINAL",
    kind="DAY_DATE",
    examples={"Thursday the 1st": "2018-11-01", "on Friday, the fourth decline": "2018-11-02"},
)
def weekday_and_number(part: Parts) -> Calendar | None:
    """A weekday with a day whose month is left to the context; "Friday, the fourth decline" counts declines."""
    day, after = _day_of(part), part.after()
    if "," in part.all_words() and part.word("day").isalpha() and after in ("at", "from", "to"):
        return None  # "sirens sounded Thursday, the first at noon"
    if (
        (after.isalpha() or after == "-")
        and after not in _AFTER_A_DATE
        and ("," in part.all_words() or part.word("day").isalpha())
    ):
        return None
    return Calendar(day=day, weekday=WEEKDAYS[part.word("weekday")]) if 1 <= day <= 31 else None
