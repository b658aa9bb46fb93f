"""So many units before or after an anchor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.answer import Answer
from viewer.chronology.context import Context, say
from viewer.chronology.days import (
    Place,
    add_months,
    place_of,
    quarter_of,
    shift_date,
    shift_months,
    week_value,
    year_value,
)
from viewer.chronology.durations import length
from viewer.chronology.meaning import Anchor, Shift
from viewer.model import Basis, TimexType

if TYPE_CHECKING:
    from datetime import date

_THIS_QUARTER = Shift("Q", 0, Anchor.PUBLICATION)
_THE_WEEK = Shift("W", 0, Anchor.NEAREST)
_SAME_YEAR = 3  # so many months from a date of a year, and it is mostly the same year still
OF_DAY = "of a day"  # the grain of "later in the day", which may be that of publication
TURN = "turn"  # the grain of a century or decade at whose turn something was
_UNIT_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_UNIT_DAYS = {"D": 1, "N": 1, "W": 7, "FN": 14, "WE": 7}
_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)Q)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")
_HOURS = re.compile(r"PT(\d+)H$")


def shift(meaning: Shift, context: Context) -> Answer:
    """The date that a relative expression comes to; PAST_REF and FUTURE_REF where the number is open."""
    if meaning.amount is None:
        return Answer("PAST_REF" if meaning.back else "FUTURE_REF")
    if meaning.anchor is Anchor.REPORT and meaning.same_time and context.reports_longer:
        meaning = meaning._replace(unit="Y", anchor=Anchor.TEXT)
    if meaning == _THIS_QUARTER and context.reports_quarter and _owns_figures(context):
        return reported_quarter(0, context)
    if meaning.anchor is Anchor.REPORT or (meaning.same_time and context.reports_quarter and not context.narrative):
        return reported_quarter(meaning.amount or 0, context)
    if context.narrative and meaning.anchor is Anchor.PUBLICATION and meaning.unit == "D" and meaning.amount == 0:
        return Answer("PRESENT_REF")
    if meaning.unit == "WE" and meaning.anchor is Anchor.NEAREST and context.published and not context.narrative:
        return _weekend(context)
    if meaning == _THE_WEEK and context.words.lower().startswith("the ") and _looks_back_on_monday(context):
        return shift(meaning._replace(amount=-1, anchor=Anchor.PUBLICATION), context)
    if meaning.unit == "":
        return _then(context)
    if meaning.grain == OF_DAY and not context.tells_day_here():
        meaning = meaning._replace(anchor=Anchor.NEAREST)
    anchor, basis = _anchor(meaning, context)
    if anchor is None:
        return _unresolved(meaning, context)
    answer = _moved(meaning, anchor, context)
    if answer is None or _is_beyond(meaning, answer, context):
        return _unresolved(meaning, context)
    step = _step(meaning, anchor, basis, answer, context)
    place = None if meaning.same_time and not context.narrative else answer.place  # only a comparison
    return answer._replace(basis=basis, anchor=anchor.value, steps=(step,), place=place)


def _owns_figures(context: Context) -> bool:
    """Whether the figures of a quarter are told, so that it is the one reported: "This quarter's loss includes"."""
    return context.text[context.end : context.end + 2] in ("'s", "’s") and context.tense() != "future"


def _looks_back_on_monday(context: Context) -> bool:
    """Whether a Monday's paper sums up a week: it is the one that was over, "for the week, the index dropped"."""
    day = context.published
    return day is not None and day.isoweekday() == 1 and not context.narrative and context.tense() == "past"


_THURSDAY, _FRIDAY = 4, 5


def _weekend(context: Context) -> Answer:
    """As in "The weekend": the last one, before Friday, unless the words look ahead; on Friday as they tell."""
    day = context.published
    assert day
    told = context.side_told() or context.tense()
    past = told != "future" if day.isoweekday() <= _THURSDAY else day.isoweekday() == _FRIDAY and context.just_told()
    saturday = shift_date(day, 6 - day.isoweekday() - (7 if past else 0))
    if saturday is None:
        return Answer("XXXX-WXX-WE")
    step = f"“{context.words}” is the {'last' if past else 'next'} weekend seen from publication, {say(day)}"
    return Answer(
        week_value(saturday) + "-WE",
        basis=Basis.PUBLICATION,
        anchor=context.anchor,
        place=place_of(saturday),
        steps=(step,),
    )


def _is_beyond(meaning: Shift, answer: Answer, context: Context) -> bool:
    """Whether "ten years later" must count from another date than the last one, see ``told_beyond``."""
    if meaning.anchor is not Anchor.TEXT or not answer.place:
        return False
    if meaning.unit in ("D", "W", "FN") and meaning.amount and not context.narrative:
        day, published = answer.place.as_date, context.published
        return bool(day and published and day > published and context.tense() == "past" and context.just_told())
    return meaning.unit in ("Y", "E", "C") and told_beyond(answer.place.year, context)


def told_beyond(year: int, context: Context) -> bool:
    """Whether what is told in the past would come to a year after publication."""
    return context.published is not None and year > context.published.year and context.tense() == "past"


