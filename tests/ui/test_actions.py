from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from viewer.ui.actions import COMMANDS, ELSEWHERE, MENUS, Actions, is_single


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(QKeySequence(key)[0].key() for command in COMMANDS for key in command.keys)


def test_names_are_unique_and_menus_exist():
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert {command.menu.rstrip("|") for command in COMMANDS} == set(MENUS)
    assert all(command.tip for command in COMMANDS)
    assert ELSEWHERE


def test_no_two_entries_of_a_menu_share_a_letter():
    for menu in MENUS:
        entries = [command.text for command in COMMANDS if command.menu.rstrip("|") == menu]
        letters = Counter(text[text.index("&") + 1].lower() for text in entries if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu


def test_every_action_does_something_and_says_its_keys(program):
    table = program.window.actions_table
    for command in COMMANDS:
        signal = "2toggled(bool)" if command.checkable else "2triggered(bool)"
        assert table[command.name].receivers(signal) > 0, command.name
    assert "Alt+Left" in table["go_back"].toolTip()


def test_a_menu_shows_what_is_switched_on(program):
    for command in COMMANDS:
        if command.checkable:  # an icon would stand in the place of the check mark
            assert not program.window.actions_table[command.name].isIconVisibleInMenu(), command.name


def test_single_letters_can_be_turned_off(program):
    table = program.window.actions_table
    table["single_keys"].setChecked(False)
    keys = [key.toString() for command in COMMANDS for key in table[command.name].shortcuts()]
    assert not [key for key in keys if is_single(key)]
    assert "(" not in table["toggle_star"].toolTip()
    assert table["go_back"].shortcuts()
    table["single_keys"].setChecked(True)
    assert table["toggle_star"].shortcuts()[0].toString() == "S"
    assert "(S)" in table["toggle_star"].toolTip()


@pytest.mark.parametrize(
    ("key", "single"), [("J", True), ("/", True), ("Shift+D", True), ("F5", False), ("Ctrl+L", False)]
)
def test_single_keys_are_what_one_might_type(key, single):
    assert is_single(key) is single


def test_icons_follow_the_colours(program):
    assert not program.window.actions_table["go_back"].icon().isNull()
    assert isinstance(program.window.actions_table, Actions)
