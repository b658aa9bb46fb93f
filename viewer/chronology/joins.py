"""Later stages: dates made of dates ("Friday morning", "July of that year"), and modifiers ("early", "at least")."""

from __future__ import annotations

from typing import cast

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    Clipped,
    Clock,
    Duration,
    Meaning,
    Modified,
    Period,
    Recurrence,
    Reference,
    Shift,
    ShiftBy,
    Timed,
    Within,
)
from viewer.chronology.vocabulary import EARLY_LATE, MONTHS, UNITS

BOOK = RuleBook()

_DAY = "(DAY_DATE|WEEKDAY_DATE|REL_DAY|REL_NAMED)"
_YEAR = "(YEAR_DATE|REL_UNIT|REL_COUNT|REL_THE)"


def _meaning(part: Parts, name: str) -> Meaning:
    return cast("Meaning", part.value(name))


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None
    return not isinstance(meaning, Shift) or meaning.unit == "D"


def _clock_value(clock: Meaning) -> str:
    return clock.value if isinstance(clock, Clock) else ""


@BOOK.rule(
    "time of a day",
    f"clock:CLOCK ((OPEN)? (COMMA? ('on'|'of')? | COMMA) 'the'? day:{_DAY} ) CLOSE?",
    kind="TIMED",
    examples={
        "10 p.m. Wednesday": "2018-10-31T22:00",
        "noon Thursday": "2018-11-01T12:00",
        "8 a.m. on July 4, 2016": "2016-07-04T08:00",
    },
    stage=2,
)
def clock_and_day(part: Parts) -> Timed | None:
    """A clock time before its day."""
    day = _meaning(part, "day")
    if not _is_day(day) or part.all_words()[-1] in (")", "]"):
        return None
    return Timed(day, _clock_value(_meaning(part, "clock")))


@BOOK.rule(
    "day and its time",
    f"day:{_DAY} (COMMA? ('at'|'around')? | COMMA) clock:CLOCK",
    kind="TIMED",
    examples={"Wednesday at 10 p.m.": "2018-10-31T22:00", "tomorrow at noon": "2018-11-03T12:00"},
    stage=2,
)
def day_and_clock(part: Parts) -> Timed | None:
    """A day before its clock time."""
    day = _meaning(part, "day")
    return Timed(day, _clock_value(_meaning(part, "clock"))) if _is_day(day) else None


@BOOK.rule(
    "day and part of the day",
    f"day:{_DAY} COMMA? part:DAY_PART_DATE",
    kind="TIMED",
    examples={"Friday morning": "2018-11-02TMO", "yesterday evening": "2018-11-01TEV", "Sunday night": "2018-10-28TNI"},
    stage=2,
)
def day_and_part(part: Parts) -> Timed | None:
    """As in "Friday morning"."""
    day, clock = _meaning(part, "day"), _meaning(part, "part")
    return Timed(day, _clock_value(clock)) if _is_day(day) else None


@BOOK.rule(
    "part of a day",
    f"when:('early'|'late'|'later')? ('in'|'on')? part:DAY_PART_DATE COMMA? ('of'|'on'|'in')? 'the'? day:{_DAY}",
    kind="TIMED",
    examples={"the morning of 27 January": "2018-01-27TMO", "early in the morning of July 4, 1945": "1945-07-04TMO"},
    stage=2,
)
def part_of_named_day(part: Parts) -> Timed | None:
    """As in "The morning of 27 January"."""
    day, clock = _meaning(part, "day"), _meaning(part, "part")
    words = part.all_words()
    if not _is_day(day) or ("when" not in part and words[0] in ("in", "on")):
        return None
    return Timed(day, _clock_value(clock))


