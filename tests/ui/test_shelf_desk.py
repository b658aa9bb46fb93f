"""The shelves above the list: what stands there, and what the reader does with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from viewer.app import settle

LEAD, HALT, BREAD = "Iraq reinforces its border", "The SDF halts its campaign near Hajin", "On bread"


@pytest.fixture
def window(program):
    return program.window


@pytest.fixture
def tree(program):
    library = program.session.library
    library.make_story("The border", library.ids())
    library.save_search("About Hajin", "Hajin")
    program.window.actions_table["show_shelves"].setChecked(True)
    settle(program)
    return program.window.organising.shelves.desk.tree


def rows(tree):
    return {item.text(0): item.text(1) for item in tree._items()}


def item(tree, name):
    return next(one for one in tree._items() if one.text(0) == name)


def choose(program, tree, name):
    tree.setCurrentItem(item(tree, name), 0)
    settle(program)


def rename(program, tree, name, other):
    item(tree, name).setText(0, other)
    settle(program)


def listed(window):
    return [window.library_pane.model.article(row).title for row in range(window.library_pane.model.rowCount())]


def test_shelves_have_their_names_and_numbers(tree):
    assert rows(tree) == {
        "Archive": "0",
        "Trash": "0",
        "The border": "3",
        "About Hajin": "2",
        "Iraq": "1",
        "Middle East": "1",
        "War": "2",
    }


def test_choosing_one_shows_its_articles(program, window, tree):
    choose(program, tree, "About Hajin")
    assert listed(window) == [LEAD, HALT]
    choose(program, tree, "Iraq")
    assert listed(window) == [LEAD]
    choose(program, tree, "The border")
    assert len(listed(window)) == 3
    window.library_pane.show_view("all")
    assert tree.chosen() is None


def test_numbers_follow_what_is_done(program, window, tree):
    window.actions_table["toggle_archive"].trigger()
    settle(program)
    assert rows(tree)["Archive"] == "1"
    window.actions_table["move_to_trash"].trigger()
    settle(program)
    assert (rows(tree)["Trash"], rows(tree)["The border"], rows(tree)["War"]) == ("1", "2", "1")


def test_a_story_and_a_search_are_renamed_and_removed_and_each_is_undone(program, window, tree):
    rename(program, tree, "The border", "Border")
    rename(program, tree, "About Hajin", "Hajin")
    assert {"Border", "Hajin"} <= rows(tree).keys()
    choose(program, tree, "Border")
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    settle(program)
    assert "Border" not in rows(tree)
    assert window.library_pane.wish.view == "all"
    assert window.notice.text == "The story “Border” was removed; its articles stay."
    for _ in range(3):
        window.actions_table["undo"].trigger()
        settle(program)
    assert {"The border", "About Hajin"} <= rows(tree).keys()


def test_a_name_that_is_taken_is_told_and_nothing_changes(program, window, tree):
    program.session.library.make_story("Other")
    rename(program, tree, "The border", "other")
    assert "There is a story of this name already" in window.notice.text
    assert "The border" in rows(tree)


def test_a_tag_is_renamed_in_the_files(program, window, tree, folder):
    rename(program, tree, "Iraq", "Irak")
    assert "Irak" in rows(tree)
    assert "tags: [Irak]" in (folder / "lead.md").read_text("utf-8")
    window.actions_table["undo"].trigger()
    settle(program)
    assert "tags: [Iraq]" in (folder / "lead.md").read_text("utf-8")
    assert "Iraq" in rows(tree)


def test_a_renamed_tag_does_not_come_back_from_the_trash(program, window, tree, folder):
    library = program.session.library
    window.organising.marks.desk.do(lambda library, _report: library.trash([library.find("halt.md")]))
    (folder / "bread.md").write_text("---\ntags: [Iraq]\n---\n\n# On bread\n\nFlour.\n")
    library.refresh()
    library.trash([library.find("bread.md")])
    rename(program, tree, "Iraq", "Irak")
    assert "tags: [Irak]" in (folder / "bread.md").read_text("utf-8")


def test_del_in_the_shelves_puts_no_article_into_the_trash(program, window, tree):
    choose(program, tree, "About Hajin")
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    settle(program)
    assert program.session.library.counts().trash == 0
    assert "About Hajin" not in rows(tree)


def test_the_keyboard_goes_from_the_list_to_the_shelves_and_back(program, window):
    window.actions_table["focus_library"].trigger()
    assert window.library_pane.list.hasFocus()
    window.actions_table["focus_library"].trigger()
    settle(program)
    tree = window.organising.shelves.desk.tree
    assert window.focusWidget() is tree
    QTest.keyClick(tree, Qt.Key.Key_Down)
    settle(program)
    assert window.library_pane.wish.view == "archive"
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert window.focusWidget() is window.library_pane.list


def test_a_new_shelf_has_room_unless_the_reader_gave_them_theirs(program, window):
    window.actions_table["show_shelves"].setChecked(True)
    settle(program)
    desk = window.organising.shelves.desk
    library = program.session.library
    window.organising.marks.desk.do(lambda library, _report: library.make_story("First"))
    settle(program)
    assert library.stories()
    assert desk.tree.height() >= desk.tree.wanted_height() - 2
    desk._between.setSizes([60, 400])
    desk._between.splitterMoved.emit(60, 1)
    given = desk.tree.height()
    window.organising.marks.desk.do(lambda library, _report: library.save_search("Asked", "hajin"))
    settle(program)
    assert desk.tree.height() == given


def test_hiding_them_names_what_the_list_shows(program, window, tree):
    choose(program, tree, "The border")
    assert window.library_pane.shelves_button.isChecked()
    window.library_pane.shelves_button.click()
    assert tree.isHidden()
    assert window.library_pane.shelves_button.text() == "The border"
    assert window.library_pane.shelves_button.accessibleDescription() == "story The border"


def test_menus_offer_what_can_be_done_with_a_row(tree):
    def words(name):
        return [action.text().partition("\t")[0] for action in tree.menu_for(item(tree, name)).actions()]

    assert words("Trash") == ["Empty the trash…"]
    assert words("The border") == ["Rename…", "Remove this story"]
    assert words("About Hajin") == ["Rename…", "Remove this search"]
    assert words("Iraq") == ["Rename…", "Take this tag from all"]
    assert words("War") == []


def test_the_order_of_the_list_can_be_what_was_read_last(program, window):
    program.window._finish_looks()
    library = program.session.library
    window.lists.next_article()
    settle(program)
    window.lists.next_article()
    settle(program)
    read_last = next(action for action in window.library_pane._order.menu().actions() if action.data() == "read")
    read_last.trigger()
    settle(program)
    assert listed(window) == [BREAD, HALT, LEAD]
    assert library.article(window.articles.article.id).title == BREAD
