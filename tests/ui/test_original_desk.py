"""Extracting an article again from the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from viewer.app import settle
from viewer.ui.compare_dialog import CompareDialog

WORDS = "The barrage near the border was repaired on Monday, and the water rose slowly behind its gates all day long. "
PAGE = f"""<html><head><title>Bread</title></head><body><article><p>{WORDS * 8}</p></article>
<footer><p>Imprint and the address of the publisher stand here.</p></footer></body></html>"""


@pytest.fixture
def bread(program, folder):
    """The article on bread, which is open, with a page kept beside it."""
    (folder / "bread.original.html").write_text(PAGE, encoding="utf-8")
    program.window.articles.open(program.session.library.find("bread.md"))
    settle(program)
    return program


def test_the_whole_page_is_seen_and_then_used(bread, qtbot, folder):
    window = bread.window
    window.actions_table["extract_again"].trigger()
    settle(bread)
    dialog = window.findChild(CompareDialog)
    assert [dialog.choice.itemText(n) for n in range(3)] == ["Other extraction", "Whole page", "First choice"]
    assert "barrage" in dialog.view.toPlainText()
    qtbot.keyClick(dialog.choice, Qt.Key.Key_Down)
    settle(bread)
    assert "Imprint" in dialog.view.toPlainText()
    assert "Imprint" not in (folder / "bread.md").read_text()
    use = next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Use this text")
    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    settle(bread)
    assert window.notice.text == "The text of the whole page is shown now. The one before is kept as a version."
    assert "Imprint" in window.reader.page.document.toPlainText()
    assert "1 other version kept." in window.reader.page.document.toPlainText()


def test_an_article_without_its_page_says_so(program):
    program.window.actions_table["extract_again"].trigger()
    settle(program)
    assert program.window.notice.text.startswith("The page that this article was made from is not kept")


def test_a_page_without_an_article_is_said(bread, folder):
    (folder / "bread.original.html").write_text("<html><body></body></html>")
    bread.window.actions_table["extract_again"].trigger()
    settle(bread)
    dialog = bread.window.findChild(CompareDialog)
    assert "could not be extracted again" in dialog.summary.text()
    assert not next(one for one in dialog.findChildren(QPushButton) if one.text() == "&Use this text").isEnabled()
    dialog.reject()
