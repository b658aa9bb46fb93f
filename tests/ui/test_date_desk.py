"""Dates that the reader sets, by keyboard: asked for, read while one types, kept, shown, taken back, never lost."""

from __future__ import annotations

import json
import os
import threading

import pytest
from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from viewer import paths
from viewer.app import settle
from viewer.chronology import typed
from viewer.library import Library
from viewer.library.noting import Noting
from viewer.model import Basis, LibraryError, Passage
from viewer.ui.date_desk import in_context
from viewer.ui.date_dialog import DateDialog

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
UNDATED = "The baker closed his shop on Monday.\n\nIt had opened on 3 May 2011. Two men were arrested near the oven.\n"


@pytest.fixture
def bread(program, window, folder):
    """The window with an article open that names no day of publication."""
    (folder / "bread.md").write_text(UNDATED, encoding="utf-8")
    window._session.refresh()
    settle(program)
    window.articles.open(program.session.library.find("bread.md"))
    settle(program)
    return window


def dialog_of(window):
    found = [one for one in window.findChildren(DateDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def type_date(program, dialog, text, *, save=True):
    dialog.field.setText(text)
    if save:
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    else:
        QTest.qWait(250)
    settle(program)


def ask(program, window):
    """The dialog for the first date of the article."""
    window.articles.next_date()
    window.dates.desk.set_date()
    settle(program)
    return dialog_of(window)


def push(program, dialog, name):
    next(button for button in dialog.findChildren(QPushButton) if button.objectName() == name).click()
    settle(program)


def event_of(window, word):
    return next(event for event in window.articles.chronology.events if word in event.label)


def test_a_date_is_set_where_it_stands_and_shown_everywhere(program, window, press, folder):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_C)
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "Set the date of these words"
    type_date(program, dialog, "25 Oct 2018")
    event = event_of(window, "Helicopters")
    assert (event.when, event.basis) == ("2018-10-25", Basis.READER)
    assert window.timeline.selected_event() == event
    items = json.loads((folder / "lead.annotations.json").read_text("utf-8"))["items"]
    assert [item["body"][0]["value"] for item in items] == ["2018-10-25"]
    press(Qt.Key.Key_Z, CONTROL)
    assert event_of(window, "Helicopters").when == "2018-11-01"
    assert not (folder / "lead.annotations.json").exists()


def test_one_goes_on_from_the_date_that_was_set(program, window, press):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_D)
    before = window.articles.date_in_hand.passage
    press(Qt.Key.Key_C)
    type_date(program, dialog_of(window), "2016")
    assert window.articles.date_in_hand.passage == before
    press(Qt.Key.Key_D)
    assert window.articles.date_in_hand.passage > before


def test_undoing_and_doing_again_keep_the_date_in_hand(program, window, press):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_C)
    type_date(program, dialog_of(window), "25 Oct 2018")
    for modifiers, when in ((CONTROL, "2018-11-01"), (CONTROL | SHIFT, "2018-10-25")):
        press(Qt.Key.Key_Z, modifiers)
        assert window.articles.date_in_hand.timex.edtf == when
        assert window.timeline.selected_event().when == when


def test_what_is_typed_is_said_in_words_and_kept_only_where_it_is_a_date(program, window, press, folder):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_C)
    dialog = dialog_of(window)
    type_date(program, dialog, "mid-October 2018", save=False)
    assert dialog.meaning.text().startswith("= ")
    assert "2018" in dialog.meaning.text()
    type_date(program, dialog, "soon")
    assert "no date that can be read" in dialog.meaning.text()
    assert dialog.isVisible()
    assert dialog.field.text() == "soon"
    assert not (folder / "lead.annotations.json").exists()


