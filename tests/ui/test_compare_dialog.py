"""Comparing an article with another text of it, by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from viewer.app import settle
from viewer.model import ImportedArticle
from viewer.ui.compare_dialog import CompareDialog

UPDATE = ImportedArticle(
    "The SDF halts its campaign",
    "The SDF halted its campaign near Hajin on Thursday, after Turkish artillery had shelled positions near Kobani.",
    url="https://news.example/halt",
    published="2018-10-31",
    updated="2018-11-01",
)


@pytest.fixture
def halted(program, folder):
    """The article on the halt, to which an update came, and which is open."""
    text = (folder / "halt.md").read_text()
    (folder / "halt.md").write_text(text.replace("section: War", "url: https://news.example/halt"))
    library = program.session.library
    library.add([UPDATE, replace(UPDATE, markdown="An older text.", updated="2018-10-30", published="2018-10-30")])
    program.session.refresh()
    settle(program)
    program.window.articles.open(library.find("halt.md"))
    settle(program)
    return program


def dialog_of(program):
    program.window.actions_table["compare_texts"].trigger()
    settle(program)
    return program.window.findChild(CompareDialog)


def button(dialog, text):
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)


def test_the_page_offers_the_newer_version(halted):
    text = halted.window.reader.page.document.toPlainText()
    assert "A newer version of Thursday 1 November 2018 is here. Compare, and use it" in text
    halted.window.articles.follow("dateline:compare")
    settle(halted)
    dialog = halted.window.findChild(CompareDialog)
    assert dialog.choice.currentText() == "Version of Thursday 1 November 2018, newer"
    assert "1 word added" in dialog.summary.text()
    dialog.reject()


def test_another_text_is_chosen_by_keyboard(halted, qtbot):
    dialog = dialog_of(halted)
    qtbot.keyClick(dialog.choice, Qt.Key.Key_Down)
    settle(halted)
    assert dialog.choice.currentText() == "Version of Tuesday 30 October 2018"
    assert "An older text." in dialog.view.toPlainText()
    assert "from that text to this article" in dialog.summary.text()
    dialog.reject()


def test_changes_are_walked_through_by_keyboard(halted, qtbot):
    dialog = dialog_of(halted)
    first = dialog.view.textCursor().position()
    qtbot.keyClick(dialog.view, Qt.Key.Key_N)
    second = dialog.view.textCursor().position()
    qtbot.keyClick(dialog.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.view.textCursor().position() == first < second
    dialog.reject()


def test_the_newer_version_is_used_and_the_text_before_kept(halted, qtbot):
    library, window = halted.session.library, halted.window
    id = library.find("halt.md")
    dialog = dialog_of(halted)
    qtbot.mouseClick(button(dialog, "Use this text"), Qt.MouseButton.LeftButton)
    settle(halted)
    assert window.notice.text.startswith("The text of the version of Thursday 1 November 2018 is shown now.")
    assert window.articles.article.id == id
    assert "near Hajin on Thursday" in window.reader.page.document.toPlainText()
    kept = [one.name for one in library.others(id)]
    assert kept == ["2018-11-01", "2018-10-31", "2018-10-30"]


def test_nothing_to_compare_with_is_said(program):
    program.window.actions_table["compare_texts"].trigger()
    settle(program)
    assert program.window.notice.text.startswith("There is nothing to compare this article with.")


def test_a_conflicted_copy_has_a_mark_and_is_opened(program, folder, qtbot):
    (folder / "bread.sync-conflict-1.md").write_text("# On bread\n\nFlour, water and patience make a loaf.\n")
    program.session.refresh()
    settle(program)
    assert "A conflicted copy was found" in program.window.notice.text
    library = program.session.library
    copy = library.find("bread.sync-conflict-1.md")
    assert (library.article(copy).conflict, library.article(library.find("bread.md")).conflict) == ("copy", "original")
    program.window.articles.open(library.find("bread.md"))
    settle(program)
    dialog = dialog_of(program)
    assert not button(dialog, "Use this text").isVisible()
    qtbot.mouseClick(button(dialog, "Open"), Qt.MouseButton.LeftButton)
    settle(program)
    assert program.window.articles.article.id == copy


def test_a_text_that_went_away_is_said(halted, folder):
    dialog = dialog_of(halted)
    (folder / "halt.versions" / "2018-11-01.md").unlink()
    dialog.ask()
    settle(halted)
    assert "cannot be compared" in dialog.summary.text()
    dialog.reject()
