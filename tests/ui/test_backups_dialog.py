"""Going back to the marks of an earlier day, from the window."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from viewer.app import settle
from viewer.library.restoring import Backup
from viewer.ui.backups_dialog import BackupsDialog, called, contents

DAY = Backup("2026-11-20", datetime(2026, 11, 20, 12, tzinfo=UTC), ("3 read", "1 starred"), sound=True)
BEFORE = Backup("2026-11-21T09-30-00", datetime(2026, 11, 21, 9, 30, tzinfo=UTC), (), sound=True, before_restoring=True)
BROKEN = Backup("2026-11-19", datetime(2026, 11, 19, 12, tzinfo=UTC), (), sound=False)


def test_backups_in_words():
    assert (called(DAY), contents(DAY)) == ("Friday 20 November 2026", "3 read, 1 starred")
    assert called(BEFORE).startswith("Saturday 21 November 2026, ")
    assert called(BEFORE).endswith(", before a restoring")
    assert contents(BEFORE) == "No marks"
    assert contents(BROKEN) == "Damaged; it cannot be restored"


@pytest.fixture
def dialog(qtbot, program):
    made = BackupsDialog([DAY, BROKEN], program.window)
    made.open()
    return made


def test_enter_restores_the_selected_backup(dialog, qtbot):
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert chosen.args == [DAY]


def test_a_damaged_backup_cannot_be_restored(dialog, qtbot):
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(dialog.chosen, wait=50):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    dialog.reject()


def test_marks_come_back_from_the_menu(program, qtbot):
    window, library = program.window, program.session.library
    bread = library.find("bread")
    library.star([bread])
    library.refresh()
    (backup,) = [one for one in library.backups() if not one.before_restoring]
    library.star([bread], False)
    window.library_pane.show_view("starred")
    settle(program)
    assert window.library_pane.model.rowCount() == 0
    window.actions_table["restore_marks"].trigger()
    settle(program)
    dialog = window.findChild(BackupsDialog)
    assert dialog.table.item(0, 0).text() == called(backup)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(program)
    assert window.notice.text.startswith(f"Your marks are those of {called(backup)} again.")
    assert any(one.before_restoring for one in library.backups())
    assert list(window.library_pane.model.ids) == [bread]


def test_a_library_without_backups_says_when_they_are_made(qtbot, program):
    dialog = BackupsDialog([], program.window)
    dialog.open()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("There is no backup yet") for text in texts)
    assert dialog.table.rowCount() == 0
    dialog.reject()
