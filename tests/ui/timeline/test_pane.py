from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QListView, QToolButton

from viewer.model import Chronology
from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.legend import Legend
from viewer.ui.timeline.table import EventTable
from viewer.ui.timeline.tray import Tray
from viewer.ui.timeline.wording import NO_ARTICLE, NO_DATES

PUBLISHED = date(2018, 11, 2)


def shown_words(pane):
    return {label.text() for label in pane.findChildren(QLabel) if label.isVisible()}


def canvas(pane):
    return pane.findChild(TimelineCanvas)


def table(pane):
    return pane.findChild(EventTable)


class TestEmpty:
    def test_without_an_article(self, pane):
        assert NO_ARTICLE in shown_words(pane)

    def test_without_dates(self, pane):
        pane.set_chronology(Chronology(), PUBLISHED)
        assert NO_DATES in shown_words(pane)
        assert pane.selected_event() is None

    @pytest.mark.parametrize("name", ["next", "previous", "first", "last", "activate", "zoom in", "zoom out", "fit"])
    def test_keys_do_no_harm(self, pane, name):
        selected, activated = QSignalSpy(pane.event_selected), QSignalSpy(pane.event_activated)
        pane.step(name)
        assert selected.count() == activated.count() == 0

    def test_comes_back(self, told):
        told.set_chronology(None, None)
        assert NO_ARTICLE in shown_words(told)
        assert told.selected_event() is None


class TestStepping:
    def test_goes_through_time_and_on_into_the_tray(self, qtbot, told, story):
        labels = []
        told.event_selected.connect(lambda event: labels.append(event.label))
        for _ in range(9):
            qtbot.keyClick(canvas(told), Qt.Key.Key_Right)
        assert labels[0] == "The border post was captured"
        assert labels[-2:] == ["Troops reinforced their positions", "Some 2,000 fighters are in the town"]
        assert len(labels) == 7

    def test_back_to_the_first_and_on_to_the_last(self, qtbot, told):
        qtbot.keyClick(canvas(told), Qt.Key.Key_End)
        assert told.selected_event().label == "Some 2,000 fighters are in the town"
        qtbot.keyClick(canvas(told), Qt.Key.Key_Left)
        assert told.selected_event().label == "Troops reinforced their positions"
        qtbot.keyClick(canvas(told), Qt.Key.Key_Home)
        assert told.selected_event().label == "The border post was captured"

    def test_enter_activates_what_is_chosen(self, qtbot, told, story):
        told.select_event(story.events[1])
        with qtbot.waitSignal(told.event_activated) as activated:
            qtbot.keyClick(canvas(told), Qt.Key.Key_Return)
        assert activated.args[0] is story.events[1]


class TestClicks:
    def test_one_selects_and_the_next_activates(self, qtbot, told):
        heard = []
        told.event_selected.connect(lambda event: heard.append(("selected", event.label)))
        told.event_activated.connect(lambda event: heard.append(("activated", event.label)))
        view = told.findChild(Tray).findChild(QListView)
        place = view.visualRect(view.model().index(0, 0)).center()
        for _ in range(2):
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        label = "Troops reinforced their positions"
        assert heard == [("selected", label), ("activated", label)]


class TestChoiceFromOutside:
    def test_is_quiet_and_seen_in_all_views(self, told, story):
        spy = QSignalSpy(told.event_selected)
        told.select_event(story.events[4])
        assert told.selected_event() is story.events[4]
        assert table(told).currentIndex().siblingAtColumn(1).data() == "Trade is to be revived"
        told.select_event(story.events[0])
        assert told.selected_event() is story.events[0]
        told.select_event(None)
        assert told.selected_event() is None
        assert spy.count() == 0

    def test_an_event_of_another_article_clears(self, told, make):
        told.select_event(make("Elsewhere"))
        assert told.selected_event() is None

    def test_of_two_that_look_alike_the_right_one_is_chosen(self, pane, make):
        events = tuple(make.on("The same", date(2018, 11, 1)) for _ in range(3))
        pane.set_chronology(Chronology((), events), PUBLISHED)
        pane.select_event(events[1])
        assert pane.selected_event() is events[1]


class TestList:
    def test_is_shown_in_place_of_the_drawing_with_the_same_choice(self, qtbot, told, story):
        told.select_event(story.events[1])
        told.show_list(True)
        assert table(told).isVisible()
        assert not canvas(told).isVisible()
        with qtbot.waitSignal(told.event_selected) as selected:
            qtbot.keyClick(table(told), Qt.Key.Key_Down)
        assert selected.args[0] is story.events[5]
        told.show_list(False)
        assert canvas(told).isVisible()
        assert told.selected_event() is story.events[5]

    def test_the_switch_shows_it(self, qtbot, told):
        button = next(each for each in told.findChildren(QToolButton) if each.property("iconName") == "list")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.list_shown
        assert table(told).isVisible()

    def test_says_so_once(self, told):
        toggled = QSignalSpy(told.list_toggled)
        told.show_list(True)
        told.show_list(True)
        told.show_list(False)
        assert [toggled.at(number) for number in range(toggled.count())] == [[True], [False]]

    def test_stays_with_the_next_article(self, told, story):
        told.show_list(True)
        told.set_chronology(story, PUBLISHED)
        assert table(told).isVisible()


class TestHere:
    def test_an_undated_event_is_marked_in_the_tray(self, told, story):
        told.set_here(story.events[3])
        assert canvas(told)._here is not None
        told.set_here(story.events[0])
        assert canvas(told)._here is None
        assert told.findChild(Tray)._delegate.here == 5
        told.set_here(None)
        assert told.findChild(Tray)._delegate.here == -1


def test_a_screen_reader_hears_the_chosen_event(told, story):
    assert canvas(told).accessibleDescription() == "7 events, 2 undated"
    told.select_event(story.events[1])
    assert "The operation was suspended" in canvas(told).accessibleDescription()


def test_zoom_and_scale_reach_the_drawing(qtbot, told):
    told.zoom_in()
    qtbot.waitUntil(lambda: canvas(told).viewport.zoom > 1.5)
    told.zoom_out()
    qtbot.waitUntil(lambda: canvas(told).viewport.zoom == 1.0)
    told.set_even_scale(True)
    assert canvas(told).viewport.scale.gaps == ()
    told.set_even_scale(False)
    assert canvas(told).viewport.scale.gaps != ()


def test_the_help_button_opens_the_legend(qtbot, told):
    button = next(each for each in told.findChildren(QToolButton) if each.property("iconName") == "help")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    legend = told.findChild(Legend)
    assert legend.isVisible()
    legend.close()


def test_the_tray_leaves_most_of_the_width_to_the_time(told):
    assert canvas(told).width() > 2 * told.findChild(Tray).width()


def test_two_thousand_events_are_no_trouble(pane, make):
    events = tuple(make.on(f"Event number {number}", 700_000 + number * 3) for number in range(2000))
    pane.set_chronology(Chronology((), events), PUBLISHED)
    assert len(canvas(pane).layout_now().cards) < 40
    pane.select_event(events[777])
    assert 777 in {card.index for card in canvas(pane).layout_now().cards}