def test_a_slip_on_esc_loses_nothing(program, window, press):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_C)
    dialog = dialog_of(window)
    dialog.field.setText("25 Oct")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.meaning.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_chosen_event_is_meant_and_one_without_a_date_gets_one(program, bread, press):
    event = event_of(bread, "Two men")
    bread.timeline.pane.select_event(event)
    bread.articles._on_event(event)
    press(Qt.Key.Key_C)
    dialog = dialog_of(bread)
    assert dialog.windowTitle() == "Set the date of this event"
    type_date(program, dialog, "June 2011")
    assert event_of(bread, "Two men").when == "2011-06"
    assert bread.timeline.selected_event() == event_of(bread, "Two men")


def test_words_can_be_said_to_be_no_date_and_that_can_be_taken_back(program, window, press):
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_C)
    push(program, dialog_of(window), "no_date")
    assert not any("Helicopters" in event.label and event.when for event in window.articles.chronology.events)
    assert window.articles.dates[0].timex.basis is Basis.READER
    press(Qt.Key.Key_C)
    push(program, dialog_of(window), "as_read")
    assert event_of(window, "Helicopters").when == "2018-11-01"


def test_the_day_of_publication_is_set_and_dates_what_hangs_on_it(program, bread, press, folder):
    assert event_of(bread, "baker").when == ""
    press(Qt.Key.Key_C, SHIFT)
    dialog = dialog_of(bread)
    assert [button.text() for button in dialog.findChildren(QPushButton) if "2011" in button.text()] == ["3 May 2011"]
    type_date(program, dialog, "Nov 7, 2018")
    assert (folder / "bread.md").read_text("utf-8") == f"---\npublished: 2018-11-07\n---\n\n{UNDATED}"
    assert event_of(bread, "baker").when == "2018-11-05"
    press(Qt.Key.Key_Z, CONTROL)
    assert (folder / "bread.md").read_text("utf-8") == UNDATED
    assert event_of(bread, "baker").when == ""


def test_a_proposal_is_taken_with_a_click(program, bread, press):
    press(Qt.Key.Key_C, SHIFT)
    dialog = dialog_of(bread)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "3 May 2011").click()
    assert dialog.field.text() == "3 May 2011"
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(program)
    assert str(bread.articles.article.published) == "2011-05-03"


def test_the_page_leads_to_the_day_of_publication_where_none_is_stated(program, bread):
    bread.articles.follow("dateline:published")
    assert dialog_of(bread).windowTitle() == "Day of publication"
    assert any(bread.reader.page.link(key) == "dateline:published" for key in map(str, range(40)))


def test_the_menu_of_a_date_sets_it(program, window):
    cursor = window.reader.document().find("Thursday")
    cursor.setPosition(cursor.selectionStart() + 2)
    point = window.reader.cursorRect(cursor).center()
    window.reader.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point))
    menu = QGuiApplication.instance().activePopupWidget()
    action = menu.actions()[0]
    assert action.text() == "Set the &date of “Thursday”…"
    action.trigger()
    assert dialog_of(window).windowTitle() == "Set the date of these words"
    menu.close()


def test_without_a_date_in_hand_it_is_said_how_to_get_one(program, window, press):
    told = []
    window.dates.desk.told.connect(told.append)
    press(Qt.Key.Key_C)
    assert "Go to one with D" in told[0]


def test_what_cannot_be_written_stays_typed(program, window, press, monkeypatch):
    def full(*_args):
        raise LibraryError("The disk is full.")

    press(Qt.Key.Key_D)
    press(Qt.Key.Key_C)
    monkeypatch.setattr("viewer.library.noting.Noting.set_date", full)
    dialog = dialog_of(window)
    type_date(program, dialog, "25 Oct 2018")
    assert dialog.isVisible()
    assert dialog.meaning.text() == "The disk is full."
    assert dialog.field.text() == "25 Oct 2018"
    monkeypatch.undo()
    type_date(program, dialog, "26 Oct 2018")
    assert window.findChild(DateDialog) is None
    assert event_of(window, "Helicopters").when == "2018-10-26"


