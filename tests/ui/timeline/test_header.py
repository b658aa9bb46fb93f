from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from viewer.ui.timeline.header import TimelineHeader


@pytest.fixture
def header(qtbot, theme):
    result = TimelineHeader(theme)
    qtbot.addWidget(result)
    result.show()
    return result


def button(header, name):
    return next(each for each in header.findChildren(QToolButton) if each.property("iconName") == name)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("zoom-in", "zoom_in_asked"),
        ("zoom-out", "zoom_out_asked"),
        ("fit", "fit_asked"),
        ("help", "legend_asked"),
        ("list", "list_asked"),
        ("scale-even", "even_asked"),
    ],
)
def test_each_button_says_what_was_asked(qtbot, header, name, signal):
    with qtbot.waitSignal(getattr(header, signal)):
        qtbot.mouseClick(button(header, name), Qt.MouseButton.LeftButton)


def test_the_switch_has_two_parts_of_which_one_is_on(qtbot, header):
    asked = []
    header.list_asked.connect(asked.append)
    for name in ("list", "list", "timeline"):
        qtbot.mouseClick(button(header, name), Qt.MouseButton.LeftButton)
    assert asked == [True, False]
    assert button(header, "timeline").isChecked()


def test_a_list_has_no_scale_and_no_zoom(header):
    header.set_list(True)
    assert button(header, "zoom-in").isHidden()
    header.set_list(False)
    assert not button(header, "zoom-in").isHidden()


def test_without_events_there_is_nothing_to_switch(header):
    header.set_empty(True)
    assert not button(header, "fit").isEnabled()
    assert button(header, "help").isEnabled()


def test_shows_the_count(header):
    header.set_count("3 events")
    assert "3 events" in {label.text() for label in header.findChildren(QLabel)}


def test_on_little_room_the_count_gives_way(header):
    header.set_count("3 events")
    count = next(label for label in header.findChildren(QLabel) if label.text() == "3 events")
    header.resize(1000, 30)
    assert count.isVisible()
    header.resize(300, 30)
    assert not count.isVisible()


def test_every_button_has_a_tip_and_a_name(header):
    for each in header.findChildren(QToolButton):
        assert each.toolTip()
        assert each.accessibleName()


def test_takes_the_colours_of_the_theme(header, theme):
    before = header.grab().toImage()
    theme.choose("sepia")
    assert header.grab().toImage() != before


def test_a_long_title_is_cut_only_where_there_is_no_room_for_it_and_takes_none_from_the_window(header):
    name = "Iraq reinforces its border with Syria as fighting draws near to the river"
    title = next(label for label in header.findChildren(QLabel) if label.text() == "Timeline")
    header.offer_story(name)
    header.say_story(True)
    header.resize(2000, 30)
    assert title.text() == f"Story: {name}"
    assert not title.toolTip()
    assert header.minimumSizeHint().width() < 900
    header.resize(900, 30)
    assert title.text().endswith("…")
    assert title.toolTip() == f"Story: {name}"
    header.say_story(False)
    assert title.text() == "Timeline"
