"""By keyboard alone: where Enter, Space, the arrows and Tab lead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.app import settle
from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.table import EventTable


@pytest.fixture
def window(program):
    settle(program)
    program.window.activateWindow()
    program.window._finish_looks()
    settle(program)
    return program.window


def titles(window):
    model = window.library_pane.model
    return [model.article(row).title for row in range(model.rowCount())]


def look_for(program, words):
    program.window.actions_table["search_library"].trigger()
    program.window.search_field.setText(words)
    settle(program)


def test_enter_in_the_search_opens_the_first_article_and_goes_on_to_read_it(program, window):
    look_for(program, "artillery")
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    settle(program)
    assert window.windowTitle().startswith("The SDF halts")
    assert window.focusWidget() is window.reader
    assert window.search_field.text() == "artillery"


def test_who_types_fast_gets_what_was_typed_and_not_what_was_listed_before(program, window):
    window.actions_table["search_library"].trigger()
    QTest.keyClicks(window.search_field, "flour patience")
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    settle(program)
    assert titles(window) == ["On bread"]
    assert window.windowTitle().startswith("On bread")


def test_enter_for_what_is_nowhere_opens_nothing_and_stays(program, window):
    window.actions_table["search_library"].trigger()
    QTest.keyClicks(window.search_field, "zeppelin")
    QTest.keyClick(window.search_field, Qt.Key.Key_Return)
    settle(program)
    assert window.windowTitle().startswith("Iraq reinforces")
    assert window.focusWidget() is window.search_field


@pytest.mark.parametrize(("key", "with_shift"), [(Qt.Key.Key_Down, False), (Qt.Key.Key_Return, True)])
def test_from_the_search_to_the_list_of_what_was_found(program, window, key, with_shift):
    look_for(program, "flour")
    held = Qt.KeyboardModifier.ShiftModifier if with_shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.search_field, key, held)
    settle(program)
    assert window.focusWidget() is window.library_pane.list
    assert window.library_pane.list.selected_rows() == [0]
    QTest.keyClick(window.library_pane.list, Qt.Key.Key_Return)
    settle(program)
    assert window.windowTitle().startswith("On bread")


@pytest.mark.parametrize("command", ["focus_library", "focus_related", "focus_timeline"])
def test_space_reads_on_from_the_other_panes_too(program, window, command):
    window.actions_table[command].trigger()
    settle(program)
    bar, shift = window.reader.verticalScrollBar(), Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert bar.value() > 0
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space, shift)
    assert bar.value() == 0


def walk(window, key, begin, most=60):
    """What the keyboard comes to from ``begin`` on, until it is there again; links of the article count once."""
    begin.setFocus()
    seen = []
    for _ in range(most):
        widget = window.focusWidget()
        if seen and widget is seen[0]:
            return [one.accessibleName() or one.text().rstrip(" 0123456789") for one in seen]
        if not seen or widget is not seen[-1]:
            seen.append(widget)
        QTest.keyClick(widget, key)
    raise AssertionError([one.accessibleName() for one in seen])


ORDER = [
    "Search the library",
    *("All", "Unread", "Starred", "Shelves", "Order", "Articles"),
    "Article",
    "Related articles",
    *("Timeline", "Even scale", "Zoom out", "Zoom in", "Show the whole time", "What the marks mean"),
    "Timeline of events",
]


def test_tab_walks_the_window_as_the_eye_does_and_leaves_nothing_out(window):
    assert walk(window, Qt.Key.Key_Tab, window.search_field) == ORDER
    assert walk(window, Qt.Key.Key_Backtab, window.search_field) == [ORDER[0], *reversed(ORDER[1:])]


def test_tab_walks_what_is_open_below_the_article_behind_it(window):
    window.actions_table["find_in_article"].trigger()
    names = walk(window, Qt.Key.Key_Tab, window.search_field)
    at = names.index("Article")
    assert names[at : at + 6] == [
        *("Article", "Find in this article", "Place before", "Next place", "Close"),
        "Related articles",
    ]


def test_tab_walks_the_shelves_between_order_and_list(program, window):
    window.actions_table["show_shelves"].setChecked(True)
    settle(program)
    names = walk(window, Qt.Key.Key_Tab, window.search_field)
    at = names.index("Order")
    assert names[at + 1].startswith("Shelves: ")
    assert names[at + 2] == "Articles"


def test_the_keyboard_stays_on_the_timeline_when_it_becomes_a_list_and_back(program, window):
    window.actions_table["focus_timeline"].trigger()
    assert isinstance(window.focusWidget(), TimelineCanvas)
    for kind in (EventTable, TimelineCanvas):
        window.actions_table["timeline_list"].trigger()
        settle(program)
        assert isinstance(window.focusWidget(), kind)


def test_the_list_of_the_timeline_leaves_the_keyboard_where_it_was(program, window):
    window.reader.setFocus()
    for _ in range(2):
        window.actions_table["timeline_list"].trigger()
        settle(program)
        assert window.focusWidget() is window.reader
