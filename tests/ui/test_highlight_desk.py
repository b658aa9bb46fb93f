"""Highlights and notes that came with an article, in the window: seen, read, gone to, never written."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QToolTip

from viewer.app import settle
from viewer.library.highlights import Annotation, Annotations
from viewer.model import Passage
from viewer.ui.highlight_desk import first_from
from viewer.ui.highlights_dialog import HighlightsDialog
from viewer.ui.reader.highlighting import TONES, ground

NAME = "lead.annotations.json"
NOTE = "Is <b>that</b> so?"


def quoting(words, *bodies, **about):
    target = {"source": "lead.md", "selector": {"type": "TextQuoteSelector", "exact": words}}
    if "color" in about:
        target["styleClass"] = about.pop("color")
    return {"type": "Annotation", "target": target, "body": list(bodies), **about}


ITEMS = [
    quoting("never said"),
    quoting("the SDF began its campaign near Hajin", color="green"),
    quoting(
        "Helicopters arrived at the border on Thursday",
        {"value": NOTE},
        {"value": "war", "purpose": "tagging"},
        created="2019-03-04T12:00:00Z",
    ),
    {"type": "Annotation", "bodyValue": "Compare with the report."},
]


@pytest.fixture
def file(folder):
    """The annotations of the lead article, there before the window opens."""
    path = folder / NAME
    path.write_text(json.dumps({"type": "AnnotationPage", "items": ITEMS}), encoding="utf-8")
    return path


@pytest.fixture
def window(file, program):
    return program.window


def ask_for_list(program):
    program.window.actions_table["show_highlights"].trigger()
    settle(program)
    return program.window.findChild(HighlightsDialog)


def format_of(window, words):
    cursor = window.reader.document().find(words)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def move_over(window, words):
    """Move the pointer into ``words``; gives what is said there."""
    reader = window.reader
    cursor = reader.document().find(words)
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    point = QPointF(reader.cursorRect(cursor).center())
    place = QPointF(reader.viewport().mapToGlobal(point.toPoint()))
    none = Qt.MouseButton.NoButton
    reader.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, point, place, none, none, Qt.KeyboardModifier.NoModifier))
    return QToolTip.text()


def texts(table):
    return [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


def test_the_words_are_painted_and_the_page_says_what_there_is(window):
    colors = window.articles.style.colors
    assert format_of(window, "Helicopters arrived").background().color() == ground(colors, "yellow")
    assert format_of(window, "Helicopters arrived").underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
    assert format_of(window, "began its campaign near").background().color() == ground(colors, "green")
    assert format_of(window, "retook Anbar").background().style() == Qt.BrushStyle.NoBrush
    assert "3 highlights and 2 notes. Read them" in window.reader.toPlainText()


def test_they_stay_with_another_theme_and_another_size(window, program):
    for command in ("theme_dark", "text_larger", "theme_sepia"):
        window.actions_table[command].trigger()
        settle(program)
        colors = window.articles.style.colors
        assert format_of(window, "Helicopters arrived").background().color() == ground(colors, "yellow")


def test_the_pointer_is_told_the_note_and_with_it_the_date(window, qtbot):
    assert move_over(window, "Helicopters arrived") == (
        "<p style='margin:0'>Is &lt;b&gt;that&lt;/b&gt; so?<br><i>war</i></p>"
    )
    over_date = move_over(window, "on Thursday")
    assert "Thursday 1 November 2018" in over_date
    assert "Is &lt;b&gt;that&lt;/b&gt; so?" in over_date
    move_over(window, "retook Anbar")
    qtbot.waitUntil(lambda: not QToolTip.text())


def test_the_list_has_all_in_order_and_shows_the_whole_of_one(window, program):
    dialog = ask_for_list(program)
    assert texts(dialog.table) == [
        ["Note on the article", "Compare with the report.", "", ""],
        ["Helicopters arrived at the border on Thursday", NOTE, "war", "4 Mar 2019"],
        ["the SDF began its campaign near Hajin", "", "", ""],
        ["never said", "", "", ""],
    ]
    dialog.table.selectRow(1)
    assert dialog.whole.toPlainText() == (
        "“Helicopters arrived at the border on Thursday”\n\nIs <b>that</b> so?\n\nTags: war\nMade on 4 Mar 2019"
    )
    dialog.table.selectRow(3)
    assert dialog.whole.toPlainText().endswith("These words do not stand in the text as it is now.")
    dialog.reject()


def test_enter_goes_to_the_place_and_leaves_no_mark_behind(window, program, qtbot):
    dialog = ask_for_list(program)
    assert dialog.table.hasFocus()
    dialog.table.selectRow(2)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle(program)
    assert window.findChild(HighlightsDialog) is None
    reader = window.reader
    cursor = reader.document().find("the SDF began its campaign")
    cursor.setPosition(cursor.selectionStart())
    assert reader.viewport().rect().contains(reader.cursorRect(cursor).center())
    assert len(reader.extraSelections()) == 1
    qtbot.waitUntil(lambda: not reader.extraSelections())


def test_what_has_no_place_cannot_be_gone_to(window, program, qtbot):
    dialog = ask_for_list(program)
    before = window.reader.verticalScrollBar().value()
    for row in (0, 3):
        dialog.table.selectRow(row)
        assert not dialog.go.isEnabled()
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        assert dialog.isVisible()
    assert window.reader.verticalScrollBar().value() == before
    dialog.reject()


def test_the_link_on_the_page_opens_the_list(window, program):
    link = format_of(window, "Read them").anchorHref()
    window.reader.link_activated.emit(window.reader.page.link(link))
    settle(program)
    window.findChild(HighlightsDialog).reject()


def test_hits_and_the_chosen_event_stand_out_from_a_highlight(window, program):
    window.find_bar.open_bar("Helicopters")
    colors = window.articles.style.colors
    (hit,) = window.reader.extraSelections()
    grounds = [ground(colors, tone) for tone in TONES]
    assert hit.format.background().color() not in grounds
    assert hit.format.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    window.find_bar.close_bar()
    window.actions_table["next_date"].trigger()
    window.reader._end_flash()
    (mark,) = window.reader.extraSelections()
    assert mark.format.background().color() == colors.selection
    assert mark.format.underlineColor() == colors.accent
    window.articles.open(program.session.library.find("halt.md"))
    settle(program)
    window.actions_table["next_date"].trigger()
    (plain,) = window.reader.extraSelections()
    assert plain.format.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline


def test_an_article_without_any_says_so(program):
    assert ask_for_list(program) is None
    assert program.window.notice.text.startswith("This article has no highlights or notes.")


def written(folder, *items):
    (folder / NAME).write_text(json.dumps({"type": "AnnotationPage", "items": list(items)}), encoding="utf-8")


def is_highlighted(window, words):
    return format_of(window, words).background().style() != Qt.BrushStyle.NoBrush


def top_of(window, words):
    """How far below the upper edge of the pane ``words`` stand."""
    cursor = window.reader.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    return window.reader.cursorRect(cursor).top()


def read_on(program, paragraph):
    """Scroll until ``paragraph`` is cut by the upper edge of the pane."""
    bar = program.window.reader.verticalScrollBar()
    bar.setValue(bar.value() + top_of(program.window, paragraph) + 9)
    settle(program)


def test_what_comes_for_the_open_article_is_painted_at_once_and_the_place_kept(program, folder, qtbot):
    window = program.window
    read_on(program, "Paragraph 7 says")
    before = top_of(window, "Paragraph 7 says")
    written(folder, quoting("Paragraph 8 says nothing of any day"))
    qtbot.waitUntil(lambda: is_highlighted(window, "Paragraph 8 says"))
    settle(program)
    assert "1 highlight. Read them" in window.reader.toPlainText()
    assert top_of(window, "Paragraph 7 says") == before


def test_what_changes_or_goes_beside_the_open_article_is_seen_too(file, program, qtbot):
    window = program.window
    with file.open("r+", encoding="utf-8") as same_file:  # as an editor writes that does not replace the file
        same_file.write(json.dumps({"items": [quoting("Iraqi forces retook Anbar")]}))
        same_file.truncate()
    qtbot.waitUntil(lambda: is_highlighted(window, "Iraqi forces"))
    assert not is_highlighted(window, "Helicopters arrived")
    file.unlink()
    qtbot.waitUntil(lambda: not is_highlighted(window, "Iraqi forces"))
    assert "Read them" not in window.reader.toPlainText()


def test_at_the_top_the_page_stays_at_its_top_and_marks_leave_it_alone(program, folder, qtbot):
    window = program.window
    with qtbot.assertNotEmitted(window.reader.page_changed):
        window.actions_table["toggle_star"].trigger()
        settle(program)
    written(folder, quoting("Paragraph 8 says nothing of any day"))
    qtbot.waitUntil(lambda: is_highlighted(window, "Paragraph 8 says"))
    assert window.reader.verticalScrollBar().value() == 0


def test_an_article_that_has_gone_keeps_its_highlights_and_what_was_said(file, program, folder, qtbot):
    window = program.window
    (folder / "lead.md").unlink()
    qtbot.waitUntil(lambda: "has gone from the library" in window.notice.text)
    file.unlink()
    with qtbot.waitSignal(program.session.looked_at):
        (folder / "more.md").write_text("# More\n\nWords.\n", encoding="utf-8")
    settle(program)
    assert "has gone from the library" in window.notice.text
    assert is_highlighted(window, "Helicopters arrived")


def test_the_marks_of_the_chosen_event_and_of_a_search_stay_when_highlights_come(program, folder, qtbot):
    window = program.window
    window.actions_table["next_date"].trigger()
    window.reader._end_flash()
    window.find_bar.open_bar("Paragraph 8")
    marks = [(mark.cursor.selectedText(), mark.format) for mark in window.reader.extraSelections()]
    assert len(marks) == 2
    written(folder, quoting("Paragraph 9 says nothing of any day"))
    qtbot.waitUntil(lambda: is_highlighted(window, "Paragraph 9 says"))
    settle(program)
    assert [mark.cursor.selectedText() for mark in window.reader.extraSelections()] == [text for text, _ in marks]


def test_a_damaged_file_is_said_in_a_sentence_and_left_as_it_is(file, program):
    window, damaged = program.window, b'{"items": ['
    file.write_bytes(damaged)
    window.articles.open(program.session.library.find("halt.md"))
    settle(program)
    window.articles.open(program.session.library.find("lead.md"))
    settle(program)
    assert "lead.annotations.json: It cannot be read as annotations" in window.reader.toPlainText()
    assert ask_for_list(program) is None
    assert "Restore it from a backup of yours" in window.notice.text
    assert file.read_bytes() == damaged


def test_a_conflicted_copy_is_said_and_can_be_compared(folder, file, program):
    copy = folder / "lead.annotations.sync-conflict-20181102-101500-ABCDEFG.json"
    copy.write_text(json.dumps({"items": [quoting("Helicopters arrived", {"value": "another"})]}))
    program.session.refresh()
    settle(program)
    program.window.articles.open(program.session.library.find("halt.md"))
    settle(program)
    program.window.articles.open(program.session.library.find("lead.md"))
    settle(program)
    text = program.window.reader.toPlainText()
    assert "There is a conflicted copy of its highlights. Compare" in text
    assert "3 highlights and 2 notes." in text


def test_showing_them_writes_nothing(window, program, file, folder):
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    dialog = ask_for_list(program)
    dialog.table.selectRow(1)
    dialog.go.click()
    settle(program)
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_the_list_begins_where_the_reader_is():
    placed = [Annotation("q", passages=(Passage(block, 3, 9),)) for block in (1, 4)]
    found = Annotations((Annotation(note="whole"), *placed, Annotation("gone")))
    assert [first_from(found, place) for place in (None, Passage(0, 0, 0), Passage(1, 5, 5))] == [0, 1, 1]
    assert [first_from(found, place) for place in (Passage(1, 9, 9), Passage(8, 0, 0))] == [2, 2]
    assert first_from(Annotations((Annotation(note="whole"),)), Passage(8, 0, 0)) == 0
