from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QToolTip

from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.layout import Chip

PUBLISHED = date(2018, 11, 2)
NO_BUTTON, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
NO_KEY, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot, theme, story):
    result = TimelineCanvas(theme)
    qtbot.addWidget(result)
    result.resize(760, 180)
    result.show()
    result.set_entries(entries_of(story.events), PUBLISHED)
    return result


@pytest.fixture
def crowd(canvas, make):
    canvas.set_entries(entries_of([make.on(f"Event number {number}", PUBLISHED) for number in range(30)]), PUBLISHED)
    return canvas


def turn(canvas, notches, x=400.0, modifiers=NO_KEY):
    place = QPointF(x, 60)
    event = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        NO_BUTTON,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def move(canvas, point, button=NO_BUTTON):
    """Move the pointer by an event of our own: the offscreen platform has one pointer for all windows."""
    place = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), NO_BUTTON, button, NO_KEY)
    QApplication.sendEvent(canvas, event)


def card_point(canvas, index):
    layout = canvas.layout_now()
    card = next(card for card in layout.cards if card.index == index)
    x = (card.left + card.right) / 2 - canvas.viewport.offset
    return QPoint(round(x), round(layout.card_top(card) + layout.card_height / 2))


def test_at_first_everything_is_in_view(canvas):
    assert canvas.viewport.zoom == 1.0
    assert {card.index for card in canvas.layout_now().cards} == {0, 1, 2, 3, 4}


class TestWheel:
    def test_zooms_around_the_pointer(self, canvas):
        day = canvas.viewport.axis.day(canvas.viewport.offset + 300)
        turn(canvas, 3, x=300)
        assert canvas.viewport.zoom == pytest.approx(1.25**3)
        assert canvas.viewport.axis.x(day) - canvas.viewport.offset == pytest.approx(300, abs=0.5)

    def test_does_not_go_beyond_the_whole(self, canvas):
        turn(canvas, -5)
        assert canvas.viewport.zoom == 1.0

    def test_pans_with_shift(self, canvas):
        turn(canvas, 5)
        before = canvas.viewport
        turn(canvas, -1, modifiers=SHIFT)
        assert canvas.viewport.zoom == before.zoom
        assert canvas.viewport.offset == before.offset + 120


class TestPointer:
    def test_a_click_on_a_card_chooses_and_a_second_one_activates(self, qtbot, canvas):
        chosen, activated = QSignalSpy(canvas.chosen), QSignalSpy(canvas.activated)
        qtbot.mouseClick(canvas, LEFT, pos=card_point(canvas, 1))
        assert (chosen.at(0), activated.count()) == ([1], 0)
        canvas.set_selected(1)
        qtbot.mouseClick(canvas, LEFT, pos=card_point(canvas, 1))
        assert (chosen.count(), activated.at(0)) == (1, [1])

    def test_a_click_beside_everything_chooses_nothing(self, qtbot, canvas):
        chosen = QSignalSpy(canvas.chosen)
        qtbot.mouseClick(canvas, LEFT, pos=QPoint(2, 2))
        assert chosen.count() == 0

    def test_a_drag_pans_and_chooses_nothing(self, qtbot, canvas):
        turn(canvas, 6)
        chosen, before = QSignalSpy(canvas.chosen), canvas.viewport.offset
        qtbot.mousePress(canvas, LEFT, pos=QPoint(400, 80))
        move(canvas, QPoint(340, 80), LEFT)
        qtbot.mouseRelease(canvas, LEFT, pos=QPoint(340, 80))
        assert canvas.viewport.offset == before + 60
        assert chosen.count() == 0

    def test_the_pointer_lights_up_a_card(self, canvas):
        before = canvas.grab().toImage()
        move(canvas, card_point(canvas, 1))
        assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
        assert canvas.grab().toImage() != before
        QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
        assert canvas.grab().toImage() == before


class TestChip:
    def chip_point(self, canvas):
        layout = canvas.layout_now()
        return QPoint(round(layout.chips[0].x - canvas.viewport.offset), round(layout.lanes_bottom + 6))

    def test_opens_by_coming_closer(self, qtbot, canvas, make):
        days = [date(2018, 1 + month, day) for month in range(3) for day in range(1, 28)]
        canvas.set_entries(entries_of([make.on("Something happened here", day) for day in days]), None)
        assert isinstance(canvas.target_at(QPointF(self.chip_point(canvas))), Chip)
        qtbot.mouseClick(canvas, LEFT, pos=self.chip_point(canvas))
        qtbot.waitUntil(lambda: canvas.viewport.zoom > 1.5)

    def test_gives_a_card_to_the_first_where_closer_is_no_help(self, qtbot, crowd):
        crowd.set_even(True)
        for _ in range(60):
            turn(crowd, 1)
        chip = crowd.layout_now().chips[0]
        with qtbot.waitSignal(crowd.chosen) as chosen:
            qtbot.mouseClick(crowd, LEFT, pos=self.chip_point(crowd))
        assert chosen.args == [chip.indexes[0]]

    def test_tells_what_it_hides(self, crowd):
        assert "Event number" in crowd.tip_at(QPointF(self.chip_point(crowd)))


