"""Lengths of time."""

from __future__ import annotations

from itertools import pairwise

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Duration
from viewer.chronology.vocabulary import UNITS, UNITS_PLURAL, word_set

BOOK = RuleBook()

_SUFFIX = {
    "TS": ("PT", "S"), "TM": ("PT", "M"), "H": ("PT", "H"), "D": ("P", "D"), "N": ("P", "D"), "W": ("P", "W"),
    "M": ("P", "M"), "Q": ("P", "Q"), "Y": ("P", "Y"), "E": ("P", "DE"), "C": ("P", "CE"), "L": ("P", "L"),
    "WE": ("P", "WE"), "FN": ("P", "W"),
}  # fmt: skip
_WHOLE_YEARS = {"E": 10, "C": 100, "L": 1000}


def length(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of so many units; X for an open number. Decades and centuries are counted in years."""
    if unit == "FN":
        unit, amount = "W", None if amount is None else 2 * amount
    if unit in _WHOLE_YEARS and amount is not None:
        unit, amount = "Y", amount * _WHOLE_YEARS[unit]
    head, tail = _SUFFIX[unit]
    if amount is None:
        return f"{head}X{tail}"
    return f"{head}{amount:g}{tail}" if amount != int(amount) else f"{head}{int(amount)}{tail}"


def unit_of(part: Parts, name: str = "unit") -> str:
    """The unit captured under ``name``."""
    word = part.word(name)
    return UNITS.get(word) or UNITS_PLURAL[word]


def _amount(part: Parts) -> float | None:
    node = part.node("amount")
    if isinstance(node.value, int):
        return node.value
    word = node.word.lower()
    if word in ("several", "few", "some", "many", "numerous"):
        return None
    if word == "couple":
        return 2
    if word == "dozen":
        return 12
    if "." in word:
        return float(word) if word.count(".") == 1 else None
    return part.number("amount")


@BOOK.rule(
    "number of units",
    "(reach:('the' "
    "('last'|'past'|'next'|'first'|'coming'|'upcoming'|'previous'|'latest'|'following'|'final'|'preceding'|"
    "'intervening'|'remaining'|'opening') "
    "| (?<!'to'|'will'|'would'|'could') 'last' | 'past' | 'next' | 'upcoming' | 'previous' | 'first' | "
    "'another' | 'these' | 'those' | 'a'(?='further'|'full'|'total'))? "
    "('more'|'full'|'additional'|'further')? ((low:COUNT|low:'a') ('to'|'or'|DASH))? amount:COUNT "
    "('more'|'long'|'full'|'straight'|'consecutive'|'whole'|'trading'|'working'|'business'|"
    "'additional'|'bloody'|'calendar'|'previous'|'successive')* "
    "unit:ANY_UNIT "
    "| 'the' amount:COUNT ('previous'|'preceding'|'following'|'remaining')? unit:UNITS (?!OTHER|DASH|APOSTROPHE) "
    "| ('a'|'the' 'same'?)? amount:COUNT DASH? unit:UNIT DASH? 'period' "
    "| amount:COUNT DASH unit:ANY_UNIT (DASH ('old'|'long')|'long')? | amount:COUNT unit:UNIT DASH? 'long' "
    "| low:('a'|'an') unit:UNIT 'or' amount:'two')",
    kind="DURATION",
    examples={
        "ten years": "P10Y", "eight-year": "P8Y", "the past three months": "P3M", "72 hours": "PT72H",
        "8-month-old": "P8M", "the next 14 months": "P14M", "two decades": "P20Y", "three nights": "P3D",
        "a 3 year long siege": "P3Y",
    },
)  # fmt: skip
def counted_units(part: Parts) -> Duration | None:
    """A number of units. Ages of people ("21-year-old") are no dates of events and are left out."""
    words = part.all_words()
    unit = unit_of(part)
    if part.node("amount").word.isdigit() and part.node("unit").word in ("Minutes", "Hours", "HR"):
        return None  # "60 Minutes" and "48 Hours" are programmes, "203 HR" are home runs
    amount = float(part.number("low")) if "low" in part else _amount(part)
    if (part.word("unit") == "quarters" and part.after() == "of") or _is_military(part, unit):
        return None
    if amount is None or _is_age(words, part) or (part.word("unit") in ("quarter",) and amount != 1):
        return None
    if part.node("amount").symbol and part.word("unit") in ("year", "quarter") and amount >= 1900 and unit == "Y":
        return None
    if "the" in words and "last" in words and unit == "H" and amount == 24:
        return Duration("P1D", -1)
    return Duration(length(unit, amount), _reach(words))


def _is_military(part: Parts, unit: str) -> bool:
    """Whether four digits and "hours" are a time of the day: "at 1430 hours", "0300 hours"."""
    digits = part.node("amount").word
    return unit == "H" and len(digits) == 4 and digits.isdigit() and (digits[0] == "0" or part.before() == "at")


def _is_age(words: list[str], part: Parts) -> bool:
    if words[-1] == "old" and part.word("unit").startswith("year"):
        return True
    return part.after().lower() == "old" and part.word("unit") in ("year", "years")


def _reach(words: list[str]) -> int:
    head = set(words[:3])
    if words[0] == "previous" or head & {"last", "past", "latest"}:
        return -1
    return 1 if head & {"next", "coming", "upcoming"} else 0


@BOOK.rule(
    "a unit",
    "amount:('a'|'an'|'another'|'one'|'each' 'a') ('full'|'whole'|'single'|'entire'|'good'|'mere'|"
    "'further'|'business'|'working')? "
    "unit:(UNIT) (?!DASH|'ago'|'earlier'|'later')",
    kind="DURATION",
    examples={"a year": "P1Y", "an hour": "PT1H", "another week": "P1W", "a decade": "P10Y"},
)
def one_unit(part: Parts) -> Duration | None:
    """One of a unit. "A second time" and "a quarter of" are something else."""
    word = part.word("unit")
    if word in ("second", "quarter", "night", "min", "sec") or part.after() == "old":
        return None
    if part.word("amount") in ("a", "an") and len(part.all_words()) == 2 and part.before() not in _LENGTH_CUES:
        return None
    return Duration(length(UNITS[word], 1))


_LENGTH_CUES = word_set(
    "for in within after over about nearly almost than least most last lasts lasted spend spent take took takes "
    "taken wait waited stay stayed roughly under up to once of by before until some around and or as only just "
    "with without barely half less , ( “ ``"
) | {"", '"'}


@BOOK.rule(
    "an open number of units",
    "('the' ('last'|'past'|'next'|'first'|'coming'|'early'|'final'|'previous'|'following')? | 'last' | 'past' "
    "| 'next' | 'first' )? ('a'? amount:('few'|'several'|'many'|'couple'|'dozen'|'some'|'numerous') 'of'? "
    "('dozen'|'more'|'short'|'long'|'full')*) unit:UNITS (DASH 'long')?",
    kind="DURATION",
    examples={"a few days": "PXD", "several months": "PXM", "a couple of years": "P2Y", "the past few weeks": "PXW"},
)
def open_units(part: Parts) -> Duration | None:
    """Some units; "some quarters" are people, and "the third in as many weeks" counts three."""
    words = part.all_words()
    if words == ["some", "quarters"] or (words[0] == "many" and part.before() == "as"):
        return None
    return Duration(length(unit_of(part), _amount(part)), _reach(words))


_FIRST_WORDS_FOLLOW = frozenset((".", "!", "?", ":", "", "(", "“", '"', "-", "–", "—", "‘", "``", "•", "|"))


@BOOK.rule(
    "units",
    "('recent'|'coming'|'past'|'the' 'past'|'the' 'coming'|'the' 'intervening'|'the' 'early'|'the' "
    "'ensuing'|'the' 'following'|'the' 'final')? unit:UNITS (?!'ago'|'earlier'|'later'|'before'|DASH 'long') "
    "| (?<='the') unit:UNITS (?='before'|'after')",
    kind="DURATION",
    examples={
        "for weeks": "PXW",
        "in recent years": "PXY",
        "for centuries": "PXCE",
        "coming weeks": "PXW",
        "in the days before the vote": "PXD",
    },
)
def bare_units(part: Parts) -> Duration | None:
    """Units without a number: "for weeks"."""
    words, unit = part.all_words(), part.word("unit")
    if unit == "hours" and "early" in words:
        return None
    if part.before() == "light" or (part.before() == "-" and part.before(2) == "light"):
        return None  # a distance
    if part.node("unit").word[0].isupper() and part.before() not in _FIRST_WORDS_FOLLOW:
        return None  # a name: "King and Weeks were freed"
    if len(words) == 1:
        if part.before()[:1].isdigit() or part.after().lower() in ("old", "younger", "older"):
            return None
        if unit in (
            "seconds",
            "minutes",
            "secs",
            "mins",
            "quarters",
            "nights",
            "weekends",
            "hours",
        ) and part.before() not in ("for", "within"):
            return None
        if unit in ("days", "years") and part.before() in (
            "these",
            "those",
            "'s",
            "his",
            "her",
            "their",
            "old",
            "working",
            "holy",
            "his",
            "dark",
        ):
            return None
    reach = (
        -1
        if {"recent", "past"} & set(words) or (part.before() == "for" and len(words) == 1)
        else 1
        if "coming" in words
        else 0
    )
    return Duration(length(unit_of(part), None), reach)


@BOOK.rule(
    "quarter of a century",
    "('the'? ('last'|'past'|'next')| 'a' | 'one')? 'quarter' ('of' 'a')? DASH? 'century'",
    kind="DURATION",
    examples={"over the last quarter-century": "P25Y", "a quarter of a century": "P25Y"},
)
def quarter_of_century(part: Parts) -> Duration:
    """Twenty-five years."""
    return Duration("P25Y", _reach(part.all_words()[:2]))


@BOOK.rule(
    "half a unit",
    "('the'? ('last'|'past'|'next') | (number:COUNT 'and')? ('a' | 'one')?) 'half' DASH? ('a'|'an')? "
    "DASH? unit:('year'|'hour'|'day'|'century'|'decade'|'month'|'week')",
    kind="DURATION",
    examples={
        "half an hour": "PT30M",
        "half a century": "P50Y",
        "half-century": "P50Y",
        "over the past half-century": "P50Y",
    },
)
def half_unit(part: Parts) -> Duration:
    """Half a unit, in whole smaller ones where that is usual."""
    return Duration(
        {
            "year": "P6M",
            "hour": "PT30M",
            "day": "PT12H",
            "century": "P50Y",
            "decade": "P5Y",
            "month": "P0.5M",
            "week": "P0.5W",
        }[part.word("unit")],
        _reach(part.all_words()[:2]),
    )


@BOOK.rule(
    "open units long",
    "unit:UNITS DASH 'long' | ('several'|'many') DASH unit:UNIT",
    kind="DURATION",
    examples={"a decades-long war": "PXDE", "a several-year term": "PXY"},
)
def open_units_long(part: Parts) -> Duration:
    """As long as some units."""
    return Duration(length(unit_of(part), None))


_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


@BOOK.rule(
    "units and a fraction",
    "amount:(NUMERAL|DAY_NUMBER) DASH? fraction:SLASH_PAIR DASH? unit:ANY_UNIT",
    kind="DURATION",
    examples={"2 1/2 years": "P2Y6M", "a 3 1/2-hour flight": "PT3H30M", "4 1/2 weeks": "P4.5W"},
)
def units_and_a_fraction(part: Parts) -> Duration | None:
    """A number with a fraction in figures."""
    fraction = _FRACTIONS.get(part.word("fraction"))
    return None if fraction is None else Duration(_broken(unit_of(part), part.number("amount"), fraction))


def _broken(unit: str, whole: float, fraction: float) -> str:
    """Units and a part of one, that in whole smaller units where it comes to some: "P2Y6M", "PT1M30S", else "P4.5W"."""
    if unit not in _PARTS or whole < 1 or whole % 1:
        return length(unit, whole + fraction)
    many, smaller = _PARTS[unit]
    return length(unit, whole) + smaller.format(int(many * fraction))


_PARTS = {"Y": (12, "{}M"), "D": (24, "T{}H"), "H": (60, "{}M"), "TM": (60, "{}S")}


@BOOK.rule(
    "units and a half",
    "amount:(COUNT|'a'|'an') (DASH? 'and' DASH? 'a'? DASH? 'half' DASH? unit:ANY_UNIT "
    "| unit:ANY_UNIT 'and' 'a'? 'half')",
    kind="DURATION",
    examples={"two and a half years": "P2Y6M", "an hour and a half": "PT1H30M", "a day and a half": "P1DT12H"},
)
def units_and_a_half(part: Parts) -> Duration | None:
    """A number and a half."""
    amount = _amount(part)
    return None if amount is None else Duration(_broken(unit_of(part), amount, 0.5))


_DAYS = {"Y": 366.1, "M": 31.1, "W": 7.0, "D": 1.0, "H": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86_400}


@BOOK.rule(
    "units with smaller units",
    "('the'? ('last'|'past'|'next'|'coming'|'upcoming'))? amount:(COUNT|'a'|'an') unit:ANY_UNIT (COMMA|'and')? "
    "second:COUNT second_unit:ANY_UNIT ((COMMA|'and')? third:COUNT third_unit:ANY_UNIT)?",
    kind="DURATION",
    examples={
        "1 year 1 month 21 days": "P1Y1M21D", "two hours and 15 minutes": "PT2H15M",
        "within the upcoming 5 years 1 month 12 days": "P5Y1M12D",
    },
)  # fmt: skip
def mixed_units(part: Parts) -> Duration | None:
    """Several units that add up."""
    pairs = [("amount", "unit"), ("second", "second_unit")] + ([("third", "third_unit")] if "third" in part else [])
    values = {}
    for number, unit in pairs:
        letter = unit_of(part, unit)
        if letter not in ["TS", "TM", "H", "D", "W", "M", "Y"] or letter in values or "." in part.word(number):
            return None
        values[letter] = part.number(number)
    if "," in part.all_words() and not all(
        _DAYS[one] > _DAYS[other] * values[other] for one, other in pairwise(values)
    ):
        return None  # two lengths: "7 days a week, 365 days a year"
    day = "".join(f"{values[unit]}{unit}" for unit in "YMWD" if unit in values)
    time = "".join(f"{values[unit]}{unit[-1]}" for unit in ("H", "TM", "TS") if unit in values)
    return Duration(f"P{day}" + (f"T{time}" if time else ""), _reach(part.all_words()))


@BOOK.rule(
    "unit long",
    "unit:UNIT DASH? 'long'",
    kind="DURATION",
    examples={"year-long": "P1Y", "day-long": "P1D"},
)
def unit_long(part: Parts) -> Duration:
    """As long as a unit."""
    return Duration(length(unit_of(part), 1))


@BOOK.rule(
    "the whole unit",
    "('the'|'all')? ('entire'|'whole'|'all'|'full') 'the'? DASH? "
    "unit:('day'|'week'|'month'|'century'|'decade'|'night'|'weekend'|'year')",
    kind="DURATION",
    examples={"the entire week": "P1W", "the whole day": "P1D"},
)
def whole_unit(part: Parts) -> Duration:
    """All of one unit."""
    return Duration(length(unit_of(part), 1))


_LETTERS = {"h": "H", "hrs": "H", "days": "D"} | UNITS | UNITS_PLURAL


@BOOK.rule(
    "number and unit in one word",
    "('the'? ('last'|'past'|'next'))? word:UNITED",
    kind="DURATION",
    examples={"a flight of 3h": "PT3H", "the last 10days": "P10D", "a 45min delay": "PT45M"},
)
def united(part: Parts) -> Duration | None:
    """As in "3h", "10days"; "at 10h" is a time of the day."""
    word = part.word("word")
    letters = word.lstrip("0123456789")
    if part.before() == "at":
        return None
    return Duration(length(_LETTERS[letters], int(word[: -len(letters)])), _reach(part.all_words()))
