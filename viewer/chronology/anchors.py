"""Calendar words whose year, month or week the context must give: which one is meant, and why."""

from __future__ import annotations

from datetime import date

from viewer.chronology.answer import Answer
from viewer.chronology.context import Context, say
from viewer.chronology.continuing import told_year
from viewer.chronology.days import (
    SEASON_MONTHS,
    Place,
    add_months,
    is_leap,
    month_length,
    ordinal,
    place_of,
    quarter_of,
)
from viewer.chronology.histories import (
    STEPS,
    beside,
    filled,
    is_ahead,
    lies_ahead,
    narrative_year,
    part_of_history,
    year_of_story,
)
from viewer.chronology.meaning import UNNAMED_PERIOD, Calendar, Direction, Holiday
from viewer.chronology.shifts import reported_quarter
from viewer.chronology.weekdays import checked_weekday, resolve_weekday, weekday_of
from viewer.model import Basis, Interval, Precision


def explicit(place: Place, **fields: str) -> Answer:
    """An answer that the words themselves give."""
    return Answer(place.value, basis=Basis.EXPLICIT, place=place, mod=fields.get("mod", ""))


def calendar(meaning: Calendar, context: Context) -> Answer:
    """Days, months, years, seasons, quarters and weekdays, as far as the words and the context go."""
    if meaning.year is not None:
        return _with_year(meaning, context)
    if meaning.weekday is not None and meaning.day is None:
        return resolve_weekday(meaning, context)
    if meaning.day is not None and meaning.month is None:
        return _day_only(meaning, context)
    if meaning.month is not None:
        return _month(meaning, context)
    return _part(meaning, context)


def _with_year(meaning: Calendar, context: Context) -> Answer:
    assert meaning.year is not None
    part = _named_part(meaning, context)
    answer = explicit(Place(year_of_story(meaning, context) or meaning.year, meaning.month, meaning.day, part))
    if part != meaning.part:
        return answer._replace(place=None)  # only a comparison
    if meaning.fiscal:
        return answer._replace(doubt="A fiscal year; which months it has is not stated.")
    if meaning.other_reading:
        return _either_order(meaning, answer, context)
    if meaning.weekday is not None:
        return checked_weekday(meaning.weekday, answer)
    return answer


def _named_part(meaning: Calendar, context: Context) -> str:
    """The part of a year: of "the 1988 quarter" the one reported, of "the 1988 period" too where one is."""
    if meaning.part == UNNAMED_PERIOD:
        return context.last_part if context.reports_quarter else ""
    return context.last_part or meaning.part if meaning.part == "QX" else meaning.part


def _either_order(meaning: Calendar, answer: Answer, context: Context) -> Answer:
    """Day and month could be swapped: the text's other dates decide, else American order with a doubt."""
    assert meaning.other_reading
    assert meaning.year
    month, day = meaning.other_reading
    if context.day_first:
        return explicit(Place(meaning.year, month, day))._replace(
            steps=("day before month, as other dates of the text",)
        )
    if context.day_first is False:
        return answer._replace(steps=("month before day, as other dates of the text",))
    readings = tuple(
        Interval(n, n, Precision.DAY)
        for n in sorted(
            (ordinal(meaning.year, month, day), ordinal(meaning.year, meaning.month or 1, meaning.day or 1))
        )
    )
    return answer._replace(
        readings=readings,
        doubt=f"Day and month could be swapped: {answer.value} or {meaning.year:04}-{month:02}-{day:02}.",
    )


_EACH_YEAR = "It comes again each year."


def unknown_year(meaning: Calendar) -> str:
    """The TIMEX3 value of a date without its year."""
    if meaning.part:
        return f"XXXX-{meaning.part}"
    month = f"{meaning.month:02}" if meaning.month else "XX"
    return f"XXXX-{month}" + (f"-{meaning.day:02}" if meaning.day else "")


def _day_only(meaning: Calendar, context: Context) -> Answer:
    """As in "Thursday the 1st": the month that makes the weekday right, nearest to the anchor."""
    day = meaning.day or 1
    anchor = context.published
    first = context.day_led_on_from()
    if first and first.day and first.day < day <= month_length(first.year, first.month or 1):
        return filled(Place(first.year, first.month, day), Basis.TEXT, context)
    if context.narrative and context.last_month:
        return filled(Place(context.last_month.year, context.last_month.month, day), Basis.TEXT, context)
    told = context.month_told(day) if meaning.weekday is None else None
    if told and day <= month_length(told.year, told.month or 1):
        return filled(Place(told.year, told.month, day), Basis.TEXT, context)
    if anchor is None:
        return Answer(unknown_year(meaning))
    for months in (0, -1, 1, -2, 2):
        year, month = add_months(anchor.year, anchor.month, months)
        if 1 <= year <= 9999 and day <= month_length(year, month):
            found = date(year, month, day)
            if (
                meaning.weekday is None and (found <= anchor or context.tense() == "future")
            ) or found.isoweekday() == meaning.weekday:
                return filled(place_of(found), Basis.PUBLICATION, context)
    return Answer(unknown_year(meaning))


