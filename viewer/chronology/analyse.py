"""An article's blocks to its chronology: all temporal expressions, and the events in the order of time."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import fields, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from viewer.chronology import events_tables
from viewer.chronology.entries import COUNTER, lines_of
from viewer.chronology.events import Speaker, find_events
from viewer.chronology.events_entries import Entry, entries, entry_events
from viewer.chronology.events_order import Placed, is_open, rank
from viewer.model import Basis, Block, BlockKind, Chronology, DatedPassage, Event, Mark, Passage, Timex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from viewer.chronology.events_drafts import Draft
    from viewer.model import SetDate

MOST_EVENTS = 2_000
_LONGEST_SENTENCE = 2_000
_SEPARATOR = "\n\n"
_SILENT = frozenset({BlockKind.HEADING, BlockKind.CODE, BlockKind.IMAGE, BlockKind.RULE})
_CITING = frozenset({BlockKind.FOOTNOTE})
_LINKED_SHARE = 0.6
_BEHIND_OFFSETS = attrgetter(*(each.name for each in fields(Timex)[2:]))


def analyse(
    blocks: Sequence[Block],
    published: date | None,
    language: str = "en",
    period: tuple[date, date] | None = None,
    set_dates: Sequence[SetDate] = (),
) -> Chronology:
    """The chronology of an article; ``period`` has the first and last day of publication where only those are known.

    ``set_dates`` are what the reader says of words: they date events in the place of what would be worked out.

    Expressions of code blocks are left out; headings, images and lists of links give no events. Each ``Timex`` has
    offsets within its block. At most ``MOST_EVENTS`` events are kept, the first of the text, and as many whose day is
    open. Never raises on any text.
    """
    from viewer.chronology.openings import with_open_ends

    joined = _Joined(blocks)
    found = _read(joined, published, language, period)
    timexes = joined.in_blocks(found)
    of_events: tuple[SetDate, ...] = ()
    if set_dates:
        from viewer.chronology.corrections import with_dates_of_events, with_set_dates  # most articles have none

        timexes, of_events = with_set_dates(timexes, set_dates, blocks)
    supposed = _supposed(timexes, joined, language) if published is None else {}
    by_block: dict[int, list[Timex]] = {}
    for dated in timexes:
        by_block.setdefault(dated.passage.block, []).append(dated.timex)
    placed: list[Placed] = []
    left = {False: MOST_EVENTS, True: MOST_EVENTS}  # those whose day is open take no other's place
    dates = _with_stand_ins(by_block, supposed)
    for entry in _find_all(blocks, dates, joined.entries(dates), language):
        whether = is_open(entry.draft)
        if left[whether]:
            left[whether] -= 1
            placed.append(entry)
        if not left[False]:
            break
    if _is_english(language):
        opened = {number: with_open_ends(blocks[number].text, inside) for number, inside in by_block.items()}
        timexes = tuple(map(_with_end, timexes, itertools.chain.from_iterable(opened.values())))
    events = rank(placed, published)
    if of_events:
        events = with_dates_of_events(events, of_events, published, blocks)
    return Chronology(timexes, _explained(events, timexes))


def _read(joined: _Joined, published: date | None, language: str, period: tuple[date, date] | None) -> Sequence[Timex]:
    if period is None:
        from viewer.chronology.reading import read

        return read(joined.text, published, language, joined.asides, joined.lines)
    from viewer.chronology.periods import read_within

    return read_within(joined.text, *period, language, joined.asides, joined.lines)


def _supposed(timexes: Sequence[DatedPassage], joined: _Joined, language: str) -> Mapping[Passage, Timex]:
    from viewer.chronology.supposed import stand_ins  # most articles state their day of publication

    return stand_ins(timexes, joined, language)


def _with_stand_ins(by_block: dict[int, list[Timex]], supposed: Mapping[Passage, Timex]) -> dict[int, list[Timex]]:
    """The expressions of each block, those that have a stand-in by that one."""
    if not supposed:
        return by_block
    return {
        block: [supposed.get(Passage(block, timex.begin, timex.end), timex) for timex in inside]
        for block, inside in by_block.items()
    }


def _with_end(dated: DatedPassage, opened: Timex) -> DatedPassage:
    return dated if dated.timex is opened or dated.timex.basis is Basis.READER else DatedPassage(dated.passage, opened)


def _is_english(language: str) -> bool:
    return language.lower().startswith("en")


def _explained(events: Sequence[Event], timexes: Sequence[DatedPassage]) -> tuple[Event, ...]:
    """Events whose dates tell of their open ends, too; an event finds those itself, from its clause."""
    shown = {dated.passage: dated for dated in timexes}
    return tuple(
        [_with_date(event, shown.get(event.dated_by.passage)) if event.dated_by else event for event in events]
    )


def _with_date(event: Event, dated: DatedPassage | None) -> Event:
    same = dated is None or event.dated_by is None or dated.timex is event.dated_by.timex
    if same or (dated and event.interval and not dated.timex.interval):
        return event
    return replace(event, dated_by=dated)


class _Joined:
    """The text of all blocks at once, so that each date sees what was mentioned before.

    A footnote stands behind the block that refers to it, as it is read. ``asides`` are the stretches of footnotes.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks, self._order = blocks, _reading_order(blocks)
        self._begins: list[int] = []
        self.asides: list[tuple[int, int]] = []
        position = 0
        for number in self._order:
            block = blocks[number]
            self._begins.append(position)
            if block.kind in _CITING:
                self.asides.append((position, position + len(block.text)))
            position += len(block.text) + len(_SEPARATOR)
        self.text = _SEPARATOR.join(_readable(blocks[number]) for number in self._order)
        self.lines = lines_of(blocks, self._begins, self._order)

    def entries(self, dates: Mapping[int, Sequence[Timex]]) -> Mapping[int, Entry]:
        """The dates under which blocks stand, by their numbers."""
        return entries(self.text, self._blocks, self.lines, self._order, dates)

    def text_of(self, numbers: Container[int]) -> str:
        """The text, of all blocks but these only its length."""
        return _SEPARATOR.join(
            _readable(self._blocks[number]) if number in numbers else " " * len(self._blocks[number].text)
            for number in self._order
        )

    def in_blocks(self, found: Iterable[Timex]) -> tuple[DatedPassage, ...]:
        """Expressions with their offsets in their blocks, in the order of the blocks, without those of code."""
        result: list[DatedPassage] = []
        at = 0
        for timex in found:
            while at + 1 < len(self._begins) and self._begins[at + 1] <= timex.begin:
                at += 1
            number = self._order[at]
            begin, end = timex.begin - self._begins[at], timex.end - self._begins[at]
            if self._blocks[number].kind is not BlockKind.CODE and end <= len(self._blocks[number].text):
                result.append(DatedPassage(Passage(number, begin, end), _moved(timex, begin, end)))
        return tuple(sorted(result, key=lambda dated: dated.passage) if self.asides else result)


