"""The table of a trial."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viewer.ui.roles import DISPLAY, TOOL_TIP
from viewer.ui.trial import Fate, TrialRow
from viewer.ui.trial_table import TrialTable


@pytest.fixture
def table(qapp):
    parent = QWidget()
    made = TrialTable(parent)
    made.kept = parent
    return made


def cell(table, row, column, role=Qt.ItemDataRole.DisplayRole):
    return table.model().data(table.model().index(row, column), role)


def test_a_row_says_what_becomes_of_it(table):
    table.show_rows([TrialRow(Fate.ADDED, "One", "One.md"), TrialRow(Fate.REFUSED, "odd.bin", "No format.")])
    assert [[cell(table, row, column) for column in range(3)] for row in range(2)] == [
        ["Would be added", "One", "One.md"],
        ["Would not come", "odd.bin", "No format."],
    ]
    assert cell(table, 1, 2, Qt.ItemDataRole.ToolTipRole) == "No format."
    assert table.model().headerData(0, Qt.Orientation.Horizontal) == "What becomes of it"
    assert table.selectionModel().selectedRows()[0].row() == 0


def test_other_rows_take_the_place_of_these(table):
    table.show_rows([TrialRow(Fate.ADDED, str(number), "x") for number in range(1000)])
    assert table.model().rowCount() == 1000
    table.show_rows(())
    assert table.model().rowCount() == 0


def test_a_name_of_any_length_leaves_room_for_the_reason(table):
    table.resize(700, 300)
    table.show_rows([TrialRow(Fate.REFUSED, "a long name " * 40, "The reason.")])
    assert table.columnWidth(1) <= 320


def test_words_of_strangers_are_no_html_in_tool_tips(table):
    table.show_rows([TrialRow(Fate.ADDED, "<img src='/a.png'> Boats", "a.md")])
    cell = table.model().index(0, 1)
    assert table.model().data(cell, DISPLAY) == "<img src='/a.png'> Boats"
    assert "<img" not in table.model().data(cell, TOOL_TIP)