@BOOK.rule(
    "clock and part of the day",
    "(clock:CLOCK | hour:(DAY_NUMBER|CARDINAL) (?='in' (DAY_PART_DATE|REL_TIME)|'at' DAY_PART_DATE)) ('in' "
    "'the'? | 'at')? part:DAY_PART_DATE (COMMA? 'on'? day:(DAY_DATE|WEEKDAY_DATE|REL_DAY))?",
    kind="TIMED",
    examples={"7:30 in the morning": "2018-11-02T07:30"},
    stage=2,
)
def clock_and_part(part: Parts) -> Meaning | None:
    """As in "7:30 in the morning"."""
    half = _clock_value(_meaning(part, "part"))
    if "hour" in part and not 1 <= part.number("hour") <= 12:
        return None
    clock = _clock_value(_meaning(part, "clock")) if "clock" in part else f"T{part.number('hour'):02}:00"
    hours = int(clock[1:3])
    if (half in ("TAF", "TEV") and hours < 12) or (half == "TNI" and 5 < hours < 12):
        clock = f"T{hours + 12:02}{clock[3:]}"
    return Timed(_meaning(part, "day"), clock) if "day" in part else Clock(clock)


@BOOK.rule(
    "month, season or quarter of a year named before",
    "part:(MONTH_DATE|PART_DATE|DAY_DATE) (COMMA? 'of' | 'in' | COMMA)? whole:(REL_UNIT|REL_COUNT|REL_NAMED)",
    kind="PART_DATE",
    examples={
        "August of that year": "2018-08", "the third quarter of last year": "2017-Q3",
        "July 25 of that year": "2018-07-25",
        "the spring of next year": "2019-SP",
    },
    stage=2,
)  # fmt: skip
def part_of_year(part: Parts) -> Within | None:
    """A part whose year is named relative to another."""
    inner, whole = _meaning(part, "part"), _meaning(part, "whole")
    if (
        not isinstance(inner, Calendar)
        or inner.year
        or inner.direction
        or not isinstance(whole, Shift)
        or whole.unit != "Y"
    ):
        return None
    return Within(inner, whole)


@BOOK.rule(
    "a year's quarter",
    "whole:(REL_UNIT|YEAR_DATE) APOSTROPHE part:(PART_DATE|'quarter'|'period'|MONTH_DATE)",
    kind="PART_DATE",
    examples={"next year's first quarter": "2019-Q1", "last year's third quarter": "2017-Q3"},
    stage=2,
)
def years_part(part: Parts) -> Meaning | None:
    """A year's quarter or season."""
    whole = _meaning(part, "whole")
    inner = part.value("part")
    if inner is None:
        return (
            Shift("Y", -1, Anchor.TEXT, back=True, same_time=True)
            if isinstance(whole, Shift) and whole.amount == -1
            else None
        )
    if not isinstance(inner, Calendar) or inner.year or not isinstance(whole, Shift) or whole.unit != "Y":
        return None
    return Within(inner, whole)


@BOOK.rule(
    "the same period of a year",
    "'the' ('corresponding'|'same'|'comparable'|'like'|'year-earlier'|'similar')? ('period'|'quarter'|'month') "
    "('of'|'in')? 'the'? whole:(REL_UNIT|REL_COUNT)",
    kind="PART_DATE",
    examples={"the corresponding period last year": "2017", "the quarter a year ago": "2017"},
    stage=2,
)
def same_period(part: Parts) -> Shift | None:
    """The stretch of the year before that matches the one in question."""
    whole = _meaning(part, "whole")
    if isinstance(whole, Shift) and whole.unit == "Y" and whole.amount == -1:
        return Shift("Y", -1, Anchor.TEXT, back=True, same_time=True)
    return None


@BOOK.rule(
    "weekday of a week",
    "day:WEEKDAY_DATE (COMMA? ('of'|'in')? | 'on') week:REL_UNIT | week_first:REL_UNIT COMMA? 'on'? "
    "day_last:WEEKDAY_DATE",
    kind="DAY_DATE",
    examples={"Friday of next week": "2018-11-09", "Monday last week": "2018-10-22"},
    stage=2,
)
def weekday_of_week(part: Parts) -> Within | None:
    """A weekday of a week that is named relative to another."""
    first = "day" in part
    day = _meaning(part, "day" if first else "day_last")
    week = _meaning(part, "week" if first else "week_first")
    if not isinstance(day, Calendar) or day.direction or not isinstance(week, Shift) or week.unit != "W":
        return None
    return Within(day, week)


