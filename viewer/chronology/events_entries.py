"""Events of entries: what stands under a date, or behind one that leads, happened then unless it says otherwise."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology.entries import LONGEST_ENTRY, Line, Span, layout_of
from viewer.chronology.events_dates import Dating, days_of, is_within
from viewer.model import BlockKind, Interval, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from viewer.chronology.entries import Head, Layout
    from viewer.chronology.events_drafts import Draft
    from viewer.model import Block

_WILL = re.compile(r"\b(?:will|shall)\b")
_DAYS_BEFORE = 7
_FEWEST_ALONE = 2  # one date on a line of its own is a date line
_FEWEST_SPACES = 2  # of a cell that tells something
_LEAST_EXACT = 31  # days of a head under which any paragraph tells what happened


class Entry(NamedTuple):
    """The date under which a block stands: that of its own beginning, or of the block of number ``block``.

    ``behind`` is where the words behind it begin, 0 where it stands in another block; ``opens`` whether the block
    is the first under it.
    """

    block: int
    dating: Dating
    behind: int
    opens: bool


def entries(
    text: str,
    blocks: Sequence[Block],
    lines: Sequence[Line],
    order: Sequence[int],
    dated: Mapping[int, Sequence[Timex]],
) -> dict[int, Entry]:
    """The entries of an article, by the numbers of their blocks. ``dated`` are the expressions of each block."""
    known = [
        (line, number, timex)
        for line, number in zip(lines, order, strict=True)
        for timex in dated.get(number, ())
        if timex.interval and timex.type in (TimexType.DATE, TimexType.TIME)
    ]
    if not known:
        return {}
    layout = layout_of(
        text, lines, [Span(line.begin + timex.begin, line.begin + timex.end) for line, _, timex in known]
    )
    if not layout.own:
        return {}
    found = _Found(blocks, lines, order, [(number, timex) for _, number, timex in known], layout)
    return found.entries()


class _Found:
    """What the layout says of the blocks."""

    def __init__(
        self,
        blocks: Sequence[Block],
        lines: Sequence[Line],
        order: Sequence[int],
        dates: Sequence[tuple[int, Timex]],
        layout: Layout,
    ) -> None:
        self._blocks, self._lines, self._order = blocks, lines, order
        self._dates, self._layout = dates, layout
        alone = [head for at, head in layout.own.items() if head.is_alone and lines[at].kind is not BlockKind.CELL]
        self._alone = len(alone) >= _FEWEST_ALONE

    def entries(self) -> dict[int, Entry]:
        """The entry of each block that stands in one."""
        result: dict[int, Entry] = {}
        opened: Head | None = None
        for at, (line, number) in enumerate(zip(self._lines, self._order, strict=True)):
            if not line.rank or (line.kind is BlockKind.CELL and self._blocks[number].text.count(" ") < _FEWEST_SPACES):
                continue
            own, over = self._layout.own.get(at), self._layout.over.get(at)
            if own and not own.is_alone:
                if line.kind is not BlockKind.HEADING or self._is_exact(own):
                    result[number] = self._entry(own, own.behind - line.begin, opens=True)
            elif own:
                result[number] = self._entry(own, line.end - line.begin, opens=False)  # nothing but a date
                self._define(at, own, result)
            elif over and self._tells(over, line):
                result[number] = self._entry(over, 0, opens=over is not opened and over.is_alone)
                opened = over
        return result

    def _tells(self, head: Head, line: Line) -> bool:
        """Whether what stands under a head happened then; under "2014: the line is erased" stands a longer story."""
        if self._is_exact(head):
            return self._alone or not head.is_alone
        entry = line.kind is BlockKind.LIST_ITEM or line.end - line.begin <= LONGEST_ENTRY
        return entry and self._alone and head.is_alone

    def _is_exact(self, head: Head) -> bool:
        interval = self._dates[head.first][1].interval
        days = days_of(interval) if interval else None
        return days is not None and days <= _LEAST_EXACT

    def _entry(self, head: Head, behind: int, *, opens: bool) -> Entry:
        block, first = self._dates[head.first]
        last = self._dates[head.last][1] if head.last != head.first else None
        return Entry(block, _dating(first, last), behind, opens)

    def _define(self, at: int, own: Head, result: dict[int, Entry]) -> None:
        """A date that defines a term: "Listed as a monument: 6 June 1991"."""
        before = self._lines[at - 1] if at else None
        if before and before.kind is BlockKind.TERM and self._lines[at].kind is BlockKind.DEFINITION:
            result.setdefault(self._order[at - 1], self._entry(own, 0, opens=True))


def _dating(first: Timex, last: Timex | None) -> Dating:
    assert first.interval
    if last is None or not last.interval or last.interval.last is None or first.interval.first is None:
        return Dating(0, 0, first, first.interval, first.edtf)
    if last.interval.last < first.interval.first:
        return Dating(0, 0, first, first.interval, first.edtf)
    span = Interval(first.interval.first, last.interval.last, first.interval.precision)
    return Dating(0, 0, first, span, f"{first.edtf}/{last.edtf}", last)


def entry_events(
    entry: Entry,
    block: Block,
    sentence: tuple[int, int],
    inside: Sequence[Timex],
    find: Callable[[str, int, int, Sequence[Timex]], list[Draft]],
) -> list[tuple[Draft, bool]]:
    """The events of a sentence of an entry, each with whether the head of the entry dates it.

    ``find`` reads a text from one offset to another, with its expressions.
    """
    begin, end = sentence
    if end <= entry.behind:
        return []
    leads = begin <= entry.behind and (entry.behind > 0 or _opens(entry, block, begin))
    at = max(begin, entry.behind)
    behind = [timex for timex in inside if timex.begin >= at]
    own = [timex for timex in behind if timex.interval and timex.type in (TimexType.DATE, TimexType.TIME)]
    if own and (not entry.behind or begin > entry.behind or any(_is_within(timex, entry) for timex in own)):
        return [(draft, False) for draft in find(block.text, at, end, behind)]
    if leads:
        elsewhere = any(_is_before(timex, entry) for timex in own) or (own and _WILL.search(block.text, at, end))
        told = find(block.text, at, end, behind) if elsewhere else []
        if any(draft.dating for draft in told):  # "9 February: The camp was set up yesterday"
            return [(draft, False) for draft in told]
        return _led(entry, block.text, (at, end), behind, find)
    return [_dated_by(entry, draft) for draft in find(block.text, at, end, behind)]


def _dated_by(entry: Entry, draft: Draft) -> tuple[Draft, bool]:
    """A draft, dated by its entry where it has no date, and whether it is."""
    by_head = draft.dating is None
    draft.dating = draft.dating or entry.dating
    return draft, by_head


def _opens(entry: Entry, block: Block, begin: int) -> bool:
    """Whether a sentence is the first of a block that tells what happened under its head."""
    return not begin and (entry.opens or block.kind is BlockKind.LIST_ITEM)


def _is_within(timex: Timex, entry: Entry) -> bool:
    """Whether an expression is a more exact date within that of the entry: "2015: They agreed on 1 February"."""
    inner, outer = timex.interval, entry.dating.interval
    return inner is not None and inner != outer and is_within(inner, outer)


def _is_before(timex: Timex, entry: Entry) -> bool:
    """Whether an expression lies in the days before that of its entry, which is then only that of writing."""
    last = timex.interval.last if timex.interval else None
    first = entry.dating.interval.first
    return last is not None and first is not None and 0 < first - last <= _DAYS_BEFORE


def _led(
    entry: Entry,
    text: str,
    passage: tuple[int, int],
    behind: Sequence[Timex],
    find: Callable[[str, int, int, Sequence[Timex]], list[Draft]],
) -> list[tuple[Draft, bool]]:
    """The events of words that are read with the date of their entry in front: "9 October: A guard is shot"."""
    begin, end = passage
    head = entry.dating.timex
    first = f"{head.text}: "
    away = len(first) - begin
    lead = replace(head, begin=0, end=len(head.text))
    moved = [replace(timex, begin=timex.begin + away, end=timex.end + away) for timex in behind]
    found = []
    for draft in find(first + text[begin:end], 0, len(first) + end - begin, [lead, *moved]):
        draft.begin, draft.end = max(begin, draft.begin - away), max(begin, draft.end - away)
        by_head = draft.dating is not None and draft.dating.timex is lead
        if draft.dating is None or by_head:
            draft.dating, by_head = entry.dating, True
        else:
            draft.dating = _back(draft.dating, dict(zip(map(id, moved), behind, strict=True)))
        found.append((draft, by_head))
    return found


def _back(dating: Dating, originals: Mapping[int, Timex]) -> Dating:
    until = dating.until and originals.get(id(dating.until), dating.until)
    return dating._replace(timex=originals.get(id(dating.timex), dating.timex), until=until)