def test_what_another_program_sets_is_shown(program, window, folder):
    library, id = program.session.library, window.articles.article.id
    begin = window.articles.document.blocks[0].text.index("Thursday")
    library.set_date(id, window.articles.document, Passage(0, begin, begin + 8), "2018-10-25")
    file = folder / "lead.annotations.json"
    os.utime(file, ns=(1, 1))
    window._session.look_at(window.articles._open)
    settle(program)
    assert event_of(window, "Helicopters").when == "2018-10-25"


def test_the_sample_stays_as_it_came(program, window, press):
    told = []
    program.window._session.told.connect(told.append)
    program.open(paths.sample_library())
    settle(program)
    press(Qt.Key.Key_C, SHIFT)
    assert any("sample library" in sentence for sentence in told)
    assert not [one for one in window.findChildren(DateDialog) if one.isVisible()]


def test_words_stand_in_those_around_them(window):
    document = window.articles.document
    begin = document.blocks[0].text.index("Thursday")
    text = in_context(document, Passage(0, begin, begin + 8))
    assert "border on “Thursday”. See" in text


def held_back(monkeypatch, owner, name):
    """Have a function wait for the event that this gives."""
    waiting, real = threading.Event(), getattr(owner, name)

    def slowly(*arguments):
        waiting.wait(5)
        return real(*arguments)

    monkeypatch.setattr(owner, name, slowly)
    return waiting


@pytest.fixture
def other(tmp_path):
    """Another library, with an article of the same name."""
    root = tmp_path / "other"
    root.mkdir()
    (root / "lead.md").write_text("---\npublished: 2020-01-01\n---\n\nIt rained on Thursday.\n", encoding="utf-8")
    return root


def test_a_date_never_goes_into_another_library(program, window, folder, other):
    before = [path.read_bytes() for path in sorted(other.iterdir())]
    dialog = ask(program, window)
    dialog.field.setText("25 Oct 2018")
    program.open(other)
    settle(program)
    assert not [one for one in window.findChildren(DateDialog) if one.isVisible()]
    assert [path.read_bytes() for path in sorted(other.iterdir())] == before
    assert not (folder / "lead.annotations.json").exists()


def test_a_dialog_that_outlives_its_library_writes_nothing(program, window, other):
    dialog = ask(program, window)
    type_date(program, dialog, "25 Oct 2018", save=False)
    with QSignalBlocker(window._session):
        window._session.library = Library.open(other)
    dialog.save()
    assert "Another library is open" in dialog.meaning.text()
    assert [path.name for path in other.iterdir()] == ["lead.md"]


def test_a_library_that_changes_while_a_date_is_kept_leaves_no_dialog(program, window, other, monkeypatch):
    dialog = ask(program, window)
    type_date(program, dialog, "25 Oct 2018", save=False)
    dialog.save()
    program.open(other)
    settle(program)
    assert not [one for one in window.findChildren(DateDialog) if one.isVisible()]


def test_enter_is_not_lost_while_what_was_typed_is_being_read(program, window, monkeypatch):
    waiting = held_back(monkeypatch, typed, "read_typed")
    dialog = ask(program, window)
    dialog.field.setText("25 Oct 2018")
    QTest.qWait(250)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    waiting.set()
    settle(program)
    assert event_of(window, "Helicopters").when == "2018-10-25"


def test_a_fault_in_reading_is_said(program, window, monkeypatch):
    def fails(*_arguments):
        raise LibraryError("It cannot be read just now.")

    monkeypatch.setattr(typed, "read_typed", fails)
    dialog = ask(program, window)
    type_date(program, dialog, "25 Oct 2018")
    assert dialog.isVisible()
    assert dialog.meaning.text() == "It cannot be read just now."


