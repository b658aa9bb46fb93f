"""What the head of an entry gives to its expressions.

It is the year of a bare month, the month of a bare day, and the day that "yesterday" counts from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology.days import Place, month_length
from viewer.chronology.entries import (
    LONGEST_ENTRY,
    Bare,
    Head,
    Layout,
    Line,
    Span,
    bare_months,
    day_numbers,
    layout_of,
    numbered_weekdays,
)
from viewer.chronology.holidays import DAYS
from viewer.chronology.meaning import Calendar, Direction, Holiday, Meaning, Modified, Timed
from viewer.chronology.resolve import Mention, Resolver
from viewer.chronology.weekdays import weekday_of
from viewer.model import Basis

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.chronology.answer import Answer
    from viewer.model import Timex

HEAD = "head of an entry"
_HALF_A_YEAR = 6  # months
_PUBLICATION = re.compile(r"(?:the day of )?publication")


class Frame(NamedTuple):
    """What stands over an expression: its place, the last one where it is a range, and its words.

    ``is_before``: it is the entry before, and the expression comes next in order; ``falls``: the newest comes first.
    """

    place: Place
    until: Place | None
    words: str
    is_before: bool = False
    falls: bool = False


def with_bare_heads(text: str, mentions: Sequence[Mention], lines: Sequence[Line]) -> list[Mention]:
    """The mentions with months and numbers of days that only their place shows to head an entry."""
    found = _with(mentions, numbered_weekdays(text, lines, spans(mentions)))
    if not layout_of(text, lines, spans(found)).own:
        return found
    found = _with(found, bare_months(text, lines, spans(found)))
    return _with(found, day_numbers(text, lines, spans(found)))


def _with(mentions: Sequence[Mention], bare: Sequence[Bare]) -> list[Mention]:
    if not bare:
        return list(mentions)
    taken = {place for one in bare for place in range(one.begin, one.end)}
    added = [
        Mention(one.begin, one.end, HEAD, Calendar(month=one.month, day=one.day, weekday=one.weekday)) for one in bare
    ]
    free = [mention for mention in mentions if mention.begin not in taken]
    return sorted([*free, *added], key=lambda mention: mention.begin)


def spans(mentions: Sequence[Mention]) -> list[Span]:
    """The mentions that can head an entry."""
    return [span for mention in mentions if (span := _span(mention)) is not None]


def _span(mention: Mention) -> Span | None:
    core = _core(mention.meaning)
    if isinstance(core, Calendar):
        dated = core.year is not None or core.month or core.day or core.weekday or core.part
        return Span(mention.begin, mention.end, core.year, core.month, core.day, core.weekday) if dated else None
    return Span(mention.begin, mention.end, core.year) if isinstance(core, Holiday) else None


def _core(meaning: Meaning) -> Meaning:
    while isinstance(meaning, Modified | Timed):
        meaning = meaning.inner if isinstance(meaning, Modified) else meaning.day
    return meaning


class FramedResolver:
    """Resolves the mentions of a text that is set out in entries, in their order."""

    def __init__(self, resolver: Resolver, lines: Sequence[Line], mentions: Sequence[Mention]) -> None:
        self._resolver, self._lines = resolver, lines
        self._starts = [line.begin for line in lines]
        self._spans = spans(mentions)
        self._numbers = {span.begin: number for number, span in enumerate(self._spans)}
        self._layout: Layout = layout_of(resolver.context.text, lines, self._spans)
        self._places: dict[int, tuple[Place, str]] = {}
        self._sure: set[int] = set()  # of these it is known how the next one follows

    @property
    def has_entries(self) -> bool:
        """Whether anything in the text heads an entry."""
        return bool(self._layout.own)

    def resolve(self, mention: Mention, resolver: Resolver | None = None) -> Timex:
        """The finished expression; ``resolver`` is that of an aside."""
        resolver = resolver or self._resolver
        frame = self._frame(mention)
        timex, place = _resolved(resolver, mention, frame)
        number = self._numbers.get(mention.begin)
        if number is not None and place is not None:
            self._places[number] = place, timex.text
            if timex.basis is not Basis.PUBLICATION or self._lies_ahead(place):
                self._sure.add(number)
        return timex

    def _frame(self, mention: Mention) -> Frame | None:
        at = bisect_right(self._starts, mention.begin) - 1
        layout, number = self._layout, self._numbers.get(mention.begin)
        own = layout.own.get(at)
        if own is None or number is None or not own.first <= number <= own.last:
            behind = own and not own.is_alone and mention.begin >= own.behind
            frame = self._of(own if behind else layout.over.get(at))
            return None if frame and not behind and self._tells_on(frame, self._lines[at]) else frame
        frame = self._of(layout.parent.get(own.first))
        if number != own.first:
            return frame
        before = self._of(layout.before.get(own.first))
        if before is None or (frame and not frame.place.day) or layout.before[own.first].last not in self._sure:
            return frame
        return before._replace(is_before=True, falls=own.first in layout.falling)

    def _lies_ahead(self, place: Place) -> bool:
        """Whether an entry is one to come, so that those behind it are, too: a calendar of elections."""
        published = self._resolver.context.published
        return published is not None and (place.year, place.month or 0) > (published.year, published.month)

    def _tells_on(self, frame: Frame, line: Line) -> bool:
        """Whether a history under a year tells on beyond it, and is followed from date to date."""
        year_alone = frame.place.first_month is None and not frame.until
        return self._resolver.context.narrative and year_alone and line.end - line.begin > LONGEST_ENTRY

    def _of(self, head: Head | None) -> Frame | None:
        first = self._places.get(head.first) if head else None
        if head is None or first is None:
            return None
        last = self._places.get(head.last) if head.last != head.first else None
        return Frame(first[0], last[0] if last else None, first[1])


def _resolved(resolver: Resolver, mention: Mention, frame: Frame | None) -> tuple[Timex, Place | None]:
    """An expression under a frame, and its place."""
    if frame is None:
        return resolver.resolve_placed(mention)
    meaning = _framed(mention.meaning, frame)
    if meaning != mention.meaning:
        told = f"follows from the entry before, “{frame.words}”" if frame.is_before else f"is told by “{frame.words}”"
        steps = (f"“{resolver.context.text[mention.begin : mention.end]}”: the {_missing(mention.meaning)} {told}",)

        def with_frame(answer: Answer) -> Answer:
            return answer._replace(basis=Basis.TEXT, anchor=frame.place.value, steps=steps)

        return resolver.resolve_placed(mention._replace(meaning=meaning), with_frame)
    day = frame.place.as_date
    if day is None or frame.until or frame.is_before:
        return resolver.resolve_placed(mention)
    return _seen_from(day, resolver, mention)


def _seen_from(day: date, resolver: Resolver, mention: Mention) -> tuple[Timex, Place | None]:
    """An expression of an entry that was written on a day."""

    def as_of_entry(answer: Answer) -> Answer:
        if answer.basis is not Basis.PUBLICATION:
            return answer
        steps = tuple(_PUBLICATION.sub("the day of the entry", step) for step in answer.steps)
        doubt = _PUBLICATION.sub("the entry", answer.doubt)
        return answer._replace(basis=Basis.TEXT, anchor=day.isoformat(), steps=steps, doubt=doubt)

    context = resolver.context
    published, anchor = context.published, context.anchor
    context.published, context.anchor = day, day.isoformat()
    try:
        return resolver.resolve_placed(mention, as_of_entry)
    finally:
        context.published, context.anchor = published, anchor


def _missing(meaning: Meaning) -> str:
    core = _core(meaning)
    return "month" if isinstance(core, Calendar) and core.day and not core.month else "year"


def _framed(meaning: Meaning, frame: Frame) -> Meaning:
    """A meaning with what its words leave to the frame; unchanged where they leave nothing, or more than it tells."""
    if isinstance(meaning, Modified):
        return meaning._replace(inner=_framed(meaning.inner, frame))
    if isinstance(meaning, Timed):
        return meaning._replace(day=_framed(meaning.day, frame))
    if isinstance(meaning, Holiday) and meaning.year is None and not meaning.direction:
        return meaning._replace(year=_year_of_holiday(meaning, frame) or meaning.year)
    if not isinstance(meaning, Calendar) or meaning.year is not None or meaning.direction is not Direction.OPEN:
        return meaning
    if meaning.month is None:
        return _with_month(meaning, frame) if meaning.day else _with_part(meaning, frame)
    year = _year(meaning.month, frame)
    if year is None or not _is_day(year, meaning):
        return meaning
    return meaning._replace(year=year)


def _is_day(year: int, meaning: Calendar) -> bool:
    """Whether a day is one of that year, and the weekday that the words name."""
    month, day = meaning.month or 1, meaning.day
    if day is None:
        return True
    found = Place(year, month, day).as_date if day <= month_length(year, month) else None
    return found is not None and meaning.weekday in (None, weekday_of(found))


def _year(month: int, frame: Frame) -> int | None:
    """The year of a month or day of the month in the frame."""
    place = frame.until if frame.is_before and frame.until else frame.place
    if frame.is_before:
        return _year_in_order(month, place, falls=frame.falls)
    if frame.until is not None:
        years = range(place.year, min(frame.until.year, place.year + 100) + 1)
        ends = (frame.until.year, frame.until.month or 12)
        return next((year for year in years if (place.year, place.month or 1) <= (year, month) <= ends), place.year)
    if place.day:
        return None  # an entry of a day is read as news of that day
    here = place.first_month
    if here is None:
        return place.year
    away = month - here
    return place.year - (away > _HALF_A_YEAR) + (away < -_HALF_A_YEAR)


def _year_in_order(month: int, last: Place, *, falls: bool) -> int:
    here = last.first_month or (12 if falls else 1)
    return last.year - (month > here) if falls else last.year + (month < here)


def _with_month(meaning: Calendar, frame: Frame) -> Calendar:
    place = frame.place
    if place.month is None or frame.is_before or frame.until or place.day:
        return meaning
    filled = meaning._replace(year=place.year, month=place.month)
    return filled if _is_day(place.year, filled) else meaning


def _with_part(meaning: Calendar, frame: Frame) -> Calendar:
    """A season, quarter or half with the year that stands over it."""
    year_alone = frame.place.first_month is None and not frame.until and not frame.is_before
    return meaning._replace(year=frame.place.year) if meaning.part and year_alone and not meaning.fiscal else meaning


def _year_of_holiday(meaning: Holiday, frame: Frame) -> int | None:
    try:
        day = DAYS[meaning.key](frame.place.year)
    except (ValueError, OverflowError):
        return None
    return _year(day.month, frame)
