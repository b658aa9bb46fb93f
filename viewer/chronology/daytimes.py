"""Later stages: a time and its day, in either order ("10 p.m. Wednesday", "Friday morning", "every Sunday at 9")."""

from __future__ import annotations

from typing import cast

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.joins import DAY, is_day, meaning_of, with_weekday
from viewer.chronology.meaning import Calendar, Clock, Meaning, Recurrence, Timed

BOOK = RuleBook()


def _clock(part: Parts, name: str) -> Clock:
    return cast("Clock", part.value(name))


def _timed(part: Parts, clock: str) -> Timed | None:
    """The time captured under ``clock`` of the day captured as "day", None where that is no day."""
    day, time = meaning_of(part, "day"), _clock(part, clock)
    if isinstance(day, Timed):  # "9:30 the next morning"
        return Timed(day.day, _in_half(time.value, day.clock), time.zone) if time.value[1].isdigit() else None
    return Timed(day, time.value, time.zone) if is_day(day) else None


@BOOK.rule(
    "time of a day",
    "clock:CLOCK ('local' 'time')? (COMMA? ('on'|'of')? | COMMA) "
    f"('the'? day:{DAY} half:DAY_PART_DATE? | day:REL_UNIT) "
    "(?=OPEN named:DAY_DATE CLOSE|)",
    kind="TIMED",
    examples={
        "10 p.m. Wednesday": "2018-10-31T22:00",
        "noon Thursday": "2018-11-01T12:00",
        "On 2 May 2014 it ended at 11:00 the next day": "2014-05-02 2014-05-03T11:00",
        "8 p.m. local time on Thursday": "2018-11-01T20:00",
        "8 a.m. on July 4, 2016": "2016-07-04T08:00",
        "9 p.m. Monday night": "2018-10-29T21:00",
        "at 9 o'clock on Monday morning": "2018-10-29T09:00",
        "about 2:15 Tuesday afternoon": "2018-10-30T14:15",
        "On 2 May 2014 it came, and at 9:30 the next morning it left": "2014-05-02 2014-05-03T09:30",
    },
    stage=2,
)
def clock_and_day(part: Parts) -> Timed | None:
    """A clock time before its day."""
    timed = _timed(part, "clock")
    if timed and "half" in part:
        timed = timed._replace(clock=_in_half(timed.clock, _clock(part, "half").value))
    return (
        timed._replace(day=with_weekday(timed.day, meaning_of(part, "named"))) if timed and "named" in part else timed
    )


@BOOK.rule(
    "time of a day, in another zone between brackets",
    f"clock:CLOCK (?=('local' 'time')? OPEN CLOCK CLOSE COMMA? 'on'? day:{DAY})",
    kind="TIMED",
    examples={"10:35 a.m. (0735 GMT) Friday": "2018-11-02T10:35 2018-11-02T07:35 2018-11-02"},
    stage=2,
)
def clock_and_day_after_brackets(part: Parts) -> Timed | None:
    """A clock time whose day stands after the same time elsewhere, as agencies write it."""
    return _timed(part, "clock")


@BOOK.rule(
    "day and its time",
    f"day:{DAY} (COMMA? ('at'|'around')? | COMMA) clock:CLOCK",
    kind="TIMED",
    examples={"Wednesday at 10 p.m.": "2018-10-31T22:00", "tomorrow at noon": "2018-11-03T12:00"},
    stage=2,
)
def day_and_clock(part: Parts) -> Timed | None:
    """A day before its clock time."""
    return _timed(part, "clock")


@BOOK.rule(
    "day and part of the day",
    f"day:{DAY} COMMA? ('mid' DASH)? part:DAY_PART_DATE",
    kind="TIMED",
    examples={
        "Friday morning": "2018-11-02TMO",
        "yesterday evening": "2018-11-01TEV",
        "Sunday night": "2018-10-28TNI",
        "on Tuesday nights": "XXXX-WXX-2TNI",
    },
    stage=2,
)
def day_and_part(part: Parts) -> Timed | Recurrence | None:
    """As in "Friday morning"; "Tuesday nights" come again."""
    day = meaning_of(part, "day")
    if part.text_of("part").endswith("s") and isinstance(day, Calendar) and day.weekday and not day.direction:
        return Recurrence(f"XXXX-WXX-{day.weekday}{_clock(part, 'part').value}") if day.day is None else None
    return _timed(part, "part")


