"""Highlights and notes that the reader makes, by keyboard: kept on disk, shown, changed, undone, never lost."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from viewer import paths
from viewer.app import settle
from viewer.model import Passage
from viewer.ui.highlights_dialog import HighlightsDialog
from viewer.ui.note_dialog import NoteDialog
from viewer.ui.reader.highlighting import ground
from viewer.ui.reader.menu import menu_at
from viewer.ui.reader.selecting import caret

NAME = "lead.annotations.json"
WORDS = "Helicopters arrived at the border"
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def activate(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def choose(window, words, last=""):
    """Select ``words``, or all from them to the end of ``last``."""
    cursor = window.reader.document().find(words)
    assert not cursor.isNull(), words
    if last:
        end = window.reader.document().find(last, cursor)
        cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    window.reader.setTextCursor(cursor)


def put_caret(window, words):
    cursor = window.reader.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 2)
    window.reader.setTextCursor(cursor)


def look_of(window, words):
    cursor = window.reader.document().find(words)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat().background()


def is_painted(window, words, color="yellow"):
    look = look_of(window, words)
    is_plain = look.style() == Qt.BrushStyle.NoBrush
    return not is_plain and look.color() == ground(window.articles.style.colors, color)


def items(folder):
    return json.loads((folder / NAME).read_text(encoding="utf-8"))["items"]


def quotes(folder):
    return [item["target"]["selector"][0]["exact"] for item in items(folder)]


def open_menu():
    return QGuiApplication.instance().activePopupWidget()


def words_of(menu):
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()]


def trigger(menu, words):
    next(action for action in menu.actions() if words in action.text().replace("&", "")).trigger()


def test_h_highlights_what_is_selected_and_ctrl_z_takes_it_back(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    assert quotes(folder) == [WORDS]
    assert is_painted(window, WORDS)
    assert not window.reader.textCursor().hasSelection()
    assert "1 highlight. Read them" in window.reader.toPlainText()
    press(Qt.Key.Key_Z, CONTROL)
    assert not (folder / NAME).exists()
    assert not is_painted(window, WORDS)
    press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert quotes(folder) == [WORDS]
    assert is_painted(window, WORDS)


def test_a_key_that_is_held_down_makes_one_highlight(program, window, press, folder, qtbot):
    activate(window, qtbot)
    choose(window, WORDS)
    for _ in range(4):
        QTest.keyClick(window.reader, Qt.Key.Key_H)
    settle(program)
    assert quotes(folder) == [WORDS]


def test_what_is_selected_meanwhile_stays_selected(program, window, press, folder, qtbot):
    activate(window, qtbot)
    choose(window, WORDS)
    QTest.keyClick(window.reader, Qt.Key.Key_H)
    choose(window, "retook Anbar")
    settle(program)
    assert window.reader.textCursor().selectedText() == "retook Anbar"
    press(Qt.Key.Key_H)
    assert quotes(folder) == [WORDS, "retook Anbar"]


def test_words_of_several_paragraphs_are_one_highlight(window, press, folder):
    choose(window, "on Thursday.", "Iraqi forces retook")
    press(Qt.Key.Key_H)
    (quote,) = quotes(folder)
    assert quote.startswith("on Thursday. See the halt and a page.\n\nIraqi forces retook")
    assert is_painted(window, "See ")
    assert is_painted(window, "Iraqi forces")


def test_the_place_that_is_read_and_the_caret_stay(program, window, press):
    choose(window, "Paragraph 20 says")
    window.reader.ensureCursorVisible()
    settle(program)
    before = window.reader.cursorRect().top()
    press(Qt.Key.Key_H)
    assert is_painted(window, "Paragraph 20 says")
    assert abs(window.reader.cursorRect().top() - before) <= 1  # lines begin at parts of a pixel
    block = window.reader.textCursor().block().text()
    assert block.startswith("Paragraph 20 says")


def test_what_is_selected_outside_of_the_article_is_no_matter(window, press, folder):
    for words in ("", "Iraq reinforces its border"):
        cursor = window.reader.document().find(words) if words else QTextCursor(window.reader.document())
        window.reader.setTextCursor(cursor)
        press(Qt.Key.Key_H)
        assert window.notice.text.startswith("Select some words of the article first")
    assert not (folder / NAME).exists()


def test_of_a_selection_of_all_the_article_is_highlighted(window, press, folder):
    window.reader.selectAll()
    press(Qt.Key.Key_H)
    (quote,) = quotes(folder)
    assert quote.startswith("Helicopters arrived")
    assert quote.endswith("its campaign near Hajin.")


def test_shift_h_highlights_and_asks_for_a_note(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    assert quotes(folder) == [WORDS]
    assert dialog.field.hasFocus()
    QTest.keyClicks(dialog.field, "Why <b>then</b>?")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    settle(program)
    assert window.findChild(NoteDialog) is None
    (item,) = items(folder)
    assert item["body"][0]["value"] == "Why <b>then</b>?"
    assert "1 highlight and 1 note." in window.reader.toPlainText()
    press(Qt.Key.Key_Z, CONTROL)
    assert "body" not in items(folder)[0]


def test_with_nothing_selected_the_note_is_on_the_article(program, window, press, folder):
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    assert dialog.windowTitle() == "Note on the article"
    QTest.keyClicks(dialog.field, "Of all")
    dialog.save()
    settle(program)
    (item,) = items(folder)
    assert (item["motivation"], item["body"][0]["value"]) == ("commenting", "Of all")
    assert item["target"] == {"source": "lead.md"}
    assert "1 note. Read them" in window.reader.toPlainText()
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    assert dialog.note() == "Of all"
    dialog.field.setPlainText("Of all of it")
    dialog.save()
    settle(program)
    assert [one["body"][0]["value"] for one in items(folder)] == ["Of all of it"]
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    dialog.field.clear()
    dialog.save()
    settle(program)
    assert not (folder / NAME).exists()
    for _ in range(2):
        press(Qt.Key.Key_Z, CONTROL)
    assert [one["body"][0]["value"] for one in items(folder)] == ["Of all"]


def test_esc_in_a_note_loses_nothing_that_was_typed(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    QTest.keyClicks(dialog.field, "Why?")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert any("once more leaves" in label.text() for label in dialog.findChildren(QLabel))
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    settle(program)
    assert quotes(folder) == [WORDS]


def test_h_at_a_highlight_offers_colours_note_and_deletion(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_H)
    menu = open_menu()
    assert words_of(menu) == [
        "1  Yellow",
        "2  Green",
        "3  Blue",
        "4  Pink",
        "5  Purple",
        "Add a note…",
        "Delete highlight",
    ]
    assert [action.isChecked() for action in menu.actions()[:5]] == [True, False, False, False, False]
    QTest.keyClick(menu, Qt.Key.Key_3)
    settle(program)
    assert items(folder)[0]["target"]["styleClass"] == "blue"
    assert is_painted(window, WORDS, "blue")
    choose(window, "Paragraph 1 says")
    press(Qt.Key.Key_H)
    assert is_painted(window, "Paragraph 1 says", "blue")
    put_caret(window, WORDS)
    press(Qt.Key.Key_H)
    QTest.keyClick(open_menu(), Qt.Key.Key_D)
    settle(program)
    assert quotes(folder) == ["Paragraph 1 says"]
    assert window.notice.text == "The highlight or note was deleted."
    press(Qt.Key.Key_Z, CONTROL)
    assert quotes(folder) == [WORDS, "Paragraph 1 says"]


def test_the_same_words_are_not_highlighted_twice(program, window, press, folder):
    for _ in range(2):
        choose(window, WORDS)
        press(Qt.Key.Key_H)
    open_menu().close()
    assert quotes(folder) == [WORDS]
    put_caret(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    window.findChild(NoteDialog).reject()


def test_of_highlights_that_overlap_each_has_its_menu(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    choose(window, "arrived at")
    press(Qt.Key.Key_H)
    put_caret(window, "arrived at")
    press(Qt.Key.Key_H)
    menu = open_menu()
    assert words_of(menu) == ["Highlight “arrived at”", f"Highlight “{WORDS}”"]
    trigger(menu.actions()[0].menu(), "Green")
    menu.close()
    settle(program)
    assert is_painted(window, "arrived at", "green")
    assert is_painted(window, "the border")


def middle_of(reader, words):
    cursor = reader.document().find(words)
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    return reader.cursorRect(cursor).center()


def test_the_menu_of_a_place_offers_the_same(program, window, press, folder):
    reader = window.reader
    choose(window, WORDS)
    point = middle_of(reader, WORDS)
    menu = menu_at(reader, point)
    reader.menu_opening.emit(menu, reader._place_under(point))
    assert words_of(menu)[:3] == ["Highlight", "Highlight with a note…", "Copy"]
    trigger(menu, "Highlight")
    settle(program)
    menu.close()
    point = middle_of(reader, WORDS)
    menu = menu_at(reader, point)
    reader.menu_opening.emit(menu, reader._place_under(point))
    assert words_of(menu) == [f"Highlight “{WORDS}”", "Copy", "Select All"]
    trigger(menu.actions()[0].menu(), "Delete")
    settle(program)
    menu.close()
    assert not (folder / NAME).exists()


def test_what_is_copied_is_the_text_alone(window, press):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    choose(window, WORDS)
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == WORDS


def test_the_list_changes_deletes_and_undoes(program, window, press, folder, qtbot):
    for words in (WORDS, "Paragraph 3 says", "Paragraph 5 says"):
        choose(window, words)
        press(Qt.Key.Key_H)
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = window.findChild(HighlightsDialog)
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    settle(program)
    assert quotes(folder) == [WORDS, "Paragraph 5 says"]
    assert [dialog.table.item(row, 0).text() for row in range(2)] == [WORDS, "Paragraph 5 says"]
    assert dialog.table.currentRow() == 1
    assert any(label.text() == "The highlight or note was deleted." for label in dialog.findChildren(QLabel))
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    note = dialog.findChild(NoteDialog)
    activate(note, qtbot)
    QTest.keyClicks(note.field, "Five")
    QTest.keyClick(note.field, Qt.Key.Key_Return, CONTROL)
    settle(program)
    assert dialog.table.item(1, 1).text() == "Five"
    activate(dialog, qtbot)
    for _ in range(3):
        QTest.keyClick(dialog.table, Qt.Key.Key_Z, CONTROL)
        settle(program)
    assert quotes(folder) == [WORDS, "Paragraph 3 says", "Paragraph 5 says"]
    assert not dialog.undo.isEnabled()
    assert [dialog.table.item(row, 4).text() for row in range(3)] == ["Yellow"] * 3
    dialog.table.selectRow(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(program)
    assert window.findChild(HighlightsDialog) is None


def test_the_list_gives_another_colour(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = window.findChild(HighlightsDialog)
    dialog.color.menu().aboutToShow.emit()
    trigger(dialog.color.menu(), "Pink")
    settle(program)
    assert items(folder)[0]["target"]["styleClass"] == "pink"
    assert dialog.table.item(0, 4).text() == "Pink"
    dialog.color.menu().aboutToShow.emit()
    assert [action.isChecked() for action in dialog.color.menu().actions()] == [False, False, False, True, False]
    dialog.undo.click()
    settle(program)
    assert dialog.table.item(0, 4).text() == "Yellow"
    dialog.reject()


def test_the_last_can_be_deleted_from_the_list_and_brought_back(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = window.findChild(HighlightsDialog)
    dialog.delete.click()
    settle(program)
    assert dialog.table.rowCount() == 0
    assert not any(button.isEnabled() for button in (dialog.go, dialog.note, dialog.delete))
    dialog.undo.click()
    settle(program)
    assert quotes(folder) == [WORDS]
    assert dialog.table.rowCount() == 1
    dialog.reject()


def test_a_note_that_cannot_be_kept_stays_where_it_was_typed(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    before = (folder / NAME).read_bytes()
    (folder / NAME).write_bytes(b"{")
    QTest.keyClicks(dialog.field, "Why?")
    dialog.save()
    settle(program)
    assert dialog.isVisible()
    assert any("lead.annotations.json: It cannot be read" in label.text() for label in dialog.findChildren(QLabel))
    assert (folder / NAME).read_bytes() == b"{"
    (folder / NAME).write_bytes(before)
    dialog.save()
    settle(program)
    assert items(folder)[0]["body"][0]["value"] == "Why?"


def test_a_note_of_another_program_is_shown_before_it_is_replaced(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    page = json.loads((folder / NAME).read_text(encoding="utf-8"))
    page["items"][0]["bodyValue"] = "Theirs"
    (folder / NAME).write_text(json.dumps(page), encoding="utf-8")
    QTest.keyClicks(dialog.field, "Mine")
    dialog.save()
    settle(program)
    assert any("“Theirs”. Save again" in label.text() for label in dialog.findChildren(QLabel))
    assert "Mine" not in (folder / NAME).read_text(encoding="utf-8")
    dialog.save()
    settle(program)
    assert items(folder)[0]["body"][0]["value"] == "Mine"


def test_a_damaged_file_is_named_and_left(window, press, folder):
    (folder / NAME).write_bytes(b'{"items": [')
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    assert window.notice.text.startswith("lead.annotations.json: It cannot be read as annotations")
    assert (folder / NAME).read_bytes() == b'{"items": ['
    assert window.reader.textCursor().hasSelection()


def test_what_another_program_adds_meanwhile_is_kept_and_shown(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    page = json.loads((folder / NAME).read_text(encoding="utf-8"))
    page["items"].append({"type": "Annotation", "bodyValue": "Of all"})
    (folder / NAME).write_text(json.dumps(page), encoding="utf-8")
    choose(window, "Paragraph 4 says")
    press(Qt.Key.Key_H)
    assert len(items(folder)) == 3
    assert "2 highlights and 1 note." in window.reader.toPlainText()


def test_an_article_that_has_gone_gets_none(program, window, press, folder):
    choose(window, WORDS)
    (folder / "lead.md").unlink()
    program.session.refresh()
    settle(program)
    press(Qt.Key.Key_H)
    assert "has gone from the library" in window.notice.text
    assert not (folder / NAME).exists()


def test_the_sample_stays_as_it_came(window, press, folder, monkeypatch):
    monkeypatch.setattr(paths, "sample_library", lambda: folder)
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    assert window.notice.text.startswith("The sample library stays as it came")
    assert not (folder / NAME).exists()


def test_everything_has_a_name_for_screen_readers(program, window, press):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    note = window.findChild(NoteDialog)
    assert note.field.accessibleName() == "Note"
    note.reject()
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = window.findChild(HighlightsDialog)
    assert dialog.table.accessibleName() == "Highlights and notes"
    assert all(button.text() for button in dialog.findChildren(QPushButton))
    dialog.reject()


def test_words_are_selected_and_highlighted_by_keyboard_alone(program, window, press, folder):
    bar = window.reader.verticalScrollBar()
    press(Qt.Key.Key_F4)
    assert "Shift" in window.notice.text
    assert window.reader.textCursor().block().text().startswith("Helicopters arrived")
    for _ in range(3):
        press(Qt.Key.Key_Right, CONTROL | SHIFT)
    press(Qt.Key.Key_H)
    assert quotes(folder) == ["Helicopters arrived at"]
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_H)
    QTest.keyClick(open_menu(), Qt.Key.Key_2)
    settle(program)
    assert items(folder)[0]["target"]["styleClass"] == "green"
    press(Qt.Key.Key_Escape)
    assert not window.actions_table["select_by_keys"].isChecked()
    assert bar.value() == 0
    press(Qt.Key.Key_Down)
    assert bar.value() > 0


def test_the_caret_begins_at_what_is_in_sight(program, window, press):
    window.reader.go_to(Passage(12, 0, 0))
    settle(program)
    press(Qt.Key.Key_F4)
    assert abs(caret(window.reader).block - 12) <= 1


MIXED = """---
title: Mixed
published: 2018-11-02
lang: ar
---

