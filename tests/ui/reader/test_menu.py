"""The menu of a place in the article."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from viewer.ui.reader.menu import menu_at


def words_of(menu):
    return [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()]


def place_of(reader, words):
    found = reader.document().find(words)
    reader.ensureCursorVisible()
    reader.setTextCursor(found)
    found.setPosition(found.selectionStart() + 1)
    return reader.cursorRect(found).center()


def test_a_link_is_copied_as_the_address_that_it_leads_to(program):
    reader = program.window.reader
    menu = menu_at(reader, place_of(reader, "a page"))
    assert words_of(menu) == ["Copy", "Select All", "Copy the link’s address"]
    menu.actions()[-1].trigger()
    assert QGuiApplication.clipboard().text() == "https://news.example/a"
    menu.close()


@pytest.mark.parametrize("words", ["the halt", "Helicopters"])
def test_where_no_link_leads_out_none_is_offered_to_copy(program, words):
    reader = program.window.reader
    menu = menu_at(reader, place_of(reader, words))
    assert words_of(menu) == ["Copy", "Select All"]
    menu.close()
