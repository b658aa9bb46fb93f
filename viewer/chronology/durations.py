"""Lengths of time."""

from __future__ import annotations

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Duration, Reference
from viewer.chronology.vocabulary import NUMBERS, UNITS, UNITS_PLURAL, word_set

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


def number_of_units(part: Parts) -> float | None:
    """The number captured under "amount", None where the words leave it open."""
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
    "one day",
    "(?<='will'|'would'|'could'|'may'|'might'|'can'|'shall') number:COUNT 'day'",
    kind="VAGUE",
    examples={"It will one day be the largest": "FUTURE_REF"},
)
def one_day(part: Parts) -> Reference | None:
    """Some day to come."""
    return Reference("FUTURE_REF") if part.word("number") == "one" else None


@BOOK.rule(
    "number of units",
    "(reach:('the' "
    "('last'|'past'|'next'|'first'|'coming'|'upcoming'|'previous'|'latest'|'following'|'final'|'preceding'|"
    "'intervening'|'remaining'|'opening') "
    "| (?<!'to'|'will'|'would'|'could'|'should'|'may'|'might'|'can'|'must'|'not') 'last' "
    "| 'past' | 'next' | 'upcoming' | 'previous' | 'first' | "
    "'another' | 'these' | 'those' | 'a'(?='further'|'full'|'total'))? "
    "('more'|'full'|'additional'|'further')? ((low:COUNT|low:'a') ('to'|'or'|DASH))? amount:COUNT "
    "('more'|'long'|'full'|'straight'|'consecutive'|'whole'|'trading'|'working'|'business'|"
    "'additional'|'bloody'|'calendar'|'previous'|'successive')* "
    "unit:ANY_UNIT "
    "| 'the' amount:COUNT ('previous'|'preceding'|'following'|'remaining')? unit:UNITS (?!OTHER|DASH|APOSTROPHE) "
    "| ('a'|'the' 'same'?)? amount:COUNT DASH? unit:UNIT DASH? 'period' "
    "| amount:COUNT DASH unit:ANY_UNIT (DASH ('old'|'long')|'long')? | amount:COUNT unit:UNIT DASH? 'long' "
    "| low:('a'|'an') unit:UNIT 'or' amount:COUNT)",
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
    if _is_title(part) or (words[0] == "first" and part.before() in ("a", "an")):
        return None  # "took a First three years later"
    amount = float(part.number("low")) if "low" in part else number_of_units(part)
    if (part.word("unit") == "quarters" and part.after() == "of" and "reach" not in part) or _is_military(part, unit):
        return None
    if part.after() == "-" and part.after(2) in ("on", "over"):
        return None  # "fell by 400,000 year-on-year"
    if words[-2:-1] == ["or"] and words[-1] != "two":
        return None  # "a year or three", "a week or 10 days"
    if amount is None or _is_age(words, part) or (part.word("unit") in ("quarter",) and amount != 1):
        return None
    if part.node("amount").symbol and part.word("unit") in ("year", "quarter") and amount >= 1900 and unit == "Y":
        return None
    if "the" in words and "last" in words and unit == "H" and amount == 24:
        return Duration("P1D", -1)
    return Duration(length(unit, amount), reach_of(words))


def _is_military(part: Parts, unit: str) -> bool:
    """Whether four digits and "hours" are a time of the day: "at 1430 hours", "0300 hours"."""
    digits = part.node("amount").word
    return unit == "H" and len(digits) == 4 and digits.isdigit() and (digits[0] == "0" or part.before() == "at")


def _is_title(part: Parts) -> bool:
    """Whether number and unit are written large inside a sentence: "the special Two Weeks in Winter"."""
    number, unit = part.node("amount").word, part.node("unit").word
    large = number[0].isupper() and unit[0].isupper() and unit[1:].islower()
    return large and part.written_before().islower() and part.after() in ("in", "of", "with", "without", "to", "at")


def _is_age(words: list[str], part: Parts) -> bool:
    if words[-1] == "old" and part.word("unit").startswith("year"):
        return True
    return part.after().lower() == "old" and part.word("unit") in ("year", "years")


def reach_of(words: list[str]) -> int:
    """1 for a length that begins at publication ("the next ..."), -1 for one that ends there, 0 for others."""
    head = set(words[:3])
    if words[0] == "previous" or head & {"last", "past", "latest"}:
        return -1
    return 1 if head & {"next", "coming", "upcoming"} else 0


@BOOK.rule(
    "a unit",
    "amount:('a'|'an'|'another'|'one'|'each' 'a') ('full'|'whole'|'single'|'entire'|'good'|'mere'|"
    "'further'|'additional'|'extra'|'business'|'working')? "
    "unit:(UNIT) (?!DASH|'ago'|'earlier'|'later')",
    kind="DURATION",
    examples={
        "a year": "P1Y",
        "an hour": "PT1H",
        "another week": "P1W",
        "a decade": "P10Y",
        "already a year behind schedule": "P1Y",
        "It came. A week after the vote": "P1W",
    },
)
def one_unit(part: Parts) -> Duration | None:
    """One of a unit. "A second time" and "a quarter of" are something else."""
    word = part.word("unit")
    if word in ("second", "quarter", "night", "min", "sec") or part.after() == "old":
        return None
    if word == "century" and part.after() in ("by", "from", "off", "against", "mark"):
        return None  # a hundred runs
    if part.word("amount") in ("a", "an") and len(part.all_words()) == 2 and part.before() not in _LENGTH_CUES:
        leads = part.after() in _BEHIND_LENGTHS and not part.after(2)[:1].isupper()
        return Duration(length(UNITS[word], 1)) if leads else None
    return Duration(length(UNITS[word], 1))


@BOOK.rule(
    "so many a unit",
    "('a'|'an') unit:('hour'|'day'|'week'|'month'|'year') (?!DASH|'ago'|'earlier'|'later'|'before'|'after'|'of')",
    kind="DURATION",
    examples={"In 1914, 1915, 1916 and May 1917 it lost 500 a month.": "1914 1915 1916 1917-05 P1M"},
)
def rate(part: Parts) -> Duration | None:
    """The unit of a rate, which histories mark."""
    counted = part.before().replace(",", "").isdigit() or part.before() in _COUNTS or part.before() in NUMBERS
    return Duration(length(unit_of(part), 1)) if counted else None


_COUNTS = word_set("million billion thousand hundred dozen once twice tons men times miles soldiers troops percent %")
_BEHIND_LENGTHS = word_set("late behind ahead apart overdue after before of")
_LENGTH_CUES = word_set(
    "for in within after over about nearly almost than least most last lasts lasted spend spent take took takes "
    "taken wait waited stay stayed roughly under up to once of by before until some around and or as only just "
    "with without barely half less , ( “ ``"
) | {"", '"'}


@BOOK.rule(
    "the next hour",
    "'the' how:('next'|'last'|'past'|'coming') unit:('hour'|'minute') (?!'of'|DASH)",
    kind="DURATION",
    examples={"In the next hour, what troops can do": "PT1H"},
)
def next_hour(part: Parts) -> Duration | None:
    """An hour that begins or ends now; "the last minute" is a saying."""
    if part.word("unit") == "minute" and part.word("how") == "last":
        return None
    return Duration(length(unit_of(part), 1), reach_of(part.all_words()))


@BOOK.rule(
    "an open number of units",
    "('the' ('last'|'past'|'next'|'first'|'coming'|'early'|'final'|'previous'|'following')? "
    "| (?<!'to'|'will'|'would'|'could'|'should'|'may'|'might'|'can'|'must'|'not') 'last' | 'past' "
    "| 'next' | 'first' )? ('a'? amount:('few'|'several'|'many'|'couple'|'dozen'|'some'|'numerous') 'of'? "
    "('dozen'|'more'|'short'|'long'|'full')*) unit:UNITS (DASH 'long')?",
    kind="DURATION",
    examples={
        "a few days": "PXD",
        "several months": "PXM",
        "a couple of years": "P2Y",
        "the past few weeks": "PXW",
        "each flash should last a few seconds": "PTXS",
    },
)
def open_units(part: Parts) -> Duration | None:
    """Some units; "some quarters" are people, and "the third in as many weeks" counts three."""
    words = part.all_words()
    if words == ["some", "quarters"] or (words[0] == "many" and part.before() == "as"):
        return None
    return Duration(length(unit_of(part), number_of_units(part)), reach_of(words))


_PASSING_UNITS = frozenset(("years", "decades", "centuries", "months", "weeks"))
_FIRST_WORDS_FOLLOW = frozenset((".", "!", "?", ":", "", "(", "“", '"', "-", "–", "—", "‘", "``", "•", "|"))


@BOOK.rule(
    "units",
    "('recent'|'coming'|'past'|'the' 'past'|'the' 'coming'|'the' 'intervening'|'the' 'early'|'the' "
    "'ensuing'|'the' 'following'|'the' 'final')? unit:UNITS (?!'ago'|'earlier'|'later'|'before'|DASH 'long') "
    "| unit:UNITS (?='before' ('the'|'a'|'an'|'his'|'her'|'its'|'their')) "
    "| (?<='the') unit:UNITS (?='before'|'after') | (?<='over'|'through') 'the' unit:UNITS",
    kind="DURATION",
    examples={
        "for weeks": "PXW",
        "in recent years": "PXY",
        "for centuries": "PXCE",
        "coming weeks": "PXW",
        "Over the years many came": "PXY",
        "in the days before the vote": "PXD",
        "He resigned, hours after the vote": "PTXH",
        "It was paid weeks before the election.": "PXW",
    },
)
def bare_units(part: Parts) -> Duration | None:
    """Units without a number: "for weeks"."""
    words, unit = part.all_words(), part.word("unit")
    if (unit == "hours" and "early" in words) or (words == ["the", unit] and unit not in _PASSING_UNITS):
        return None
    if part.before() == "light" or (part.before() == "-" and part.before(2) == "light"):
        return None  # a distance
    if part.node("unit").word[0].isupper() and (part.before() not in _FIRST_WORDS_FOLLOW or part.after()[:1].isupper()):
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
        ) and not (part.before() in ("for", "within") or _lies_beside(part)):
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


