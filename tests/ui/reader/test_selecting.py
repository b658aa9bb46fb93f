"""What is selected of an article on its page, and the caret in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from viewer.model import Passage
from viewer.ui.reader.selecting import caret, deselect, select, selected, use_caret


@pytest.fixture
def reader(program):
    return program.window.reader


def test_what_was_selected_is_found_again(reader):
    select(reader, Passage(0, 4, 4), Passage(1, 6, 6))
    whole = len(reader.page.blocks[0].text)
    assert selected(reader) == (Passage(0, 4, whole), Passage(1, 0, 6))
    assert caret(reader) == Passage(1, 6, 6)
    select(reader, Passage(1, 6, 6), Passage(0, 4, 4))
    assert selected(reader) == (Passage(0, 4, whole), Passage(1, 0, 6))
    assert caret(reader) == Passage(0, 4, 4)
    deselect(reader)
    assert (selected(reader), caret(reader)) == ((), Passage(0, 4, 4))


@pytest.mark.parametrize("places", [(None, Passage(0, 0, 0)), (Passage(0, 0, 0), None)])
def test_outside_of_the_article_nothing_is_selected(reader, places):
    before = reader.textCursor().position()
    select(reader, *places)
    assert reader.textCursor().position() == before


def test_what_stands_around_the_article_is_left_out(reader):
    cursor = QTextCursor(reader.document())
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    found = selected(reader)
    assert found[0] == Passage(0, 0, len(reader.page.blocks[0].text))
    assert found[-1].block == len(reader.page.blocks) - 1
    cursor.setPosition(0)
    reader.setTextCursor(cursor)
    assert caret(reader) is None


def test_the_caret_comes_and_goes(reader):
    flag = Qt.TextInteractionFlag.TextSelectableByKeyboard
    before = reader.textInteractionFlags()
    use_caret(reader, True)
    assert reader.textInteractionFlags() == before | flag
    assert caret(reader).block == 0
    use_caret(reader, False)
    assert reader.textInteractionFlags() == before
