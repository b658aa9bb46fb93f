"""What comes again and again."""

from __future__ import annotations

from typing import cast

from viewer.chronology.durations import length, unit_of
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Clock, Recurrence
from viewer.chronology.vocabulary import DAY_PARTS, MONTHS, SEASONS, WEEKDAYS, word_set

BOOK = RuleBook()

_ADVERBS = {
    "daily": "P1D", "everyday": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "bimonthly": "P2M", "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H",
    "nightly": "P1D", "biannually": "P6M", "semiannually": "P6M", "biennially": "P2Y", "biennial": "P2Y",
}  # fmt: skip


@BOOK.rule(
    "adverb of a set",
    "(prefix:('half'|'semi'|'bi') DASH)? word:SET_ADVERB",
    kind="SET",
    examples={"daily": "P1D", "weekly": "P1W", "annually": "P1Y", "a quarterly meeting": "P3M"},
)
def adverb(part: Parts) -> Recurrence | None:
    """As in "Daily" and the like."""
    word = part.word("word")
    if "prefix" in part:
        return Recurrence(_PREFIXED[key]) if (key := f"{part.word('prefix')}-{word}") in _PREFIXED else None
    if word == "quarterly" and part.after() in _REGULAR_EVENTS:
        return Recurrence(_ADVERBS[word])
    opens = part.written_before() in (".", "") and part.after().islower()
    if word in ("annual", "quarterly", "hourly") or (part.node("word").word[0].isupper() and not opens):
        return None
    return Recurrence(_ADVERBS[word])


_PREFIXED = {
    "half-yearly": "P6M", "semi-annually": "P6M", "bi-annually": "P6M", "bi-weekly": "P2W", "bi-monthly": "P2M",
}  # fmt: skip
_REGULAR_EVENTS = word_set(
    "meeting meetings conference conferences congress festival festivals convention summit gathering pilgrimage "
    "celebration celebrations commemoration ceremony review reviews"
)


@BOOK.rule(
    "every unit",
    "('once'|'twice')? ('every'|'each') ('single'|'other'|'passing'|amount:COUNT)? unit:ANY_UNIT",
    kind="SET",
    examples={"every day": "P1D", "each month": "P1M", "every two years": "P2Y", "paid every quarter": "P1Q"},
)
def every_unit(part: Parts) -> Recurrence | None:
    """Each of a unit, or every so many; "every second", "every quarter of the town" are none."""
    word = part.word("unit")
    if word == "second" or (word == "quarter" and part.after() in _BEHIND_QUARTERS):
        return None
    amount = part.number("amount") if "amount" in part else 2 if "other" in part.all_words() else 1
    return Recurrence(length(unit_of(part), amount))


_BEHIND_QUARTERS = word_set("of - final finals mile miles century note")


@BOOK.rule(
    "every named time",
    "('every'|'each') ('other'|ORDINAL)? "
    "(weekday:WEEKDAY_FULL | month:MONTH day:DAY_NUMBER? | season:SEASON | time:DAY_PART | pair:SLASH_PAIR)",
    kind="SET",
    examples={
        "every Monday": "XXXX-WXX-1", "each July": "XXXX-07", "every morning": "TMO", "every summer": "XXXX-SU",
        "each 4/15": "XXXX-04-15",
    },
)  # fmt: skip
def every_named(part: Parts) -> Recurrence | None:
    """Each weekday, month, season or part of the day of that name."""
    if "pair" in part:
        left, right = (int(piece) for piece in part.word("pair").split("/"))
        month, number = (right, left) if left > 12 else (left, right)
        return Recurrence(f"XXXX-{month:02}-{number:02}") if 1 <= month <= 12 and 1 <= number <= 31 else None
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


_COUNTED = word_set(
    "mile miles kilometers kilometres km beats gallons litres liters words knots feet meters metres bits"
)


@BOOK.rule(
    "per unit", "'per' unit:('day'|'week'|'month'|'year'|'hour'|'minute')", kind="SET", examples={"per day": "P1D"}
)
def per_unit(part: Parts) -> Recurrence | None:
    """As in "Per day"; "60 miles per hour" and "beats per minute" are rates."""
    if unit_of(part) in ("H", "TM") and part.before() in _COUNTED:
        return None
    return Recurrence(length(unit_of(part), 1))


@BOOK.rule("weekdays", "weekday:WEEKDAYS_PLURAL", kind="SET", examples={"Mondays": "XXXX-WXX-1"})
def weekdays(part: Parts) -> Recurrence:
    """A weekday in the plural."""
    return Recurrence(f"XXXX-WXX-{WEEKDAYS[part.word('weekday')[:-1]]}")


@BOOK.rule(
    "weekdays and weekends",
    "(?<='on'|'at'|'and'|'or'|'during') word:('weekdays'|'weekends')",
    kind="SET",
    examples={"open on weekdays": "XXXX-WXX", "closed at weekends": "XXXX-WXX-WE"},
)
def all_weekdays(part: Parts) -> Recurrence:
    """Monday to Friday, or Saturday and Sunday, of each week."""
    return Recurrence("XXXX-WXX-WE" if part.word("word") == "weekends" else "XXXX-WXX")


@BOOK.rule(
    "part of the day in the plural, at a time",
    "part:DAY_PART_DATE 'at' (clock:CLOCK | hour:(DAY_NUMBER|CARDINAL))",
    kind="SET_TIMED",
    examples={"mornings at 9am": "T09:00", "in the paper, evenings at 7.": "T19:00"},
    stage=2,
)
def plural_part_at(part: Parts) -> Recurrence | None:
    """Again and again at a time of the day."""
    if not part.text_of("part").endswith("s"):
        return None
    if "clock" in part:
        return Recurrence(cast("Clock", part.value("clock")).value)
    return _at_hour(part, part.text_of("part"))


@BOOK.rule(
    "set at a bare hour",
    "set:SET 'at' hour:(DAY_NUMBER|CARDINAL)",
    kind="SET_TIMED",
    examples={"every night at 9.": "T21:00", "every Sunday at ten.": "XXXX-WXX-7T10:00"},
    stage=2,
)
def set_at_hour(part: Parts) -> Recurrence | None:
    """Again and again at an hour; the number may count nothing that follows."""
    inner = cast("Recurrence", part.value("set"))
    made = _at_hour(part, part.text_of("set").split()[-1])
    if made is None or inner.value.startswith("PT"):
        return None
    return Recurrence(inner.value + made.value) if inner.value.startswith("XXXX") else made


def _at_hour(part: Parts, word: str) -> Recurrence | None:
    hour = part.number("hour")
    if not 1 <= hour <= 12 or part.after() not in ("", ".", ",", ";", "!", "?", ")"):
        return None
    late = DAY_PARTS.get(word) in ("AF", "EV") or (DAY_PARTS.get(word) == "NI" and 5 < hour < 12)
    return Recurrence(f"T{hour % 24 + (12 if late and hour < 12 else 0):02}:00")