عزّزت القوات 😀 العراقية مواقعها على طول الحدود يوم الخميس.

| Town | Taken |
|---|---|
| Hajin | 14 December 2018 |
| Baghuz | 23 March 2019 |

![A map](map.png)
*The caption of the map*
"""


@pytest.fixture
def mixed(program, window, press, folder):
    (folder / "mixed.md").write_text(MIXED, encoding="utf-8")
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("mixed.md"))
    settle(program)
    return lambda: json.loads((folder / "mixed.annotations.json").read_text(encoding="utf-8"))["items"]


def test_a_column_of_a_table_is_one_highlight_without_the_cells_between(window, press, mixed):
    choose(window, "Hajin", "Baghuz")
    press(Qt.Key.Key_H)
    (item,) = mixed()
    assert [target["selector"][0]["exact"] for target in item["target"]] == ["Hajin", "Baghuz"]
    assert is_painted(window, "Baghuz")
    assert not is_painted(window, "14 December")


def test_rows_of_a_table_and_what_stands_around_it_are_one_highlight(window, press, mixed):
    choose(window, "Hajin", "23 March 2019")
    press(Qt.Key.Key_H)
    (item,) = mixed()
    assert item["target"]["selector"][0]["exact"] == "Hajin\n\n14 December 2018\n\nBaghuz\n\n23 March 2019"
    choose(window, "23 March", "The caption of")
    press(Qt.Key.Key_H)
    assert mixed()[1]["target"]["selector"][0]["exact"].startswith("Town\n\nTaken\n\n")  # Qt selects tables whole
    assert mixed()[1]["target"]["selector"][0]["exact"].endswith("The caption of")
    assert is_painted(window, "The caption of")


def test_text_from_right_to_left_and_signs_of_two_units_keep_their_places(window, press, mixed):
    choose(window, "القوات 😀 العراقية")
    press(Qt.Key.Key_H)
    choose(window, "الحدود")
    press(Qt.Key.Key_H)
    assert [item["target"]["selector"][0]["exact"] for item in mixed()] == ["القوات 😀 العراقية", "الحدود"]
    assert is_painted(window, "الحدود")
    assert not is_painted(window, "مواقعها")


def test_a_date_keeps_its_line_and_its_receipt_under_a_highlight(window, press, folder):
    before = window.reader.document().find("Thursday").charFormat().underlineStyle()
    choose(window, WORDS, "on Thursday")
    press(Qt.Key.Key_H)
    assert is_painted(window, "Thursday")
    assert window.reader.document().find("Thursday").charFormat().underlineStyle() == before
    assert window.reader.date_at(middle_of(window.reader, "Thursday")) is not None


def test_the_menu_that_a_key_opens_is_that_of_the_caret(program, window, press):
    choose(window, "retook Anbar")
    press(Qt.Key.Key_H)
    menus = []
    window.reader.menu_opening.connect(lambda menu, _place: menus.append(words_of(menu)))
    put_caret(window, "retook Anbar")
    point = window.reader.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    window.reader.contextMenuEvent(QContextMenuEvent(reason, point, window.reader.mapToGlobal(point)))
    open_menu().close()
    assert menus[0][0] == "Highlight “retook Anbar”"


def test_a_note_that_is_being_kept_is_waited_for(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    dialog = window.findChild(NoteDialog)
    QTest.keyClicks(dialog.field, "Why?")
    dialog.save()
    dialog.save()
    dialog.close()
    assert dialog.isVisible()
    settle(program)
    assert window.findChild(NoteDialog) is None
    assert items(folder)[0]["body"][0]["value"] == "Why?"


def test_a_note_that_was_not_changed_writes_nothing(program, window, press, folder):
    choose(window, WORDS)
    press(Qt.Key.Key_H, SHIFT)
    before = (folder / NAME).stat().st_mtime_ns
    window.findChild(NoteDialog).save()
    settle(program)
    assert window.findChild(NoteDialog) is None
    assert (folder / NAME).stat().st_mtime_ns == before


def test_what_cannot_be_done_from_the_list_is_said_in_it(program, window, press, folder, monkeypatch):
    choose(window, WORDS)
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = window.findChild(HighlightsDialog)
    (folder / NAME).write_bytes(b"{")
    dialog.delete.click()
    settle(program)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("lead.annotations.json: It cannot be read" in text for text in said)
    dialog.reject()
    assert (folder / NAME).read_bytes() == b"{"
