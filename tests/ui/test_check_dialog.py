from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from viewer.ui.check_dialog import CheckDialog, Choice, Chosen

CHOICES = [Choice("war", False), Choice("Iraq", True), Choice("Hajin", None), Choice("border troops", False)]


@pytest.fixture
def dialog(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CheckDialog("Tags of this article", "Add a tag", CHOICES, parent)
    made.answers = []
    made.chosen.connect(made.answers.append)
    made.show()
    yield made
    parent.close()


def type_in(dialog, text, *keys):
    QTest.keyClicks(dialog.line, text)
    for key in keys:
        QTest.keyClick(dialog.line, key)


def shown(dialog):
    return [item.text() for item in dialog._items() if not item.isHidden()]


def item(dialog, name):
    return next(one for one in dialog._items() if one.text() == name)


def test_those_that_hold_stand_first(dialog):
    assert shown(dialog) == ["Hajin", "Iraq", "border troops", "war"]


def test_nothing_changed_says_nothing(dialog):
    answers = dialog.answers
    type_in(dialog, "", Qt.Key.Key_Return)
    assert answers == []


def test_a_known_name_is_added_from_the_keyboard_alone(dialog):
    answers = dialog.answers
    type_in(dialog, "WAR", Qt.Key.Key_Return)
    assert dialog.line.text() == ""
    type_in(dialog, "", Qt.Key.Key_Return)
    assert answers == [Chosen(("war",), ())]


def test_a_new_name_is_added_and_a_held_one_taken_away(dialog):
    answers = dialog.answers
    type_in(dialog, "  new  name ", Qt.Key.Key_Return)
    type_in(dialog, "iraq", Qt.Key.Key_Return)
    type_in(dialog, "", Qt.Key.Key_Return)
    assert answers == [Chosen(("new name",), ("Iraq",))]


def test_what_was_typed_last_counts_when_the_dialog_is_closed_with_its_button(dialog):
    answers = dialog.answers
    type_in(dialog, "peace")
    dialog.accept()
    assert answers == [Chosen(("peace",), ())]


def test_typing_narrows_the_list_and_tab_completes(dialog):
    type_in(dialog, "bord")
    assert shown(dialog) == ["border troops"]
    assert dialog._hint.text() == "Enter adds “bord”."
    type_in(dialog, "", Qt.Key.Key_Tab)
    assert dialog.line.text() == "border troops"
    assert dialog._hint.text() == "Enter adds “border troops”."


def test_a_name_that_only_some_have_stays_so_until_it_is_clicked(dialog):
    answers = dialog.answers
    type_in(dialog, "war", Qt.Key.Key_Return)
    assert dialog.result_of() == Chosen(("war",), ())
    item(dialog, "Hajin").setCheckState(Qt.CheckState.Checked)
    assert dialog.result_of() == Chosen(("Hajin", "war"), ())
    item(dialog, "Hajin").setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert answers == [Chosen(("war",), ("Hajin",))]


def test_the_arrows_go_to_the_list(dialog):
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.list
    assert dialog.list.currentRow() == 0
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.result_of() == Chosen(("Hajin",), ())


def test_leaving_changes_nothing(dialog):
    answers = dialog.answers
    type_in(dialog, "war", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert answers == []