@BOOK.rule(
    "day of a month",
    "'the'? day:(ORDINAL|DAY_NUMBER) ('day')? 'of' month:(REL_UNIT|MONTH_DATE)",
    kind="DAY_DATE",
    examples={"the 20th of next month": "2018-12-20"},
    stage=2,
)
def day_of_month(part: Parts) -> Meaning | None:
    """A day by its number in a month."""
    month, day = _meaning(part, "month"), part.number("day")
    if not 1 <= day <= 31:
        return None
    if isinstance(month, Shift) and month.unit == "M":
        return Within(Calendar(day=day), month)
    if isinstance(month, Calendar) and month.month and month.day is None:
        return Calendar(year=month.year, month=month.month, day=day)
    return None


_DATED = "(YEAR_DATE|MONTH_DATE|DAY_DATE|PART_DATE|DECADE_DATE|CENTURY_DATE|REL_UNIT|REL_NAMED|REL_DAY|REL_THE|WEEKDAY_DATE|REL_TIME|TIMED|DAY_PART_DATE|WEEK_DATE)"


@BOOK.rule(
    "early, mid, late",
    "'the'? ('very')? when:('early'|'late'|'mid'|'earlier'|'later') ('on'|'in'|'in' 'the')? DASH? "
    f"('to'|DASH)? ('mid'|'late')? DASH? date:{_DATED}",
    kind="MODIFIED",
    examples={
        "early 1990": "1990", "mid-October": "2018-10", "late last week": "2018-W43", "the late 1980s": "198",
        "earlier this month": "2018-11", "later that year": "2018",
    },
    stage=3,
)  # fmt: skip
def early_late(part: Parts) -> Meaning | None:
    """The first, middle or last part of a period."""
    when, inner = part.word("when"), _meaning(part, "date")
    if isinstance(inner, Duration | Reference) or _is_weekday(inner):
        return None
    if when in ("earlier", "later"):
        side = -1 if when == "earlier" else 1
        if (
            isinstance(inner, Shift)
            and inner.amount == 0
            and inner.anchor is not Anchor.TEXT
            and inner.unit in ("W", "M", "Y")
        ):
            return Clipped(inner, side)
        return inner if _names_a_period(inner) else None
    return Modified(inner, EARLY_LATE[when])


def _is_weekday(meaning: Meaning) -> bool:
    """Whether a meaning is a weekday or its time; "late" before one stays outside the expression."""
    day = meaning.day if isinstance(meaning, Timed) else meaning
    return isinstance(day, Calendar) and day.weekday is not None and day.day is None


