"""The day that a bare time of day belongs to: "A bomb went off on Monday. Police came at 9:30"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.days import Place, place_of, shift_date
from viewer.chronology.tense import sentence_ends

if TYPE_CHECKING:
    from datetime import date

    from viewer.chronology.context import Context

_REACH = 200  # characters
_NEXT_PARAGRAPH = 2  # ends of sentences; that of a paragraph counts twice
_LONG_AGO, _THESE_DAYS = 60, 7  # days
_CLAUSE = 80
_ASIDE = re.compile(r", (?:which|who|whose|where) (?:[^,.;]|[,.](?=\d)|(?<=[A-Z][a-z]{2})\.)*$")
_SAID_ON = re.compile(  # "in a raid on Thursday evening, the army said Friday"
    r",[\"”’']* (?:[\w.’'-]+ ){1,6}(?:said|reported|announced|confirmed)(?: on| early| late| in [^,.;]{3,30})*"
    r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$"
)
_LOOKED_BACK = re.compile(r"\bthe (?:day|night|evening) before$", re.I)
_GOES_ON = re.compile(r"[^,.;!?\n]{0,60},")
_COUNTED_FROM = re.compile(
    r" ago$|\bweek(?:end)?$|\bsince (?:the |early |late )*(?:\w+ of )?(?:[A-Z]\w+\.?|\d+)(?: \w+){0,2}$"
)
_OPENING = re.compile(r"(?:\A|\n[ \t\r]*\n)[\s*_#>\[(–-]*$")
_INTRODUCES = re.compile(r"[.!?:]\s*\n[^.!?]*$")  # "This is what is known." ahead of a list
_TO_PARAGRAPH = 8  # characters
_NIGHT = re.compile(r"night\W*$", re.I)
_MORNING = ("T06", "T07", "T08", "T09", "T10", "T11", "T12", "TMO")
_SMALL_HOURS = ("T00", "T01", "T02", "T03", "T04", "T05")


def day_of_clock(context: Context, clock: str) -> Place | None:
    """The day of a time such as "T09:30" that names none, as the sentence or the one before tell it.

    None where they tell of none, so that it is the day of publication or open.
    """
    day = context.last_day
    if _is_stamp(context) and not context.narrative and day is not context.given:
        return None
    if day is None or not _is_told_last(day, context) or context.begin - context.last_day_at > _REACH:
        return None
    between = context.text[context.last_day_at : context.begin]
    led_to = _INTRODUCES.search(between) and context.tense() == "past"
    if sentence_ends(between) > _NEXT_PARAGRAPH + bool(led_to):
        return None
    if context.narrative or not context.published:
        return _small_hours(day, clock, context)
    if _COUNTED_FROM.search(_words_to(context.last_day_at, context)):
        return None
    found = _day_of_news(day, context)
    if _is_beyond_publication(found, context) or _is_morning_after(clock, context):
        return None
    early = _EARLY.search(context.text, max(0, context.last_day_at - _CLAUSE), context.last_day_at)
    if early and found.as_date == context.published and _is_late_told(clock, context):
        return None
    return _small_hours(found, clock, context) if found is day else found


def why_day_before(context: Context, clock: str) -> str:
    """Why a time that names no day is one of the day before publication; "" where that need not be so.

    A paper of the morning tells what was "yesterday", and nothing that has happened late at night is printed that day.
    """
    if not context.published or context.narrative or not clock[1].isdigit() or _is_stamp(context):
        return ""
    if context.reports_yesterday and context.tense() == "past":
        return "The day is not stated; as elsewhere in the text, the one before publication is assumed."
    if _is_late_told(clock, context):
        return "The day is not stated; the evening before publication is assumed."
    return ""


_LATE = "22"
_EARLY = re.compile(r"\bearly (?:on )?[A-Z][a-z]+day$|\bmorning$")


def _is_late_told(clock: str, context: Context) -> bool:
    """Whether something happened late at night, by a sentence that names no day."""
    if not clock[1:3].isdigit() or clock[1:3] < _LATE or context.tense() != "past":
        return False
    return not context.last_day or sentence_ends(context.text[context.last_day_at : context.begin]) > 0


def in_half_told(context: Context, clock: str) -> str:
    """A time such as "T09:20" in the half of the day that the words before tell: "Friday evening. At 9:20 he left"."""
    hours, told = int(clock[1:3]), context.last_time
    if not 1 <= hours <= 11 or not told or not _BARE.fullmatch(context.words):
        return clock
    between = context.text[context.last_time_at : context.begin]
    if len(between) > _REACH or sentence_ends(between) > _NEXT_PARAGRAPH:
        return clock
    first = _FIRST_HOURS.get(told)
    if first is None and told[:2].isdigit() and not _BARE_LATE.match(context.last_time_written):
        first = int(told[:2])
    later = first is not None and first > _NOON and hours + _NOON >= first
    return f"T{hours + _NOON}{clock[3:]}" if later else clock


_NOON = 12
_FIRST_HOURS = {"AF": 13, "EV": 16, "NI": 18}
_BARE = re.compile(r"\d{1,2}:\d\d")
_BARE_LATE = re.compile(r"(?:1[3-9]|2\d):?\d\d")  # a text that counts to twenty-four


def _is_stamp(context: Context) -> bool:
    """Whether a time opens a paragraph, as in the entries of a live report: "13:12 The airport has reopened"."""
    return _OPENING.search(context.text, max(0, context.begin - _TO_PARAGRAPH), context.begin) is not None


def _words_to(end: int, context: Context) -> str:
    return context.text[max(0, end - _CLAUSE) : end]


def _is_told_last(day: Place, context: Context) -> bool:
    """Whether no later date stands between; in news years and months are none: ", built in 1971, took off at"."""
    last = context.last
    return last is day or (last is not None and not context.narrative and last.day is None)


def _is_beyond_publication(day: Place, context: Context) -> bool:
    """Whether a new sentence looks to the other side of publication: "It begins on Monday. At 2pm he was told"."""
    then, published = day.as_date, context.published
    if then is None or published is None or then == published:
        return False
    if not (context.tense() == "past" if then > published else context.planned()):
        return False
    return sentence_ends(context.text[context.last_day_at : context.begin]) > 0


def _ends_with_night(context: Context) -> bool:
    return _NIGHT.search(context.text, max(0, context.last_day_at - len("night")), context.last_day_at) is not None


def _is_morning_after(clock: str, context: Context) -> bool:
    """Whether a new sentence has a morning behind a night: "It fell on Tuesday night. Queues formed at 8 a.m."."""
    if not clock.startswith(_MORNING[:6]) or not _ends_with_night(context):
        return False
    return sentence_ends(context.text[context.last_day_at : context.begin]) > 0


def _day_of_news(day: Place, context: Context) -> Place:
    """The day named last, or the one before where it is only looked back at or an aside."""
    then, published = day.as_date, context.published
    if then is None or published is None:
        return day
    left = _words_to(context.last_day_at, context)
    if _is_inside_clause(then, context):
        return context.day_before or day
    aside = _ASIDE.search(left) and _GOES_ON.match(context.text, context.last_day_at)
    passing = aside or _SAID_ON.search(left) or _LOOKED_BACK.search(left)
    if (published - then).days <= _LONG_AGO and not passing:
        return day
    before = context.day_before.as_date if context.day_before else None
    near = before is not None and abs((published - before).days) <= _THESE_DAYS
    return context.day_before if near and context.day_before else day


def _is_inside_clause(day: date, context: Context) -> bool:
    """Whether the day named last stands in a clause of a sentence over, which tells of a later one: those days' news.

    "Inspectors returned Wednesday to a mill where a blast Monday killed three. A body was found at 3 a.m."
    """
    before, published = context.day_before.as_date if context.day_before else None, context.published
    if before is None or published is None or not day < before <= published or (published - before).days > 1:
        return False
    between = context.text[context.day_before_at : context.last_day_at]
    goes_on = _GOING_ON.search(context.text, max(0, context.day_before_at - _CLAUSE), context.last_day_at)
    inside = goes_on and len(between) <= _REACH and _CLAUSE_OF.search(between) and sentence_ends(between) == 0
    return bool(inside) and sentence_ends(context.text[context.last_day_at : context.begin]) > 0


_GOING_ON = re.compile(  # what goes on after the older event, and is the news; not "charged", "named", "spoke"
    r"\b(?:returned|searched|combed|dug|continued|resumed|gathered|worked|recovered|pulled|kept|fought|battled)\b"
)
_CLAUSE_OF = re.compile(r"\b(?:where|who|which|that|when|since|after)\b[^.;]*$")


def _small_hours(day: Place, clock: str, context: Context) -> Place:
    """A day, or the next one where its night was named and the time is after midnight: "Sunday night ... at 3am"."""
    found = day.as_date
    by = context.text.startswith("by ", context.begin - len("by "))
    if found is None or not clock.startswith(_SMALL_HOURS + (_MORNING if by else ())):
        return day
    later = shift_date(found, 1) if _ends_with_night(context) else None
    return place_of(later) if later else day
