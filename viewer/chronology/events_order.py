"""Drafts to events: ranks by time, undated ones where the text has them, conflicts in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from viewer.chronology.supposed import is_stand_in
from viewer.model import Basis, DatedPassage, Event, Factuality, Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from viewer.chronology.events_drafts import Draft
    from viewer.model import Interval

_Time: TypeAlias = tuple[int, int]
Item = TypeVar("Item")

_NEVER: _Time = (-10_000_000, -10_000_000)
_OPEN_END = 10_000_000


class Placed(NamedTuple):
    """A draft with its place in the article: block number and the passages of the expressions that date it."""

    block: int
    draft: Draft
    dated_by: DatedPassage | None = None


def rank(placed: Sequence[Placed], published: date | None) -> tuple[Event, ...]:
    """The events in the order of time. An undated one stays behind the event that the text tells before it.

    What is dated by a stand-in (``supposed``) is undated.
    """
    ordered = _in_order_of_time(_in_text_order(placed), _time_of_draft)
    return tuple(_event(entry, order, published) for order, entry in enumerate(ordered))


def is_open(draft: Draft) -> bool:
    """Whether the text gives a draft a date of which it is not known which day it is."""
    dating = draft.dating
    return dating is not None and (is_stand_in(dating.timex) or is_stand_in(dating.until))


def _in_text_order(placed: Sequence[Placed]) -> list[Placed]:
    """As the text has them, but "B, after A" as A, B."""
    ordered = sorted(placed, key=lambda entry: (entry.block, entry.draft.begin, entry.draft.end))
    for index in range(1, len(ordered)):
        before, entry = ordered[index - 1], ordered[index]
        if entry.draft.precedes and before.block == entry.block and before.draft.dating is None:
            ordered[index - 1], ordered[index] = entry, before
    return ordered


def _in_order_of_time(ordered: Sequence[Item], time: Callable[[Item], _Time | None]) -> list[Item]:
    """Items, given as the text has them, by their times; those without one stay behind the one before, in its time."""
    times = [time(item) for item in ordered]
    first_dated = next((one for one in times if one), _NEVER)
    current = first_dated if times and times[0] is None else _NEVER
    behind = 0
    keys: list[tuple[int, int, int]] = []
    for one in times:
        if one:
            current = one
            behind = 1
            keys.append((*current, 0))
        else:
            keys.append((*current, behind * 1 if keys else -1))
    if first_dated != _NEVER:
        keys = _lead_in(times, keys)
    indexes = sorted(range(len(ordered)), key=lambda index: (keys[index], index))
    return [ordered[index] for index in indexes]


def _lead_in(times: Sequence[_Time | None], keys: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Undated ones ahead of the first dated one rank just before it."""
    result = list(keys)
    for index, one in enumerate(times):
        if one:
            break
        result[index] = (keys[index][0], keys[index][1], -1)
    return result


def _time_of_draft(entry: Placed) -> _Time | None:
    dating = entry.draft.dating
    return _time(dating.interval) if dating and not is_open(entry.draft) else None


def _time(interval: Interval) -> _Time:
    last = _OPEN_END if interval.last is None else interval.last
    first = last if interval.first is None else interval.first
    return first, last


def ranked_anew(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events of which some have other dates than they were ranked by, in the order of time."""
    in_text = sorted(events, key=lambda event: event.passage)
    ordered = _in_order_of_time(in_text, lambda event: _time(event.interval) if event.interval else None)
    return tuple(replace(event, order=order) for order, event in enumerate(ordered))


def _event(entry: Placed, order: int, published: date | None) -> Event:
    draft = entry.draft
    passage = Passage(entry.block, draft.begin, draft.end)
    if draft.dating is None or is_open(draft):
        return Event(
            passage,
            draft.label,
            order,
            draft.factuality,
            Basis.PUBLICATION_ONLY if published else Basis.UNRESOLVED,
            dated_by=entry.dated_by,
            sources=draft.sources,
            figures=draft.figures,
        )
    dating = draft.dating
    readings, conflict = _conflict(dating.timex.text, draft)
    return Event(
        passage=passage,
        label=draft.label,
        order=order,
        factuality=not_yet(draft.factuality, dating.interval, published),
        basis=dating.timex.basis,
        when=dating.edtf,
        interval=_hull(dating.timex.readings) or dating.interval,
        dated_by=entry.dated_by,
        sources=draft.sources,
        figures=draft.figures,
        readings=readings,
        conflict=conflict,
    )


def _hull(readings: tuple[Interval, ...]) -> Interval | None:
    """From the first day that any of contradicting readings names to the last; None where there is no conflict."""
    firsts = [reading.first for reading in readings if reading.first is not None]
    lasts = [reading.last for reading in readings if reading.last is not None]
    if len(readings) < 2 or not firsts or not lasts:
        return None
    return replace(readings[0], first=min(firsts), last=max(lasts))


def not_yet(factuality: Factuality, interval: Interval | None, published: date | None) -> Factuality:
    """How an event is presented: nothing that lies wholly after publication can have been reported as a fact."""
    first = interval.first if interval else None
    later = published is not None and first is not None and first > published.toordinal()
    if later and factuality in {Factuality.REPORTED, Factuality.ATTRIBUTED}:
        return Factuality.PLANNED
    return factuality


def _conflict(words: str, draft: Draft) -> tuple[tuple[str, ...], str]:
    """The readings of an expression that contradicts itself, and a sentence that says so."""
    assert draft.dating
    timex = draft.dating.timex
    if len(timex.readings) < 2:
        return (), ""
    readings = tuple(timex.edtf.strip("[]{}").split(",")) if timex.edtf.startswith(("[", "{")) else ()
    if len(readings) != len(timex.readings):
        readings = tuple(reading.begin.isoformat() for reading in timex.readings if reading.begin)
    return readings, timex.doubt or f"“{words}” contradicts itself: it can mean {' or '.join(readings)}."
