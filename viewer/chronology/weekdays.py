"""Which day a weekday is, and what to do where it contradicts its date."""

from __future__ import annotations

from datetime import date

from viewer.chronology.answer import Answer
from viewer.chronology.context import DAY_NAMES, MONTH_NAMES, Context, say
from viewer.chronology.days import (
    place_of,
    shift_date,
)
from viewer.chronology.meaning import Calendar, Direction
from viewer.model import Basis, Interval, Precision

_NAMING = frozenset((", a ", " was a ", " (a ", " is a ", ", which was a "))
_THE_DAY_BEFORE = 6  # days ahead
_SOON, _SUNDAY = 3, 7  # days ahead; weekday
_NEAR = 600  # characters, about a paragraph


_GREGORIAN = date(1582, 10, 15)
_EVERYWHERE = date(1752, 9, 14)  # England and its colonies were the last of the West to follow


def weekday_of(day: date) -> int:
    """The weekday, 1 (Monday) to 7, that a day of this date was in its own time: before 1582 in the Julian calendar."""
    return _julian_weekday(day) if day < _GREGORIAN else day.isoweekday()


def _julian_weekday(day: date) -> int:
    century = (day.year if day.month > 2 else day.year - 1) // 100
    behind = century - century // 4 - 2  # so many days the Julian calendar is behind the Gregorian one
    return (day.isoweekday() - 1 + behind) % 7 + 1


def _fits(day: date, weekday: int) -> bool:
    return weekday == weekday_of(day) or (day < _EVERYWHERE and weekday in (day.isoweekday(), _julian_weekday(day)))


def checked_weekday(weekday: int, answer: Answer) -> Answer:
    """A date whose stated weekday does not fit keeps both readings."""
    day = answer.place.as_date if answer.place else None
    if day is None or _fits(day, weekday):
        return answer
    difference = (weekday - day.isoweekday() + 3) % 7 - 3
    other = shift_date(day, difference)
    if other is None:
        return answer
    readings = tuple(Interval(each.toordinal(), each.toordinal(), Precision.DAY) for each in sorted((day, other)))
    doubt = (
        f"The words contradict themselves: {day.day} {MONTH_NAMES[day.month - 1]} {day.year} was a "
        f"{DAY_NAMES[day.weekday()]}, "
        f"the {DAY_NAMES[weekday - 1]} was {other.day} {MONTH_NAMES[other.month - 1]}."
    )
    return answer._replace(readings=readings, doubt=doubt)


def resolve_weekday(meaning: Calendar, context: Context) -> Answer:
    """A weekday seen from publication, or in a history from the day mentioned before."""
    weekday = meaning.weekday or 1
    if named := _weekday_named(weekday, context):
        return named
    if meaning.direction is Direction.ANY:
        return _any_weekday(weekday, context)
    if context.narrative and meaning.direction in (Direction.OPEN, Direction.SAME) and not context.plans_for_our_time():
        return _weekday_in_history(weekday, context)
    if meaning.direction is Direction.SAME and (found := _weekday_told(weekday, context)):
        return found
    if meaning.direction is Direction.OPEN and (found := _end_of_range(weekday, context)):
        return found
    published = context.published
    if published is None:
        return Answer(f"XXXX-WXX-{weekday}", doubt="The publication date is not known.")
    back = (published.isoweekday() - weekday) % 7
    ahead = (7 - back) % 7
    nearer = 0 < ahead <= _SOON and weekday > published.isoweekday() and weekday != _SUNDAY
    days, side = _weekday_offset(meaning.direction, back, ahead, context, nearer=nearer)
    day = shift_date(published, days)
    if day is None:
        return Answer(f"XXXX-WXX-{weekday}")
    step = f"“{context.words}” is the {DAY_NAMES[weekday - 1]} {side} publication, {say(published)}: {say(day)}"
    doubt = ""
    if nearer and meaning.direction is Direction.NEXT:
        this = shift_date(published, ahead)
        doubt = f"Some say it of the {DAY_NAMES[weekday - 1]} of the same week, {say(this)}." if this else ""
    return Answer(
        day.isoformat(),
        basis=Basis.PUBLICATION,
        anchor=context.anchor,
        place=place_of(day),
        steps=(step,),
        doubt=doubt,
    )