def _lies_beside(part: Parts) -> bool:
    """Whether units stand between an event and another: "arrived, hours after the court postponed"."""
    return part.word("unit") == "hours" and part.after() in ("after", "before") and part.before() not in _OF_WORK


_OF_WORK = word_set(
    "office business working visiting opening trading early small wee rush peak consulting old these those"
)


@BOOK.rule(
    "units and longer units",
    "'the' unit:UNITS (('or'|'and') UNITS)? 'ahead' | ('recent'|'coming'|'the' ('past'|'coming')?)? "
    "unit:UNITS ('or'|'and') UNITS (?!'ago'|'earlier'|'later'|'before')",
    kind="DURATION",
    examples={
        "within weeks or months": "PXW",
        "over the coming months and years": "PXM",
        "cash in the weeks ahead": "PXW",
    },
)
def pair_of_units(part: Parts) -> Duration | None:
    """Units without a number, two of them or those that lie ahead."""
    words = part.all_words()
    if part.node("unit").word[0].isupper():
        return None
    reach = -1 if {"recent", "past"} & set(words) else 1 if {"coming", "ahead"} & set(words) else 0
    return Duration(length(unit_of(part), None), reach)


@BOOK.rule(
    "some time",
    "(?<='for'|'after'|'in'|'within') ('some' | 'quite' 'some' | 'a' ('very'|'fairly'|'relatively')? ('long'|'short')) "
    "'time' | (?<='for'|'after'|'in') 'a' ('little'|'long'|'short')? 'while'",
    kind="DURATION",
    examples={"It will stay for some time.": "PXX", "They live without it for a while": "PXX"},
)
def some_time(part: Parts) -> Duration | None:
    """A length of which only is said that it is long or short."""
    return None if part.after() in ("zone", "zones", "slot", "slots", "frame") else Duration("PXX")


