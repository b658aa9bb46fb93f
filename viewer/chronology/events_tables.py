"""Table rows with a date: the row is the event, its other cells are the label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.events_dates import Dating
from viewer.chronology.events_drafts import Draft
from viewer.chronology.figures import find_figures
from viewer.chronology.labels import LONGEST, cut, tidy
from viewer.model import Block, Factuality, Timex, TimexType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHARE_OF_DATE_CELL = 0.6


def rows(blocks: Sequence[Block]) -> dict[tuple[int, int], list[int]]:
    """The numbers of the blocks in each table row that is no header, by (table, row)."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, block in enumerate(blocks):
        if block.cell and not block.cell.header:
            found.setdefault((block.cell.table, block.cell.row), []).append(number)
    return found


def row_event(
    blocks: Sequence[Block], numbers: Sequence[int], timexes: Mapping[int, Sequence[Timex]]
) -> tuple[int, int, Draft] | None:
    """The event of a row: (block of its text, block of its date, draft), None where no cell is a date.

    ``timexes`` are those of each block, with offsets in the block.
    """
    dated = next((number for number in numbers if _is_date_cell(blocks[number], timexes.get(number, ()))), None)
    if dated is None:
        return None
    others = [number for number in numbers if number != dated and blocks[number].text.strip()]
    if not others:
        return None
    dating = _dating(timexes[dated])
    text = max(others, key=lambda number: len(blocks[number].text))
    label = cut(tidy(", ".join(tidy(blocks[number].text) for number in others)), LONGEST)
    if dating is None or not label:
        return None
    figures = find_figures(blocks[text].text)
    return text, dated, Draft(0, len(blocks[text].text), label, Factuality.REPORTED, dating, figures=figures)


def _is_date_cell(block: Block, timexes: Sequence[Timex]) -> bool:
    length = sum(timex.end - timex.begin for timex in timexes if timex.interval)
    return bool(block.text) and length >= _SHARE_OF_DATE_CELL * len(block.text.strip())


def _dating(timexes: Sequence[Timex]) -> Dating | None:
    for timex in timexes:
        if timex.interval and timex.type is not TimexType.SET:
            return Dating(0, 0, timex, timex.interval, timex.edtf)
    return None