def _end_of_range(weekday: int, context: Context) -> Answer | None:
    """The second day of "from Monday to Friday", which is after the first."""
    last = context.last_day.as_date if context.last_day else None
    if last is None or not context.leads_on_from_day():
        return None
    return _weekday_of_text(weekday, last, context)


def _weekday_offset(direction: Direction, back: int, ahead: int, context: Context, *, nearer: bool) -> tuple[int, str]:
    """How many days from publication a weekday is; ``nearer``: the week of publication has one that is to come.

    News calls that one by its name alone, so that "next Friday" on a Thursday is eight days off.
    """
    if direction is Direction.LAST:
        return -(back or 7), "last before"
    if direction is Direction.NEXT:
        return (ahead + 7, "in the week after") if nearer else (ahead or 7, "next after")
    if direction is Direction.THIS:
        return (ahead, "on or next after")
    if back == 0:
        return 0, "of"
    if context.looks_ahead():
        return ahead, "next after"
    return -back, "last on or before"


def _weekday_named(weekday: int, context: Context) -> Answer | None:
    """The day just mentioned, where the words say which day of the week it was: "on October 26, a Thursday"."""
    last = context.last_day.as_date if context.last_day else None
    if last is None or weekday_of(last) != weekday:
        return None
    between = context.text[context.last_day_at : context.begin]
    return _weekday_of_text(weekday, last, context) if between in _NAMING else None


def _weekday_told(weekday: int, context: Context) -> Answer | None:
    """As in "on the Thursday": after the day mentioned before, or before it where the other is yet to come."""
    last = context.last_day.as_date if context.last_day else None
    if last is None or context.begin - context.last_day_at > _NEAR:
        return None
    answer = _weekday_of_text(weekday, last, context)
    day = answer.place.as_date if answer.place else None
    return answer if day and (context.published is None or day <= context.published) else None


def _any_weekday(weekday: int, context: Context) -> Answer:
    """As in "It was a Sunday": the day just told, where it was one, else no particular day."""
    last = context.last_day.as_date if context.last_day else None
    if last is not None and weekday_of(last) == weekday and context.begin - context.last_day_at <= _NEAR:
        return _weekday_of_text(weekday, last, context)
    return Answer(f"XXXX-WXX-{weekday}", doubt=f"The text does not say which {DAY_NAMES[weekday - 1]}.")


def _weekday_in_history(weekday: int, context: Context) -> Answer:
    last = context.last_day.as_date if context.last_day else None
    if last is None or context.begin - context.last_day_at > _NEAR:
        return Answer(f"XXXX-WXX-{weekday}", doubt="The text names no day near to count from.")
    return _weekday_of_text(weekday, last, context)


def _weekday_of_text(weekday: int, last: date, context: Context) -> Answer:
    """On or after the day mentioned before; where that would be six days on, the day right before it."""
    ahead = (weekday - weekday_of(last)) % 7
    is_before = ahead == _THE_DAY_BEFORE and context.words.lower().startswith("the ")
    day = shift_date(last, -1 if is_before else ahead)
    if day is None:
        return Answer(f"XXXX-WXX-{weekday}")
    name, side = DAY_NAMES[weekday - 1], "before" if is_before else "on or after"
    step = f"“{context.words}” is the {name} {side} the date mentioned before, {say(last)}: {say(day)}"
    return Answer(day.isoformat(), basis=Basis.TEXT, anchor=last.isoformat(), place=place_of(day), steps=(step,))


def weekday_in_week(weekday: int, week: Answer) -> Answer:
    """A weekday of a week that is already known."""
    if not week.place or "W" not in week.value:
        return Answer(f"XXXX-WXX-{weekday}")
    year, number = int(week.value[:4]), int(week.value[6:8])
    day = date.fromisocalendar(year, number, weekday)
    return week._replace(value=day.isoformat(), place=place_of(day))
