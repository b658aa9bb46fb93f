"""Drafts to events: ranks by time, undated ones where the text has them, conflicts in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from viewer.model import Basis, DatedPassage, Event, Factuality, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.chronology.events_drafts import Draft
    from viewer.model import Interval

_OPEN_BEGIN = -10_000_000
_OPEN_END = 10_000_000


class Placed(NamedTuple):
    """A draft with its place in the article: block number and the passages of the expressions that date it."""

    block: int
    draft: Draft
    dated_by: DatedPassage | None = None


def rank(placed: Sequence[Placed], published: date | None) -> tuple[Event, ...]:
    """The events in the order of time. An undated one stays behind the event that the text tells before it."""
    ordered = _in_order_of_time(_in_text_order(placed))
    return tuple(_event(entry, order, published) for order, entry in enumerate(ordered))


def _in_text_order(placed: Sequence[Placed]) -> list[Placed]:
    """As the text has them, but "B, after A" as A, B."""
    ordered = sorted(placed, key=lambda entry: (entry.block, entry.draft.begin, entry.draft.end))
    for index in range(1, len(ordered)):
        before, entry = ordered[index - 1], ordered[index]
        if entry.draft.precedes and before.block == entry.block and before.draft.dating is None:
            ordered[index - 1], ordered[index] = entry, before
    return ordered


def _in_order_of_time(ordered: Sequence[Placed]) -> list[Placed]:
    keys: list[tuple[int, int, int]] = []
    first_dated = next((_time(entry) for entry in ordered if entry.draft.dating), (_OPEN_BEGIN, _OPEN_BEGIN))
    current = first_dated if ordered and ordered[0].draft.dating is None else (_OPEN_BEGIN, _OPEN_BEGIN)
    behind = 0
    for entry in ordered:
        if entry.draft.dating:
            current = _time(entry)
            behind = 1
            keys.append((*current, 0))
        else:
            keys.append((*current, behind * 1 if keys else -1))
    if first_dated != (_OPEN_BEGIN, _OPEN_BEGIN):
        keys = _lead_in(ordered, keys)
    indexes = sorted(range(len(ordered)), key=lambda index: (keys[index], index))
    return [ordered[index] for index in indexes]


def _lead_in(ordered: Sequence[Placed], keys: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Undated events ahead of the first dated one rank just before it."""
    result = list(keys)
    for index, entry in enumerate(ordered):
        if entry.draft.dating:
            break
        result[index] = (keys[index][0], keys[index][1], -1)
    return result


def _time(entry: Placed) -> tuple[int, int]:
    assert entry.draft.dating
    interval = entry.draft.dating.interval
    last = _OPEN_END if interval.last is None else interval.last
    first = last if interval.first is None else interval.first
    return first, last


def _event(entry: Placed, order: int, published: date | None) -> Event:
    draft = entry.draft
    passage = Passage(entry.block, draft.begin, draft.end)
    if draft.dating is None:
        basis = Basis.PUBLICATION_ONLY if published else Basis.UNRESOLVED
        return Event(passage, draft.label, order, draft.factuality, basis, sources=draft.sources, figures=draft.figures)
    dating = draft.dating
    readings, conflict = _conflict(dating.timex.text, draft)
    return Event(
        passage=passage,
        label=draft.label,
        order=order,
        factuality=_not_yet(draft, published),
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


def _not_yet(draft: Draft, published: date | None) -> Factuality:
    """Nothing that lies wholly after publication can have been reported as a fact."""
    assert draft.dating
    first = draft.dating.interval.first
    later = published is not None and first is not None and first > published.toordinal()
    if later and draft.factuality in {Factuality.REPORTED, Factuality.ATTRIBUTED}:
        return Factuality.PLANNED
    return draft.factuality


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