def _names_a_period(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.year is None
    return not isinstance(meaning, Period | Clock)


@BOOK.rule(
    "the end of a period",
    "'the' ('very'|'first'|'early'|'latter'|'later'|'last'|'second')? "
    "edge:('end'|'beginning'|'start'|'middle'|'close'|'turn'|'part'|'half'|'rest'|'remainder') 'of' 'the'? "
    f"date:{_DATED} | edge_bare:('end'|'beginning'|'start'|'middle'|'rest') DASH? 'of' 'the'? "
    f"date_bare:{_DATED} | date_before:(REL_UNIT|YEAR_DATE|REL_THE) APOSTROPHE edge_after:('end'|'start')",
    kind="MODIFIED",
    examples={"the end of March": "2018-03", "the beginning of 1943": "1943", "the middle of August": "2018-08"},
    stage=4,
)
def edge_of_period(part: Parts) -> Meaning | None:
    """The begin, middle or end of a period."""
    words = part.all_words()
    name = next(name for name in ("date", "date_bare", "date_before") if name in part)
    edge = part.word("edge") or part.word("edge_bare") or part.word("edge_after")
    inner = _meaning(part, name)
    if edge in ("part", "half"):
        mod = (
            "END"
            if {"latter", "later", "last", "second"} & set(words)
            else "START"
            if {"first", "early"} & set(words)
            else ""
        )
        if edge == "half" and isinstance(inner, Shift) and inner.unit == "Y" and mod:
            return Within(Calendar(part="H1" if mod == "START" else "H2"), inner)
        return Modified(inner, mod) if mod else None
    if edge in ("rest", "remainder") and isinstance(inner, Shift) and inner.amount == 0:
        return Clipped(inner, 1)
    mod = {"end": "END", "close": "END", "middle": "MID", "rest": "END", "remainder": "END"}.get(edge, "START")
    return Modified(inner, mod)


@BOOK.rule(
    "about a date",
    "how:('about'|'around'|'circa'|'approximately'|'roughly'|'ca'|'c') DOT? "
    "date:(YEAR_DATE|DAY_DATE|MONTH_DATE|TIMED|CLOCK|REL_COUNT|DECADE_DATE)",
    kind="MODIFIED",
    examples={
        "around Nov. 1": "2018-11-01",
        "about 1910": "1910",
        "circa 480 BC": "BC0480",
        "about two years ago": "2016",
    },
    stage=4,
)
def about_a_date(part: Parts) -> Modified | None:
    """A date that is only near."""
    inner = _meaning(part, "date")
    if part.word("how") == "about" and isinstance(inner, Calendar) and (inner.day or inner.month):
        return None
    return Modified(inner, "APPROX")


_DURATION_MODS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "over": "MORE_THAN", "more than": "MORE_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN", "at least": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS", "not more than": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS",
    "just over": "MORE_THAN",
    "just under": "LESS_THAN", "well over": "MORE_THAN", "only": "", "just": "", "no less than": "EQUAL_OR_MORE",
    "a little over": "MORE_THAN", "slightly more than": "MORE_THAN", "a little more than": "MORE_THAN",
    "a mere": "", "another": "",
}  # fmt: skip


@BOOK.rule(
    "about so long",
    "how:('about'|'around'|'approximately'|'roughly'|'some'|'nearly'|'almost'|('just'|'well'|'a' 'little')? "
    "('over'|'under')|('slightly'|'a' 'little'|'no'|'not'|'well')? ('more'|'less'|'fewer') 'than'|'at' "
    "('least'|'most')|'up' 'to'|'as' 'many' 'as') length:(DURATION|REL_COUNT)",
    kind="MODIFIED_DURATION",
    examples={"nearly forty years": "P40Y", "at least 20 more years": "P20Y", "more than four hours": "PT4H"},
    stage=3,
)
def about_so_long(part: Parts) -> Modified | None:
    """A bound or an estimate of a length; "over the last five years" is neither."""
    if part.words("how").endswith(("over", "under")) and part.text_of("length").lower().startswith(
        ("the ", "several", "some", "many", "these", "last", "past", "next")
    ):
        return None
    how = part.words("how")
    mod = _DURATION_MODS.get(how) or next(
        (value for key, value in _DURATION_MODS.items() if value and how.endswith(key)), "APPROX"
    )
    return Modified(_meaning(part, "length"), mod)


@BOOK.rule(
    "or so, or more",
    "length:(DURATION|MODIFIED_DURATION|REL_UNIT|YEAR_DATE) tail:('or' ('so'|'more'|'less'|'longer') | 'and' 'beyond')",
    kind="MODIFIED_DURATION",
    examples={"two years or so": "P2Y", "a year or more": "P1Y"},
    stage=4,
)
def or_so(part: Parts) -> Modified | None:
    """An estimate or bound that comes after."""
    word = part.words("tail").split()[1]
    if isinstance(_meaning(part, "length"), Calendar):
        return Modified(_meaning(part, "length"), "AFTER") if word == "beyond" else None
    mod = {"so": "APPROX", "less": "EQUAL_OR_LESS"}.get(word, "EQUAL_OR_MORE")
    return Modified(_meaning(part, "length"), mod)