class TestTip:
    def test_of_a_card(self, canvas):
        assert "2017" in canvas.tip_at(QPointF(card_point(canvas, 1)))
        assert canvas.tip_at(QPointF(2, 2)) == ""

    def test_is_shown_when_asked_for(self, qtbot, canvas):
        place = card_point(canvas, 1)
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
        assert "The province was retaken" in QToolTip.text()
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), canvas.mapToGlobal(QPoint(2, 2))))
        qtbot.waitUntil(lambda: not QToolTip.isVisible())


class TestKeys:
    @pytest.mark.parametrize(
        ("key", "name"),
        [
            (Qt.Key.Key_Left, "previous"),
            (Qt.Key.Key_Right, "next"),
            (Qt.Key.Key_Home, "first"),
            (Qt.Key.Key_End, "last"),
            (Qt.Key.Key_Return, "activate"),
            (Qt.Key.Key_Plus, "zoom in"),
            (Qt.Key.Key_Minus, "zoom out"),
            (Qt.Key.Key_0, "fit"),
        ],
    )
    def test_say_what_they_ask_for(self, qtbot, canvas, key, name):
        with qtbot.waitSignal(canvas.stepped) as stepped:
            qtbot.keyClick(canvas, key)
        assert stepped.args == [name]

    @pytest.mark.parametrize(
        ("key", "modifier"), [(Qt.Key.Key_A, NO_KEY), (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)]
    )
    def test_others_belong_to_the_window(self, qtbot, canvas, key, modifier):
        stepped = QSignalSpy(canvas.stepped)
        qtbot.keyClick(canvas, key, modifier)
        assert stepped.count() == 0


class TestMoving:
    def test_zooming_in_and_out_and_fitting(self, qtbot, canvas):
        canvas.zoom_in()
        qtbot.waitUntil(lambda: canvas.viewport.zoom == pytest.approx(1.25**2))
        canvas.zoom_in()
        qtbot.waitUntil(lambda: canvas.viewport.zoom == pytest.approx(1.25**4))
        canvas.zoom_out()
        qtbot.waitUntil(lambda: canvas.viewport.zoom == pytest.approx(1.25**2))
        canvas.fit()
        qtbot.waitUntil(lambda: canvas.viewport.zoom == 1.0)

    def test_a_choice_out_of_view_comes_into_view(self, qtbot, canvas):
        for _ in range(8):
            turn(canvas, 1, x=700)
        canvas.set_selected(0)

        def in_view():
            x = canvas.viewport.axis.x(canvas._scene.middle_day(0)) - canvas.viewport.offset
            return 0 <= x <= canvas.width()

        qtbot.waitUntil(in_view)

    def test_the_even_scale_shows_the_whole(self, canvas):
        turn(canvas, 4)
        canvas.set_even(True)
        assert canvas.viewport.zoom == 1.0
        assert canvas.viewport.scale.gaps == ()

    def test_another_size_keeps_everything_in_view(self, canvas):
        canvas.resize(1400, 240)
        axis = canvas.viewport.axis
        assert canvas.viewport.zoom == 1.0
        assert axis.x(axis.scale.days[-1]) < 1400

    def test_here_walks_to_another_event(self, qtbot, canvas):
        canvas.set_here(0)
        first = canvas.grab().toImage()
        canvas.set_here(3)
        qtbot.waitUntil(lambda: canvas._here == canvas._scene.middle_day(3))
        assert canvas.grab().toImage() != first
        canvas.set_here(6)
        assert canvas._here is None


@pytest.mark.parametrize("scheme", ["dark", "sepia"])
def test_takes_the_colours_of_the_theme(canvas, theme, scheme):
    before = canvas.grab().toImage()
    theme.choose(scheme)
    assert canvas.grab().toImage() != before


def test_a_larger_font_takes_more_room(canvas):
    before = canvas.layout_now().base
    font = canvas.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    canvas.setFont(font)
    assert canvas.layout_now().base < before - 5


def test_no_events_are_no_error(canvas):
    canvas.set_entries((), None)
    assert not canvas.grab().isNull()


@pytest.mark.parametrize("size", [(1, 1), (220, 20), (3000, 40)])
def test_no_size_is_no_error(canvas, size):
    canvas.resize(*size)
    assert not canvas.grab().isNull()