def _moved(timex: Timex, begin: int, end: int) -> Timex:
    """The same expression at other offsets; ``replace`` takes thrice as long, and every expression is moved."""
    return timex if begin == timex.begin else Timex(begin, end, *_BEHIND_OFFSETS(timex))


def _reading_order(blocks: Sequence[Block]) -> Sequence[int]:
    """The numbers of the blocks, footnotes right behind the first block that refers to them."""
    notes: dict[str, list[int]] = {}
    anchor = ""
    for number, block in enumerate(blocks):
        if block.kind in _CITING:
            anchor = block.anchor or anchor
            notes.setdefault(anchor, []).append(number)
    if not notes:
        return range(len(blocks))
    order: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind not in _CITING:
            order.append(number)
            for run in block.runs:
                order += notes.pop(run.link[1:], ()) if run.link[:1] == "#" else ()
    return [*order, *sorted(number for left in notes.values() for number in left)]


def _readable(block: Block) -> str:
    """The text of a block as the tagger may see it: of code, raised numbers and what counts it only their length."""
    if block.kind is BlockKind.CODE:
        return " " * len(block.text)
    counter = COUNTER.match(block.text)
    position = counter.end() if counter else 0
    pieces = [" " * position]
    for run in block.runs:
        if run.marks & Mark.SUPERSCRIPT and run.begin >= position:
            pieces += [block.text[position : run.begin], " " * (run.end - run.begin)]
            position = run.end
    return "".join(pieces) + block.text[position:]


