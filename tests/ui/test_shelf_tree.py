from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.library import Counts
from viewer.ui.shelf_tree import Group, Shelf, ShelfTree

STORY, SEARCH = Shelf("story:1", "Border", "story", 1200, 1), Shelf("search:q", "Asked", "search", None, 2)
TAG, SECTION = Shelf("tag:War", "War", "tag", 3), Shelf("section:War", "War", "section", 3)
GROUPS = (
    Group("Stories", "related", (STORY,), is_open=True),
    Group("Saved searches", "search", (SEARCH,), is_open=True),
    Group("Tags", "tag", (TAG,)),
    Group("Sections", "section", ()),
)


@pytest.fixture
def tree(qtbot, theme):
    made = ShelfTree(theme)
    qtbot.addWidget(made)
    made.show_shelves(Counts(archive=4, trash=0), GROUPS, "all")
    made.show()
    return made


def said(tree, signal):
    heard = []
    getattr(tree, signal).connect(lambda *values: heard.append(values))
    return heard


def tops(tree):
    return [(top.text(0), top.text(1), top.isExpanded()) for top in tree._tops()]


def choose(tree, name):
    tree.setCurrentItem(next(item for item in tree._items() if item.text(0) == name), 0)


def test_groups_that_are_empty_do_not_show_and_long_ones_are_folded(tree):
    assert tops(tree) == [
        ("Archive", "4", False),
        ("Trash", "0", False),
        ("Stories", "", True),
        ("Saved searches", "", True),
        ("Tags", "", False),
    ]
    numbers = {item.text(0): item.text(1) for item in tree._items()}
    assert (numbers["Border"], numbers["Asked"]) == ("1,200", "")


def test_choosing_a_row_is_said_and_choosing_from_outside_is_not(tree):
    heard = said(tree, "view_wanted")
    tree.choose("tag:War")
    assert heard == []
    assert tree.chosen() == TAG
    choose(tree, "Border")
    assert heard == [(STORY,)]
    tree.choose("unread")
    assert tree.chosen() is None


def test_walking_over_a_heading_leaves_the_shelf_selected_and_enter_unfolds_it(tree):
    heard = said(tree, "left")
    choose(tree, "Asked")
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentItem().text(0) == "Tags"
    assert tree.chosen() == SEARCH
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert ("Tags", "", True) in tops(tree)
    assert heard == []
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert ("Tags", "", False) in tops(tree)


def test_enter_chooses_where_the_keyboard_stands_and_then_leaves(tree):
    heard, left = said(tree, "view_wanted"), said(tree, "left")
    choose(tree, "Trash")
    tree.choose("unread")
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert [shelf.view for (shelf,) in heard] == ["trash", "trash"]
    assert left == []
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert left == [()]


def test_where_the_keyboard_stands_can_be_seen_on_headings_too(tree, theme):
    def edge():
        picture, box = tree.viewport().grab().toImage(), tree.visualItemRect(tree.currentItem())
        ratio = picture.devicePixelRatio()
        return picture.pixelColor(round(tree.viewport().width() / 2 * ratio), round((box.top() + 0.5) * ratio))

    tree.setCurrentItem(next(top for top in tree._tops() if top.text(0) == "Tags"))
    tree.clearFocus()
    ground = edge()
    tree.setFocus()
    assert edge() == theme.colors.accent != ground
    tree.clearFocus()
    assert edge() == ground


def test_what_was_unfolded_stays_so_when_numbers_change(tree):
    tags = next(top for top in tree._tops() if top.text(0) == "Tags")
    tags.setExpanded(True)
    before = tree.wanted_height()
    tree.show_shelves(Counts(archive=5), GROUPS, "tag:War")
    assert ("Tags", "", True) in tops(tree)
    assert tree.chosen() == TAG
    assert tree.wanted_height() == before


def test_a_new_name_is_said_and_the_old_one_stands_until_it_is_so(tree):
    heard = said(tree, "renamed")
    item = next(item for item in tree._items() if item.text(0) == "Border")
    item.setText(0, "  The   border ")
    assert heard == [(STORY, "The border")]
    assert item.text(0) == "Border"
    item.setText(0, "  ")
    assert len(heard) == 1


@pytest.mark.parametrize(("name", "signal"), [("Border", "removed"), ("War", "removed"), ("Trash", "emptied")])
def test_del_asks_for_what_it_means_there(tree, name, signal):
    heard = said(tree, signal)
    choose(tree, name)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert len(heard) == 1


def test_f2_edits_what_can_be_renamed(tree):
    choose(tree, "Archive")
    QTest.keyClick(tree, Qt.Key.Key_F2)
    assert tree.state() is not ShelfTree.State.EditingState
    choose(tree, "Border")
    QTest.keyClick(tree, Qt.Key.Key_F2)
    assert tree.state() is ShelfTree.State.EditingState


def test_colours_follow_the_theme(tree, theme):
    tree.choose("tag:War")
    theme.choose("dark")
    assert tree.chosen() == TAG
    item = next(item for item in tree._items() if item.text(0) == "Archive")
    assert item.foreground(1).color() == theme.colors.muted