@BOOK.rule(
    "day that shares the part of the day behind another",
    "day:WEEKDAY_DATE (?=('and'|'or'|COMMA) WEEKDAY_DATE part:DAY_PART_DATE)",
    kind="SET",
    examples={"on Monday and Tuesday nights": "XXXX-WXX-1TNI XXXX-WXX-2TNI"},
    stage=2,
)
def day_before_shared_part(part: Parts) -> Recurrence | None:
    """As in "Monday and Tuesday nights", which come again; "Monday and Tuesday night" do not."""
    meaning = day_and_part(part)
    return meaning if isinstance(meaning, Recurrence) else None


@BOOK.rule(
    "part of a day",
    f"(when:('early'|'late'|'later')? ('in'|'on')? | 'mid' DASH) part:DAY_PART_DATE "
    f"(COMMA? ('of'|'on'|'in')? 'the'? day:{DAY} DAY_PART_DATE? | 'of'? day:REL_UNIT)",
    kind="TIMED",
    examples={
        "On 2 May 2014. On the evening of that day": "2014-05-02 2014-05-02TEV",
        "the morning of 27 July": "2018-07-27TMO",
        "On 2 May 2014 it began, and at dawn the next day it ended": "2014-05-02 2014-05-03TMO",
        "early in the morning of July 4, 1945": "1945-07-04TMO",
        "in the early hours of Thursday morning": "2018-11-01TMO",
        "mid-morning Wednesday": "2018-10-31TMO",
    },
    stage=2,
)
def part_of_named_day(part: Parts) -> Timed | None:
    """As in "The morning of 27 January"."""
    if "when" not in part and part.all_words()[0] in ("in", "on"):
        return None
    return _timed(part, "part")


@BOOK.rule(
    "clock and part of the day",
    "(clock:CLOCK | hour:(DAY_NUMBER|CARDINAL) (?='in' (DAY_PART_DATE|REL_TIME)|'at' DAY_PART_DATE"
    "|'on' DAY_PART_DATE 'of' DAY_DATE)) ('in' "
    "'the'? | 'at' | 'on' (?=DAY_PART_DATE ('of'|'on') DAY_DATE))? part:DAY_PART_DATE "
    "(COMMA? ('on'|'of')? day:(DAY_DATE|WEEKDAY_DATE|REL_DAY) | 'of' day:REL_UNIT)?",
    kind="TIMED",
    examples={
        "On 2 May 2014 it fell, at 4:30 in the afternoon of the same day": "2014-05-02 2014-05-02T16:30",
        "at 7 o'clock on the morning of 10 December 1877": "1877-12-10T07:00",
        "at two in the morning of 5 May 1877": "1877-05-05T02:00",
        "At 8:00 on the evening of June 5, 1944": "1944-06-05T20:00",
        "7:30 in the morning": "2018-11-02T07:30", "12 in the night": "2018-11-02T24:00",
        "1 o'clock lunchtime": "2018-11-02T13:00",
    },
    stage=2,
)  # fmt: skip
def clock_and_part(part: Parts) -> Meaning | None:
    """As in "7:30 in the morning"."""
    if "hour" in part and (not 1 <= part.number("hour") <= 12 or part.before() in ("$", "£", "€")):
        return None
    clock = _clock(part, "clock").value if "clock" in part else f"T{part.number('hour'):02}:00"
    clock = _in_half(clock, _clock(part, "part").value)
    if "day" not in part:
        return Clock(clock)
    return Timed(meaning_of(part, "day"), clock) if is_day(meaning_of(part, "day")) else None


def _in_half(clock: str, half: str) -> str:
    """A clock time of twelve hours as one of twenty-four, by the part of the day that it lies in."""
    hours = int(clock[1:3])
    if half == "TNI" and hours == 12:
        return f"T{24 if clock.endswith(':00') else 0:02}{clock[3:]}"
    later = hours < _NOON_OF.get(half, 0) and (half != "TNI" or hours > _LAST_SMALL_HOUR)
    return f"T{hours + 12:02}{clock[3:]}" if later else clock


