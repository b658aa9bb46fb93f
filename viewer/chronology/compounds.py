"""What comes of dates that are counted inside others or measured from an anchor."""

from __future__ import annotations

from datetime import date, timedelta

from viewer.chronology.anchors import unknown_year
from viewer.chronology.answer import Answer
from viewer.chronology.context import Context, say
from viewer.chronology.days import SEASON_MONTHS, Place, month_length, place_of, shift_date, shift_months, week_value
from viewer.chronology.edtf import span_of
from viewer.chronology.meaning import LAST_DAY, Anchor, Calendar, EdgeOf, Following, NextTo, Nth, ShiftBy
from viewer.chronology.shifts import shift_by_duration, told_beyond
from viewer.chronology.weekdays import weekday_of
from viewer.model import Basis, Interval, Precision, TimexType


def nth(meaning: Nth, whole: Answer, words: str) -> Answer:
    """The weekday or week with a number in a month or year; unresolved where the whole is."""
    place = whole.place
    if place is None or not 1 <= place.year <= 9998:
        return whole._replace(value="XXXX-XX-XX" if meaning.weekday else "XXXX-WXX", place=None)
    if meaning.weekday:
        day = _weekday(meaning, place.year, place.month or 1)
    elif place.month is None:
        day = _week_of_year(meaning.number, place.year)
    else:
        thursday = _weekday(meaning._replace(weekday=4), place.year, place.month)
        day = thursday - timedelta(3) if thursday else None
    if day is None:
        return Answer("XXXX-XX-XX", doubt="There is no such day in that month.")
    value = day.isoformat() if meaning.weekday else week_value(day)
    inside = day if meaning.weekday else shift_date(day, 3) or day  # a week is of the month that its Thursday is in
    return whole._replace(
        value=value,
        place=place_of(inside),
        steps=(*whole.steps, f"“{words}” counted inside {place.value}: {value}"),
    )


def _weekday(meaning: Nth, year: int, month: int) -> date | None:
    if meaning.number > 0:
        first = date(year, month, 1)
        day = first + timedelta((meaning.weekday - first.isoweekday()) % 7 + 7 * (meaning.number - 1))
        return day if day.month == month else None
    last = date(year, month, month_length(year, month))
    return last - timedelta((last.isoweekday() - meaning.weekday) % 7)


def _week_of_year(number: int, year: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1) if number > 0 else date(year, 12, 28)
    except ValueError:
        return None


def week_of(day: Answer, part: str = "") -> Answer:
    """The week of a resolved day; ``part`` "-WE" is its weekend."""
    found = day.place.as_date if day.place else None
    if found is None:
        return day._replace(value=f"XXXX-WXX{part}", place=None)
    if part and found.isoweekday() == 1:
        found = shift_date(found, -1) or found  # the weekend that leads to a Monday off
    return day._replace(value=week_value(found) + part, readings=())


def shift_by(meaning: ShiftBy, context: Context) -> Answer:
    """A length before or after publication, or the last day or month of the text."""
    anchor, basis, of_text = context.published, Basis.PUBLICATION, meaning.anchor is Anchor.TEXT or context.narrative
    if of_text and _counts_months(meaning.length) and (month := _month_told_last(context)):
        anchor, basis = month, Basis.TEXT
    elif of_text and context.last_day:
        anchor, basis = context.last_day.as_date, Basis.TEXT
    elif context.narrative:
        anchor = None
    if anchor is None:
        return Answer("XXXX-XX-XX", doubt="There is no date to count from.")
    days, _, hours = meaning.length.partition("T")
    day = anchor if days == "P" else shift_by_duration(anchor, days, meaning.direction)
    if day is None:
        return Answer("XXXX-XX-XX")
    if meaning.anchor is Anchor.TEXT and told_beyond(day.year, context):
        return Answer("XXXX-XX-XX", doubt="It does not count from the date mentioned last.")
    side = "before" if meaning.direction < 0 else "after"
    origin = "publication" if basis is Basis.PUBLICATION else "the date mentioned before"
    step = f"“{context.words}” is {meaning.length} {side} {origin}, {say(anchor)}: {day.isoformat()}"
    value, kind = (f"{day}TXX", TimexType.TIME) if hours else (_grained(meaning.length, day), TimexType.DATE)
    return Answer(value, kind, basis=basis, anchor=anchor.isoformat(), place=place_of(day), steps=(step,))


def next_to(meaning: NextTo, day: Answer, words: str) -> Answer:
    """The day so many days and months before or after a resolved one."""
    found = day.place.as_date if day.place else None
    month = shift_months(found, meaning.months) if found else None
    if meaning.weekday:
        moved = _weekday_from(found, meaning.weekday, meaning.days) if found else None
    else:
        moved = shift_date(month, meaning.days) if month else None
    if found is None or moved is None:
        return Answer("XXXX-XX-XX", doubt=_NO_DATE)
    what = "" if meaning.weekday else "the day " if abs(meaning.days) == 1 else ""
    step = f"“{words}” is {what}{'before' if moved < found else 'after'} {say(found)}: {say(moved)}"
    return day._replace(
        value=moved.isoformat(), type=TimexType.DATE, place=place_of(moved), readings=(), steps=(*day.steps, step)
    )


def day_in_year(year: int, context: Context) -> Answer:
    """The day of publication in another year; the year alone where it is not known or that year has no such day."""
    day = context.published
    if day is None or context.narrative or day.day > month_length(year, day.month):
        return Answer(f"{year:04}", basis=Basis.EXPLICIT, place=Place(year))
    place = Place(year, day.month, day.day)
    step = f"“{context.words}” is the day of publication, {say(day)}, in {year}: {place.value}"
    return Answer(place.value, basis=Basis.PUBLICATION, anchor=context.anchor, place=place, steps=(step,))


