"""Lengths of time in halves, quarters and several units."""

from __future__ import annotations

from itertools import pairwise

from viewer.chronology.durations import length, number_of_units, reach_of, unit_of
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Duration

BOOK = RuleBook()


@BOOK.rule(
    "quarter of a century",
    "('the'? ('last'|'past'|'next')| 'a' | 'one')? 'quarter' ('of' 'a')? DASH? 'century'",
    kind="DURATION",
    examples={"over the last quarter-century": "P25Y", "a quarter of a century": "P25Y"},
)
def quarter_of_century(part: Parts) -> Duration:
    """Twenty-five years."""
    return Duration("P25Y", reach_of(part.all_words()[:2]))


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
        reach_of(part.all_words()[:2]),
    )


_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


@BOOK.rule(
    "units and a fraction",
    "('the' ('last'|'past'|'next'|'first'))? amount:(NUMERAL|DAY_NUMBER) DASH? fraction:SLASH_PAIR DASH? unit:ANY_UNIT",
    kind="DURATION",
    examples={"2 1/2 years": "P2Y6M", "a 3 1/2-hour flight": "PT3H30M", "4 1/2 weeks": "P4.5W"},
)
def units_and_a_fraction(part: Parts) -> Duration | None:
    """A number with a fraction in figures."""
    if part.after() in ("-", "‐") and part.after(2) == "old":
        return None  # an age
    fraction = _FRACTIONS.get(part.word("fraction"))
    return (
        None
        if fraction is None
        else Duration(_broken(unit_of(part), part.number("amount"), fraction), reach_of(part.all_words()[:2]))
    )


def _broken(unit: str, whole: float, fraction: float) -> str:
    """Units and a part of one, that in whole smaller units where it comes to some: "P2Y6M", "PT1M30S", else "P4.5W"."""
    if unit not in _PARTS or whole < 1 or whole % 1:
        return length(unit, whole + fraction)
    many, smaller = _PARTS[unit]
    return length(unit, whole) + smaller.format(int(many * fraction))


_PARTS = {"Y": (12, "{}M"), "D": (24, "T{}H"), "H": (60, "{}M"), "TM": (60, "{}S")}


@BOOK.rule(
    "units and a half",
    "('the' ('last'|'past'|'next'|'first'))? amount:(COUNT|'a'|'an') "
    "(DASH? 'and' DASH? 'a'? DASH? 'half' DASH? unit:ANY_UNIT | unit:ANY_UNIT 'and' 'a'? 'half')",
    kind="DURATION",
    examples={
        "two and a half years": "P2Y6M",
        "an hour and a half": "PT1H30M",
        "a day and a half": "P1DT12H",
        "the next two and a half years": "P2Y6M",
    },
)
def units_and_a_half(part: Parts) -> Duration | None:
    """A number and a half."""
    amount = number_of_units(part)
    return None if amount is None else Duration(_broken(unit_of(part), amount, 0.5), reach_of(part.all_words()[:2]))


_DAYS = {"Y": 366.1, "M": 31.1, "W": 7.0, "D": 1.0, "H": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86_400}


def _number(part: Parts, name: str, letter: str) -> float:
    """The number captured under ``name``, whole but for seconds. Raises NotANumberError on another one."""
    word = part.word(name)
    return float(word) if letter == "TS" and word.count(".") == 1 else part.number(name)


@BOOK.rule(
    "units with smaller units",
    "('the'? ('last'|'past'|'next'|'coming'|'upcoming'))? amount:(COUNT|'a'|'an') unit:ANY_UNIT (COMMA|'and')? "
    "second:COUNT second_unit:ANY_UNIT ((COMMA|'and')? third:COUNT third_unit:ANY_UNIT)?",
    kind="DURATION",
    examples={
        "1 year 1 month 21 days": "P1Y1M21D", "two hours and 15 minutes": "PT2H15M",
        "1 minute 56.43 seconds": "PT1M56.43S",
        "within the upcoming 5 years 1 month 12 days": "P5Y1M12D",
    },
)  # fmt: skip
def mixed_units(part: Parts) -> Duration | None:
    """Several units that add up."""
    pairs = [("amount", "unit"), ("second", "second_unit")] + ([("third", "third_unit")] if "third" in part else [])
    values: dict[str, float] = {}
    for number, unit in pairs:
        letter = unit_of(part, unit)
        if letter not in ["TS", "TM", "H", "D", "W", "M", "Y"] or letter in values:
            return None
        values[letter] = _number(part, number, letter)
    if "," in part.all_words() and not all(
        _DAYS[one] > _DAYS[other] * values[other] for one, other in pairwise(values)
    ):
        return None  # two lengths: "7 days a week, 365 days a year"
    day = "".join(f"{values[unit]}{unit}" for unit in "YMWD" if unit in values)
    time = "".join(f"{values[unit]:g}{unit[-1]}" for unit in ("H", "TM", "TS") if unit in values)
    return Duration(f"P{day}" + (f"T{time}" if time else ""), reach_of(part.all_words()))