_NOON_OF = {"TAF": 12, "TEV": 12, "TMI": 11, "TNI": 12}
_LAST_SMALL_HOUR = 5  # "3 at night" is in the small hours


@BOOK.rule(
    "clock and this part of the day",
    "clock:CLOCK part:REL_TIME | part:REL_TIME (COMMA? 'at')? clock:CLOCK "
    "| (?<='at'|'by'|'until'|'before'|'after'|'about') dotted:DECIMAL part:REL_TIME",
    kind="TIMED",
    examples={
        "On 2 May 2014, at 3.30 that afternoon": "2014-05-02 2014-05-02T15:30",
        "At five o'clock this afternoon": "2018-11-02T17:00",
        "tonight at 9pm": "2018-11-02T21:00",
        "at 8:30 tonight": "2018-11-02T20:30",
        "at 2 a.m. this morning": "2018-11-02T02:00",
    },
    stage=2,
)
def clock_and_this_part(part: Parts) -> Timed | None:
    """A clock time and "this morning", "tonight" or "last night", in either order."""
    whole, clock = meaning_of(part, "part"), _clock(part, "clock") if "clock" in part else _dotted(part.word("dotted"))
    if not isinstance(whole, Timed) or clock is None:
        return None
    return Timed(whole.day, _in_half(clock.value, whole.clock), clock.zone)


def _dotted(written: str) -> Clock | None:
    """A time as the British write it: "3.30"."""
    hours, _, minutes = written.partition(".")
    if not (hours.isdigit() and minutes.isdigit()) or len(minutes) != len("30"):
        return None
    return Clock(f"T{int(hours):02}:{minutes}") if 1 <= int(hours) <= 23 and int(minutes) < 60 else None


@BOOK.rule(
    "bare hour of a part of a named day",
    "(?<='at'|'by'|'until'|'till'|'before'|'after') hour:(DAY_NUMBER|CARDINAL) "
    f"(whole:REL_TIME | day:{DAY} part:DAY_PART_DATE)",
    kind="TIMED",
    examples={
        "doors open at 7 tomorrow morning": "2018-11-03T07:00",
        "at ten last night": "2018-11-01T22:00",
        "He called at 9 Monday morning": "2018-10-29T09:00",
    },
    stage=2,
)
def hour_of_part(part: Parts) -> Timed | None:
    """As in "at 7 tomorrow morning"."""
    whole, hour = meaning_of(part, "whole") if "whole" in part else _timed(part, "part"), part.number("hour")
    if not isinstance(whole, Timed) or not 1 <= hour < 12 or whole.clock not in ("TMO", "TAF", "TEV", "TNI"):
        return None
    return Timed(whole.day, _in_half(f"T{hour:02}:00", whole.clock))


@BOOK.rule(
    "set at a time",
    "set:SET COMMA? 'at'? clock:CLOCK | clock:CLOCK 'on'? set:SET",
    kind="SET_TIMED",
    examples={"every Sunday at 9 a.m.": "XXXX-WXX-7T09:00"},
    stage=2,
)
def timed_set(part: Parts) -> Recurrence | None:
    """Again and again at a clock time."""
    inner = meaning_of(part, "set")
    if not isinstance(inner, Recurrence):
        return None
    base = inner.value.partition("T")[0] if not inner.value.startswith("PT") else ""
    return Recurrence((base if base.startswith("XXXX") else "") + _clock(part, "clock").value)


@BOOK.rule(
    "part of the day and clock",
    "part:DAY_PART_DATE 'at'? clock:CLOCK",
    kind="CLOCK_PART",
    examples={"the afternoon at 7:15": "2018-11-02T19:15"},
    stage=2,
)
def part_and_clock(part: Parts) -> Clock | None:
    """As in "The afternoon at 7:15"."""
    half = _clock(part, "part").value
    clock = _clock(part, "clock").value
    return Clock(_in_half(clock, half) if half in ("TAF", "TEV") else clock)
