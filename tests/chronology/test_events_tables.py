from __future__ import annotations

from dataclasses import replace

from tests.chronology.marked import timex
from viewer.chronology.events_tables import headers, row_event, rows
from viewer.model import Block, BlockKind, Cell, Mark, Run


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
    text, dated, draft = row_event(BLOCKS, [1, 2, 3], {2: [timex(0, "10 July 2017", "2017-07-10")]}, {})
    assert (text, dated, draft.label, draft.dating.edtf) == (3, 2, "Mosul: Iraqi forces", "2017-07-10")


def test_a_row_without_a_date_cell_is_none():
    assert row_event(BLOCKS, [4, 5], {}, {}) is None
    assert row_event(BLOCKS, [1, 3], {3: [timex(0, "Iraq", "2017")]}, {}) is None


def test_a_date_alone_in_its_row_is_none():
    assert row_event(BLOCKS, [2], {2: [timex(0, "10 July 2017", "2017-07-10")]}, {}) is None


def test_header_rows_are_left_out():
    assert rows(BLOCKS) == {(0, 1): [1, 2, 3], (0, 2): [4, 5]}


def label(*cells: str, heads: tuple[str, ...]) -> str:
    """The label of a row of cells, the second of which is the date."""
    blocks = [cell(text, 1, column) for column, text in enumerate(cells)]
    over = [cell(text, 0, column, header=True) for column, text in enumerate(heads)]
    found = row_event(blocks, range(len(cells)), {1: [timex(0, cells[1], "2017")]}, headers(over))
    return found[2].label


def test_the_head_of_the_date_tells_what_happened_then():
    told = label("Mosul", "2017", "Iraqi forces", heads=("Town", "IS rule ended", "Taken by"))
    assert told == "Mosul: IS rule ended, taken by Iraqi forces"


def test_a_head_that_is_a_time_tells_nothing():
    assert label("Prague", "2017", "Lucerna", "Cancelled", heads=("City", "Date", "Venue", "Status")) == (
        "Prague: Lucerna, Cancelled"
    )


def test_a_cell_that_is_a_sentence_about_the_first_stands_alone():
    told = label("Hajin", "2017", "The SDF enters the town of Hajin", heads=("Place", "Date", "Event"))
    assert told == "The SDF enters the town of Hajin"


def test_a_cell_that_repeats_the_first_or_only_links_is_left_out():
    linked = replace(cell("The fall", 1, 3), runs=(Run(0, 8, Mark(0), link="fall.md"),))
    blocks = [cell("Mosul", 1, 0), cell("2017", 1, 1), cell("mosul", 1, 2), linked]
    assert row_event(blocks, range(4), {1: [timex(0, "2017", "2017")]}, {})[2].label == "Mosul"
