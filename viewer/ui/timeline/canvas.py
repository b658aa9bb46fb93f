"""The drawn timeline: zoom, pan, hover and choose. What it shows is laid out and painted elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from viewer.ui.timeline.layout import Chip, Layout
from viewer.ui.timeline.motion import Motion
from viewer.ui.timeline.painting import Brushwork, Fonts, Picture
from viewer.ui.timeline.scale import even_scale
from viewer.ui.timeline.scene import Scene
from viewer.ui.timeline.viewport import Viewport
from viewer.ui.timeline.wording import chip_tip, published_words, tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from viewer.ui.theme import Theme
    from viewer.ui.timeline.entries import Entry

_STEP = 1.25
_MANY = 300
_DRAG = 4.0
_NOTCH = 120.0
_REVEAL = 12.0
_KEYS = {
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_Up: "previous",
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_Return: "activate",
    Qt.Key.Key_Enter: "activate",
    Qt.Key.Key_Plus: "zoom in",
    Qt.Key.Key_Equal: "zoom in",
    Qt.Key.Key_Minus: "zoom out",
    Qt.Key.Key_0: "fit",
}
_FOREIGN_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class TimelineCanvas(QWidget):
    """The axis with its marks and cards. Entries are named by their index in stepping order.

    ``chosen`` and ``activated`` come from the pointer; ``stepped`` carries the name of what a key asks for.
    """

    chosen = Signal(int)
    activated = Signal(int)
    stepped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = Scene(Brushwork(Fonts.of(self.font())))
        self._viewport = self._from = self._to = Viewport(even_scale(()), 1.0)
        self._even = False
        self._selected = self._hovered = -1
        self._here: float | None = None
        self._here_from = self._here_to = 0.0
        self._pressed: QPointF | None = None
        self._pressed_offset = 0.0
        self._dragging = False
        self._glide, self._walk = Motion(self), Motion(self)
        self._glide.moved.connect(self._glide_to)
        self._walk.moved.connect(self._walk_to)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Timeline of events")
        theme.changed.connect(self.update)

    # What is shown

    def set_entries(self, entries: Sequence[Entry], published: date | None) -> None:
        """Show the dated ones of ``entries``, all in view."""
        self._scene = Scene(self._scene.brushwork, entries, published)
        self._selected = self._hovered = -1
        self._walk.stop()
        self._here = None
        self._start_over()

    def set_even(self, even: bool) -> None:
        """Take the even scale, or the elastic one; the whole time is in view then."""
        self._even = even
        self._start_over()

    def set_selected(self, index: int) -> None:
        """Mark the entry as the chosen one and bring it into view; -1 for none. No signal."""
        self._selected = index
        self._reveal(index)
        self.update()

    def set_here(self, index: int) -> None:
        """Move the "you are here" mark to an entry; -1, or an undated one, takes it away."""
        target, begin = self._scene.middle_day(index), self._here
        self._walk.stop()
        if target is None or begin is None:
            self._here = target
            self.update()
        else:
            self._here_from, self._here_to = begin, target
            self._walk.begin(animated=True)

    def zoom_in(self) -> None:
        """One step closer."""
        self._zoom_by(_STEP * _STEP)

    def zoom_out(self) -> None:
        """One step back."""
        self._zoom_by(1.0 / (_STEP * _STEP))

    def fit(self) -> None:
        """Bring the whole time into view."""
        self._move(replace(self._viewport, zoom=1.0, offset=0.0))

    @property
    def viewport(self) -> Viewport:
        """What part of the time is in view."""
        return self._viewport

    def layout_now(self) -> Layout:
        """The layout at the present size and zoom."""
        return self._scene.layout(self._viewport, float(self.height()), self._selected)

    def target_at(self, point: QPointF) -> int | Chip:
        """The entry whose card or mark is at a point of the widget, or a chip, or -1."""
        return self._scene.target_at(self.layout_now(), point + QPointF(self._viewport.offset, 0.0))

    def tip_at(self, point: QPointF) -> str:
        """The tool tip for a point of the widget; "" where there is nothing."""
        target, entries = self.target_at(point), self._scene.entries
        if isinstance(target, Chip):
            return chip_tip([entries[index] for index in target.indexes])
        return tip(entries[target]) if target >= 0 else ""

    def sizeHint(self) -> QSize:
        """Wide, and high enough for three lanes."""
        return QSize(700, 180)

    def minimumSizeHint(self) -> QSize:
        """One lane above the axis."""
        return QSize(220, 96)

    # Moving

    def _start_over(self) -> None:
        self._glide.stop()
        width = float(max(self.width(), 1))
        self._viewport = Viewport(self._scene.scale(even=self._even), width, room=self._scene.room(width))
        self.update()

    def _zoom_by(self, factor: float) -> None:
        """Zoom around the chosen entry if it is in view, else around the middle."""
        day = self._scene.middle_day(self._selected)
        x = self._viewport.axis.x(day) - self._viewport.offset if day is not None else -1.0
        self._move(self._viewport.zoomed(factor, x if 0 <= x <= self.width() else self.width() / 2))

    def _move(self, target: Viewport) -> None:
        if target != self._viewport:
            self._from, self._to = self._viewport, target
            self._glide.begin(animated=len(self._scene.entries) <= _MANY)

    def _glide_to(self, share: float) -> None:
        begin, end = self._from, self._to
        zoom = begin.zoom * (end.zoom / begin.zoom) ** share
        offset = begin.offset + (end.offset - begin.offset) * share
        self._viewport = end if share >= 1.0 else replace(end, zoom=zoom).at(offset)
        self.update()

    def _walk_to(self, share: float) -> None:
        self._here = self._here_from + (self._here_to - self._here_from) * share
        self.update()

    def _jump(self, target: Viewport) -> None:
        self._glide.stop()
        self._viewport = target
        self.update()

    def _reveal(self, index: int) -> None:
        day = self._scene.middle_day(index)
        if day is None:
            return
        x = self._viewport.axis.x(day)
        card = next((card for card in self.layout_now().cards if card.index == index), None)
        left, right = (card.left, card.right) if card else (x, x)
        self._move(self._viewport.showing(min(left, x) - _REVEAL, max(right, x) + _REVEAL))

    def _open(self, chip: Chip) -> None:
        """Come closer until the chip's events come apart; where they cannot, choose the first: it gets a card."""
        days = [day for index in chip.indexes if (day := self._scene.middle_day(index)) is not None]
        closer = self._viewport.fitting(min(days) - 0.5, max(days) + 0.5)
        if closer.zoom > self._viewport.zoom * 1.1:
            self._move(closer)
        else:
            self.chosen.emit(chip.indexes[0])

    # Events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        painter = QPainter(self)
        self._scene.brushwork.paint(painter, self._picture(), self.height())
        painter.end()

    def _picture(self) -> Picture:
        published = self._scene.published
        return Picture(
            entries=self._scene.entries,
            layout=self.layout_now(),
            viewport=self._viewport,
            colors=self._theme.colors,
            wanted_days=self._scene.wanted_days,
            published=float(published.toordinal()) if published else None,
            published_words=published_words(published),
            selected=self._selected,
            hovered=self._hovered,
            here=self._viewport.axis.x(self._here) if self._here is not None else None,
            focused=self.hasFocus(),
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the middle of the view where it was."""
        width = float(max(self.width(), 1))
        self._jump(self._viewport.resized(width, self._scene.room(width)))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font changes."""
        if event.type() == QEvent.Type.FontChange:
            self._scene = Scene(Brushwork(Fonts.of(self.font())), self._scene.entries, self._scene.published)
            self._jump(self._viewport.resized(self._viewport.width, self._scene.room(self._viewport.width)))
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms around the pointer; with Shift, or sideways, it pans."""
        down, across = event.angleDelta().y(), event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(across) > abs(down):
            self._jump(self._viewport.at(self._viewport.offset - (across or down)))
        else:
            self._jump(self._viewport.zoomed(_STEP ** (down / _NOTCH), event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._pressed_offset, self._dragging = event.position(), self._viewport.offset, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while the button is down, else light up what is under the pointer."""
        if self._pressed is not None:
            self._drag(event.position().x() - self._pressed.x())
            return
        target = self.target_at(event.position())
        hovered = target.indexes[0] if isinstance(target, Chip) else target
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
        self._hover(hovered)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, or activate it where it was chosen already; a drag does neither."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        target = -1 if self._dragging else self.target_at(event.position())
        if isinstance(target, Chip):
            self._open(target)
        elif target >= 0:
            (self.activated if target == self._selected else self.chosen).emit(target)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what the key asks for; other keys belong to the window."""
        name = _KEYS.get(Qt.Key(event.key()))
        if name is None or event.modifiers() & _FOREIGN_MODIFIERS:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(name)

    def event(self, event: QEvent) -> bool:
        """Answer the question for a tool tip."""
        if event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        place = cast("QHelpEvent", event)
        words = self.tip_at(QPointF(place.pos()))
        if words:
            QToolTip.showText(place.globalPos(), words, self)
        else:
            QToolTip.hideText()
        return True

    def _drag(self, moved: float) -> None:
        self._dragging = self._dragging or abs(moved) > _DRAG
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._jump(self._viewport.at(self._pressed_offset - moved))

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
