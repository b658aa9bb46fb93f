from __future__ import annotations

from tests.chronology.marked import timex
from viewer.chronology.events_tables import row_event, rows
from viewer.model import Block, BlockKind, Cell


def cell(text: str, row: int, column: int, *, header: bool = False) -> Block:
    return Block(BlockKind.CELL, text, ((0, len(text)),), cell=Cell(0, row, column, header=header))


BLOCKS = (
    cell("Town", 0, 0, header=True),
    cell("Mosul", 1, 0),
    cell("10 July 2017", 1, 1),
    cell("Iraqi forces", 1, 2),
    cell("no date", 2, 0),
    cell("at all", 2, 1),
)


def test_a_row_with_a_date_is_an_event_told_by_its_other_cells():
    text, dated, draft = row_event(BLOCKS, [1, 2, 3], {2: [timex(0, "10 July 2017", "2017-07-10")]})
    assert (text, dated, draft.label, draft.dating.edtf) == (3, 2, "Mosul, Iraqi forces", "2017-07-10")


def test_a_row_without_a_date_cell_is_none():
    assert row_event(BLOCKS, [4, 5], {}) is None
    assert row_event(BLOCKS, [1, 3], {3: [timex(0, "Iraq", "2017")]}) is None


def test_a_date_alone_in_its_row_is_none():
    assert row_event(BLOCKS, [2], {2: [timex(0, "10 July 2017", "2017-07-10")]}) is None


def test_header_rows_are_left_out():
    assert rows(BLOCKS) == {(0, 1): [1, 2, 3], (0, 2): [4, 5]}
