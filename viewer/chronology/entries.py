"""Entries of a text that is set out by dates: what stands under a heading, behind a bold date, in a row of a table.

A chronology in an article, a live report and a diary say when once, at the head of an entry, and leave it out below:
"## 2014", "**9 October:** A guard is shot", "- June: Schools reopened". Which expression heads what is told by the
blocks alone; what the head gives to the expressions of its entry is settled when they are resolved (``framing.py``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology.vocabulary import MONTHS
from viewer.model import BlockKind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viewer.model import Block

LONGEST_ENTRY = 300
"""Characters of a paragraph that tells what happened, and not of what a year was like."""

_ALONE, _LEAD, _TERM, _ITEM, _CELL = 7, 8, 9, 10, 40  # ranks; those of headings are their levels
_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.DEFINITION})
_HEADING = frozenset({BlockKind.HEADING})
_LONGEST_BEFORE = 32  # characters
_COUNTERS = (
    "Day|Sol|Week|Update|Bulletin|Entry|Part|Chapter|Stage|Round|Phase|Step|Leg|Episode|Tag|Jour|D[ií]a"
    "|(?:[A-Z]?[\\w’'-]+ )?[Rr]eport"
)
COUNTER = re.compile(
    rf"(?:(?:{_COUNTERS}) (?:no\.? ?)?\d{{1,4}}|[TL] ?[+−-] ?\d[\d:.]*)(?=\s?[–—:,.|()-]|\s*$|\s[A-Z])"
)
"""What counts an entry and is no date: "Day 17 — Monday, 8 March", "T+2:30"."""
_BEFORE = re.compile(r"(?:(?:In|On|By)\s|\s+(?:[–—:,.|]|-\s)?\s*)?[(\[]?")  # what counts the entry is blanked
_BEHIND = r"[)\]]?\s*"
_ENDS = re.compile(_BEHIND + r"[.,:;–—|-]?\s*$")
_LEADS = re.compile(_BEHIND + r"(?::|[–—|]|-(?=\s))\s*(?=\S)")
_CLOSES = re.compile(r"[)\].]\s+(?=[\"“‘(]?[A-Z])")
_DIGIT = re.compile(r"\d")
_MARKS = re.compile(r"[)\].,:;–—|\s-]*")
_JOIN = re.compile(r"\s?[–—-]\s?|\sto\s")
_DAY_ALONE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?=[:.–—)\s]|$)")
_DAY_BEHIND = re.compile(r",?\s(\d{1,2})(?:st|nd|rd|th)?(?![\w:.]*\d)")
_LAST_DAY = 31
_LONGEST_MONTH = len("September:")


class Span(NamedTuple):
    """An expression that places something in time: offsets, and what its words name of the day."""

    begin: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Line(NamedTuple):
    """A block as far as heads go: offsets in the text, where its bold beginning ends, the rank it would have.

    ``group`` tells lists and tables apart.
    """

    begin: int
    end: int
    bold_end: int
    kind: BlockKind
    rank: int
    group: int = 0


class Head(NamedTuple):
    """What heads an entry: expression ``first``, or those from there to ``last`` of a range.

    ``behind`` is where the words of its own block begin, -1 where it stands alone.
    """

    first: int
    last: int
    behind: int

    @property
    def is_alone(self) -> bool:
        """Whether its block holds nothing else."""
        return self.behind < 0


@dataclass(slots=True)
class Layout:
    """Which expression heads which line.

    ``own`` has the heads of lines, ``over`` the one under which a line stands, both by the number of the line;
    ``parent`` and ``before`` the head over and the last one beside a head, by the number of its first expression.
    """

    own: dict[int, Head] = field(default_factory=dict)
    over: dict[int, Head] = field(default_factory=dict)
    parent: dict[int, Head] = field(default_factory=dict)
    before: dict[int, Head] = field(default_factory=dict)
    after: dict[int, Head] = field(default_factory=dict)
    falling: set[int] = field(default_factory=set)
    runs: dict[tuple[int, int, int], list[Head]] = field(default_factory=dict)


def lines_of(blocks: Sequence[Block], begins: Iterable[int], order: Iterable[int]) -> list[Line]:
    """The blocks in their ``order``, which ``begins`` gives the offsets of."""
    lines: list[Line] = []
    group = 0
    for begin, number in zip(begins, order, strict=True):
        block = blocks[number]
        rank, kind = 0, block.kind
        if kind is BlockKind.LIST_ITEM:
            rank = _ITEM + block.level
        else:
            group += 1
            if kind is BlockKind.HEADING:
                rank = block.level
            elif kind is BlockKind.CELL and block.cell:
                rank, group = _CELL + block.cell.column, -block.cell.table
            elif kind is BlockKind.TERM:
                rank = _TERM
            elif kind in _PARAGRAPHS:
                rank = _LEAD
        first = block.runs[0] if block.runs else None
        bold = first.end if first and first.begin == 0 and first.marks & Mark.BOLD else 0
        lines.append(Line(begin, begin + len(block.text), begin + bold, kind, rank, group))
    return lines


def layout_of(text: str, lines: Sequence[Line], spans: Sequence[Span]) -> Layout:
    """What heads what. ``spans`` are in the order of the text."""
    layout, at = Layout(), 0
    stack: list[tuple[int, Head]] = []
    for number, line in enumerate(lines):
        while at < len(spans) and spans[at].begin < line.begin:
            at += 1
        head = _head(text, line, spans, at) if line.rank else None
        alone = head is not None and head.is_alone and line.kind is not BlockKind.DEFINITION
        rank = _ALONE if alone and line.rank == _LEAD else line.rank
        while stack and _ends(rank, line, stack[-1][0]):
            stack.pop()
        if stack:
            layout.over[number] = stack[-1][1]
        if head is None:
            continue
        layout.own[number] = head
        _note(layout, head, stack[-1][1] if stack else None, rank, line)
        if rank != _LEAD and line.kind is not BlockKind.DEFINITION:
            stack.append((rank, head))
    for run in layout.runs.values():
        if _falls([spans[head.first] for head in run]):
            layout.falling.update(head.first for head in run)
    return layout


def _ends(rank: int, line: Line, standing: int) -> bool:
    """Whether a line of this rank ends the entry of a head of rank ``standing``."""
    if not rank or line.kind is BlockKind.DEFINITION:
        return standing > _TERM
    is_empty = line.begin == line.end  # in a table: as above
    return standing > rank if is_empty else standing >= rank


def _note(layout: Layout, head: Head, parent: Head | None, rank: int, line: Line) -> None:
    if parent:
        layout.parent[head.first] = parent
    group = line.group if rank >= _ITEM else 0
    run = layout.runs.setdefault((rank, group, parent.first if parent else -1), [])
    if run:
        layout.before[head.first] = run[-1]
        layout.after[run[-1].first] = head
    run.append(head)


def _head(text: str, line: Line, spans: Sequence[Span], at: int) -> Head | None:
    """The head that a line begins with."""
    if at >= len(spans) or spans[at].end > line.end or spans[at].begin - line.begin > _LONGEST_BEFORE:
        return None
    if not _BEFORE.fullmatch(text, line.begin, spans[at].begin):
        return None
    last = at
    if at + 1 < len(spans) and spans[at + 1].end <= line.end:
        last += _JOIN.fullmatch(text, spans[at].end, spans[at + 1].begin) is not None
    end = spans[last].end
    if _ENDS.match(text, end, line.end):
        return Head(at, last, -1)
    if line.kind is BlockKind.CELL:
        return None
    found = _LEADS.match(text, end, line.end)
    if found is None and line.kind not in _HEADING and _DIGIT.search(text, spans[at].begin, end):
        found = _CLOSES.match(text, end, line.end)
    if found:
        return Head(at, last, found.end())
    marks = _MARKS.match(text, end, line.bold_end) if line.bold_end >= end and line.kind not in _HEADING else None
    if marks and marks.end() == line.bold_end < line.end:
        behind = _MARKS.match(text, line.bold_end, line.end)
        return Head(at, last, behind.end() if behind else line.bold_end)
    return None


def _falls(run: Sequence[Span]) -> bool:
    """Whether entries stand with the newest first, by those that name their year, else by their months."""
    dated = [span for span in run if span.year is not None]
    return _rises(dated) < 0 or (not _rises(dated) and _rises(run) < 0)


def _rises(run: Sequence[Span]) -> int:
    """How many more spans follow an earlier one than a later one."""
    pairs = [(_order(one), _order(other)) for one, other in pairwise(run) if (one.year is None) == (other.year is None)]
    return sum((later > earlier) - (later < earlier) for earlier, later in pairs)


def _order(span: Span) -> tuple[int, int, int]:
    return span.year or 0, span.month or 0, span.day or 0


class Bare(NamedTuple):
    """A month or the number of a day, perhaps behind its weekday, that heads an entry without more words."""

    begin: int
    end: int
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def numbered_weekdays(text: str, lines: Sequence[Line], spans: Sequence[Span]) -> list[Bare]:
    """Weekdays that head an entry with the number of their day behind them: "Tuesday 10: He appears"."""
    starts = {line.begin: line for line in lines if line.rank}
    found = []
    for span in spans:
        line = starts.get(span.begin)
        day = _DAY_BEHIND.match(text, span.end, line.end) if line and span.weekday and not span.day else None
        if line and day and 1 <= int(day[1]) <= _LAST_DAY:
            bold = line.begin < line.bold_end <= day.end() + 2
            if bold or _LEADS.match(text, day.end(), line.end) or _ENDS.match(text, day.end(), line.end):
                found.append(Bare(span.begin, day.end(), day=int(day[1]), weekday=span.weekday))
    return found


def bare_months(text: str, lines: Sequence[Line], spans: Sequence[Span]) -> list[Bare]:
    """Months that stand alone under a head with a year, where no rule takes them for one: "May" under "2014"."""
    layout = layout_of(text, lines, spans)
    found = []
    for number, line in enumerate(lines):
        over = layout.over.get(number)
        if over is None or not spans[over.first].year or number in layout.own or line.end - line.begin > _LONGEST_MONTH:
            continue
        month = MONTHS.get(text[line.begin : line.end].strip(" .:").lower())
        if month and text[line.begin].isupper():
            found.append(Bare(line.begin, line.begin + len(text[line.begin : line.end].rstrip(" :")), month=month))
    return found


def day_numbers(text: str, lines: Sequence[Line], spans: Sequence[Span]) -> list[Bare]:
    """Days that head an entry by their number alone, under a head that names a month: "**9:** A guard is shot"."""
    layout = layout_of(text, lines, spans)
    found = []
    for number, line in enumerate(lines):
        over = layout.over.get(number)
        if over is None or number in layout.own or not spans[over.last].month or spans[over.last].day:
            continue
        day = _DAY_ALONE.match(text, line.begin, line.end) if line.rank and line.kind not in _HEADING else None
        if day is None or not 1 <= int(day[1]) <= _LAST_DAY:
            continue
        bold = line.begin < line.bold_end <= day.end() + 2
        if bold or _LEADS.match(text, day.end(), line.end):
            found.append(Bare(day.start(), day.end(), day=int(day[1])))
    return found