@BOOK.rule(
    "open units long",
    "unit:UNITS DASH 'long' | ('several'|'many') DASH unit:UNIT",
    kind="DURATION",
    examples={"a decades-long war": "PXDE", "a several-year term": "PXY"},
)
def open_units_long(part: Parts) -> Duration:
    """As long as some units."""
    return Duration(length(unit_of(part), None))


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


def is_united_time(before: str, word: str) -> bool:
    """Whether four digits right before "h" or "hrs" are a time of the day: "0530hrs", "at 1430h"."""
    told = word[:1] == "0" or before in ("at", "by", "until", "from")
    return told and word[:4].isdigit() and word[4:] in ("h", "hr", "hrs")


@BOOK.rule(
    "number and unit in one word",
    "('the'? ('last'|'past'|'next'))? word:UNITED",
    kind="DURATION",
    examples={"a flight of 3h": "PT3H", "the last 10days": "P10D", "a 45min delay": "PT45M"},
)
def united(part: Parts) -> Duration | None:
    """As in "3h", "10days"; "at 10h" and "0530hrs" are times of the day."""
    word = part.word("word")
    letters = word.lstrip("0123456789")
    if part.before() == "at" or is_united_time(part.before(), word):
        return None
    return Duration(length(_LETTERS[letters], int(word[: -len(letters)])), reach_of(part.all_words()))
