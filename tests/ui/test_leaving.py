"""Leaving dialogs where something was typed or chosen: the first time they say so, the second they let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QWidget

from viewer.library.highlights import Annotation
from viewer.ui.address_dialog import AddressDialog
from viewer.ui.check_dialog import CheckDialog, Choice
from viewer.ui.date_dialog import DateDialog, Wish
from viewer.ui.feeds_dialog import FeedsDialog
from viewer.ui.note_dialog import NoteDialog
from viewer.ui.story_dialog import Candidate, StoryDialog


def check(parent):
    return CheckDialog("Tags", "Add a tag", [Choice("War", True)], parent)


def story(parent):
    return StoryDialog("The border", [Candidate(1, "One", "", proposed=True)], parent)


def address(parent):
    return AddressDialog("https://copied.example", parent)


def feeds(parent):
    return FeedsDialog(0, parent)


def note(parent):
    return NoteDialog(1, Annotation("words", "before"), parent)


def date(parent):
    return DateDialog(Wish("Set the date", "on Thursday", "", "1 Nov 2018", "2018-11-01"), None, parent)


def type_note(dialog):
    dialog.field.setPlainText("after")


def type_in_line(dialog):
    dialog.line.setText("Syria")


def uncheck(dialog):
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)


def type_name(dialog):
    dialog.name.setText("Another")


def type_in_field(dialog):
    dialog.field.setText("https://typed.example")


@pytest.fixture
def opened(qtbot):
    parents = []

    def make(kind):
        parent = QWidget()
        qtbot.addWidget(parent)
        parents.append(parent)
        dialog = kind(parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        return dialog

    return make


def escape(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def close_by_title_bar(dialog):
    QApplication.sendEvent(dialog.windowHandle(), QCloseEvent())


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if "once more leaves" in label.text()]


CHANGES = [
    (check, type_in_line),
    (check, uncheck),
    (story, type_name),
    (story, uncheck),
    (address, type_in_field),
    (note, type_note),
    (feeds, type_in_field),
    (date, type_in_field),
]


WAYS = [escape, close_by_title_bar]


@pytest.mark.parametrize("leave", WAYS)
@pytest.mark.parametrize(("kind", "change"), CHANGES)
def test_what_was_changed_is_not_lost_by_one_slip(opened, kind, change, leave):
    dialog = opened(kind)
    change(dialog)
    leave(dialog)
    assert dialog.isVisible()
    assert len(said(dialog)) == 1
    leave(dialog)
    assert not dialog.isVisible()


@pytest.mark.parametrize("leave", WAYS)
@pytest.mark.parametrize("kind", [check, story, address, note, feeds, date])
def test_where_nothing_was_changed_one_leaves_at_once(opened, kind, leave):
    dialog = opened(kind)
    leave(dialog)
    assert not dialog.isVisible()


def test_what_the_program_closes_is_closed(opened):
    dialog = opened(note)
    type_note(dialog)
    dialog.close()
    assert not dialog.isVisible()


@pytest.mark.parametrize(("kind", "change"), [pair for pair in CHANGES if pair[0] is not feeds])
def test_cancel_leaves_at_once(opened, kind, change):
    dialog = opened(kind)
    change(dialog)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).click()
    assert not dialog.isVisible()


def test_who_goes_on_is_warned_again(opened):
    dialog = opened(check)
    type_in_line(dialog)
    escape(dialog)
    dialog.line.setText("Syria and Iraq")
    assert said(dialog) == []
    escape(dialog)
    assert dialog.isVisible()
