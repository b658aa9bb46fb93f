from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from viewer import paths
from viewer.ui.row_table import RowTable
from viewer.ui.style_sheet import style_sheet
from viewer.ui.theme import SCHEMES, Theme, role_names


def luminance(color):
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ground", ["base", "window", "raised"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "conflict", "planned"])
def test_every_text_can_be_read_on_every_ground(name, ink, ground):
    colors = SCHEMES[name]
    assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ground", ["selection", "highlight", "hover"])
def test_text_can_be_read_where_it_is_marked(name, ground):
    assert contrast(SCHEMES[name].text, getattr(SCHEMES[name], ground)) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
def test_quiet_text_can_be_read_under_the_pointer(name):
    assert contrast(SCHEMES[name].muted, SCHEMES[name].hover) >= 4.5


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("ink", ["accent", "muted"])
@pytest.mark.parametrize("ground", ["window", "base", "raised", "selection"])
def test_rings_and_the_edges_of_boxes_stand_out(name, ink, ground):
    assert contrast(getattr(SCHEMES[name], ink), getattr(SCHEMES[name], ground)) >= 3


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize(("sign", "ink"), [("check", "on_accent"), ("dash", "on_accent"), ("chevron", "muted")])
def test_the_signs_of_boxes_have_the_colours_of_their_scheme(name, sign, ink):
    drawn = (paths.resources() / "controls" / f"{sign}-{name}.svg").read_text(encoding="utf-8")
    assert f'stroke="{getattr(SCHEMES[name], ink).name().upper()}"' in drawn


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("state", [Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked])
def test_the_box_of_a_list_can_be_seen_and_tells_its_states_apart(qtbot, qapp, name, state):
    list_ = QListWidget()
    qtbot.addWidget(list_)
    list_.setStyleSheet(style_sheet(role_names(SCHEMES[name]), name))
    pictures = []
    for one in (state, *(other for other in Qt.CheckState if other is not state)):
        list_.clear()
        item = QListWidgetItem("", list_)
        item.setCheckState(one)
        picture = list_.viewport().grab().toImage()
        edge = [picture.pixelColor(x, round(list_.visualItemRect(item).center().y())) for x in range(30)]
        assert max(contrast(color, SCHEMES[name].window) for color in edge) >= 3
        pictures.append(picture)
    assert pictures[0] not in pictures[1:]


@pytest.mark.parametrize("name", SCHEMES)
def test_a_table_of_a_dialog_shows_that_the_keyboard_is_in_it(qtbot, name):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setStyleSheet(style_sheet(role_names(SCHEMES[name]), name))
    tables = [RowTable(("A", "B"), [("one", "two")], "Rows", dialog) for _ in range(2)]
    column = QVBoxLayout(dialog)
    for table in tables:
        column.addWidget(table)
    dialog.show()
    dialog.activateWindow()
    edges = []
    for table in tables:
        table.setFocus()
        qtbot.waitUntil(table.hasFocus)
        picture = tables[0].grab().toImage()
        edges.append(picture.pixelColor(0, picture.height() // 2))
    assert edges[0] == SCHEMES[name].accent != edges[1]


@pytest.mark.parametrize("name", SCHEMES)
def test_a_default_button_that_is_disabled_looks_so(qtbot, name):
    button = QPushButton("Add")
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(role_names(SCHEMES[name]), name))
    button.setDefault(True)
    grounds = []
    for enabled in (True, False):
        button.setEnabled(enabled)
        picture = button.grab().toImage()
        grounds.append(picture.pixelColor(picture.width() // 2, 4))
    assert grounds == [SCHEMES[name].accent, SCHEMES[name].window]


@pytest.mark.parametrize("name", SCHEMES)
def test_text_on_the_accent_can_be_read(name):
    assert contrast(SCHEMES[name].on_accent, SCHEMES[name].accent) >= 4.5


def test_choosing_a_scheme_is_told_once(qapp, qtbot):
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert (theme.name, theme.colors.dark) == ("dark", True)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_an_unknown_choice_is_the_system_s(qapp):
    assert Theme("purple").choice == "system"