def _month(meaning: Calendar, context: Context) -> Answer:
    """A month, or a day of a month, whose year is open."""
    assert meaning.month
    if meaning.direction is Direction.OPEN and context.tells_habit():
        return Answer(unknown_year(meaning), doubt=_EACH_YEAR)
    known = _known_day(meaning, context)
    if known is not None:
        answer = known
    elif meaning.direction in (Direction.OPEN, Direction.SAME) and _is_of_history(context):
        assert context.last
        year = narrative_year(meaning, context)
        basis = Basis.TEXT
        if context.published and lies_ahead(year, meaning, context):
            year, basis = _published_year(meaning, context), Basis.PUBLICATION
        if context.published and not _is_told_of(year, meaning.month, context.last):
            year = _year_of_weekday(meaning, year, context.published)
        answer = filled(Place(year, meaning.month, meaning.day), basis, context)
    elif context.narrative and context.last and meaning.direction in STEPS and _is_of_story(context.last, context):
        answer = beside(meaning, context.last, context)
    elif meaning.direction is Direction.SAME and context.last:
        answer = filled(Place(context.last.year, meaning.month, meaning.day), Basis.TEXT, context)
    elif meaning.direction is Direction.OPEN and (stated := _stated(meaning, context)) is not None:
        answer = filled(Place(stated, meaning.month, meaning.day), Basis.TEXT, context)
    elif context.published is None:
        return _month_unresolved(meaning)
    else:
        answer = _of_news(meaning, context, context.published)
    return checked_weekday(meaning.weekday, answer) if meaning.weekday is not None else answer


def _of_news(meaning: Calendar, context: Context, published: date) -> Answer:
    """A month or day of the year that the passage tells of, else of the one that publication gives."""
    assert meaning.month
    told = told_year(context, meaning.month, meaning.day) if meaning.direction is Direction.OPEN else None
    if told and not told.in_doubt:
        answer = filled(Place(told.year, meaning.month, meaning.day), Basis.TEXT, context)
        return answer._replace(states_year=told.goes_on and answer.place is not None)
    year = _year_of_weekday(meaning, _published_year(meaning, context), published)
    answer = filled(Place(year, meaning.month, meaning.day), Basis.PUBLICATION, context)
    if told and told.year != year:
        answer = answer._replace(doubt=f"The passage may also go on with {told.year}.")
    return answer


def _is_of_history(context: Context) -> bool:
    """Whether a bare month or day belongs to a history, and is not what is still planned at its publication."""
    return bool(context.narrative and context.last) and not context.plans_for_our_time()


def _is_of_story(last: Place, context: Context) -> bool:
    """Whether "next spring" in a history counts from the date mentioned last, and not from our time."""
    return not is_ahead(last, context) and not context.plans_for_our_time()


def _known_day(meaning: Calendar, context: Context) -> Answer | None:
    """A day whose year the text gave before, or that stands in a list behind one."""
    if meaning.direction is not Direction.OPEN or not meaning.month or not meaning.day or not context.published:
        return None
    year = context.year_of_day(meaning.month, meaning.day)
    if year is None or (meaning.month == 2 and meaning.day == 29 and not is_leap(year)):
        return None
    place = Place(year, meaning.month, meaning.day)
    over = ordinal(year, meaning.month, meaning.day) <= context.published.toordinal()
    if over and (context.narrative or context.tense() == "future"):
        return None  # a history comes back to a day in other years, and so does an anniversary
    step = f"“{context.words}”: the year follows from the dates mentioned before: {place.value}"
    return Answer(place.value, basis=Basis.TEXT, anchor=f"{year:04}", place=place, steps=(step,))


def _stated(meaning: Calendar, context: Context) -> int | None:
    """The year that the sentence gave to a month before, unless the words look ahead of it."""
    month, published = meaning.month or 1, context.published
    year = context.stated_year(month, meaning.day)
    if year is None or published is None:
        return year
    if (year, month) > (published.year, published.month) and context.tense() == "past":
        return None  # "the second flew on 20 November 2021, and the third turned over on 28 August"
    return None if year < published.year and context.tense() == "future" else year


