from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.table import EventTable


@pytest.fixture
def table(qtbot, theme, story):
    result = EventTable(theme)
    qtbot.addWidget(result)
    result.resize(800, 200)
    result.set_entries(entries_of(story.events))
    result.show()
    return result


def test_a_choice_from_outside_is_quiet(table):
    spy = QSignalSpy(table.chosen)
    table.set_selected(3)
    assert table.currentIndex().row() == 3
    table.set_selected(-1)
    assert not table.selectionModel().hasSelection()
    assert spy.count() == 0


def test_the_keyboard_chooses_and_enter_activates(qtbot, table):
    table.set_selected(1)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [2]
    with qtbot.waitSignal(table.activated_entry) as activated:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert activated.args == [2]


def test_enter_with_nothing_chosen_does_nothing(qtbot, table):
    spy = QSignalSpy(table.activated_entry)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert spy.count() == 0


def test_a_click_on_a_header_sorts_and_keeps_the_choice(table):
    table.set_selected(3)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.set_selected(3)
    assert table.currentIndex().siblingAtColumn(1).data() == "The operation was suspended"


def test_takes_the_colours_of_the_theme(table, theme):
    theme.choose("dark")
    assert theme.colors.base.name() in table.styleSheet()


def test_has_a_name_for_screen_readers(table):
    assert table.accessibleName() == "List of events"
