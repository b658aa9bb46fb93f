"""Years, decades and centuries that name themselves, before the common era too."""

from __future__ import annotations

from viewer.chronology.absolute import two_digit_year, year_of
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Calendar, Period
from viewer.chronology.other_numbers import (
    APPROXIMATORS,
    BEFORE_COUNTS,
    BEFORE_OTHER_NUMBERS,
    PAGES,
    YEAR_CUES,
    is_address,
    is_code,
    is_counted,
    is_divided,
    is_measured,
    is_model,
    is_people,
    plural,
)
from viewer.chronology.vocabulary import DECADES, word_set

BOOK = RuleBook()


@BOOK.rule(
    "year",
    "year:ANY_YEAR",
    kind="YEAR_DATE",
    examples={
        "in 1989": "1989",
        "Since 2014": "2014",
        "There has been a bridge since at least 1247": "1247",
        "the 2000 Olympics": "2000",
        "below its 2006 highs": "2006",
        "It ended. 2007 also saw rain": "2007",
        "in 1994 or 1995": "1994 1995",
        "A third attempt was considered as late as 1286": "1286",
        "At the beginning of 1988 missiles fell; by the end of 1990 tanks were rare": "1988 1990",
    },
)
def year_alone(part: Parts) -> Calendar | None:
    """Four digits where a year may stand, and not a count, price or number of something."""
    year = part.number("year")
    before, after = part.before(), part.after()
    if before in BEFORE_OTHER_NUMBERS or after in ("%", "°", "$", "+") or is_divided(part, year):
        return None
    if before == "at" and part.before(2) in _LEVELS:
        return None  # "the index closed at 1811"
    counted = is_counted(part) and not (before == "of" and part.before(2) in _EDGES)
    if _is_bound(part):
        return None if counted or plural(after) else Calendar(year=year)
    if year > 0 and (before in APPROXIMATORS or counted or is_measured(part) or is_code(part, year)):
        return None
    if year > 0 and not part.node("year").word.isdigit() and year // 100 != 19 and before not in YEAR_CUES:
        return None
    if year > 0 and part.node("year").word.isdigit() and not _year_is_likely(part, year):
        return None
    return None if year > 0 and (is_address(part) or is_model(part)) else Calendar(year=year)


def _is_bound(part: Parts) -> bool:
    """Whether a year is the latest or earliest that may be meant: "since at least 1247", "back to at least 1850"."""
    if part.before() != "least" or part.before(2) != "at":
        return False
    return part.before(3) in ("since", "until", "till") or (part.before(3) == "to" and part.before(4) == "back")


_LEVELS = word_set("stood stands closed ended finished opened settled traded trading")


def _year_is_likely(part: Parts, year: int) -> bool:
    before, after = part.before(), part.after()
    if before == "as" and part.before(2) in ("early", "late", "recently"):
        return not plural(after)
    if before in YEAR_CUES:
        named = before == "of" and part.before(2) in _HAVE_YEARS and part.before(3) not in ("a", "an")
        return before not in BEFORE_COUNTS or named or not (plural(after) or is_people(before, after))
    if before == "." and (after in _VERBS_OF_YEARS or part.before(2) in _SHORT_CUES or _is_of_life(part)):
        return True
    if before == "." or not 1500 <= year <= 2100:
        return _begins_range(part, year)
    return not plural(after)


_NAMED_BY_YEAR = word_set("act constitution law treaty charter convention code census war battle revolution crisis")


def _is_of_life(part: Parts) -> bool:
    """Whether a year is that of a birth, death or reign: "(b. 1850)", "(1850 - d. 1920)"."""
    return part.before(2) in _OF_LIVES and part.before(3) in ("(", ",", ";", "-", "–")


_OF_LIVES = ("b", "d", "r", "fl")
_EDGES = word_set("beginning start middle end close")
_HAVE_YEARS = _NAMED_BY_YEAR | _EDGES
_SHORT_CUES = ("c", "ca", "al")  # "c. 1150", "Nelson et al. 1966"
_BEFORE_RANGE = ("", ".", ",", "(", ":", ";")
_LONGEST_RANGE = 150  # years


def _begins_range(part: Parts, year: int) -> bool:
    """Whether a later year follows behind a dash, and no page: "Paracelsus, 1493-1541"."""
    last = part.after(2)
    if part.after() not in ("-", "–", "—") or len(last) != len("1541") or not last.isdigit():
        return False
    free = part.before() in _BEFORE_RANGE and part.before(2) not in PAGES
    return free and 0 < int(last) - year <= _LONGEST_RANGE


_VERBS_OF_YEARS = word_set("was saw brought also marked began is will ended proved turned")