def _then(context: Context) -> Answer:
    if context.last is None:
        return Answer("PAST_REF")
    return Answer(context.last.value, basis=Basis.TEXT, anchor=context.last.value, place=context.last)


def reported_quarter(years: int, context: Context) -> Answer:
    """The quarter that a report is about, the one mentioned last or else the last full one; or that of years before."""
    if context.last_part.startswith("Q"):
        year, part, basis, origin = (
            context.last_quarter_year,
            context.last_part,
            Basis.TEXT,
            "the quarter mentioned before",
        )
    elif context.published:
        year, month = add_months(context.published.year, context.published.month, -3)
        part, basis, origin = f"Q{quarter_of(month)}", Basis.PUBLICATION, "the last full quarter before publication"
    else:
        return Answer("XXXX-QX", doubt="The publication date is not known.")
    place = Place(year + years, part=part)
    step = f"“{context.words}” counts from {origin}, {part} of {year}: {place.value}"
    return Answer(place.value, basis=basis, anchor=f"{year:04}-{part}", place=None if years else place, steps=(step,))


_HOLDS_STILL = re.compile(r"\b(?:has|have) [^.;:!?]{1,80} since $")
_OF_OURS = 10  # years
_BACK = 100  # characters to the "has"


def _fits_publication(meaning: Shift, context: Context) -> bool:
    """Whether so many years back from publication lie where the last date does: "1998; 18 years ago".

    What has been so since last year is so on the day of publication.
    """
    if context.published and _HOLDS_STILL.search(context.text, max(0, context.begin - _BACK), context.begin):
        return True
    if meaning.unit != "Y" or context.published is None or context.last is None:
        return False
    if not meaning.back and 0 <= context.published.year - context.last.year <= _OF_OURS:
        return True  # "licensed in Japan in 2002 and in Europe last year", told in 2007
    return abs(context.published.year + (meaning.amount or 0) - context.last.year) <= 1


_BEFORE_OURS = re.compile(r"the (?:previous|prior|preceding) (?:week|month|quarter)$", re.I)


def _anchor(meaning: Shift, context: Context) -> tuple[Place | None, Basis]:
    """The place to count from. A day needs a day; where the text has none, publication serves in news."""
    published = place_of(context.published) if context.published else None
    if context.era and meaning.anchor is not Anchor.PUBLICATION and meaning.unit in ("E", "C"):
        return context.era, Basis.TEXT
    if meaning.unit == "C" and meaning.anchor is Anchor.PUBLICATION:
        return published, Basis.PUBLICATION  # in a history, too, "this century" is ours
    near = meaning.unit == "D" and meaning.amount in (-1, 1) and published is not None and context.tells_no_day_near()
    of_ours = near or not context.narrative or _fits_publication(meaning, context)
    if meaning.anchor is Anchor.PUBLICATION and of_ours:
        return published, Basis.PUBLICATION
    told = context.last is not None and meaning.unit in ("E", "C") and context.tense() == "past"
    if meaning.anchor is Anchor.NEAREST and not context.narrative and not told:
        return published, Basis.PUBLICATION
    if context.era_is_century and context.era and meaning.anchor is Anchor.TEXT and meaning.unit == "Y":
        return None, Basis.UNRESOLVED
    if meaning.anchor is Anchor.NEAREST and meaning.unit in ("E", "C") and (year := context.thread.story_year()):
        return Place(year), Basis.TEXT
    if meaning.unit in _UNIT_DAYS and context.has_left_last_day():
        return published, Basis.PUBLICATION
    of_text = (
        context.day_to_count_from((meaning.amount or 0) * _UNIT_DAYS[meaning.unit])
        if meaning.unit in _UNIT_DAYS
        else context.month_to_count_from()
        if meaning.unit in ("M", "Q")
        else context.running_year()
    )
    if meaning.unit == "Y" and meaning.amount == 0 and meaning.anchor is Anchor.TEXT and not context.narrative:
        of_text = context.year_meant(of_text)
    if of_text is not None and not (meaning.same_time and context.is_to_come(of_text)):
        return of_text, Basis.TEXT
    before_ours = context.last is None and _BEFORE_OURS.match(context.words) is not None
    if context.narrative or (meaning.anchor is Anchor.TEXT and not meaning.same_time and not before_ours):
        return None, Basis.UNRESOLVED
    return published, Basis.PUBLICATION


