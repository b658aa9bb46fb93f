"""What the reader says of dates: it takes the place of what was worked out, before events are found by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.chronology.edtf_reading import interval_of, value_of
from viewer.chronology.events_order import not_yet, ranked_anew
from viewer.model import Basis, DatedPassage, Event, SetDate, Timex, TimexType
from viewer.model.date_words import date_words, expression_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Block, Interval, Passage

RULE = "set by the reader"
_KNOWN_FROM = {
    Basis.EXPLICIT: "as it is written",
    Basis.PUBLICATION: "from the day of publication",
    Basis.TEXT: "from an earlier date in the text",
}


def with_set_dates(
    timexes: Sequence[DatedPassage], set_dates: Sequence[SetDate], blocks: Sequence[Block]
) -> tuple[tuple[DatedPassage, ...], tuple[SetDate, ...]]:
    """Expressions with the dates that the reader set for them; and those that were set for other words.

    What is no date (EDTF), or lies outside of the text, is left out.
    """
    result, others = list(timexes), list[SetDate]()
    numbers: dict[int, list[int]] = {}
    for number, dated in enumerate(timexes):
        numbers.setdefault(dated.passage.block, []).append(number)
    for one in set_dates:
        if not _is_usable(one, blocks):
            continue
        inside = numbers.get(one.passage.block, ())
        meant = next((number for number in inside if timexes[number].passage.is_about(one.passage)), None)
        if meant is None:
            others.append(one)
        else:
            result[meant] = DatedPassage(timexes[meant].passage, _set(timexes[meant].timex, one))
    return tuple(result), tuple(others)


def with_dates_of_events(
    events: Sequence[Event], set_dates: Sequence[SetDate], published: date | None, blocks: Sequence[Block]
) -> tuple[Event, ...]:
    """The events, in the order of time; those whose words a date was set for have got it."""
    result = list(events)
    numbers: dict[int, list[int]] = {}
    for number, event in enumerate(events):
        numbers.setdefault(event.passage.block, []).append(number)
    for one in set_dates:
        about = [
            number for number in numbers.get(one.passage.block, ()) if events[number].passage.is_about(one.passage)
        ]
        if about:
            number = min(about, key=lambda number: _distance(events[number], one.passage))
            result[number] = _dated(events[number], one, published, blocks)
    return ranked_anew(result)


def _distance(event: Event, passage: Passage) -> tuple[bool, int]:
    """How far an event is from being the one that a passage names: one with a date is further than any without."""
    ends = abs(event.passage.begin - passage.begin) + abs(event.passage.end - passage.end)
    return event.interval is not None, ends


def _is_usable(one: SetDate, blocks: Sequence[Block]) -> bool:
    block, begin, end = one.passage
    is_there = 0 <= block < len(blocks) and 0 <= begin < end <= len(blocks[block].text)
    return is_there and (not one.when or interval_of(one.when) is not None)


def _set(timex: Timex, one: SetDate) -> Timex:
    interval = _days(one)
    moment = f" on {date_words(one.made)}" if one.made else ""
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
        steps=(said, _as_read(timex)),
        doubt="",
    )


def _as_read(timex: Timex) -> str:
    """How Dateline reads an expression, in words."""
    if timex.rule == RULE:
        return "The text gives no date for it."
    if timex.interval is None:
        return "Dateline cannot tell which day it is." if timex.value else "Dateline reads no date in it."
    return f"Dateline reads it as {expression_words(timex)}, {_KNOWN_FROM.get(timex.basis, timex.basis)}."


def _dated(event: Event, one: SetDate, published: date | None, blocks: Sequence[Block]) -> Event:
    begin, end = one.passage.begin, one.passage.end
    text = blocks[one.passage.block].text[begin:end]
    timex = _set(Timex(begin, end, text, TimexType.DATE, "", Basis.UNRESOLVED, RULE), one)
    return replace(
        event,
        factuality=not_yet(event.factuality, timex.interval, published),
        basis=Basis.READER,
        when=timex.edtf,
        interval=timex.interval,
        dated_by=DatedPassage(one.passage, timex),
        readings=(),
        conflict="",
    )


def _days(one: SetDate) -> Interval | None:
    return interval_of(one.when) if one.when else None
