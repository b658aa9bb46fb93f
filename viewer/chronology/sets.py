"""What comes again and again."""

from __future__ import annotations

from viewer.chronology.durations import length, unit_of
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Recurrence
from viewer.chronology.vocabulary import DAY_PARTS, MONTHS, SEASONS, WEEKDAYS

BOOK = RuleBook()

_ADVERBS = {
    "daily": "P1D", "everyday": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "bimonthly": "P2M", "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
    "nightly": "P1D", "biannually": "P6M", "semiannually": "P6M", "biennially": "P2Y", "biennial": "P2Y",
}  # fmt: skip


@BOOK.rule(
    "adverb of a set", "word:SET_ADVERB", kind="SET", examples={"daily": "P1D", "weekly": "P1W", "annually": "P1Y"}
)
def adverb(part: Parts) -> Recurrence | None:
    """As in "Daily" and the like."""
    word = part.word("word")
    if word in ("annual", "quarterly", "hourly") or part.node("word").word[0].isupper():
        return None
    return Recurrence(_ADVERBS[word])


@BOOK.rule(
    "every unit",
    "('once'|'twice')? ('every'|'each') ('single'|'other'|'passing'|amount:COUNT)? unit:ANY_UNIT",
    kind="SET",
    examples={"every day": "P1D", "each month": "P1M", "every two years": "P2Y"},
)
def every_unit(part: Parts) -> Recurrence | None:
    """Each of a unit, or every so many."""
    amount = part.number("amount") if "amount" in part else 2 if "other" in part.all_words() else 1
    return Recurrence(length(unit_of(part), amount)) if part.word("unit") not in ("second", "quarter") else None


@BOOK.rule(
    "every named time",
    "('every'|'each') ('other'|ORDINAL)? "
    "(weekday:WEEKDAY_FULL | month:MONTH day:DAY_NUMBER? | season:SEASON | time:DAY_PART)",
    kind="SET",
    examples={"every Monday": "XXXX-WXX-1", "each July": "XXXX-07", "every morning": "TMO", "every summer": "XXXX-SU"},
)
def every_named(part: Parts) -> Recurrence:
    """Each weekday, month, season or part of the day of that name."""
    if "weekday" in part:
        return Recurrence(f"XXXX-WXX-{WEEKDAYS[part.word('weekday')]}")
    if "month" in part:
        day = f"-{part.number('day'):02}" if "day" in part else ""
        return Recurrence(f"XXXX-{MONTHS[part.word('month')]:02}{day}")
    if "season" in part:
        return Recurrence(f"XXXX-{SEASONS[part.word('season')]}")
    return Recurrence("T" + DAY_PARTS[part.word("time")])


@BOOK.rule(
    "so often a unit",
    "('once'|'twice'|'thrice'|COUNT ('times'|'time')) ('a'|'an'|'each'|'every'|'per') unit:UNIT",
    kind="SET",
    examples={"twice a week": "P1W", "three times a day": "P1D", "once a year": "P1Y"},
)
def so_often(part: Parts) -> Recurrence:
    """A number of times in each unit."""
    return Recurrence(length(unit_of(part), 1))


@BOOK.rule(
    "per unit", "'per' unit:('day'|'week'|'month'|'year'|'hour'|'minute')", kind="SET", examples={"per day": "P1D"}
)
def per_unit(part: Parts) -> Recurrence:
    """As in "Per day"."""
    return Recurrence(length(unit_of(part), 1))


@BOOK.rule("weekdays", "weekday:WEEKDAYS_PLURAL", kind="SET", examples={"Mondays": "XXXX-WXX-1"})
def weekdays(part: Parts) -> Recurrence:
    """A weekday in the plural."""
    return Recurrence(f"XXXX-WXX-{WEEKDAYS[part.word('weekday')[:-1]]}")
