"""Table rows with a date: the row is the event, its other cells are the label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.events_dates import Dating, is_within
from viewer.chronology.events_drafts import Draft
from viewer.chronology.figures import find_figures
from viewer.chronology.labels import LONGEST, cut, tidy
from viewer.model import Block, Factuality, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHARE_OF_DATE_CELL = 0.6
_SENTENCE = 5  # words
_TIMES = {"", "date", "dates", "day", "year", "years", "month", "week", "when", "time", "period", "published"}
_LEADING = {"by", "in", "at", "for", "from", "to", "of", "with", "on", "under", "against"}


def rows(blocks: Sequence[Block]) -> dict[tuple[int, int], list[int]]:
    """The numbers of the blocks in each table row that is no header, by (table, row)."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, block in enumerate(blocks):
        if block.cell and not block.cell.header:
            found.setdefault((block.cell.table, block.cell.row), []).append(number)
    return found


def headers(blocks: Sequence[Block]) -> dict[tuple[int, int], str]:
    """The words at the head of each column, by (table, column)."""
    return {
        (block.cell.table, block.cell.column): " ".join(block.text.split())
        for block in blocks
        if block.cell and block.cell.header and block.cell.row == 0
    }


def row_event(
    blocks: Sequence[Block],
    numbers: Sequence[int],
    timexes: Mapping[int, Sequence[Timex]],
    heads: Mapping[tuple[int, int], str],
) -> tuple[int, int, Draft] | None:
    """The event of a row: (block of its text, block of its date, draft), None where no cell is a date.

    ``timexes`` are those of each block, with offsets in the block; ``heads`` what stands over the columns.
    """
    dates = {
        number: dating
        for number in numbers
        if _is_date_cell(blocks[number], timexes.get(number, ())) and (dating := _dating(timexes[number]))
    }
    if not dates:
        return None
    dated = _most_exact(dates)
    dating = dates[dated]
    wider = {number for number, other in dates.items() if number == dated or is_within(dating.interval, other.interval)}
    others = [number for number in numbers if number not in wider and blocks[number].text.strip()]
    if not others:
        return None
    text = max(others, key=lambda number: len(blocks[number].text))
    label = _label([blocks[number] for number in others], heads, _head_of(blocks[dated], heads))
    if not label:
        return None
    figures = find_figures(blocks[text].text)
    return text, dated, Draft(0, len(blocks[text].text), label, Factuality.REPORTED, dating, figures=figures)


def _most_exact(dates: Mapping[int, Dating]) -> int:
    """The first date of a row, or the one that says on which day or at which time of it: "2012 | 5 March"."""
    found = next(iter(dates))
    for number, dating in dates.items():
        if dating.interval != dates[found].interval and is_within(dating.interval, dates[found].interval):
            found = number
    return found


def _label(cells: Sequence[Block], heads: Mapping[tuple[int, int], str], of_date: str) -> str:
    """What a row tells: "Mosul: IS rule ended, taken by Iraqi forces" of Mosul, Iraqi forces and what heads them."""
    subject = tidy(cells[0].text)
    told = [] if of_date.lower() in _TIMES else [_lowered(of_date)]
    for cell in cells[1:]:
        text = tidy(cell.text)
        if subject.casefold() in text.casefold() and len(text.split()) >= _SENTENCE:
            return cut(text, LONGEST)
        if text and not _is_link(cell) and text.casefold() != subject.casefold():
            told.append(_with_head(_head_of(cell, heads), text))
    return cut(f"{subject}: {', '.join(told)}" if told and subject else subject or ", ".join(told), LONGEST)


def _head_of(cell: Block, heads: Mapping[tuple[int, int], str]) -> str:
    return heads.get((cell.cell.table, cell.cell.column), "") if cell.cell else ""


def _with_head(head: str, text: str) -> str:
    """A cell with the words over it where these only lead to it: "taken by Iraqi forces"."""
    leads = head.lower().rpartition(" ")[2] in _LEADING and " " in head
    return f"{_lowered(head)} {text}" if leads else text


def _lowered(head: str) -> str:
    """A head as it would stand in a sentence; a name keeps its capital."""
    words = head.split()
    name = len(words) > 1 and (words[1][:1].isupper() or words[0].isupper())
    return head if name else head[:1].lower() + head[1:]


def _is_link(cell: Block) -> bool:
    """Whether a cell only links to another page."""
    return any(run.link and run.end - run.begin >= len(cell.text.strip()) for run in cell.runs)


def _is_date_cell(block: Block, timexes: Sequence[Timex]) -> bool:
    length = sum(timex.end - timex.begin for timex in timexes if timex.interval)
    return bool(block.text) and length >= _SHARE_OF_DATE_CELL * len(block.text.strip())


def _dating(timexes: Sequence[Timex]) -> Dating | None:
    for timex in timexes:
        if timex.interval and timex.type is not TimexType.SET:
            return Dating(0, 0, timex, timex.interval, timex.edtf)
    return None