def _find_all(
    blocks: Sequence[Block], timexes: dict[int, list[Timex]], headed: Mapping[int, Entry], language: str
) -> Iterator[Placed]:
    in_rows: dict[int, Placed | None] = {}
    rows = events_tables.rows(blocks)
    heads = events_tables.headers(blocks) if rows else {}
    for numbers in rows.values():
        in_rows.update(_row(blocks, numbers, timexes, heads))
    speaker = Speaker()
    for number, block in enumerate(blocks):
        if number in in_rows:
            row = in_rows[number]
            if row:
                yield row
        elif _speaks(block, headed.get(number)) and not _is_link_list(block):
            yield from _of_block(number, block, timexes.get(number, ()), speaker, language, headed.get(number))


def _speaks(block: Block, entry: Entry | None) -> bool:
    """Whether a block can tell of events; a heading does where a date leads it."""
    return block.kind not in _SILENT or (block.kind is BlockKind.HEADING and entry is not None and entry.behind > 0)


def _row(
    blocks: Sequence[Block], numbers: list[int], timexes: dict[int, list[Timex]], heads: dict[tuple[int, int], str]
) -> dict[int, Placed | None]:
    """The placed event of a dated row at its text's block, and None at the other blocks of the row."""
    found = events_tables.row_event(blocks, numbers, timexes, heads)
    if found is None:
        return {}
    text, dated, draft = found
    result: dict[int, Placed | None] = dict.fromkeys(numbers)
    result[text] = Placed(text, draft, _dated_passage(dated, draft))
    return result


def _is_link_list(block: Block) -> bool:
    """Whether a list item is mostly a link, as in a list of related articles."""
    if block.kind is not BlockKind.LIST_ITEM:
        return False
    linked = sum(run.end - run.begin for run in block.runs if run.link and not run.link.startswith("#"))
    return linked >= _LINKED_SHARE * max(1, len(block.text))


def _of_block(
    number: int, block: Block, timexes: Sequence[Timex], speaker: Speaker, language: str, entry: Entry | None
) -> Iterator[Placed]:
    def find(text: str, begin: int, end: int, inside: Sequence[Timex]) -> list[Draft]:
        if _is_english(language):
            return find_events(text, begin, end, inside, speaker, needs_verb=block.kind in _CITING)
        return _other(text, begin, end, inside, language)

    begins = [timex.begin for timex in timexes]
    for begin, end in _sentences(block):
        inside = timexes[bisect_left(begins, begin) : bisect_left(begins, end)]
        if entry is None:
            for draft in find(block.text, begin, end, inside):
                yield Placed(number, draft, _dated_passage(number, draft))
        else:
            for draft, by_head in entry_events(entry, block, (begin, end), inside, find):
                yield Placed(number, draft, _dated_passage(entry.block if by_head else number, draft))


def _other(text: str, begin: int, end: int, timexes: Sequence[Timex], language: str) -> list[Draft]:
    from viewer.chronology.events_other_languages import find_plain_events  # most libraries are in English

    return find_plain_events(text, begin, end, timexes, language)


def _sentences(block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, cut where one is longer than any sentence: the work for each stays bounded."""
    for begin, end in _without_notes(block):
        while end - begin > _LONGEST_SENTENCE:
            space = block.text.rfind(" ", begin + 1, begin + _LONGEST_SENTENCE)
            cut = space if space > begin else begin + _LONGEST_SENTENCE
            yield begin, cut
            begin = cut
        yield begin, end


def _without_notes(block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, parted where a note's raised number stands right behind a full stop ("it fell.3")."""
    notes = [run for run in block.runs if run.marks & Mark.SUPERSCRIPT and block.text[run.begin - 1 : run.begin] == "."]
    for begin, end in block.sentences or ((0, len(block.text)),):
        for note in notes:
            if begin < note.begin < end:
                yield begin, note.begin
                begin = min(note.end, end)
        if begin < end:
            yield begin, end


def _dated_passage(number: int, draft: Draft) -> DatedPassage | None:
    if draft.dating is None:
        return None
    timex = draft.dating.timex
    return DatedPassage(Passage(number, timex.begin, timex.end), timex)