def test_while_a_date_is_being_kept_the_dialog_stays(program, window, monkeypatch):
    waiting = held_back(monkeypatch, Noting, "set_date")
    dialog = ask(program, window)
    type_date(program, dialog, "25 Oct 2018", save=False)
    dialog.save()
    dialog.reject()
    assert dialog.isVisible()
    waiting.set()
    settle(program)
    assert window.findChild(DateDialog) is None


def test_esc_warns_again_after_more_was_typed(program, window):
    dialog = ask(program, window)
    dialog.field.setText("25 Oct")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.qWait(250)
    settle(program)
    assert "not kept yet" in dialog.meaning.text()
    dialog.field.setText("25 Oct 2018")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_a_key_that_is_held_down_is_one_esc(program, window):
    dialog = ask(program, window)
    dialog.field.setText("25 Oct")
    for repeated in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "", repeated)
        QGuiApplication.sendEvent(dialog, key)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.meaning.text()


def test_esc_warns_who_emptied_the_field_and_that_stays_said(program, window):
    dialog = ask(program, window)
    type_date(program, dialog, "25 Oct 2018")
    window.dates.desk.set_date()
    settle(program)
    dialog = dialog_of(window)
    dialog.field.clear()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.qWait(250)
    settle(program)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.meaning.text()


def test_esc_warns_again_after_something_else_was_said(program, window, monkeypatch):
    def full(*_arguments):
        raise LibraryError("The disk is full.")

    dialog = ask(program, window)
    monkeypatch.setattr(Noting, "set_date", full)
    type_date(program, dialog, "25 Oct 2018", save=False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(program)
    assert dialog.meaning.text() == "The disk is full."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "not kept yet" in dialog.meaning.text()


def test_a_day_that_cannot_be_written_stays_typed(program, bread, folder):
    (folder / "bread.md").write_text(f"+++\ntitle = 'Bread'\n+++\n{UNDATED}", encoding="utf-8")
    bread._session.refresh()
    settle(program)
    bread.dates.desk.set_published()
    dialog = dialog_of(bread)
    type_date(program, dialog, "7 Nov 2018")
    assert dialog.isVisible()
    assert "TOML" in dialog.meaning.text()
    assert dialog.field.text() == "7 Nov 2018"


def test_the_article_that_is_opened_next_has_nothing_in_hand(program, window, monkeypatch):
    def full(*_arguments):
        raise LibraryError("The disk is full.")

    dialog = ask(program, window)
    monkeypatch.setattr(Noting, "set_date", full)
    type_date(program, dialog, "25 Oct 2018")
    dialog.leave()
    window.articles.open(program.session.library.find("halt.md"))
    settle(program)
    assert window.articles.date_in_hand is None
    assert window.timeline.selected_event() is None


def test_a_chosen_event_is_meant_and_no_longer_the_date_before(program, window):
    window.articles.next_date()
    assert window.articles.date_in_hand is not None
    window.timeline.event_selected.emit(event_of(window, "retook Anbar"))
    assert window.articles.date_in_hand is None
    window.articles.next_date()
    window.timeline.story_event_selected.emit(None)
    assert window.articles.date_in_hand is None


def test_a_closed_library_leaves_no_date_in_hand(program, window):
    window.articles.next_date()
    window.articles.close()
    assert window.articles.date_in_hand is None


def test_a_screen_reader_hears_the_words_and_what_is_meant(program, window):
    dialog = ask(program, window)
    type_date(program, dialog, "25 Oct 2018", save=False)
    said = dialog.field.accessibleDescription()
    for part in ("border on “Thursday”", "Thursday 1 November 2018", "Thursday 25 October 2018"):
        assert part in said
    assert QAccessible.queryAccessibleInterface(dialog.meaning).text(QAccessible.Text.Name).startswith("= ")


def test_proposals_come_right_behind_the_field(program, bread):
    bread.dates.desk.set_published()
    dialog = dialog_of(bread)
    assert dialog.field.nextInFocusChain().text() == "3 May 2011"
