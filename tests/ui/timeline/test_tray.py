from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QListView

from viewer.model import Basis, Event, Factuality, Passage
from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.tray import Tray


@pytest.fixture
def tray(qtbot, theme, story):
    result = Tray(theme)
    qtbot.addWidget(result)
    result.resize(200, 150)
    result.set_entries(entries_of(story.events))
    result.show()
    return result


def view(tray):
    return tray.findChild(QListView)


def test_holds_the_undated_ones_in_their_order(tray):
    assert tray.count == 2
    assert "2" in tray.findChild(QLabel).text()
    assert [view(tray).model().entry_at(row).index for row in range(2)] == [5, 6]


def test_hides_where_everything_is_dated(tray):
    tray.set_entries(())
    assert tray.isHidden()


def test_a_choice_from_outside_is_quiet(tray):
    spy = QSignalSpy(tray.chosen)
    tray.set_selected(6)
    assert view(tray).currentIndex().row() == 1
    tray.set_selected(0)
    assert not view(tray).selectionModel().hasSelection()
    assert spy.count() == 0


def test_a_click_chooses_and_a_second_one_activates(qtbot, tray):
    chosen, activated = QSignalSpy(tray.chosen), QSignalSpy(tray.activated)
    place = view(tray).visualRect(view(tray).model().index(1, 0)).center()
    qtbot.mouseClick(view(tray).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (chosen.at(0), activated.count()) == ([6], 0)
    tray.set_selected(6)
    qtbot.mouseClick(view(tray).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (chosen.count(), activated.at(0)) == (1, [6])


def test_the_choice_and_the_readers_place_are_seen(tray):
    plain = tray.grab().toImage()
    tray.set_here(5)
    here = tray.grab().toImage()
    tray.set_selected(6)
    assert plain != here != tray.grab().toImage()


def test_an_event_is_spoken_in_full(tray):
    index = view(tray).model().index(1, 0)
    words = index.data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "Some 2,000 fighters are in the town" in words
    assert "the coalition" in words


def test_shows_the_label_of_its_events_to_assistive_tools(tray):
    assert view(tray).model().index(0, 0).data() == "Troops reinforced their positions"


def test_takes_the_colours_of_the_theme(tray, theme):
    before = tray.grab().toImage()
    theme.choose("dark")
    assert tray.grab().toImage() != before


def heights(tray):
    model = view(tray).model()
    return [view(tray).visualRect(model.index(row, 0)).height() for row in range(model.rowCount())]


def told(*labels):
    return entries_of(
        [Event(Passage(0, n, n + 1), label, n, Factuality.REPORTED, Basis.UNRESOLVED) for n, label in enumerate(labels)]
    )


def test_a_short_label_takes_one_line_and_a_long_one_two(tray):
    tray.set_entries(
        told("Short", "A label that is far too long for one line of a tray so narrow as this one", "Short")
    )
    short, long, again = heights(tray)
    assert short == again < long


def test_a_wider_tray_sets_its_labels_anew(tray, qtbot):
    tray.set_entries(told("Short", "A label too long for one line here"))
    assert len(set(heights(tray))) == 2
    tray.resize(600, 150)
    qtbot.waitUntil(lambda: len(set(heights(tray))) == 1)


def test_of_very_many_none_is_measured(tray):
    tray.set_entries(told("A label that is far too long for one line of a tray so narrow as this", *["Short"] * 300))
    assert len(set(heights(tray)[:20])) == 1
