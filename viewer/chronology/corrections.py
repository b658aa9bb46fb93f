"""What the reader says of dates: it takes the place of what was worked out, before events are found by it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.chronology.edtf_reading import interval_of, value_of
from viewer.chronology.events_order import not_yet, ranked_anew
from viewer.model import Basis, DatedPassage, Event, Passage, SetDate, Timex, TimexType
from viewer.model.date_words import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Block, Interval

RULE = "set by the reader"


def with_set_dates(
    timexes: Sequence[DatedPassage], set_dates: Sequence[SetDate], blocks: Sequence[Block]
) -> tuple[tuple[DatedPassage, ...], tuple[SetDate, ...]]:
    """Expressions with the dates that the reader set for them; and those that were set for other words.

    What is no date (EDTF), or lies outside of the text, is left out.
    """
    result, others = list(timexes), list[SetDate]()
    for one in set_dates:
        if not _is_usable(one, blocks):
            continue
        found = [number for number, dated in enumerate(result) if _overlap(dated.passage, one.passage)]
        if found:
            meant = max(found, key=lambda number: _overlap(result[number].passage, one.passage))
            result[meant] = DatedPassage(result[meant].passage, _set(result[meant].timex, one))
        else:
            others.append(one)
    return tuple(result), tuple(others)


def with_dates_of_events(
    events: Sequence[Event], set_dates: Sequence[SetDate], published: date | None, blocks: Sequence[Block]
) -> tuple[Event, ...]:
    """The events, in the order of time; of those there, the one that shares most words with a set date has got it."""
    result = list(events)
    for one in set_dates:
        sharing = [number for number, event in enumerate(result) if _overlap(event.passage, one.passage)]
        if sharing:
            number = max(sharing, key=lambda number: _overlap(result[number].passage, one.passage))
            result[number] = _dated(result[number], one, published, blocks)
    return ranked_anew(result)


def _is_usable(one: SetDate, blocks: Sequence[Block]) -> bool:
    block, begin, end = one.passage
    is_there = 0 <= block < len(blocks) and 0 <= begin < end <= len(blocks[block].text)
    return is_there and (not one.when or interval_of(one.when) is not None)


def _overlap(passage: Passage, other: Passage) -> int:
    """How many characters two passages share."""
    if passage.block != other.block:
        return 0
    return max(0, min(passage.end, other.end) - max(passage.begin, other.begin))


def _set(timex: Timex, one: SetDate) -> Timex:
    interval = _days(one)
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