def _moved(meaning: Shift, anchor: Place, context: Context) -> Answer | None:
    amount = meaning.amount or 0
    if meaning.unit in _UNIT_MONTHS:
        if meaning.grain == TURN:
            of_century = context.era is not None and context.era_is_century
            amount += of_century or _is_late(anchor.year, _UNIT_MONTHS[meaning.unit] // 12)
        return _by_months(meaning.unit, amount, anchor)
    day = anchor.as_date
    if day is None or meaning.unit not in _UNIT_DAYS:
        return _by_hours(meaning, day)
    moved = shift_date(day, amount * _UNIT_DAYS[meaning.unit])
    if moved is None:
        return None
    if meaning.unit in ("W", "WE") and ((abs(amount) <= 1 and not meaning.back) or meaning.grain == "W"):
        return Answer(week_value(moved) + ("-WE" if meaning.unit == "WE" else ""), place=place_of(moved))
    return Answer(moved.isoformat(), place=place_of(moved))


def _is_late(year: int, size: int) -> bool:
    """Whether a year lies in the second half of its century or decade, so that its turn is the one to come."""
    return year % size * 2 >= size


def _by_hours(meaning: Shift, day: date | None) -> Answer | None:
    """Hours and minutes from a day whose time is not known: the day, where that is safe."""
    if day is None or meaning.unit not in ("H", "TM", "TS"):
        return None
    return Answer(f"{day.isoformat()}TXX", TimexType.TIME)


def _by_months(unit: str, amount: int, anchor: Place) -> Answer | None:
    months = amount * _UNIT_MONTHS[unit]
    if unit in ("Y", "E", "C", "L"):
        year = anchor.year + months // 12
        if not -9998 <= year <= 9999:
            return None
        return Answer(_era_value(unit, year), place=Place(year))
    year, month = add_months(anchor.year, anchor.month or 1, months)
    if not -9998 <= year <= 9999:
        return None
    if unit == "Q":
        place = Place(year, part=f"Q{quarter_of(month)}")
        return Answer(place.value, place=place)
    place = Place(year, month)
    return Answer(place.value, place=place)


def _era_value(unit: str, year: int) -> str:
    """The year itself, or the decade, century or millennium that it lies in."""
    if unit == "E":
        return f"{year:04}"[:3] if year > 0 else f"BC{(1 - year) // 10:03}"
    if unit == "C":
        return f"{year:04}"[:2] if year > 0 else f"BC{-year // 100:02}"
    if unit == "L":
        return f"{year:04}"[0] if year > 0 else f"BC{-year // 1000}"
    return year_value(year)


def _unresolved(meaning: Shift, context: Context) -> Answer:
    if meaning.unit in ("D", "W", "M") and context.last and _is_coarse(context.last, meaning, context):
        named = "month" if context.last.month else "year"
        doubt = f"The text names the {named} but no day to count from."
        return Answer(_somewhere_in(context.last, meaning.unit), doubt=doubt)
    values = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
        "Y": "XXXX",
        "WE": "XXXX-WXX-WE",
        "H": "XXXX-XX-XXTXX",
        "TM": "XXXX-XX-XXTXX",
    }
    doubt = (
        "There is no earlier date in the text to count from."
        if meaning.anchor is Anchor.TEXT
        else "The publication date is not known."
    )
    return Answer(values.get(meaning.unit, "XXXX"), doubt=doubt)


def _is_coarse(last: Place, meaning: Shift, context: Context) -> bool:
    """Whether the date mentioned last says in which month or, in a history, in which year something was."""
    if last.day or last.part or (meaning.unit == "M" and (last.month or abs(meaning.amount or 0) > _SAME_YEAR)):
        return False
    return context.narrative or (meaning.unit == "D" and last.month is not None)


def _somewhere_in(place: Place, unit: str) -> str:
    """A day, week or month of a month or year, no one knows which."""
    if unit == "M":
        return f"{place.value}-XX"
    if unit == "W":
        return f"{year_value(place.year)}-WXX"
    return f"{place.value}-XX" if place.month else f"{place.value}-XX-XX"


def _step(meaning: Shift, anchor: Place, basis: Basis, answer: Answer, context: Context) -> str:
    day = anchor.as_date
    where = say(day) if day else anchor.value
    origin = "publication" if basis is Basis.PUBLICATION else "the date mentioned before"
    amount = meaning.amount or 0
    if amount == 0:
        return f"“{context.words}” is that of {origin}, {where}: {answer.value}"
    side = "before" if amount < 0 else "after"
    count = f"{abs(amount)} {_NAMES[meaning.unit]}{'s' if abs(amount) > 1 else ''}"
    return f"“{context.words}” is {count} {side} {origin}, {where}: {answer.value}"


_NAMES = {
    "D": "day", "W": "week", "M": "month", "Y": "year", "Q": "quarter", "E": "decade", "C": "century", "WE": "weekend",
    "N": "night", "FN": "fortnight", "H": "hour", "TM": "minute", "TS": "second", "L": "millennium",
}  # fmt: skip


def shift_by_duration(day: date, value: str, direction: int) -> date | None:
    """A day moved by a TIMEX3 length; None where the length is open or passes the calendar's ends."""
    match = _DURATION.match(value)
    if match is None:
        hours = _HOURS.match(value)
        return shift_date(day, direction * -(-int(hours[1]) // 24)) if hours else None
    years, quarters, months, weeks, days = (int(piece or 0) for piece in match.groups())
    moved = shift_months(day, direction * (12 * years + 3 * quarters + months)) if years < 10000 else None
    return shift_date(moved, direction * (7 * weeks + days)) if moved else None


__all__ = ["length", "shift", "shift_by_duration"]
