"""What a reader does in the window, from opening it to closing it."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QToolBar

from viewer.app import Program, settle
from viewer.library import Library
from viewer.model import Passage, RelatedRow, UsageError
from viewer.ui.dialogs import OutsideLink
from viewer.ui.settings import Settings


@pytest.fixture
def window(program):
    return program.window


def title(window):
    return window.articles.article.title


def listed(window):
    return [window.library_pane.model.article(row).title for row in range(window.library_pane.model.rowCount())]


def position_of(window, words):
    cursor = window.reader.document().find(words)
    assert not cursor.isNull(), words
    return cursor


def place_of(window, words):
    return window.reader.page.passage_at(position_of(window, words).selectionStart())


def follow(window, words):
    """Follow the link that carries ``words``, as the keyboard does."""
    cursor = position_of(window, words)
    cursor.setPosition(cursor.selectionStart() + 1)
    window.reader.link_activated.emit(window.reader.page.link(cursor.charFormat().anchorHref()))


class TestOpening:
    def test_shows_the_article_its_timeline_and_what_is_related(self, window):
        text = window.reader.toPlainText()
        assert title(window) == "Iraq reinforces its border"
        assert "By Ada Writer" in text
        assert "Friday 2 November 2018" in text
        assert "With reporting from AFP" in text
        assert "Related in your library" in text
        related = [
            window.related_pane.list.model().entry(row) for row in range(window.related_pane.list.model().rowCount())
        ]
        assert any(getattr(row, "title", "") == "The SDF halts its campaign near Hajin" for row in related)
        assert window.windowTitle() == "Iraq reinforces its border — Dateline"

    def test_lists_every_article_newest_first_and_undated_last(self, window):
        assert listed(window) == ["Iraq reinforces its border", "The SDF halts its campaign near Hajin", "On bread"]
        assert window.library_pane.list.currentIndex().row() == 0

    def test_an_article_that_is_opened_counts_as_read(self, program, window):
        settle(program)
        assert program.session.library.article(window.articles.article.id).read

    def test_a_file_can_be_opened_by_itself(self, qapp, folder, settings):
        program = Program(qapp, settings, "light")
        program.open(folder / "bread.md")
        settle(program)
        assert title(program.window) == "On bread"
        program.close()

    def test_a_file_is_waited_for_where_the_first_look_takes_long(self, qapp, folder, settings, monkeypatch):
        program = Program(qapp, settings, "light")
        find = Library.find

        def find_when_listed(library, name):
            if not program.session.has_looked:
                raise UsageError("Not listed yet.")
            return find(library, name)

        monkeypatch.setattr(Library, "find", find_when_listed)
        program.open(folder / "bread.md")
        settle(program)
        assert title(program.window) == "On bread"
        assert program.window.notice.text == ""
        program.close()

    def test_a_missing_folder_is_told_and_what_is_open_stays(self, program, window):
        program.session.open_path("/nowhere/at/all")
        settle(program)
        assert "/nowhere/at/all" in window.notice.text
        assert title(window) == "Iraq reinforces its border"

    def test_a_file_that_cannot_be_read_is_told_and_listed(self, program, window, folder):
        (folder / "broken.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
        program.session.refresh()
        settle(program)
        assert window.notice.text.startswith("One file could not be read")
        (problem,) = program.session.library.problems()
        assert (str(problem.path), bool(problem.reason)) == ("broken.md", True)

    def test_an_index_of_another_version_is_no_file_that_could_not_be_read(self, qapp, folder, settings):
        with Library.open(folder) as library:
            library.refresh()
            index = library._database.path
        with sqlite3.connect(index) as connection:
            connection.execute("PRAGMA user_version = 1")
        connection.close()
        program = Program(qapp, settings, "light")
        told = []
        program.session.told.connect(told.append)
        program.open(folder)
        settle(program)
        assert program.session.library.warnings
        assert told == []
        program.close()

    def test_an_empty_folder_says_so(self, program, window, tmp_path):
        (tmp_path / "empty").mkdir()
        program.session.open_path(str(tmp_path / "empty"))
        settle(program)
        assert window.library_pane.model.rowCount() == 0
        assert "no articles yet" in window.library_pane._note.text()

    def test_the_number_of_unread_articles_is_seen_where_there_is_room(self, program, window):
        button = window.library_pane._buttons["unread"]
        for width, words in ((400, "Unread 2"), (170, "Unread"), (400, "Unread 2")):
            window._panes.setSizes([width, 1000 - width, 150])
            settle(program)
            assert window.library_pane.width() == width
            assert button.text() == words
        window.actions_table["mark_all_read"].trigger()
        settle(program)
        assert button.text() == "Unread"


class TestTheWalk:
    def test_a_link_leads_to_another_article_and_back_to_the_same_place(self, program, window):
        window.reader.go_to(place_of(window, "Paragraph 9"))
        before = window.reader.place()
        follow(window, "the halt")
        settle(program)
        assert title(window) == "The SDF halts its campaign near Hajin"
        window.articles.go_back()
        settle(program)
        assert title(window) == "Iraq reinforces its border"
        assert window.reader.place().block == before.block
        window.articles.go_forward()
        settle(program)
        assert title(window) == "The SDF halts its campaign near Hajin"

    def test_a_related_article_opens_with_a_key(self, program, window):
        pane = window.related_pane.list
        row = next(row for row in range(pane.model().rowCount()) if not isinstance(pane.model().entry(row), str))
        window.view.focus_related()
        pane.select_row(row)
        QTest.keyClick(pane, Qt.Key.Key_Return)
        settle(program)
        assert title(window) == "The SDF halts its campaign near Hajin"

    def test_next_and_previous_follow_the_list(self, program, window):
        window.lists.next_article()
        settle(program)
        assert title(window) == "The SDF halts its campaign near Hajin"
        window.lists.previous_article()
        settle(program)
        assert title(window) == "Iraq reinforces its border"

    def test_next_unread_ends_with_a_word(self, program, window):
        titles = []
        for _ in range(3):
            window.lists.next_unread()
            settle(program)
            titles.append(title(window))
        assert titles == ["The SDF halts its campaign near Hajin", "On bread", "On bread"]
        assert window.notice.text == "There is no unread article in this list."

    def test_a_link_to_an_article_that_is_gone_is_told(self, window):
        follow(window, "stopped")
        assert "gone.md" in window.notice.text
        assert title(window) == "Iraq reinforces its border"

    def test_a_link_that_leads_out_asks_first(self, window):
        follow(window, "a page")
        question = window.reader.findChild(OutsideLink)
        assert question.informativeText() == "https://news.example/a"
        question.reject()

    def test_back_to_top(self, window):
        window.reader.go_to(place_of(window, "Paragraph 20"))
        assert window.reader.verticalScrollBar().value() > 0
        window.articles.follow("dateline:top")
        assert window.reader.verticalScrollBar().value() == 0

    def test_a_section_of_the_article_filters_the_list(self, program, window):
        window.articles.follow("dateline:section/Middle East")
        settle(program)
        assert listed(window) == ["Iraq reinforces its border"]


class TestDates:
    def events(self, window):
        return window.articles._open.chronology.events

    def test_an_event_leads_to_its_sentence_which_is_marked(self, window):
        event = next(event for event in self.events(window) if event.when == "2018-09-10")
        window.timeline.event_selected.emit(event)
        sentence = window.reader.page.cursor(event.passage)
        shown = window.reader.cursorRect(sentence)
        assert 0 <= shown.top() < window.reader.viewport().height()
        assert [mark.cursor.selectedText() for mark in window.reader.extraSelections()] == [sentence.selectedText()]

    def test_a_date_in_the_text_selects_its_event(self, window):
        dated = next(d for d in window.articles._open.chronology.timexes if "late 2017" in d.timex.text)
        window.reader.date_activated.emit(dated)
        assert window.timeline.selected_event().dated_by.passage == dated.passage

    def test_scrolling_moves_the_mark_along_the_timeline(self, window, qtbot, monkeypatch):
        marks = []
        monkeypatch.setattr(window.timeline, "set_here", marks.append)
        bar = window.reader.verticalScrollBar()
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda: bool(marks))
        assert marks[-1].when == "2018-09-10"

    def test_the_keyboard_goes_from_date_to_date(self, window):
        window.articles.next_date()
        first = window.reader._marked
        window.articles.next_date()
        second = window.reader._marked
        assert (first.block, first.begin) < (second.block, second.begin)
        window.articles.previous_date()
        assert window.reader._marked == first

    def test_escape_takes_the_marks_away(self, window):
        window.articles._on_event(self.events(window)[0])
        window.timeline.select_event(self.events(window)[0])
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert window.timeline.selected_event() is None
        assert window.reader.extraSelections() == []

    def test_a_timeline_that_comes_late_is_told_where_the_reader_is(self, program, window):
        event = self.events(window)[-1]
        window.reader.go_to(event.passage)
        settle(program)
        heard = []
        window.reader.moved.connect(heard.append)
        window.articles._sides_wanted = True
        window.reader.painted.emit()
        settle(program)
        assert len(heard) == 1


class TestSearch:
    def test_finds_as_one_types_and_escape_brings_the_list_back(self, program, window, qtbot):
        window.lists.search_library()
        QTest.keyClicks(window.search_field, "artillery")
        qtbot.waitUntil(lambda: listed(window) == ["The SDF halts its campaign near Hajin"])
        assert window.library_pane.model.snippet(0).hits
        QTest.keyClick(window.search_field, Qt.Key.Key_Return)
        settle(program)
        assert title(window) == "The SDF halts its campaign near Hajin"
        QTest.keyClick(window, Qt.Key.Key_Escape)  # leaves the hits in the article
        QTest.keyClick(window, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: len(listed(window)) == 3)

    def test_nothing_found_is_said(self, window, qtbot):
        window.search_field.setText("zeppelin")
        qtbot.waitUntil(lambda: "zeppelin" in window.library_pane._note.text())
        assert listed(window) == []

    def test_finds_words_in_the_article(self, window):
        window.find_in_article()
        QTest.keyClicks(window.find_bar.field, "paragraph 12")
        assert window.reader.textCursor().selectedText() == "Paragraph 12"
        window.reader.go_to(None)
        window.find_bar.field.setText("says nothing")
        assert window.find_bar._count.text() == "1 of 30 places"
        window.find_bar.find_previous()
        assert window.find_bar._count.text() == "30 of 30 places"
        QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
        assert not window.find_bar.isVisible()


class TestMarks:
    def test_a_star_is_given_and_listed(self, program, window):
        window.actions_table["toggle_star"].trigger()
        settle(program)
        window.library_pane.show_view("starred")
        settle(program)
        assert listed(window) == ["Iraq reinforces its border"]

    def test_read_and_unread(self, program, window):
        settle(program)
        window.actions_table["toggle_read"].trigger()
        settle(program)
        assert not program.session.library.article(window.articles.article.id).read


class TestKeeping:
    def test_article_place_and_looks_come_back(self, qapp, folder, tmp_path):
        file = tmp_path / "kept.ini"
        first = Program(qapp, Settings(file), "light")
        first.open(folder, "lead.md")
        first.window.resize(760, 640)
        first.window.show()
        settle(first)
        first.window.view.show_related(False)
        first.window.view.text_larger()
        first.window.reader.go_to(place_of(first.window, "Paragraph 15"))
        block = first.window.reader.place().block
        first.close()

        second = Program(qapp, Settings(file), "light")
        second.open(None)
        second.window.show()
        settle(second)
        assert title(second.window) == "Iraq reinforces its border"
        assert abs(second.window.reader.place().block - block) <= 1
        assert not second.window.related_pane.isVisible()
        assert second.settings.reading.size == 19
        assert second.window.size().width() == 760
        second.close()

    def test_a_change_on_disk_is_shown_at_the_same_place(self, program, window, folder):
        window.reader.go_to(place_of(window, "Paragraph 9"))
        before = window.reader.place()
        text = (folder / "lead.md").read_text(encoding="utf-8")
        (folder / "lead.md").write_text(text.replace("Helicopters arrived", "Many helicopters came"), encoding="utf-8")
        program.session.refresh()
        settle(program)
        assert "Many helicopters came" in window.reader.toPlainText()
        assert window.reader.place().block == before.block

    def test_an_article_deleted_on_disk_stays_open(self, program, window, folder):
        (folder / "lead.md").unlink()
        program.session.refresh()
        settle(program)
        assert "has gone" in window.notice.text
        assert "Paragraph 9" in window.reader.toPlainText()


class TestLooks:
    def test_the_tools_keep_their_places_when_their_icons_are_drawn(self, qapp, folder, settings):
        fresh = Program(qapp, settings)
        star = fresh.window.actions_table["toggle_star"]
        width = fresh.window.findChild(QToolBar, "tools").sizeHint().width()
        assert star.icon().pixmap(20).toImage().pixelColor(10, 10).alpha() == 0
        fresh.open(folder)
        fresh.window.show()
        settle(fresh)
        drawn = star.icon().pixmap(20).toImage()
        assert any(drawn.pixelColor(x, 10).alpha() for x in range(20))
        assert fresh.window.findChild(QToolBar, "tools").sizeHint().width() == width
        fresh.close()

    @pytest.mark.parametrize("name", ["light", "dark", "sepia"])
    def test_the_page_takes_the_colours(self, window, name):
        window.actions_table[f"theme_{name}"].setChecked(True)
        colors = window._theme.colors
        assert window._theme.name == name
        cursor = QTextCursor(window.reader.document())
        cursor.setPosition(window.reader.page.positions[0] + 1)
        assert cursor.charFormat().foreground().color() == colors.text

    def test_larger_text_keeps_the_place(self, window):
        window.reader.go_to(place_of(window, "Paragraph 9"))
        block = window.reader.place().block
        window.view.text_larger()
        window.view.text_larger()
        assert window.reader.place().block == block
        window.view.text_normal()
        assert window._settings.reading.size == 18

    def test_a_narrow_window_keeps_the_place_and_has_no_sideways_scrolling(self, window):
        window.reader.go_to(place_of(window, "Paragraph 9"))
        block = window.reader.place().block
        window.resize(640, 700)
        assert abs(window.reader.place().block - block) <= 1
        assert window.reader.horizontalScrollBar().maximum() == 0

    def test_panes_hide_and_come_back(self, window):
        for name, pane in (("show_library", window.library_pane), ("show_timeline", window.timeline)):
            window.actions_table[name].setChecked(False)
            assert not pane.isVisible()
        window.view.focus_timeline()
        assert window.timeline.isVisible()
        assert window.actions_table["show_timeline"].isChecked()


def test_a_name_that_qt_was_not_given_is_never_looked_up(window, tmp_path):
    from PySide6.QtCore import QUrl

    secret = tmp_path / "secret.html"
    secret.write_text("secret")
    for kind in range(1, 5):
        answer = window.reader.loadResource(kind, QUrl.fromLocalFile(str(secret)))
        assert answer.width() == 1
    window.reader.setSource(QUrl())
    assert "secret" not in window.reader.toPlainText()


def test_a_passage_beyond_the_text_moves_nothing(window):
    window.reader.reveal(Passage(9999, 0, 1))
    assert window.reader.extraSelections() == []


def test_a_month_of_publication_is_shown_as_one(program, folder, qtbot):
    (folder / "month.md").write_text("---\ntitle: Month\npublished: 2018-11\n---\n\nOn Monday troops came.\n")
    program.session.refresh()
    settle(program)
    window = program.window
    window.articles.open(program.session.library.find("month.md"))
    settle(program)
    assert "November 2018" in window.reader.toPlainText().splitlines()[1]
    row = next(n for n in range(4) if window.library_pane.model.article(n).title == "Month")
    index = window.library_pane.model.index(row, 0)
    assert window.library_pane.list.itemDelegate().row_text(index).about.startswith("Nov 2018 · ")
    assert "Nov 2018" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_related_articles_are_walked_and_opened_by_keys_alone(program, qtbot):
    window = program.window
    pane = window.related_pane.list
    window.actions_table["focus_related"].trigger()
    first = pane.currentIndex().row()
    assert pane.selected_rows() == [first] == [1]  # below a heading
    title = pane.model().entry(first).title
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    settle(program)
    assert window.windowTitle().startswith(title)
    assert pane.currentIndex().row() == -1  # other rows stand there now
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    assert pane.selected_rows() == [1]
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    settle(program)
    assert not window.windowTitle().startswith(title)


def test_no_date_is_said_only_of_what_has_none(program):
    model = program.window.related_pane.list.model()
    model.show([RelatedRow(1, 0.5, (), "undated", "A")])
    assert model.entry(0) == "No date"
    model.show([RelatedRow(1, 0.5, (), "undated", "A"), RelatedRow(2, 0.4, (), "undated", "B", published_in="2018")])
    assert model.entry(0) == "Order not known"
    assert "2018" in model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("command", ["add_files", "add_folder", "add_address", "edit_tags"])
def test_what_the_sample_library_refuses_is_not_asked_for_first(program, command):
    program.session.open_sample()
    settle(program)
    program.window.actions_table[command].trigger()
    settle(program)
    assert program.window.notice.text.startswith("The sample library stays as it came.")
    assert program.window.findChild(QDialog) is None
