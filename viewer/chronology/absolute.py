"""Dates that name their own place in the calendar: days, months, years, decades, centuries, numeric forms."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Calendar, Clock, Direction, Meaning, Period, Timed
from viewer.chronology.vocabulary import DECADES, MONTHS, SEASONS, WEEKDAYS, word_set

BOOK = RuleBook()

_YEAR_CUES = word_set(
    "in since until till by from of before after during through throughout to between and or early late mid "
    "circa c ca around about year years the ( fiscal - – — / than or, spring summer autumn fall winter for"
)
_COUNTED = word_set(
    "people men women soldiers troops miles kilometers kilometres km meters metres feet percent per dollars yen "
    "euros pounds tons tonnes points votes seats shares jobs workers words prisoners casualties dead wounded "
    "ships guns tanks aircraft planes horses houses homes acres hectares kg lbs mph years year days hours "
    "minutes months weeks million billion thousand hundred or civilians men, members students children cases "
    "deaths copies units vehicles rounds square cubic troops, others inhabitants men. times % persons infantry "
    "cavalry volunteers"
)
_APPROXIMATORS = word_set(
    "nearly almost some over than least most only exactly no approximately roughly number no. nos"
)


def month_of(part: Parts) -> int:
    """The month captured as "month", 1 to 12."""
    return MONTHS[part.word("month")]


def _day_of(part: Parts) -> int:
    return part.number("day")


def _year_of(part: Parts, name: str = "year") -> int | None:
    if name not in part:
        return None
    return part.number(name)


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
    "(?!DOT DAY_NUMBER) (COMMA? (year:ANY_YEAR | QUOTE_YEAR))?",
    kind="DAY_DATE",
    examples={
        "November 2, 2018": "2018-11-02", "Sept. 11, 2001": "2001-09-11", "August 12th 1988": "1988-08-12",
        "Monday, Oct. 26, 1998": "1998-10-26", "October 3": "2018-10-03", "Jan. 24th": "2018-01-24",
        "february 3 2016": "2016-02-03",
    },
)  # fmt: skip
def month_day_year(part: Parts) -> Calendar | None:
    """American order, the year optional."""
    month = MONTHS[part.word("month") or part.word("month_low")]
    day = _day_of(part)
    if "month_low" in part and "year" not in part and part.before() not in _MONTH_CUES:
        return None
    if "year" not in part and _counts_something(part, day):
        return None
    return calendar_day(_year_of(part), month, day, _weekday(part))


_MONTH_CUES = word_set("on in by until since from of before after to through , ( till for")


def _counts_something(part: Parts, day: int) -> bool:
    """Whether the number after a month counts things: "in August 20 people died" keeps the day,
    "May 10 percent" not.
    """
    return part.after() in ("percent", "%", "million", "billion", "-year") or (
        part.after() == "," and part.after(2).isdigit() and len(part.after(2)) == 3
    )


@BOOK.rule(
    "day month year",
    "(weekday:WEEKDAY_NAME DOT? COMMA? 'the'?)? ('the' (?=ORDINAL))? "
    "day:(DAY_OF_MONTH|ORDINAL_WORD|COMPOUND_ORDINAL) ('day'? 'of')? DASH? (month:MONTH | "
    "month_low:MONTH_LOWER) "
    "((DOT|COMMA|DASH|'of')? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={
        "2 November 2018": "2018-11-02", "12th of August 1988": "1988-08-12", "26 January": "2018-01-26",
        "25 July, 1918": "1918-07-25", "Thursday 1 November": "2018-11-01", "1 may 2014": "2014-05-01",
        "the 4th of July 1976": "1976-07-04",
    },
)  # fmt: skip
def day_month_year(part: Parts) -> Calendar | None:
    """British and continental order, the year optional."""
    month = MONTHS[part.word("month") or part.word("month_low")]
    if "month_low" in part and part.word("month_low") in ("may", "march") and "year" not in part:
        return None
    if part.before() in ("$", "£", "€", "."):
        return None
    return calendar_day(_year_of(part), month, _day_of(part), _weekday(part))


@BOOK.rule(
    "day in a range before its month",
    "day:DAY_OF_MONTH (?=(DASH|'and'|'to'|'or'|COMMA|'through'|'until') 'the'? (DAY_OF_MONTH "
    "(COMMA|'and'|DASH))? DAY_OF_MONTH 'of'? month:MONTH ((COMMA)? year:ANY_YEAR)?)",
    kind="DAY_DATE",
    examples={"3 and 17 November": "2018-11-03 2018-11-17", "6-7 February 1920": "1920-02-06 1920-02-07"},
)
def day_before_its_month(part: Parts) -> Calendar | None:
    """The first of "3 and 17 November"."""
    if part.before() in ("$", "£", "€"):
        return None
    return calendar_day(_year_of(part), month_of(part), _day_of(part))


@BOOK.rule(
    "day in a range after its month",
    "(?<=month:MONTH DAY_OF_MONTH (DASH|'and'|'to'|'or'|'through'|'until')) day:DAY_OF_MONTH "
    "(?!DAY_OF_MONTH|'of'? MONTH|ANY_UNIT|SCALE_WORD|COLON) (COMMA? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={"April 13-15": "2018-04-13 2018-04-15", "November 3 and 17, 2014": "2014-11-03 2014-11-17"},
)
def day_after_its_month(part: Parts) -> Calendar | None:
    """The second of "April 13-15"."""
    if part.after() in ("%", "percent", "points"):
        return None
    return calendar_day(_year_of(part), month_of(part), _day_of(part))


@BOOK.rule(
    "month and year",
    "(month:MONTH_SHORT DOT | month:MONTH | month_low:MONTH_LOWER) (COMMA|'of'|DASH|APOSTROPHE)? year:ANY_YEAR",
    kind="MONTH_DATE",
    examples={
        "November 2018": "2018-11",
        "Aug. 1988": "1988-08",
        "April, 1920": "1920-04",
        "February of 1941": "1941-02",
    },
)
def month_and_year(part: Parts) -> Calendar:
    """A month of a year."""
    return Calendar(year=_year_of(part), month=MONTHS[part.word("month") or part.word("month_low")])


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
    if word in ("may", "march") and before not in _BARE_MONTH_CUES and not _month_follows(part):
        return None
    if word in ("april", "june", "august", "jan") and before not in _BARE_MONTH_CUES and _looks_like_name(part.after()):
        return None
    return Calendar(month=month_of(part))


_BARE_MONTH_CUES = word_set(
    "in since until till by from of before after during through throughout to between and or early late mid "
    "last next this each every - – — ( late, for that following around about 's on until"
)
_PERSON_VERBS = word_set("said says told was is has had and went came who thinks , 's’ wrote")


def _looks_like_name(after: str) -> bool:
    return (
        after[:1].isupper() and after.lower() not in MONTHS and after.lower() not in WEEKDAYS
    ) or after in _PERSON_VERBS


def _month_follows(part: Parts) -> bool:
    return part.after() in ("-", "–", "and", "to", "'s", "’s") and part.after(2).lower() in MONTHS


@BOOK.rule(
    "year",
    "year:ANY_YEAR",
    kind="YEAR_DATE",
    examples={"in 1989": "1989", "Since 2014": "2014", "the 2000 Olympics": "2000"},
)
def year_alone(part: Parts) -> Calendar | None:
    """Four digits where a year may stand, and not a count, price or number of something."""
    year = part.number("year")
    before, after = part.before(), part.after()
    if before in ("$", "£", "€", "¥", "#", "no", "+", "/", "version", "page", "rs") or after in (
        "%",
        "/",
        "°",
        "$",
    ):
        return None
    if year > 0 and (before in _APPROXIMATORS or after in _COUNTED or before == "."):
        return None
    if year > 0 and part.node("year").word.isdigit() and not _year_is_likely(year, before, after):
        return None
    return Calendar(year=year)


def _year_is_likely(year: int, before: str, after: str) -> bool:
    if before in _YEAR_CUES:
        return before != "of" or not _plural(after)
    if not 1500 <= year <= 2100:
        return False
    return not _plural(after)


def _plural(word: str) -> bool:
    return word.islower() and word.endswith("s") and word not in ("was", "is", "has", "as", "this", "its", "'s", "’s")


@BOOK.rule(
    "year before the common era",
    "(year:(NUMERAL|DAY_NUMBER|YEAR_NUMBER)) era:BC_ERA",
    kind="OLD_YEAR",
    examples={
        "264 BC": "BC0264",
        "44 B.C.": "BC0044",
        "April 480 BC": "BC0480-04",
        "the spring of 480 BC": "BC0480-SP",
    },
    stage=0,
)
def year_before_common_era(part: Parts) -> int | None:
    """A year BC or BCE, as astronomers count: 1 BC is 0."""
    return _old_year(part.number("year"))


@BOOK.rule(
    "year in a range before the common era",
    "year:(NUMERAL|DAY_NUMBER|YEAR_NUMBER) (?=(DASH|'to'|'and'|'or'|'until'|'through') "
    "(NUMERAL|DAY_NUMBER|YEAR_NUMBER) BC_ERA)",
    kind="OLD_YEAR",
    examples={"264 to 241 BC": "BC0264 BC0241"},
    stage=0,
)
def year_in_old_range(part: Parts) -> int | None:
    """The first year of "264 to 241 BC"."""
    return _old_year(part.number("year"))


def _old_year(year: int) -> int | None:
    return 1 - year if 1 <= year <= 9999 else None


@BOOK.rule(
    "year of the common era",
    "era:AD_ERA year:(NUMERAL|DAY_NUMBER|YEAR_NUMBER) | year_first:(NUMERAL|DAY_NUMBER|YEAR_NUMBER) era_last:AD_ERA",
    kind="YEAR_DATE",
    examples={"AD 79": "0079", "410 AD": "0410", "476 CE": "0476"},
)
def year_of_common_era(part: Parts) -> Calendar | None:
    """A year marked AD or CE, 1 to 9999."""
    era = part.node("era" if "era" in part else "era_last").word
    year = part.number("year" if "year" in part else "year_first")
    return Calendar(year=year) if era.isupper() and 1 <= year <= 9999 else None


@BOOK.rule(
    "end of a range of years",
    "(?<=first:YEAR_NUMBER (DASH|SLASH)) last:(DAY_NUMBER|NUMERAL) (?!DASH|COLON|SLASH)",
    kind="YEAR_DATE",
    examples={"1861-63": "1861 1863", "1995-96": "1995 1996"},
)
def end_of_year_range(part: Parts) -> Calendar | None:
    """The second year of "1861-63"."""
    digits = part.node("last").word
    if len(digits) != 2:
        return None
    year = part.number("first") // 100 * 100 + int(digits)
    return Calendar(year=year) if year > part.number("first") and part.after() not in ("%", "percent") else None


@BOOK.rule(
    "short year after an apostrophe",
    "(APOSTROPHE|QUOTE) last:(DAY_NUMBER|NUMERAL) (?=OTHER)",
    kind="YEAR_DATE",
)
def short_year(part: Parts) -> Calendar | None:
    """As in "'96 campaign"."""
    node, digits = part.nodes, part.node("last").word
    del node
    if len(digits) != 2 or part.before() not in ("in", "of", "the", "since"):
        return None
    return Calendar(year=two_digit_year(int(digits)))


@BOOK.rule(
    "decade in digits",
    "('the')? decade:DECADE_NUMBER BC_ERA? | 'the' short:(DECADE_SHORT)",
    kind="DECADE_DATE",
    examples={"the 1990s": "199", "in the 1980's": "198"},
)
def decade_in_digits(part: Parts) -> Period:
    """A decade such as "the 1990s" or "the '90s"."""
    if "short" in part:
        digit = part.word("short").strip("'’s")[0]
        return Period(_decade_prefix(int(digit)))
    era = part.all_words()[-1]
    digits = part.word("decade").rstrip("s'’")[:-1].zfill(3)
    return Period(digits, before_common_era=era.startswith("b"))


@BOOK.rule(
    "decade in words",
    "('the' ('roaring'|'swinging')?)? century:(NUMBER_WORD|'twenty')? DASH? decade:DECADE_WORD",
    kind="DECADE_DATE",
    examples={"the nineties": "199", "the nineteen-sixties": "196"},
)
def decade_in_words(part: Parts) -> Period | None:
    """A decade such as "the sixties"; of people it is an age ("in his sixties")."""
    if "century" in part:
        return Period(f"{part.number('century')}{DECADES[part.word('decade')]}")
    if part.all_words()[0] != "the":
        return None
    return Period(_decade_prefix(DECADES[part.word("decade")]))


def _decade_prefix(digit: int) -> str:
    return f"19{digit}" if digit >= 2 else f"20{digit}"


@BOOK.rule(
    "century",
    "'the'? (number:ORDINAL (DASH|'and'|'or'|'to') 'the'?)? last:ORDINAL DASH? unit:('century'|'centuries') "
    "(era:BC_ERA | AD_ERA)?",
    kind="CENTURY_DATE",
    examples={"the 20th century": "19", "the fifth century BC": "BC04", "20th-century": "19"},
)
def century(part: Parts) -> Period | None:
    """A century; the 20th is 19 in TIMEX3."""
    number = part.number("last")
    if not 1 <= number <= 40:
        return None
    return Period(f"{number - 1:02}", before_common_era="era" in part)


@BOOK.rule(
    "season and year",
    "'the'? season:SEASON ('of'|COMMA)? year:ANY_YEAR BC_ERA?",
    kind="PART_DATE",
    examples={"the summer of 1864": "1864-SU", "spring 1920": "1920-SP", "winter of 1941": "1941-WI"},
)
def season_and_year(part: Parts) -> Calendar:
    """A season of a year."""
    return Calendar(year=_year_of(part), part=SEASONS[part.word("season")])


@BOOK.rule(
    "season",
    "'the'? season:SEASON (?!OTHER) | season:SEASON",
    kind="PART_DATE",
    examples={"during the summer": "2018-SU", "in winter": "2018-WI", "the summer offensive": "2018-SU"},
)
def season_alone(part: Parts) -> Calendar | None:
    """A season; "spring" and "fall" only where the words around make them one."""
    word, before, after = part.word("season"), part.before(), part.after().lower()
    if word in ("fall", "spring") and not _is_season(
        part.all_words()[0] == "the", before, after, capital=part.node("season").word[0].isupper()
    ):
        return None
    return Calendar(part=SEASONS[word])


def _is_season(article: bool, before: str, after: str, *, capital: bool) -> bool:
    if after in _SEASON_NOUNS:
        return True
    if (
        capital
        or after in ("in", "to", "from", "below", "into", "back", "apart", "short", "up")
        or (after == "of" and not article)
    ):
        return False
    return before in _SEASON_CUES or (article and after in ("and", ",", "-", "–", ".", "when"))


_SEASON_NOUNS = word_set(
    "offensive campaign season semester term harvest election elections offensives session schedule meeting training"
)
_SEASON_CUES = word_set(
    "in by during since until through throughout and or this last next every each of early late mid that -"
)


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
    return Timed(day, "T" + text[11:16])


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
    return _numeric([int(piece) for piece in pieces], [len(piece) for piece in pieces], separator)


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
        part.before() in ("black", "good", "ash", "palm", "bloody", "super", "cyber")
        and part.node("weekday").word[0].isupper()
    ):
        return None
    return Calendar(weekday=WEEKDAYS[part.word("weekday")])


@BOOK.rule(
    "weekday and day of the month",
    "weekday:WEEKDAY_NAME COMMA? 'the' day:ORDINAL",
    kind="DAY_DATE",
    examples={"Thursday the 1st": "2018-11-01"},
)
def weekday_and_number(part: Parts) -> Calendar | None:
    """A weekday with a day whose month is left to the context."""
    day = _day_of(part)
    return Calendar(day=day, weekday=WEEKDAYS[part.word("weekday")]) if 1 <= day <= 31 else None


@BOOK.rule(
    "quarter",
    "('the' | 'its' | 'their')? ('fiscal' DASH?)? number:ORDINAL 'fiscal'? 'quarter' ('of'? year:ANY_YEAR)? | "
    "'fiscal'? number:ORDINAL DASH 'quarter'",
    kind="PART_DATE",
    examples={"the third quarter of 1989": "1989-Q3", "third-quarter": "2018-Q3", "the second quarter": "2018-Q2"},
)
def quarter(part: Parts) -> Calendar | None:
    """A quarter of a year."""
    number = part.number("number")
    return Calendar(year=_year_of(part), part=f"Q{number}") if 1 <= number <= 4 else None


@BOOK.rule(
    "quarter in short",
    "('the' year_first:ANY_YEAR)? number:QUARTER_SHORT ('of'? year:ANY_YEAR)?",
    kind="PART_DATE",
    examples={"Q3 2016": "2016-Q3"},
)
def quarter_in_short(part: Parts) -> Calendar:
    """As in "Q3" or "H1" of a year."""
    return Calendar(year=_year_of(part), part=part.word("number").upper())


@BOOK.rule(
    "year's quarter",
    "'the'? year:ANY_YEAR APOSTROPHE? ('fiscal'? number:ORDINAL DASH? unit:('quarter'|'half') | 'quarter' | 'period')",
    kind="PART_DATE",
    examples={"the 1988 second quarter": "1988-Q2", "the 1988 period": "1988"},
)
def quarter_of_named_year(part: Parts) -> Calendar | None:
    """A quarter after its year; "the 1988 period" is as long as the text says."""
    if "number" not in part:
        return Calendar(year=_year_of(part), part="QX" if part.all_words()[-1] == "quarter" else "")
    letter = "Q" if part.word("unit") == "quarter" else "H"
    number = part.number("number")
    return (
        Calendar(year=_year_of(part), part=f"{letter}{number}") if 1 <= number <= (4 if letter == "Q" else 2) else None
    )


@BOOK.rule(
    "half of a year",
    "'the' number:('first'|'second'|'latter'|'last') DASH? 'half' 'of' year:ANY_YEAR",
    kind="PART_DATE",
    examples={"the first half of 2009": "2009-H1", "the latter half of 2009": "2009-H2"},
)
def half_of_year(part: Parts) -> Calendar:
    """A half of a year."""
    return Calendar(year=_year_of(part), part="H1" if part.word("number") == "first" else "H2")


@BOOK.rule(
    "fiscal year",
    "('the')? ('fiscal'|'financial') ('year')? year:ANY_YEAR",
    kind="YEAR_DATE",
    examples={"fiscal 1989": "1989", "fiscal year 2016": "2016"},
)
def fiscal_year(part: Parts) -> Calendar:
    """A fiscal year, whose months the text does not give."""
    return Calendar(year=_year_of(part), fiscal=True)


@BOOK.rule(
    "the year so-and-so",
    "'the' ('year'|'years') year:ANY_YEAR",
    kind="YEAR_DATE",
    examples={"the year 1789": "1789"},
)
def the_year(part: Parts) -> Calendar:
    """A year announced as one."""
    return Calendar(year=_year_of(part))


@BOOK.rule(
    "week of the year",
    "'week' number:DAY_NUMBER ('of' year:ANY_YEAR)?",
    kind="PART_DATE",
    examples={"week 31": "2018-W31", "week 10 of 2014": "2014-W10"},
)
def week_of_year(part: Parts) -> Calendar:
    """A week by its number (ISO 8601)."""
    return Calendar(year=_year_of(part), part=f"W{part.number('number'):02}")


__all__ = ["BOOK", "Clock", "Direction", "month_of", "two_digit_year"]
