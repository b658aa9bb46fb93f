"""What the reader says of dates, laid over what was worked out: it always wins, and the receipt keeps both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.chronology.edtf_reading import interval_of, value_of
from viewer.chronology.events_order import ranked_anew
from viewer.model import Basis, Chronology, DatedPassage, Event, Factuality, Passage, SetDate, Timex, TimexType
from viewer.model.date_words import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Interval

RULE = "set by the reader"


def corrected(
    chronology: Chronology, set_dates: Sequence[SetDate], published: date | None, texts: Sequence[str]
) -> Chronology:
    """The chronology with the dates that the reader set; ``texts`` are those of its blocks.

    A date set for an expression holds for every event that it dates; one set for the passage of an event without a
    date, or of anything else, for the event there. What is no date (EDTF), or lies outside of the text, is left out.
    """
    usable = [one for one in set_dates if _is_usable(one, texts)]
    if not usable:
        return chronology
    timexes, events = list(chronology.timexes), list(chronology.events)
    for one in usable:
        interval = interval_of(one.when) if one.when else None
        found = [number for number, dated in enumerate(timexes) if _overlap(dated.passage, one.passage)]
        if found:
            meant = max(found, key=lambda number: _overlap(timexes[number].passage, one.passage))
            before = timexes[meant]
            timexes[meant] = DatedPassage(before.passage, _set(before.timex, one, interval))
            events = [_moved(event, before.passage, timexes[meant], published) for event in events]
        else:
            events = _with_date(events, one, interval, published, texts)
    return Chronology(tuple(timexes), ranked_anew(events))


def _is_usable(one: SetDate, texts: Sequence[str]) -> bool:
    block, begin, end = one.passage
    is_there = 0 <= block < len(texts) and 0 <= begin < end <= len(texts[block])
    return is_there and (not one.when or interval_of(one.when) is not None)


def _overlap(passage: Passage, other: Passage) -> int:
    """How many characters two passages share."""
    if passage.block != other.block:
        return 0
    return max(0, min(passage.end, other.end) - max(passage.begin, other.begin))


def _set(timex: Timex, one: SetDate, interval: Interval | None) -> Timex:
    moment = f" on {date_words(one.made)}" if one.made else ""
    before = timex.edtf or timex.value
    known = f"Dateline reads it as {before}, {timex.basis}." if before else "Dateline reads no date in it."
    said = f"You set it{moment}." if interval else f"You said{moment} that it is no date."
    return replace(
        timex,
        type=TimexType.DATE,
        value=value_of(one.when),
        mod="",
        basis=Basis.READER,
        rule=RULE,
        anchor="",
        interval=interval,
        edtf=one.when,
        readings=(),
        steps=(said, known),
        doubt="",
    )


def _moved(event: Event, passage: Passage, dated: DatedPassage, published: date | None) -> Event:
    """An event whose date is that of ``passage``, with the one that was set."""
    if event.dated_by is None or event.dated_by.passage != passage:
        return event
    return _dated(event, dated, published)


def _dated(event: Event, dated: DatedPassage, published: date | None) -> Event:
    timex = dated.timex
    return replace(
        event,
        factuality=_not_yet(event, timex.interval, published),
        basis=Basis.READER,
        when=timex.edtf,
        interval=timex.interval,
        dated_by=dated,
        readings=(),
        conflict="",
    )


def _not_yet(event: Event, interval: Interval | None, published: date | None) -> Factuality:
    """Nothing that lies wholly after publication can have been reported as a fact."""
    later = published is not None and interval and interval.first is not None and interval.first > published.toordinal()
    is_told = event.factuality in {Factuality.REPORTED, Factuality.ATTRIBUTED}
    return Factuality.PLANNED if later and is_told else event.factuality


def _with_date(
    events: list[Event], one: SetDate, interval: Interval | None, published: date | None, texts: Sequence[str]
) -> list[Event]:
    """The events, of which the one that shares most of the passage got the date."""
    sharing = [number for number, event in enumerate(events) if _overlap(event.passage, one.passage)]
    if not sharing:
        return events
    number = max(sharing, key=lambda number: _overlap(events[number].passage, one.passage))
    text = texts[one.passage.block][one.passage.begin : one.passage.end]
    unread = Timex(one.passage.begin, one.passage.end, text, TimexType.DATE, "", Basis.UNRESOLVED, RULE)
    dated = DatedPassage(one.passage, _set(unread, one, interval))
    return [*events[:number], _dated(events[number], dated, published), *events[number + 1 :]]