@BOOK.rule(
    "year as a number in words",
    "(?<='in'|'since'|'until'|'till'|'of'|'by') year:CARDINAL",
    kind="YEAR_DATE",
    examples={"in one thousand seven hundred and eighty nine": "1789"},
)
def year_as_number(part: Parts) -> Calendar | None:
    """A year said as a number, where nothing follows that it could count."""
    year, words = part.number("year"), part.text_of("year").split()
    free = part.after() in (".", ",", "", ";", ")", "the", "he", "she", "they", "when")
    return Calendar(year=year) if 1100 <= year <= 2099 and free and len(words) > 3 and words[0].isalpha() else None


@BOOK.rule(
    "year before the common era",
    "(year:(NUMERAL|DAY_NUMBER|YEAR_NUMBER)) (SLASH (NUMERAL|DAY_NUMBER|YEAR_NUMBER))? era:BC_ERA "
    "| first:BC_ERA year:(NUMERAL|DAY_NUMBER|YEAR_NUMBER)",
    kind="OLD_YEAR",
    examples={
        "264 BC": "BC0264",
        "44 B.C.": "BC0044",
        "in 348/47 BC": "BC0348",
        "B.C. 457": "BC0457",
        "April 480 BC": "BC0480-04",
        "the spring of 480 BC": "BC0480-SP",
    },
    stage=0,
)
def year_before_common_era(part: Parts) -> int | None:
    """A year BC or BCE, as astronomers count: 1 BC is 0."""
    if "first" in part and (
        not part.node("first").word.isupper()
        or part.number("year") >= 1000
        or part.before() in (",", "in", "to")
        or (part.after()[:1].isalpha() and part.after() not in ("to", "and"))
    ):
        return None  # British Columbia
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
    "(?<=first:YEAR_NUMBER (DASH|SLASH)) last:(DAY_NUMBER|NUMERAL) (?!SLASH) "
    "| (?<=first:YEAR_NUMBER (DASH|'and'|'to'|'or')) last:QUOTE_YEAR",
    kind="YEAR_DATE",
    examples={
        "1861-63": "1861 1863",
        "1995-96": "1995 1996",
        "1936–7": "1936 1937",
        "in 1893/94": "1893 1894",
        "1811 and '12": "1811 1812",
        "1914–18 — The light was dimmed": "1914 1918",
        "1939-45: The light was dimmed": "1939 1945",
    },
)
def end_of_year_range(part: Parts) -> Calendar | None:
    """The second year of "1861-63"."""
    digits = part.node("last").word.lstrip("'’")
    if len(digits) > 2 or (len(digits) == 1 and part.before() == "-" and part.number("first") >= 1900):
        return None
    if part.before(3) == "/" or part.after() == "-" or (part.after() == ":" and part.after(2)[:1].isdigit()):
        return None  # "document S/2026/84"
    size = 10 ** len(digits)
    year = part.number("first") // size * size + int(digits)
    return Calendar(year=year) if year > part.number("first") and part.after() not in ("%", "percent") else None


@BOOK.rule(
    "short year after an apostrophe",
    "year:QUOTE_YEAR",
    kind="YEAR_DATE",
    examples={"the class of '96": "1996", "Since '98": "1998"},
)
def short_year(part: Parts) -> Calendar | None:
    """A year of two digits after an apostrophe, where a preposition or article shows that a year is meant."""
    if part.before() not in ("in", "of", "the", "since", "until", "by", "early", "late"):
        return None
    return Calendar(year=two_digit_year(int(part.word("year")[1:])))


@BOOK.rule(
    "decade in digits",
    "('the')? decade:DECADE_NUMBER BC_ERA? | 'the' short:(DECADE_SHORT) "
    "| (?<=DECADE_NUMBER 'and') short:DECADE_SHORT | (?<='early'|'late'|'later'|'mid') "
    "short:DECADE_SHORT | (?<='mid' DASH) short:DECADE_SHORT",
    kind="DECADE_DATE",
    examples={"the 1990s": "199", "in the 1980's": "198", "in the 1700s": "17"},
)
def decade_in_digits(part: Parts) -> Period | None:
    """A decade such as "the 1990s" or "the '90s"; "the 1700s" are a century, "the 1900s" mostly ten years."""
    if "short" in part:
        digit = part.word("short").strip("'’s")[0]
        return Period(decade_prefix(int(digit)))
    era = part.all_words()[-1]
    digits = part.word("decade").rstrip("s'’")[:-1].zfill(3)
    if digits.startswith("0") and part.all_words()[0] != "the" and not era.startswith("b"):
        return None  # "HTTP 500s"
    if digits.endswith("0") and "000" < digits < "190" and not era.startswith("b"):
        digits = digits[:2]
    return Period(digits, before_common_era=era.startswith("b"))


