"""Qt takes words that look like HTML for HTML, and then opens the pictures they name: no tool tip and no label may."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidget, QWidget

from viewer.app import settle
from viewer.library import Changes
from viewer.ui.check_dialog import CheckDialog, Choice
from viewer.ui.roles import DISPLAY, TOOL_TIP
from viewer.ui.row_table import RowTable

PICTURE = "<img src='/a/picture.png'>"
ARTICLE = f"""---
title: "{PICTURE} Boats are counted"
published: 2018-10-30
tags: ["{PICTURE}"]
section: "{PICTURE}"
---

Boats and bridges were counted in the harbour; [the border](lead.md) is far from there.
"""


@pytest.fixture
def window(folder, program):
    """The window with an article, a tag, a section and a story whose names are a picture's."""
    (folder / "picture.md").write_text(ARTICLE, encoding="utf-8")
    program.session.refresh()
    settle(program)
    library = program.session.library
    library.make_story(PICTURE, library.ids())
    for name in ("halt.md", "lead.md"):
        program.window.articles.open(library.find(name))
        settle(program)
    program.window._finish_looks()
    program.window.actions_table["show_shelves"].setChecked(True)
    program.session.changed.emit(Changes(moved=True))
    settle(program)
    return program.window


def tips_of(model):
    """Display and tool tip of every row."""
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [(str(model.data(index, DISPLAY)), str(model.data(index, TOOL_TIP))) for index in indexes]


def test_titles_of_articles_are_words(window, program):
    for model in (window.library_pane.model, window.related_pane.list.model()):
        rows = tips_of(model)
        assert any(PICTURE in shown for shown, _ in rows)
        assert not any("<img" in tip for _, tip in rows)
    window.search_field.setText(f'"{PICTURE}')
    settle(program)
    assert_inert(window)


def test_names_of_shelves_and_stories_are_words(window, program):
    (tree,) = window.findChildren(QTreeWidget)
    items = tree.findItems(PICTURE, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert len(items) == 3
    assert not any("<img" in item.toolTip(0) for item in items)
    window.actions_table["story_timeline"].setChecked(True)
    settle(program)
    assert_inert(window)


def test_cells_and_questions_are_words(window):
    table = RowTable(("Item",), [(PICTURE,)], "Items", window)
    assert table.item(0, 0).text() == PICTURE
    assert "<img" not in table.item(0, 0).toolTip()
    dialog = CheckDialog("Tags", "A tag", [Choice(PICTURE, True)], window)
    dialog.line.setText(PICTURE)
    assert_inert(dialog)
    dialog.reject()


def assert_inert(widget):
    assert not any("<img" in one.toolTip() for one in widget.findChildren(QWidget))
    labels = [one for one in widget.findChildren(QLabel) if "<" in one.text()]
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)
