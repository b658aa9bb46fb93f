"""From meanings to dates: the only place that knows when an article was written and what it mentioned before."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology import anchors, compounds, shifts
from viewer.chronology.answer import Answer
from viewer.chronology.clock_days import day_of_clock, in_half_told, why_day_before
from viewer.chronology.context import Context, say
from viewer.chronology.continuing import day_within_which
from viewer.chronology.days import Place, month_length, place_of
from viewer.chronology.edtf import iso, span_of
from viewer.chronology.histories import decade_of_story, is_century_before
from viewer.chronology.holidays import APPROXIMATE, DAYS
from viewer.chronology.meaning import (
    Anchor,
    Calendar,
    Clipped,
    Clock,
    DayInYear,
    Direction,
    Duration,
    EdgeOf,
    Following,
    Holiday,
    Lasting,
    Meaning,
    Modified,
    NextTo,
    Nth,
    Period,
    Recurrence,
    Reference,
    Shift,
    ShiftBy,
    Timed,
    WeekOf,
    Within,
)
from viewer.chronology.weekdays import weekday_in_week
from viewer.model import Basis, Interval, Precision, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Callable, Set
    from datetime import date


class Mention(NamedTuple):
    """An expression found by the rules: where it stands, and what its words say."""

    begin: int
    end: int
    rule: str
    meaning: Meaning


class Resolver:
    """Resolves the mentions of one text, in their order."""

    def __init__(self, text: str, published: date | None, *, narrative: bool, ahead: Set[str] | None = None) -> None:
        self.context = Context(text, published, narrative=narrative, ahead=ahead)
        self.latest: date | None = None

    def aside(self) -> Resolver:
        """One that goes on from here and leaves this one as it is: a footnote is read where the text refers to it."""
        other = copy(self)
        other.context = copy(self.context)
        other.context.thread = copy(self.context.thread)
        other.context.years_of_days = dict(self.context.years_of_days)
        return other

    def resolve(self, mention: Mention) -> Timex:
        """The finished expression."""
        return self.resolve_placed(mention)[0]

    def resolve_placed(
        self, mention: Mention, told: Callable[[Answer], Answer] | None = None
    ) -> tuple[Timex, Place | None]:
        """The finished expression and its place; ``told`` says of the answer how it is known."""
        context = self.context
        context.begin, context.end = mention.begin, mention.end
        answer = answer_to(mention.meaning, context)
        if self.latest and answer.basis is Basis.UNRESOLVED and "XX" in answer.value:
            answer = self._with_proposal(mention.meaning, answer, self.latest)
        if told and answer.place:
            answer = told(answer)
        context.remember(answer)
        return _finished(mention, answer, context), answer.place

    def _with_proposal(self, meaning: Meaning, answer: Answer, latest: date) -> Answer:
        """What the expression would be, had the text been written on its latest date: a proposal, never the value."""
        supposed = copy(self.context)
        supposed.published, supposed.anchor = latest, latest.isoformat()
        proposed = answer_to(meaning, supposed)
        if proposed.place is None:
            return answer
        day = proposed.place.as_date
        what = say(day) if day and proposed.value == day.isoformat() else proposed.value
        proposal = f"Proposal: {what}, had the text been written on {say(latest)}, its latest date."
        return answer._replace(doubt=f"{answer.doubt} {proposal}".strip())


def answer_to(meaning: Meaning, context: Context) -> Answer:
    """What a meaning comes to in a context."""
    return _ANSWERS[type(meaning)](meaning, context)


def _finished(mention: Mention, answer: Answer, context: Context) -> Timex:
    kind = answer.type
    interval, edtf = (None, "")
    if kind in (TimexType.DATE, TimexType.TIME):
        interval, edtf = span_of(answer.span or answer.value, answer.mod)
    elif answer.begins:
        interval, edtf = compounds.days_of_length(answer.begins, answer.value, within=answer.within)
    elif kind is TimexType.DURATION and answer.reach:
        interval, edtf = _stretch(answer, context.published)
    if answer.zone and edtf.count(":") == 2:
        edtf += answer.zone
    if answer.clip and interval and context.published:
        interval, edtf = _clip(interval, edtf, answer.clip, context.published.toordinal())
    if answer.readings:
        edtf = "[" + ",".join(iso(reading.first) for reading in answer.readings if reading.first is not None) + "]"
    text = context.text[mention.begin : mention.end]
    steps = answer.steps
    if answer.place and interval and not steps:
        steps = (f"“{text}” names its date itself",)
    return Timex(
        mention.begin, mention.end, text, kind, answer.value, answer.basis, mention.rule, answer.mod,
        answer.anchor, interval, edtf, answer.readings, steps, answer.doubt,
    )  # fmt: skip


def _clip(interval: Interval, edtf: str, side: int, day: int) -> tuple[Interval, str]:
    """What a period has before or after publication."""
    first, last = interval.first, interval.last
    if first is None or last is None or not first <= day <= last:
        return interval, edtf
    first, last = (first, day) if side < 0 else (day, last)
    return replace(interval, first=first, last=last), f"{iso(first)}/{iso(last)}"


def _stretch(answer: Answer, published: date | None) -> tuple[Interval | None, str]:
    """The days of a length that ends or begins at publication."""
    if published is None:
        return None, ""
    other = shifts.shift_by_duration(published, answer.value, answer.reach)
    day = published.toordinal()
    if answer.reach < 0:
        first = other.toordinal() if other else None
        edtf = f"{other or '..'}{'~' if other else ''}/{published}"
        return Interval(first, day, Precision.DAY, approximate=True), edtf
    last = other.toordinal() if other else None
    return Interval(day, last, Precision.DAY, approximate=True), f"{published}/{other or '..'}{'~' if other else ''}"


def _calendar(meaning: Calendar, context: Context) -> Answer:
    return anchors.calendar(meaning, context)


def _period(meaning: Period, context: Context) -> Answer:
    told = decade_of_story(meaning, context)
    doubt = _CENTURY_ASSUMED if told and told != meaning.digits else ""
    era = "BC" if meaning.before_common_era or is_century_before(meaning, context) else ""
    return Answer(era + (told or meaning.digits), basis=Basis.EXPLICIT, doubt=doubt)


_CENTURY_ASSUMED = "The century is not stated; that of the story is assumed."


def _holiday(meaning: Holiday, context: Context) -> Answer:
    year, basis, steps = anchors.holiday_year(meaning, context)
    told = basis is not Basis.TEXT or context.stands_behind_preposition()
    if year is None:
        sample = DAYS[meaning.key](2001)
        fixed = all(DAYS[meaning.key](y).timetuple()[1:3] == sample.timetuple()[1:3] for y in (2002, 2004))
        return Answer(f"XXXX-{sample:%m-%d}" if fixed else "XXXX-XX-XX", doubt="The year is not stated.")
    try:
        day = DAYS[meaning.key](year)
    except (ValueError, OverflowError):
        return Answer("XXXX-XX-XX", doubt="The year is out of range.")
    doubt = (
        "The day follows the tabular calendar and can be a day off what was observed."
        if meaning.key in APPROXIMATE
        else ""
    )
    return Answer(
        day.isoformat(),
        basis=basis,
        place=place_of(day) if told else None,
        steps=(*steps, f"{meaning.key.title()} {year} was {day.isoformat()}"),
        doubt=doubt,
    )


def _duration(meaning: Duration, context: Context) -> Answer:
    if meaning.reach > 1:
        ahead = context.published is not None and not context.narrative and context.tense() == "future"
        if ahead and meaning.reach == 3 and not context.clause_tells():
            return compounds.shift_by(ShiftBy(meaning.value, 1, Anchor.PUBLICATION), context)
        meaning = meaning._replace(reach=1 if ahead else 0)
    if meaning.reach > 0 and (context.narrative or context.lasted_from_then()):
        meaning = meaning._replace(reach=0)  # "for the next twenty years" counts from what is told
    if not meaning.reach and "T" not in meaning.value and (day := day_within_which(context)):
        step = f"“within” counts from the date mentioned before, {say(day)}"
        return Answer(
            meaning.value, TimexType.DURATION, basis=Basis.TEXT, anchor=day.isoformat(), begins=day, within=True,
            steps=(step,),
        )  # fmt: skip
    steps: tuple[str, ...] = ()
    if meaning.reach and context.published:
        side = "ends" if meaning.reach < 0 else "begins"
        steps = (f"a length of time that {side} at publication, {say(context.published)}",)
    basis = Basis.PUBLICATION if steps else Basis.UNRESOLVED
    return Answer(
        meaning.value,
        TimexType.DURATION,
        basis=basis,
        reach=meaning.reach,
        steps=steps,
        anchor=context.anchor if steps else "",
    )


def _recurrence(meaning: Recurrence, context: Context) -> Answer:
    del context
    return Answer(meaning.value, TimexType.SET)


def _reference(meaning: Reference, context: Context) -> Answer:
    del context
    return Answer(meaning.value)


def _clock(meaning: Clock, context: Context) -> Answer:
    if meaning.direction is Direction.OPEN and meaning.value[1].isalpha():
        return Answer("XXXX-XX-XX" + meaning.value, TimexType.TIME)
    if meaning.direction is Direction.LAST and (context.narrative or not context.tells_past_night()):
        return Answer("XXXX-XX-XX" + meaning.value, TimexType.TIME)
    if meaning.direction is Direction.LAST:
        night = answer_to(Shift("D", -1, Anchor.PUBLICATION), context)
        night = night._replace(doubt=night.doubt or _NIGHT_ASSUMED, place=None)  # no day told
        return _timed_answer(night, meaning.value, meaning.zone)
    of_day = meaning.value[1].isdigit() or meaning.direction in _OF_A_DAY
    if meaning.value[1].isdigit():
        meaning = meaning._replace(value=in_half_told(context, meaning.value))
    told = day_of_clock(context, meaning.value) if of_day else None
    if told is None and meaning.value == "TNI" and context.lasts_through_night() and not context.narrative:
        return _clock(meaning._replace(direction=Direction.LAST), context)
    if meaning.direction is Direction.SAME and not (told and context.narrative):
        return Answer("XXXX-XX-XX" + meaning.value, TimexType.TIME, doubt="The day is told by what happened on it.")
    if told is None and (before := why_day_before(context, meaning.value)):
        day = answer_to(Shift("D", -1, Anchor.PUBLICATION), context)._replace(doubt=before)
    elif told is not None and told is not context.last_day:
        day = Answer(told.value, basis=Basis.TEXT, anchor=told.value, place=told)
    else:
        day = answer_to(Shift("D", 0, Anchor.TEXT if told else Anchor.NEAREST), context)
    if told is None and day.basis is Basis.PUBLICATION and not day.doubt:
        day = day._replace(doubt=_DAY_ASSUMED)
    return _timed_answer(day, meaning.value, meaning.zone)


_OF_A_DAY = (Direction.THIS, Direction.SAME)
_NIGHT_ASSUMED = "The night is not stated; the one before publication is assumed."
_DAY_ASSUMED = "The day is not stated; that of publication is assumed."


def _timed(meaning: Timed, context: Context) -> Answer:
    return _timed_answer(answer_to(meaning.day, context), meaning.clock, meaning.zone)


def _timed_answer(day: Answer, clock: str, zone: str) -> Answer:
    base = day.value if "T" not in day.value and len(day.value) >= 8 else "XXXX-XX-XX"
    return day._replace(value=base + clock, type=TimexType.TIME, zone=zone)


def _within(meaning: Within, context: Context) -> Answer:
    whole = answer_to(meaning.whole, context)
    part = meaning.part
    if isinstance(part, Holiday):
        year = whole.place.year if whole.place else None
        return _holiday(part._replace(year=year), context) if year else whole._replace(value="XXXX-XX-XX", place=None)
    if part.weekday is not None and part.day is None:
        return weekday_in_week(part.weekday, whole)
    if whole.place is None:
        return whole._replace(value=anchors.unknown_year(part))
    month = part.month or whole.place.month
    if part.day and month and part.day > month_length(whole.place.year, month):
        return whole._replace(value="XXXX-XX-XX", place=None, doubt="The month has no such day.")
    filled = part._replace(year=whole.place.year, month=part.month or whole.place.month, direction=Direction.OPEN)
    answer = anchors.calendar(filled, context)
    return answer._replace(basis=whole.basis, anchor=whole.anchor, steps=(*whole.steps, *answer.steps))


def _modified(meaning: Modified, context: Context) -> Answer:
    return answer_to(meaning.inner, context)._replace(mod=meaning.mod)


def _nth(meaning: Nth, context: Context) -> Answer:
    return compounds.nth(meaning, answer_to(meaning.whole, context), context.words)


def _next_to(meaning: NextTo, context: Context) -> Answer:
    return compounds.next_to(meaning, answer_to(meaning.day, context), context.words)


def _week_of(meaning: WeekOf, context: Context) -> Answer:
    return compounds.week_of(answer_to(meaning.day, context), "-WE" if meaning.weekend else "")


def _following(meaning: Following, context: Context) -> Answer:
    return compounds.following(meaning, context)


def _shift_by(meaning: ShiftBy, context: Context) -> Answer:
    return compounds.shift_by(meaning, context)


def _lasting(meaning: Lasting, context: Context) -> Answer:
    return compounds.lasting(meaning.length, answer_to(meaning.start, context))


def _edge_of(meaning: EdgeOf, context: Context) -> Answer:
    return compounds.edge_of(meaning, answer_to(meaning.whole, context))


def _day_in_year(meaning: DayInYear, context: Context) -> Answer:
    return compounds.day_in_year(meaning.year, context)


def _clipped(meaning: Clipped, context: Context) -> Answer:
    return answer_to(meaning.whole, context)._replace(clip=meaning.side)


def _shift(meaning: Shift, context: Context) -> Answer:
    return shifts.shift(meaning, context)


_ANSWERS: dict[type, Callable[..., Answer]] = {
    Calendar: _calendar, Period: _period, Holiday: _holiday, Duration: _duration, Recurrence: _recurrence,
    Reference: _reference, Clock: _clock, Timed: _timed, Within: _within, Modified: _modified, Shift: _shift,
    Nth: _nth, NextTo: _next_to, WeekOf: _week_of, Following: _following, ShiftBy: _shift_by, Clipped: _clipped,
    Lasting: _lasting, EdgeOf: _edge_of, DayInYear: _day_in_year,
}  # fmt: skip

__all__ = ["Mention", "Place", "Resolver", "answer_to"]
