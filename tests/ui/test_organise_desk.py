"""Marks, archive and trash on one article or many, and undoing them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox

from viewer.app import settle
from viewer.model import Passage
from viewer.ui.trash_dialog import DeleteQuestion, move_to_wastebasket

LEAD, HALT, BREAD = "Iraq reinforces its border", "The SDF halts its campaign near Hajin", "On bread"


@pytest.fixture
def window(program):
    return program.window


@pytest.fixture
def do(program):
    """A function that triggers commands, each after the one before was done."""

    def trigger(*names):
        for name in names:
            program.window.actions_table[name].trigger()
            settle(program)

    return trigger


def listed(window):
    return [window.library_pane.model.article(row).title for row in range(window.library_pane.model.rowCount())]


def show(program, view):
    program.window.library_pane.show_view(view)
    settle(program)


def select(window, *rows):
    flags = QItemSelectionModel.SelectionFlag
    model = window.library_pane.list.selectionModel()
    model.clearSelection()
    for row in rows:
        model.select(window.library_pane.model.index(row, 0), flags.Select | flags.Rows)


def by_title(program):
    library = program.session.library
    return {article.title: article for article in library.rows([*library.ids(), *library.ids("trash")])}


def test_archiving_the_open_article_opens_the_next_and_can_be_undone(program, window, do):
    do("toggle_archive")
    assert by_title(program)[LEAD].archived
    assert window.articles.article.title == HALT
    assert window.notice.text == "1 article archived."
    do("undo")
    assert not by_title(program)[LEAD].archived
    assert window.notice.text == "Undone: 1 article taken back from the archive."
    do("redo")
    assert by_title(program)[LEAD].archived


@pytest.mark.parametrize("command", ["toggle_archive", "move_to_trash"])
def test_undoing_brings_back_what_was_read_where_it_was_left(program, window, do, command):
    reader = window.reader
    reader.go_to(Passage(8, 40, 40))
    settle(program)
    do(command, command)
    assert window.articles.article.title == "On bread"
    do("undo")
    assert window.articles.article.title == HALT
    do("undo")
    assert window.articles.article.title == LEAD
    assert reader.place().block == 8
    do("toggle_star", "undo")
    assert window.articles.article.title == LEAD


def test_the_trash_takes_articles_out_of_the_list_and_gives_them_back(program, window, do):
    do("move_to_trash")
    assert listed(window) == [HALT, BREAD]
    assert window.articles.article.title == HALT
    show(program, "trash")
    assert listed(window) == [LEAD]
    assert "Hidden everywhere else" in window.library_pane._note.text()
    select(window, 0)
    window.library_pane.list.setFocus()
    do("put_back")
    assert listed(window) == []
    assert "The trash is empty." in window.library_pane._note.text()
    show(program, "all")
    assert listed(window) == [LEAD, HALT, BREAD]


def test_several_selected_articles_are_acted_on_together(program, window, do):
    select(window, 0, 1, 2)
    do("toggle_star")
    assert all(article.starred for article in by_title(program).values())
    assert window.notice.text == "3 articles starred."
    assert len(window.library_pane.list.selected_rows()) == 3
    do("toggle_star")
    assert not any(article.starred for article in by_title(program).values())
    do("undo", "undo")
    assert not any(article.starred for article in by_title(program).values())


def test_a_mixed_selection_is_first_made_alike_and_undone_as_it_was(program, window, do):
    do("toggle_star")
    select(window, 0, 1, 2)
    do("toggle_star")
    assert all(article.starred for article in by_title(program).values())
    do("undo")
    assert [title for title, article in by_title(program).items() if article.starred] == [LEAD]


def test_one_star_says_nothing_and_can_be_undone_all_the_same(program, window, do):
    do("toggle_star")
    assert window.notice.text == ""
    do("undo")
    assert not by_title(program)[LEAD].starred
    do("undo")
    assert window.notice.text == "There is nothing to undo."


def test_the_button_in_the_message_undoes(program, window, do):
    do("mark_all_read")
    assert window.notice.text == "2 articles marked read."
    window.notice._undo.click()
    settle(program)
    assert [title for title, article in by_title(program).items() if article.read] == [LEAD]
    assert window.notice._undo.isHidden()


def test_two_actions_pressed_at_once_are_both_undone(program, window):
    table = window.actions_table
    table["toggle_star"].trigger()
    table["toggle_archive"].trigger()
    table["undo"].trigger()
    table["undo"].trigger()
    settle(program)
    settle(program)
    assert not by_title(program)[LEAD].archived


def test_what_was_done_in_another_library_is_not_undone_here(program, window, do, tmp_path):
    do("toggle_archive")
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.md").write_text("# Another\n\nText.\n")
    program.session.open_path(str(other))
    settle(program)
    do("undo")
    assert window.notice.text == "There is nothing to undo."


def test_choosing_several_rows_with_the_pointer_opens_none(program, window):
    view = window.library_pane.list
    before = window.articles.article.id
    place = view.visualRect(window.library_pane.model.index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    settle(program)
    assert window.articles.article.id == before
    assert view.selected_rows() == [0, 2]


def test_opening_an_article_leaves_the_selection(program, window, do):
    select(window, 0, 1, 2)
    do("next_article")
    assert window.library_pane.list.selected_rows() == [1]


def test_every_row_is_selected_with_a_key(program, window):
    window.library_pane.list.setFocus()
    QTest.keyClick(window.library_pane.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window.lists.selected()) == 3
    assert window.lists.has_focus


def test_a_menu_over_the_list_has_what_acts_on_it(window, qtbot):
    qtbot.waitUntil(lambda: bool(window.library_pane.list.actions()))  # a moment after the window stands
    names = [action.objectName() for action in window.library_pane.list.actions()]
    assert "toggle_archive" in names
    assert "move_to_trash" in names


def test_a_search_is_saved_under_a_name(program, window, do):
    do("save_search")
    assert "Search for something first" in window.notice.text
    window.search_field.setText("Hajin")
    window.lists._on_return()
    settle(program)
    do("save_search")
    dialog = window.findChild(QInputDialog)
    assert dialog.textValue() == "Hajin"
    dialog.setTextValue("About Hajin")
    dialog.accept()
    settle(program)
    assert [(one.name, one.query) for one in program.session.library.saved_searches()] == [("About Hajin", "Hajin")]
    do("undo")
    assert program.session.library.saved_searches() == ()


def test_marking_what_a_search_found_keeps_the_place_and_the_selection(program, window, do):
    window.search_field.setText("Hajin")
    window.lists._on_return()
    settle(program)
    assert len(listed(window)) == 2
    select(window, 0, 1)
    do("toggle_archive")
    assert window.library_pane.list.selected_rows() == [0, 1]
    assert window.notice.text == "2 articles archived."


def test_emptying_the_trash_asks_and_moves_the_files_to_the_wastebasket(program, window, do, folder, monkeypatch):
    basket = []

    def move(path):
        basket.append(path)
        path.unlink()
        return True

    monkeypatch.setattr("viewer.ui.trash_dialog.move_to_wastebasket", move)
    do("empty_trash")
    assert window.notice.text == "The trash is empty."
    do("move_to_trash", "empty_trash")
    question = window.findChild(DeleteQuestion)
    assert question.text() == "Delete 1 article for good?"
    assert question.defaultButton() is question.button(QMessageBox.StandardButton.Cancel)
    question.delete.click()
    settle(program)
    assert [path.name for path in basket] == ["lead.md"]
    assert not (folder / "lead.md").exists()
    assert "1 article deleted" in window.notice.text
    do("undo")
    assert (folder / "halt.md").exists()


def test_what_is_in_the_trash_already_is_asked_about_once_more(program, window, do):
    do("move_to_trash")
    show(program, "trash")
    select(window, 0)
    window.library_pane.list.setFocus()
    do("move_to_trash")
    question = window.findChild(DeleteQuestion)
    question.button(QMessageBox.StandardButton.Cancel).click()
    settle(program)
    assert program.session.library.counts().trash == 1


def test_where_there_is_no_wastebasket_nothing_is_deleted(program, window, do, folder, monkeypatch):
    monkeypatch.setattr("viewer.ui.trash_dialog.move_to_wastebasket", lambda _path: False)
    do("move_to_trash", "empty_trash")
    window.findChild(DeleteQuestion).delete.click()
    settle(program)
    assert "no wastebasket" in window.notice.text
    assert (folder / "lead.md").exists()
    assert program.session.library.counts().trash == 1


def test_the_wastebasket_is_that_of_the_system(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "a.md"
    path.write_text("text")
    if move_to_wastebasket(path):
        assert not path.exists()
        assert [found.read_text() for found in tmp_path.rglob("a.md")] == ["text"]
    else:
        assert path.read_text() == "text"
    assert not move_to_wastebasket(tmp_path / "not there.md")
