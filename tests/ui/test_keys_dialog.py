"""The list of keys, and giving commands others."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from viewer.ui.actions import COMMANDS, ELSEWHERE
from viewer.ui.keys_dialog import KeysDialog


@pytest.fixture
def dialog(program):
    program.window.actions_table["show_keys"].trigger()
    return program.window.findChild(KeysDialog)


def row_of(name):
    return next(row for row, command in enumerate(COMMANDS) if command.name == name)


def give(dialog, name, keys):
    """Choose a command and press keys, as a reader does."""
    dialog.table.selectRow(row_of(name))
    dialog.field.setKeySequence(QKeySequence(keys))
    dialog.field.editingFinished.emit()


def shown(dialog, name):
    return dialog.table.item(row_of(name), 1).text()


def test_every_command_and_every_other_key_is_listed(dialog):
    assert dialog.table.rowCount() == len(COMMANDS) + len(ELSEWHERE)
    assert shown(dialog, "go_back") == "Alt+Left"


def test_other_keys_act_at_once_and_are_remembered(dialog, program):
    give(dialog, "toggle_star", "Ctrl+B")
    star = program.window.actions_table["toggle_star"]
    assert [key.toString() for key in star.shortcuts()] == ["Ctrl+B"]
    assert "Ctrl+B" in star.toolTip()
    assert shown(dialog, "toggle_star") == "Ctrl+B"
    assert program.settings.keys == {"toggle_star": ("Ctrl+B",)}


def test_an_empty_field_takes_the_keys_away(dialog, program):
    give(dialog, "toggle_star", "")
    assert program.window.actions_table["toggle_star"].shortcuts() == []
    assert program.settings.keys == {"toggle_star": ()}


def test_keys_that_mean_something_already_are_refused(dialog, program):
    give(dialog, "toggle_star", "Ctrl+L")
    assert "already means" in dialog.said.text()
    assert shown(dialog, "toggle_star") == "S"
    assert program.settings.keys == {}


def test_keys_of_the_panes_are_refused(dialog):
    give(dialog, "toggle_star", "Tab")
    assert "belongs to the panes" in dialog.said.text()
    assert shown(dialog, "toggle_star") == "S"


def test_the_keys_that_it_came_with_come_back(dialog, program):
    give(dialog, "toggle_star", "Ctrl+B")
    dialog.reset.click()
    assert shown(dialog, "toggle_star") == "S"
    assert program.settings.keys == {}


def test_a_key_that_was_freed_can_be_given(dialog, program):
    give(dialog, "toggle_star", "Ctrl+B")
    give(dialog, "toggle_read", "S")
    assert shown(dialog, "toggle_read") == "S"
    dialog.table.selectRow(row_of("toggle_star"))
    dialog.reset.click()
    assert "already means" in dialog.said.text()


def test_keys_of_the_panes_cannot_be_changed(dialog):
    dialog.table.selectRow(len(COMMANDS))
    assert not dialog.field.isEnabled()
    assert not dialog.reset.isEnabled()


def test_changed_keys_act_in_the_next_window(dialog, program, qapp):
    from viewer.app import Program

    give(dialog, "toggle_star", "Ctrl+B")
    again = Program(qapp, program.settings)
    assert [key.toString() for key in again.window.actions_table["toggle_star"].shortcuts()] == ["Ctrl+B"]
    again.close()


def test_enter_in_the_list_moves_to_the_field(dialog, program):
    dialog.table.selectRow(row_of("toggle_star"))
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, "\r")
    assert dialog.focusWidget() is dialog.field


def listed(dialog):
    return [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]


@pytest.mark.parametrize(("typed", "command"), [("star", "toggle_star"), ("ctrl+e", "export_timeline")])
def test_a_command_is_found_by_its_words_or_its_keys(dialog, typed, command):
    dialog.sought.setText(typed)
    row = next(n for n, one in enumerate(COMMANDS) if one.name == command)
    assert row in listed(dialog)
    assert len(listed(dialog)) < 8
    assert dialog.table.currentRow() in listed(dialog)
    dialog.sought.clear()
    assert len(listed(dialog)) == dialog.table.rowCount()


def test_enter_in_the_search_for_a_command_leads_into_the_table_and_closes_nothing(dialog):
    dialog.sought.setText("star")
    dialog.sought.setFocus()
    QTest.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.table


def test_what_keys_do_has_more_room_than_the_keys(dialog):
    assert dialog.table.columnWidth(2) > dialog.table.columnWidth(1)
