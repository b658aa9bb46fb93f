"""Dates of events in words, as exports and the terminal say them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.exporters.days import Moment, civil, edges
from viewer.model import Factuality

if TYPE_CHECKING:
    from datetime import date

    from viewer.model import Event

UNDATED = "undated"

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 (easier to read than a list)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")
_FACTUALITY = {
    Factuality.PLANNED: "planned or hoped for, not reported as done",
    Factuality.CONDITIONAL: "only under a condition",
    Factuality.NEGATED: "reported as not having happened",
}


def day_in_words(day: date | None) -> str:
    """A day as "2 Nov 2018", "" for none."""
    return _moment(Moment(day.year, day.month, day.day)) if day else ""


def when_in_words(event: Event) -> str:
    """The days of an event as a reader says them; "undated" where it has none."""
    if event.readings and event.conflict:
        return " or ".join(_edtf(reading) for reading in event.readings)
    if event.interval is None or (found := edges(event.interval)) is None:
        return event.when or UNDATED
    if season := _SEASON.fullmatch(event.when):
        return f"{_SEASONS[season[2]]} {season[1]}"
    about = "about " if event.interval.approximate else ""
    if event.interval.first is None or event.interval.last is None:
        return f"{about}{'until' if event.interval.first is None else 'from'} {_open_end(event)}"
    first, last = found
    if first == last:
        clock = _CLOCK.match(event.when)
        return f"{about}{_moment(first)}{f', {clock[1]}' if clock else ''}"
    return f"{about}{_moment(first)} to {_moment(last)}"


def doubts(event: Event) -> tuple[str, ...]:
    """What is in doubt about an event, a few words or a sentence each; none where nothing is."""
    found = [event.conflict, event.timex.doubt if event.timex else "", _FACTUALITY.get(event.factuality, "")]
    if event.interval and event.interval.approximate:
        found.append("the date is approximate")
    if event.interval and None in (event.interval.first, event.interval.last):
        found.append("only one end of the time is known")
    return tuple(dict.fromkeys(doubt for doubt in found if doubt))


def _open_end(event: Event) -> str:
    assert event.interval is not None
    first, last = event.interval.first, event.interval.last
    return _moment(civil(first if first is not None else last if last is not None else 1))


def _moment(moment: Moment) -> str:
    year = str(moment.year) if moment.year > 0 else f"{1 - moment.year} BC"
    month = f"{_MONTHS[moment.month - 1]} " if moment.month else ""
    return f"{f'{moment.day} ' if moment.day else ''}{month}{year}"


def _edtf(reading: str) -> str:
    day = _DAY.fullmatch(reading)
    return _moment(Moment(int(day[1]), int(day[2]), int(day[3]))) if day else reading