def _year_of_weekday(meaning: Calendar, year: int, published: date) -> int:
    """``year``, or a neighbour where only its day is the weekday that the words name.

    Near publication, and in the month that a history has come to, a wrong weekday is the likelier mistake, so that
    ``year`` stays and the conflict is told.
    """
    if meaning.weekday is None or meaning.day is None or meaning.month is None:
        return year
    days = [_day_of(near, meaning.month, meaning.day) for near in (year, year - 1, year + 1, published.year)]
    if days[0] is None or abs((days[0] - published).days) <= _NEAR or weekday_of(days[0]) == meaning.weekday:
        return year
    if days[3] is None or abs((days[3] - published).days) > _NEAR:
        days.pop()
    return next((day.year for day in days[1:] if day and weekday_of(day) == meaning.weekday), year)


def _is_told_of(year: int, month: int, last: Place) -> bool:
    """Whether the date mentioned last lies in a month, or in one beside it."""
    return last.month is not None and abs(12 * (year - last.year) + month - last.month) <= 1


_NEAR = 21  # days


def _day_of(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= year <= 9999 and day <= month_length(year, month) else None


def _published_year(meaning: Calendar, context: Context) -> int:
    published, month = context.published, meaning.month or 1
    assert published
    direction, year = meaning.direction, published.year
    here = (published.month, published.day if meaning.day else 0)
    there = (month, meaning.day or 0)
    if there == (2, 29):
        return (
            next(near for near in range(year if there <= here else year - 1, 0, -1) if is_leap(near))
            if year > 8
            else year
        )
    if direction is Direction.THIS:
        return year
    if direction is Direction.LAST:
        return year if there < here else year - 1
    if direction is Direction.NEXT:
        return year if there > here else year + 1
    if direction is Direction.OPEN and (ends := context.year_of_range(month)) is not None:
        return ends
    if (said := context.year_said()) is not None:
        return year + said
    if meaning.day is None:
        return _year_of_month(month, context)
    return _year_of_day(month, meaning.day, context)


def _year_of_month(month: int, context: Context) -> int:
    published = context.published
    assert published
    side, ahead = context.side_told(), (month - published.month) % 12
    if context.was_to_have() and ahead <= _JUST_AHEAD:
        return published.year + (month < published.month)
    tense = "future" if context.is_traded() else side or context.tense()
    if tense == "future" and ahead >= _JUST_OVER and not context.is_traded():
        put_off = side == "future" or context.planned() or context.is_bound()
        tense = "past" if context.is_reported() or not put_off else tense
    if tense == "future":
        return published.year if month >= published.month else published.year + 1
    if (tense == "" and ahead <= (3 if context.english else 1)) or (ahead == 1 and not _is_told(context)):
        return published.year if month >= published.month else published.year + 1
    return published.year if month <= published.month else published.year - 1


_HALF_A_YEAR, _JUST_AHEAD = 6, 2  # months
_JUST_OVER = 9  # months ahead: the month of that name that is over lies nearer, and of the other one says "next"


def _is_told(context: Context) -> bool:
    return context.just_told() or context.looks_back() or context.clause_tells() or context.is_reported()


def _year_of_day(month: int, day: int, context: Context) -> int:
    """The year that brings the day nearest to publication, far ones by tense."""
    published = context.published
    assert published
    months_ahead = (month - published.month) % 12
    if (month, day) == (published.month, published.day):
        return published.year
    if months_ahead == 0:
        return published.year - (day > published.day and context.just_told())
    past_year = published.year if month < published.month else published.year - 1
    if months_ahead <= 2:
        clearly_past = months_ahead > 1 and context.tense() == "past" and _clearly_past(context)
        told = clearly_past or context.just_told()
        return past_year if told else past_year + 1
    if months_ahead > _HALF_A_YEAR and context.was_meant():
        return past_year
    if months_ahead <= 5:
        return past_year + 1 if (context.side_told() or context.tense()) == "future" else past_year
    ahead = context.planned() or context.lasts_on() or context.side_told() == "future" or context.will_follows()
    return past_year + 1 if ahead else past_year


def _clearly_past(context: Context) -> bool:
    left = context.text[max(0, context.begin - 40) : context.begin].lower()
    return " since " in left or " ago" in left or left.endswith(("last ", "the "))


def _month_unresolved(meaning: Calendar) -> Answer:
    doubt = "The year is not stated and the publication date is not known."
    if meaning.weekday is not None and meaning.day:
        years = ", ".join(str(year) for year in _years_with_weekday(meaning))
        doubt += f" Proposal: one of the years in which the weekday fits, such as {years}."
    return Answer(unknown_year(meaning), doubt=doubt)


def _years_with_weekday(meaning: Calendar) -> list[int]:
    """Years of this century's first decades in which a day of a month is the stated weekday."""
    month, day = meaning.month or 1, meaning.day or 1
    possible = (year for year in range(2000, 2030) if day <= month_length(year, month))
    return [year for year in possible if date(year, month, day).isoweekday() == meaning.weekday]


def _part(meaning: Calendar, context: Context) -> Answer:
    """A season, quarter, half or week whose year is open."""
    part, direction = meaning.part, meaning.direction
    if direction is Direction.OPEN and (part in SEASON_MONTHS or part[0] == "Q") and context.tells_habit():
        return Answer(unknown_year(meaning), doubt=_EACH_YEAR)
    if part[0] == "Q" and direction is Direction.SAME:
        if context.last_part[:1] == "Q":
            return reported_quarter(0, context)
        direction = Direction.OPEN
    if context.last and context.narrative and direction in STEPS and _is_of_story(context.last, context):
        return beside(meaning, context.last, context)
    if direction is Direction.SAME and (told := context.season_meant(part)):
        return filled(told, Basis.TEXT, context)
    if context.last and context.narrative and direction in (Direction.OPEN, Direction.SAME):
        return part_of_history(meaning, context.last, context)
    if context.last and direction is Direction.SAME:
        return filled(Place(context.last.year, part=part), Basis.TEXT, context)
    if context.published is None:
        return Answer(f"XXXX-{part}", doubt="The year is not stated and the publication date is not known.")
    return filled(Place(_year_of_part(part, direction, context), part=part), Basis.PUBLICATION, context)


def _year_of_part(part: str, direction: Direction, context: Context) -> int:
    published = context.published
    assert published
    if part in SEASON_MONTHS:
        return _year_of_season(part, direction, published, context)
    if part[0] == "Q":
        return _year_of_quarter(int(part[1]), published, context)
    return published.year


def _year_of_season(part: str, direction: Direction, published: date, context: Context) -> int:
    begins = SEASON_MONTHS[part]
    if direction is Direction.NEXT:
        return published.year if begins > published.month else published.year + 1
    if direction is Direction.LAST:
        return published.year if begins + 2 < published.month else published.year - 1
    if direction is Direction.THIS:
        return published.year
    if begins > published.month and context.tense() != "future":
        return published.year - 1
    ahead = context.planned() or context.will_follows()
    return published.year + 1 if begins + 2 < published.month and ahead else published.year


def _year_of_quarter(number: int, published: date, context: Context) -> int:
    now = quarter_of(published.month)
    if context.planned():
        if number % 4 == (now - 1) % 4 and context.is_reported():
            return published.year - (now == 1)  # "expects to report a loss for the third quarter", when it is over
        return published.year if number >= now else published.year + 1
    tense = context.tense()
    if number > now + 1:
        return published.year - (tense != "future")
    told = tense == "past" or (tense != "future" and now == 1 and number == 4)
    return published.year - (number == now + 1 and told)


def holiday_year(meaning: Holiday, context: Context) -> tuple[int | None, Basis, tuple[str, ...]]:
    """The year of a named day."""
    from viewer.chronology.holidays import DAYS

    if meaning.year is not None:
        return meaning.year, Basis.EXPLICIT, ()
    if context.narrative and context.last and context.last.year > 0:
        return context.last.year, Basis.TEXT, (f"the year of the date mentioned before, {context.last.value}",)
    published = context.published
    if published is None:
        return None, Basis.UNRESOLVED, ()
    try:
        day = DAYS[meaning.key](published.year)
    except (ValueError, OverflowError):  # at the calendar's ends
        return None, Basis.UNRESOLVED, ()
    year = _year_of_holiday(meaning.direction, day, context)
    return year, Basis.PUBLICATION, (f"the year follows from publication, {say(published)}",)


def _year_of_holiday(direction: Direction, day: date, context: Context) -> int:
    """The year of a holiday, given its day in the year of publication: the one told of as over is the last one."""
    assert context.published
    if not direction and day > context.published and context.is_told_as_over():
        return day.year - 1
    return _published_year(Calendar(month=day.month, day=day.day, direction=direction), context)
