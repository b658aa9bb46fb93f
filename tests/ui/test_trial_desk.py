"""Trying an import from the window, with the program itself looking in another process."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QTableWidget

from tests.test_unchanged import look
from viewer.app import settle
from viewer.ui import command_process
from viewer.ui.refused_dialog import RefusedDialog
from viewer.ui.trial import Fate
from viewer.ui.trial_dialog import TrialDialog

BARE = "---\ntitle: Bare\nsource: https://news.example/bare\n---\n\n[https://news.example/bare](https://news.example/bare)\n"


@pytest.fixture
def notes(tmp_path, folder):
    """A folder of what would be added, completed, kept as a version, is there already, and would not come."""
    (folder / "bare.md").write_text(BARE)
    made = tmp_path / "notes"
    made.mkdir()
    (made / "new.md").write_text("# A new note\n\nText.\n")
    (made / "bare.md").write_text(BARE.partition("[")[0].replace("Bare", "Whole") + "The text of the page.\n")
    (made / "border.md").write_text(
        "---\ntitle: Border\nsource: https://news.example/border\npublished: 2018-11-05\n---\n\nWholly other words.\n"
    )
    (made / "bread.md").write_text((folder / "bread.md").read_text())
    (made / "odd.pdf").write_bytes(b"%PDF-1.4 broken")
    return made


@pytest.fixture
def window(program, notes):
    program.window.files.refresh_library()
    settle(program)
    return program.window


@pytest.fixture
def dialog(program, window):
    window.actions_table["try_import"].trigger()
    return window.findChild(TrialDialog)


def listed(window):
    return {window.library_pane.model.article(row).title for row in range(window.library_pane.model.rowCount())}


def fates(dialog):
    model = dialog.table.model()
    return {model.index(row, 1).data(): model.index(row, 0).data() for row in range(model.rowCount())}


def test_what_would_come_is_shown_and_nothing_is_touched(program, window, dialog, folder, notes):
    before, given = look(folder), look(notes)
    dialog.wanted.emit((str(notes),))
    settle(program)
    assert fates(dialog) == {
        "odd.pdf": Fate.REFUSED.value,
        "A new note": Fate.ADDED.value,
        "Whole": Fate.COMPLETED.value,
        "Border": Fate.VERSION.value,
        "On bread": Fate.ALREADY.value,
    }
    dialog.reject()
    settle(program)
    assert (look(folder), look(notes)) == (before, given)
    assert "A new note" not in listed(window)


def test_add_these_goes_on_with_the_very_same(program, window, dialog, folder, notes):
    dialog.wanted.emit((str(notes),))
    settle(program)
    dialog.add.click()
    settle(program)
    assert (
        window.notice.text == "2 articles added, 1 newer or other version kept, 1 already there, 1 item did not come."
    )
    assert {"A new note", "Bare"} <= listed(window)
    assert "The text of the page." in (folder / "bare.md").read_text()
    assert window.findChild(RefusedDialog) is None  # the reader has seen that list


def test_what_turns_up_only_in_the_import_is_listed(program, window, dialog, notes):
    dialog.wanted.emit((str(notes),))
    settle(program)
    (notes / "zz.pdf").write_bytes(b"%PDF-1.4 also broken")
    dialog.add.click()
    settle(program)
    table = window.findChild(RefusedDialog).findChild(QTableWidget)
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["zz.pdf"]


def test_it_can_come_before_every_adding(program, window, dialog, settings, notes):
    assert not settings.tries_first
    dialog.first.click()
    dialog.close()
    assert settings.tries_first
    window.files.take([str(notes / "new.md"), str(notes / "odd.pdf")])
    settle(program)
    again = next(one for one in window.findChildren(TrialDialog) if one.isVisible())
    assert fates(again) == {"A new note": Fate.ADDED.value, "odd.pdf": Fate.REFUSED.value}
    assert "A new note" not in listed(window)
    again.first.click()
    again.close()
    window.files.add_paths([str(notes / "new.md")])
    settle(program)
    assert "A new note" in listed(window)


def stand_in(monkeypatch, code):
    """Let another program stand for the one that looks."""
    popen = command_process.subprocess.Popen
    monkeypatch.setattr(
        command_process.subprocess,
        "Popen",
        lambda _command, **options: popen([sys.executable, "-c", code], **options),
    )


WAITING = """
import sys, time
print('{"done": 7, "total": 0, "phase": "Looking at"}', file=sys.stderr, flush=True)
time.sleep(60)
"""


def test_it_can_be_cancelled(program, window, dialog, monkeypatch, qtbot):
    stand_in(monkeypatch, WAITING)
    dialog.wanted.emit(("/a",))
    qtbot.waitUntil(lambda: dialog.said.text() == "Looking at 7")
    dialog.stop.click()
    settle(program)
    assert dialog.said.text() == "Stopped. Nothing was added."
    assert not program.jobs.busy


@pytest.mark.parametrize("how", ["close", "library"])
def test_it_ends_with_its_dialog_and_with_its_library(program, window, dialog, monkeypatch, qtbot, how):
    with monkeypatch.context() as patch:
        stand_in(patch, WAITING)
        dialog.wanted.emit(("/a",))
        qtbot.waitUntil(lambda: dialog.said.text() == "Looking at 7")
        with qtbot.waitSignal(dialog.finished):
            dialog.close() if how == "close" else program.session.open_sample()
    settle(program)
    assert not program.jobs.busy


def test_a_fault_is_said_in_the_dialog(program, window, dialog, monkeypatch):
    stand_in(monkeypatch, "import sys; print('dateline: The folder is gone.', file=sys.stderr); sys.exit(2)")
    dialog.wanted.emit(("/a",))
    settle(program)
    assert dialog.said.text() == "The folder is gone."
    assert not dialog.add.isEnabled()


def test_the_sample_library_is_left_alone(program):
    program.session.open_sample()
    settle(program)
    program.window.actions_table["try_import"].trigger()
    assert "library of your own" in program.window.notice.text
    assert program.window.findChild(TrialDialog) is None