@BOOK.rule(
    "decade in words",
    "('the' ('roaring'|'swinging')?)? century:(NUMBER_WORD|CARDINAL|'twenty')? DASH? decade:DECADE_WORD "
    "| (?<='mid' DASH) decade:DECADE_WORD",
    kind="DECADE_DATE",
    examples={"the nineties": "199", "the nineteen-sixties": "196"},
)
def decade_in_words(part: Parts) -> Period | None:
    """A decade such as "the sixties"; of people it is an age ("in his sixties")."""
    if "century" in part:
        return Period(f"{part.number('century')}{DECADES[part.word('decade')]}")
    in_middle = part.before() == "-" and part.before(2) == "mid" and part.before(3) in _BEFORE_MID
    if (part.all_words()[0] != "the" and not in_middle) or is_measured_in_tens(part):
        return None
    return Period(decade_prefix(DECADES[part.word("decade")]))


def is_measured_in_tens(part: Parts) -> bool:
    """Whether degrees or points are said: "temperatures in the mid-90s", "he shot in the 60s"."""
    return any(part.before(steps) in _MEASURED_IN_TENS for steps in range(1, 7))


_MEASURED_IN_TENS = word_set(
    "temperature temperatures high highs low lows degrees thermometer mercury scored shot shoots score scores"
)
_BEFORE_MID = word_set("the from since until till by")  # not "in his mid-sixties", "lows in the mid-30s"


def decade_prefix(digit: int) -> str:
    """The first three digits of the decade that "the '90s" or "the 20s" name, seen from our time."""
    return f"19{digit}" if digit >= 2 else f"20{digit}"


@BOOK.rule(
    "century",
    "'the'? last:ORDINAL DASH? ('century'|'centuries') (era:BC_ERA | AD_ERA)? "
    "| 'the'? last:ORDINAL (?=(DASH|'and'|'or'|'to'|'through') 'the'? "
    "(('early'|'late'|'mid') DASH?|('beginning'|'start'|'middle'|'end') 'of' 'the'?)? "
    "ORDINAL DASH? ('century'|'centuries') (era:BC_ERA)?)",
    kind="CENTURY_DATE",
    examples={
        "the 20th century": "19",
        "the fifth century BC": "BC04",
        "20th-century": "19",
        "the 11th and 13th centuries": "10 12",
        "the late 18th and early 19th centuries": "17 18",
    },
)
def century(part: Parts) -> Period | None:
    """A century; the 20th is 19 in TIMEX3."""
    number, words = part.number("last"), part.all_words()
    if not 1 <= number <= 40 or (words[0] == "the" and words[2:4] == ["-", "century"] and part.after().islower()):
        return None  # "the 19th-century house": of the house, not of the century
    return Period(f"{number - 1:02}", before_common_era="era" in part)


@BOOK.rule(
    "decade of a century",
    "'the' 'very'? which:(ORDINAL|'last'|'final') 'decade' 'of' 'the' century:ORDINAL 'century'",
    kind="DECADE_DATE",
    examples={
        "the first decade of the 20th century": "190",
        "the last decade of the 19th century": "189",
        "the second decade of the 21st century": "201",
    },
)
def decade_of_century(part: Parts) -> Period | None:
    """One of the ten decades of a century."""
    word = part.word("which")
    number = 10 if word in ("last", "final") else part.number("which")
    century = part.number("century")
    return Period(f"{century - 1:02}{number - 1}") if 1 <= century <= 40 and 1 <= number <= 10 else None


@BOOK.rule(
    "millennium",
    "'the'? number:ORDINAL DASH? ('millennium'|'millennia') (era:BC_ERA | AD_ERA)?",
    kind="CENTURY_DATE",
    examples={"the first millennium BC": "BC0", "early in the second millennium": "1"},
)
def millennium(part: Parts) -> Period | None:
    """A thousand years; the second millennium is 1 in TIMEX3."""
    number = part.number("number")
    return Period(str(number - 1), before_common_era="era" in part) if 1 <= number <= 10 else None


@BOOK.rule(
    "fiscal year",
    "('the')? ('fiscal'|'financial'|'FY') ('year')? year:ANY_YEAR | year:FISCAL_YEAR",
    kind="YEAR_DATE",
    examples={"fiscal 1989": "1989", "fiscal year 2016": "2016", "in FY24": "2024", "the end of FY2019": "2019"},
)
def fiscal_year(part: Parts) -> Calendar:
    """A fiscal year, whose months the text does not give."""
    return Calendar(year=year_of(part), fiscal=True)


@BOOK.rule(
    "the year so-and-so",
    "'the' ('year'|'years') year:ANY_YEAR | 'the'? 'year' year:(NUMERAL|CARDINAL) (?!ANY_UNIT|SCALE_WORD|DASH|OTHER)",
    kind="YEAR_DATE",
    examples={"the year 1789": "1789"},
)
def the_year(part: Parts) -> Calendar | None:
    """A year announced as one."""
    year = part.number("year")
    if part.node("year").word.isdigit() and not 100 <= year <= 9999:
        return None
    return Calendar(year=year) if year < 1 or 100 <= year <= 9999 else None
