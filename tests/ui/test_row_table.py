from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableWidget, QWidget

from viewer.ui.row_table import RowTable


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_every_cell_is_shown_and_says_all_of_it(parent):
    table = RowTable(("Item", "Reason"), [("a.html", "It holds no text."), ("b.pdf", "It is locked.")], "Left", parent)
    assert [[table.item(row, column).text() for column in range(2)] for row in range(2)] == [
        ["a.html", "It holds no text."],
        ["b.pdf", "It is locked."],
    ]
    assert table.item(1, 1).toolTip() == "It is locked."
    assert table.accessibleName() == "Left"


def test_whole_rows_are_chosen_and_nothing_is_edited(parent):
    table = RowTable(("Item",), [("a",), ("b",)], "Left", parent, one_at_a_time=True)
    table.selectRow(1)
    table.selectRow(0)
    assert [index.row() for index in table.selectedIndexes()] == [0]
    assert table.editTriggers() == QTableWidget.EditTrigger.NoEditTriggers


def test_tab_leaves_the_table(parent):
    assert not RowTable(("Item",), [("a",)], "Left", parent).tabKeyNavigation()
