"""The dialog that shows what an import would bring."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from viewer.library import Progress
from viewer.ui.trial import Fate, Trial, TrialRow
from viewer.ui.trial_dialog import TrialDialog, called

TRIAL = Trial(
    ("/a",),
    (
        TrialRow(Fate.REFUSED, "odd.bin", "It is none of the formats."),
        TrialRow(Fate.ADDED, "One", "One.md"),
        TrialRow(Fate.ADDED, "Two", "Two.md"),
    ),
)
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def dialog(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TrialDialog(False, parent)
    made.kept = parent
    made.heard = []
    for name in ("wanted", "agreed", "told", "always"):
        getattr(made, name).connect(made.heard.append)
    made.show()
    return made


def test_before_anything_was_chosen_nothing_can_be_added(dialog):
    assert "nothing is added yet" in dialog.said.text()
    assert not dialog.add.isEnabled()
    assert not dialog.stop.isVisible()
    assert not dialog.kinds.isVisible()


def test_work_shows_how_far_it_is_and_can_be_cancelled(dialog, qtbot):
    dialog.show_trial(TRIAL)
    dialog.show_work(("/some/export.zip",))
    dialog.show_progress(Progress(1200, 0, "looking at"))
    assert dialog.windowTitle() == "Try an import: export.zip"
    assert dialog.said.text() == "Looking at 1,200"
    assert dialog.bar.isVisible()
    assert not dialog.add.isEnabled()
    assert dialog.table.model().rowCount() == 0
    with qtbot.waitSignal(dialog.stopped):
        qtbot.keyClick(dialog.stop, Qt.Key.Key_Space)
    assert dialog.said.text() == "Stopped. Nothing was added."
    assert not dialog.bar.isVisible()


def test_what_would_come_is_listed_and_can_be_agreed_to_by_keyboard(dialog, qtbot):
    dialog.show_work(("/a",))
    dialog.show_trial(TRIAL)
    assert dialog.said.text() == "2 articles would be added and 1 item would not come."
    assert dialog.focusWidget() is dialog.table
    assert dialog.table.accessibleDescription() == dialog.said.text()
    qtbot.keyClick(dialog.add, Qt.Key.Key_Space)
    assert dialog.heard == [TRIAL]
    assert not dialog.isVisible()


def test_one_kind_alone_can_be_shown(dialog, qtbot):
    dialog.show_trial(TRIAL)
    kinds = [dialog.kinds.itemText(row) for row in range(dialog.kinds.count())]
    assert kinds == ["Everything (3)", "Would not come (1)", "Would be added (2)"]
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
    assert dialog.table.model().rowCount() == 1
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
    assert dialog.table.model().rowCount() == 2
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Home)
    assert dialog.table.model().rowCount() == 3


def test_where_nothing_would_come_there_is_nothing_to_agree_to(dialog):
    dialog.show_trial(Trial(("/a",), TRIAL.rows[:1]))
    assert not dialog.add.isEnabled()
    assert not dialog.kinds.isVisible()
    dialog.show_fault("Another Dateline is adding articles to this library.")
    assert dialog.said.text().startswith("Another Dateline")
    assert dialog.table.model().rowCount() == 0


def test_files_and_folders_are_asked_for(dialog, qtbot):
    for button, mode in ((dialog.files, "ExistingFiles"), (dialog.folder, "Directory")):
        qtbot.keyClick(button, Qt.Key.Key_Space)
        asked = next(one for one in dialog.findChildren(QFileDialog) if one.isVisible())
        assert asked.fileMode() is getattr(QFileDialog.FileMode, mode)
        asked.filesSelected.emit([f"/{mode}"])
        asked.close()
    assert dialog.heard == [("/ExistingFiles",), ("/Directory",)]


def dropped(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def event_of(kind, data):
    shift = Qt.KeyboardModifier.ShiftModifier
    return kind(QPoint(9, 9), COPY | Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, shift)


def enter(dialog, data):
    event = event_of(QDragEnterEvent, data)
    event.ignore()
    dialog.dragEnterEvent(event)
    return event


def test_what_is_dropped_is_tried_and_never_moved(dialog):
    data = dropped("file:///a.html", "file:///notes")
    assert enter(dialog, data).isAccepted()
    assert not enter(dialog, dropped("https://news.example/a")).isAccepted()
    event = event_of(QDropEvent, data)
    dialog.dropEvent(event)
    assert event.dropAction() is COPY
    assert dialog.heard == [("/a.html", "/notes")]


def test_the_list_can_be_kept(dialog, tmp_path):
    dialog.show_trial(TRIAL)
    dialog.keep(str(tmp_path / "list.txt"))
    assert (tmp_path / "list.txt").read_text().splitlines() == [
        "Would not come: odd.bin: It is none of the formats.",
        "Would be added: One: One.md",
        "Would be added: Two: Two.md",
    ]
    assert "was written to" in dialog.heard[0]


def test_that_it_shall_always_come_is_told(dialog):
    dialog.first.click()
    assert dialog.heard == [True]


def test_everything_has_a_name_for_those_who_do_not_see_it(dialog):
    assert all(one.accessibleName() for one in (dialog.kinds, dialog.bar, dialog.table))


@pytest.mark.parametrize(("paths", "words"), [(("/a/b.zip",), "b.zip"), (("/a", "/b"), "2 items")])
def test_what_is_tried_in_words(paths, words):
    assert called(paths) == words