@BOOK.rule(
    "set at a time",
    "set:SET COMMA? 'at'? clock:CLOCK | clock_first:CLOCK 'on'? set_last:SET",
    kind="SET_TIMED",
    examples={"every Sunday at 9 a.m.": "XXXX-WXX-7T09:00"},
    stage=2,
)
def timed_set(part: Parts) -> Recurrence | None:
    """Again and again at a clock time."""
    first = "set" in part
    inner = _meaning(part, "set" if first else "set_last")
    clock = _clock_value(_meaning(part, "clock" if first else "clock_first"))
    if not isinstance(inner, Recurrence):
        return None
    base = inner.value.partition("T")[0] if not inner.value.startswith("PT") else ""
    return Recurrence((base if base.startswith("XXXX") else "") + clock)


@BOOK.rule(
    "a length before or after",
    "length:DURATION side:('ago'|'earlier'|'later'|'hence')",
    kind="REL_COUNT",
    examples={"1 month and 21 days ago": "2018-09-11"},
    stage=2,
)
def length_shift(part: Parts) -> ShiftBy | None:
    """A length of several units before publication, or from the date before."""
    length = _meaning(part, "length")
    if not isinstance(length, Duration) or "X" in length.value or "." in length.value or length.reach:
        return None
    side = part.word("side")
    anchor = Anchor.PUBLICATION if side in ("ago", "hence") else Anchor.TEXT
    return ShiftBy(length.value, -1 if side in ("ago", "earlier") else 1, anchor)


@BOOK.rule(
    "part of the day and clock",
    "part:DAY_PART_DATE 'at'? clock:CLOCK",
    kind="CLOCK_PART",
    examples={"the afternoon at 7:15": "2018-11-02T19:15"},
    stage=2,
)
def part_and_clock(part: Parts) -> Clock | None:
    """As in "The afternoon at 7:15"."""
    clock, half = _clock_value(_meaning(part, "clock")), _clock_value(_meaning(part, "part"))
    hours = int(clock[1:3])
    return Clock(f"T{hours + 12:02}{clock[3:]}" if half in ("TAF", "TEV") and hours < 12 else clock)


@BOOK.rule(
    "month of a year named after it",
    "part:MONTH_LOWER 'of'? whole:REL_UNIT",
    kind="PART_DATE",
    examples={"june next year": "2019-06"},
    stage=2,
)
def lower_month_of_year(part: Parts) -> Within | None:
    """A month written small, which a year makes a month."""
    whole = _meaning(part, "whole")
    if not isinstance(whole, Shift) or whole.unit != "Y":
        return None
    return Within(Calendar(month=MONTHS[part.word("part")]), whole)


@BOOK.rule(
    "the week after next",
    "'the' unit:('week'|'month'|'year'|'weekend') 'after' 'the'? 'next'",
    kind="REL_UNIT",
    examples={"the week after next": "2018-W46"},
)
def after_next(part: Parts) -> Shift:
    """Two units from publication."""
    return Shift(UNITS[part.word("unit")], 2, Anchor.PUBLICATION, grain="W")


@BOOK.rule(
    "within so many units",
    "(?<='within') length:DURATION",
    kind="DURATION_AHEAD",
    examples={"He will leave within 5 days": "P5D"},
    stage=4,
)
def within_units(part: Parts) -> Duration | None:
    """A length that begins at publication where the words look ahead."""
    length = _meaning(part, "length")
    return Duration(length.value, 2) if isinstance(length, Duration) and not length.reach else None


@BOOK.rule(
    "in so many units",
    "(?<='in') length:DURATION",
    kind="DURATION_IN",
    examples={"He will leave in three weeks": "2018-11-23", "He finished in three weeks": "P3W"},
    stage=4,
)
def in_units(part: Parts) -> Duration | None:
    """A date where the words look ahead, else the time that something took."""
    length = _meaning(part, "length")
    numbered = (
        isinstance(length, Duration)
        and not length.reach
        and part.text_of("length")[:1].islower() | part.text_of("length")[:1].isdigit()
    )
    if (
        not numbered
        or not isinstance(length, Duration)
        or "X" in length.value
        or " " not in part.text_of("length")
        or " - " in part.text_of("length")
    ):
        return None
    return Duration(length.value, 3)
