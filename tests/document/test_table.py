from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from viewer.document.table import MAX_CELLS, MAX_COLUMNS, RawCell, Table


def table_of(rows):
    table = Table()
    for row in rows:
        table.start_row()
        for text, columns, height in row:
            table.add(RawCell(text, column_span=columns, row_span=height))
    return table


def places(rows):
    return [(raw.text, cell.row, cell.column, cell.row_span, cell.column_span) for raw, cell in table_of(rows).grid(0)]


def test_a_plain_grid():
    assert places([[("a", 1, 1), ("b", 1, 1)], [("c", 1, 1), ("d", 1, 1)]]) == [
        ("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1),
    ]  # fmt: skip


def test_a_cell_that_reaches_down_moves_the_next_row():
    assert places([[("a", 1, 9), ("b", 1, 1)], [("c", 1, 1), ("d", 1, 1)]]) == [
        ("a", 0, 0, 2, 1), ("b", 0, 1, 1, 1), ("", 0, 2, 1, 1), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1),
    ]  # fmt: skip


def test_a_span_beyond_all_bounds_is_one():
    assert places([[("a", 1_000, 1), ("b", 1, 1)]]) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]


def test_more_cells_and_columns_than_the_limits_are_cut():
    wide = table_of([[("x", 1, 1)] * 500])
    assert len(wide.grid(0)) == MAX_COLUMNS
    assert wide.cut
    high = table_of([[("x", 1, 1)]] * 5_000)
    assert len(high.grid(0)) == MAX_CELLS
    assert high.cut


def test_gaps_count_towards_the_limit():
    ragged = table_of([[("x", 1, 1)] * 40] + [[("x", 1, 1)]] * 1_000)
    assert len(ragged.grid(0)) <= MAX_CELLS
    assert ragged.cut


def test_no_cells_no_grid():
    assert table_of([[], []]).grid(0) == []


@given(st.lists(st.lists(st.tuples(st.just("x"), st.integers(1, 70), st.integers(1, 5)), max_size=6), max_size=6))
def test_cells_cover_the_grid_once(rows):
    placed = [cell for _, cell in table_of(rows).grid(3)]
    covered = [
        (cell.row + down, cell.column + right)
        for cell in placed
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]
    height = 1 + max((row for row, _ in covered), default=-1)
    width = 1 + max((column for _, column in covered), default=-1)
    assert len(covered) == len(set(covered)) == height * width
    assert [(cell.row, cell.column) for cell in placed] == sorted((cell.row, cell.column) for cell in placed)
    assert all(cell.table == 3 for cell in placed)