def lasting(length: str, start: Answer) -> Answer:
    """A length with the day on which it begins."""
    day = start.place.as_date if start.place else None
    if day is None or "T" in length:
        return Answer(length, TimexType.DURATION)
    step = f"a length of {length} that begins on {say(day)}"
    return Answer(length, TimexType.DURATION, basis=start.basis, anchor=start.anchor, begins=day, steps=(step,))


def edge_of(meaning: EdgeOf, whole: Answer) -> Answer:
    """A length at the begin or end of a resolved period; a loose length where that is not known."""
    interval, _ = span_of(whole.value)
    if meaning.length == LAST_DAY:
        return _last_day(interval.end if interval else None, whole)
    if interval is None or interval.begin is None or interval.end is None or "T" in meaning.length:
        return Answer(meaning.length, TimexType.DURATION)
    begins: date | None = interval.begin
    if meaning.side < 0:
        after = shift_date(interval.end, 1)
        begins = shift_by_duration(after, meaning.length, -1) if after else None
    if begins is None or not interval.begin <= begins <= interval.end:
        return Answer(meaning.length, TimexType.DURATION)
    step = f"the {'last' if meaning.side < 0 else 'first'} {meaning.length} of {whole.value}: from {say(begins)} on"
    return Answer(
        meaning.length, TimexType.DURATION, basis=whole.basis, anchor=whole.anchor, begins=begins, steps=(step,),
        place=Place(begins.year, begins.month),
    )  # fmt: skip


def _last_day(day: date | None, whole: Answer) -> Answer:
    if day is None:
        return whole._replace(value="XXXX-XX-XX", place=None, mod="")
    step = f"the last day of {whole.value}: {say(day)}"
    return whole._replace(value=day.isoformat(), place=place_of(day), readings=(), steps=(*whole.steps, step))


def days_of_length(begins: date, length: str, *, within: bool) -> tuple[Interval | None, str]:
    """The days of a length from its first one on, and their EDTF string; ``within`` that long, roughly, a day more."""
    after = shift_by_duration(begins, length, 1)
    last = after if within else shift_date(after, -1) if after else None
    if last is None or last < begins:
        return None, ""
    interval = Interval(begins.toordinal(), last.toordinal(), Precision.DAY, approximate=within)
    return interval, f"{begins}/{last}{'~' if within else ''}"


def _counts_months(length: str) -> bool:
    return length.endswith(("Y", "M", "M15D"))


def _month_told_last(context: Context) -> date | None:
    """The first day of the month mentioned last, None where a day or a bare year was mentioned since."""
    last = context.last
    if last is None or last is context.last_day or last.day or not last.month or not 1 <= last.year <= date.max.year:
        return None
    return date(last.year, last.month, 1)


def _grained(length: str, day: date) -> str:
    """A value as fine as the length: years for years, months for months and half ones, else the day."""
    if length.endswith(("D", "W")) and not length.endswith("M15D"):
        return day.isoformat()
    return day.isoformat()[:7] if length.endswith(("M", "M15D")) else f"{day.year:04}"


def following(meaning: Following, context: Context) -> Answer:
    """The next or previous month, season or weekday of a name, from the date mentioned last."""
    name, last = meaning.name, context.last
    if meaning.anchor is Anchor.PUBLICATION and name.weekday is not None:
        return _counted_weekday(name.weekday, meaning.step, context)
    if meaning.step < 0 and (begins := context.begin_of_range()):
        last = begins
    if last is None:
        return Answer(unknown_year(name) if name.weekday is None else f"XXXX-WXX-{name.weekday}", doubt=_NO_DATE)
    if name.weekday is not None:
        place = _weekday_after(name.weekday, meaning.step, context)
    else:
        place = _part_after(name, meaning.step, last)
    if place is None:
        return Answer(f"XXXX-WXX-{name.weekday}", doubt=_NO_DATE)
    side = "before" if meaning.step < 0 else "after"
    step = f"“{context.words}” is the next such {side} the date mentioned before, {last.value}: {place.value}"
    return Answer(place.value, basis=Basis.TEXT, anchor=last.value, place=place, steps=(step,))


_NO_DATE = "There is no earlier date in the text to count from."


def _counted_weekday(weekday: int, step: int, context: Context) -> Answer:
    """As in "two Sundays ago", "three Fridays from now"."""
    day = context.published
    of_old = context.narrative and not (step > 0 and context.planned())
    found = _weekday_from(day, weekday, step) if day and not of_old else None
    if day is None or found is None:
        return Answer(f"XXXX-WXX-{weekday}", doubt="There is no publication date to count from.")
    step_said = f"“{context.words}” counts such weekdays from publication, {say(day)}: {say(found)}"
    return Answer(
        found.isoformat(), basis=Basis.PUBLICATION, anchor=context.anchor, place=place_of(found), steps=(step_said,)
    )


def _weekday_after(weekday: int, step: int, context: Context) -> Place | None:
    day = context.last_day.as_date if context.last_day else None
    found = _weekday_from(day, weekday, step) if day else None
    return place_of(found) if found else None


def _weekday_from(day: date, weekday: int, step: int) -> date | None:
    days = (weekday - weekday_of(day)) % 7 or 7
    return shift_date(day, days + 7 * (step - 1) if step > 0 else (days - 7 or -7) + 7 * (step + 1))


def _part_after(name: Calendar, step: int, last: Place) -> Place:
    month = name.month or SEASON_MONTHS[name.part]
    here = last.month or (SEASON_MONTHS.get(last.part, 12) if step > 0 else SEASON_MONTHS.get(last.part, 1))
    year = last.year
    if step > 0 and month <= here:
        year += 1
    elif step < 0 and month >= here:
        year -= 1
    return Place(year, name.month, part=name.part)
