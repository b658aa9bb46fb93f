"""The drawn timeline: zoom, pan, hover and choose. What it shows is laid out and painted elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from viewer.ui.timeline.entries import Entry
from viewer.ui.timeline.layout import Chip, Layout, Metrics, lay_out
from viewer.ui.timeline.painting import Brushwork, Fonts, Picture
from viewer.ui.timeline.scale import Scale, Span, elastic_scale, even_scale
from viewer.ui.timeline.viewport import Viewport
from viewer.ui.timeline.wording import chip_tip, published_words, tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from viewer.ui.theme import Theme

_STEP = 1.25
_GLIDE = 140
_MANY = 300
_REACH = 9.0
_DRAG = 4.0
_NOTCH = 120.0


class TimelineCanvas(QWidget):
    """The axis with its marks and cards. Entries are named by their index in stepping order."""

    chosen = Signal(int)
    activated = Signal(int)
    stepped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._published: date | None = None
        self._even = False
        self._viewport = Viewport(even_scale(()), 1.0)
        self._brushwork = Brushwork(Fonts.of(self.font()))
        self._widths: dict[int, tuple[float, float]] = {}
        self._wanted_days: frozenset[int] = frozenset()
        self._layout_cache: tuple[object, Layout] | None = None
        self._selected = self._hovered = -1
        self._here: float | None = None
        self._here_from = self._here_to = 0.0
        self._pressed: QPointF | None = None
        self._drag_offset = 0.0
        self._dragging = False
        self._glide_from = self._glide_to = self._viewport
        self._glide = self._animation(self._glide_step)
        self._walk = self._animation(self._walk_step)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Timeline of events")
        theme.changed.connect(self.update)

    def _animation(self, step: object) -> QVariantAnimation:
        animation = QVariantAnimation(self)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setDuration(_GLIDE)
        animation.valueChanged.connect(step)
        return animation

    # What is shown

    def set_entries(self, entries: Sequence[Entry], published: date | None) -> None:
        """Show the dated ones of ``entries``, all in view."""
        self._entries = tuple(entries)
        self._published = published
        self._selected = self._hovered = -1
        self._here = None
        self._glide.stop()
        self._measure()
        self._viewport = Viewport(self._scale(), max(self.width(), 1), room=self._room())
        self.update()

    def set_even(self, even: bool) -> None:
        """Take the even scale, or the elastic one; the whole time is in view then."""
        self._even = even
        self._glide.stop()
        self._viewport = Viewport(self._scale(), max(self.width(), 1), room=self._room())
        self.update()

    def set_selected(self, index: int) -> None:
        """Mark the entry as the chosen one and bring it into view; -1 for none. No signal."""
        self._selected = index
        self._reveal(index)
        self.update()

    def set_here(self, index: int) -> None:
        """Move the "you are here" mark to an entry; -1, or an undated one, takes it away."""
        target = self._middle_day(index)
        if target is None or self._here is None or not self._may_animate():
            self._walk.stop()
            self._here = target
        else:
            self._here_from, self._here_to = self._here, target
            self._walk.stop()
            self._walk.start()
        self.update()

    def zoom_by(self, factor: float) -> None:
        """Zoom around the chosen entry if it is in view, else around the middle."""
        day = self._middle_day(self._selected)
        x = self._viewport.axis.x(day) - self._viewport.offset if day is not None else -1.0
        self._move(self._viewport.zoomed(factor, x if 0 <= x <= self.width() else self.width() / 2))

    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_by(_STEP * _STEP)

    def zoom_out(self) -> None:
        """One step back."""
        self.zoom_by(1.0 / (_STEP * _STEP))

    def fit(self) -> None:
        """Bring the whole time into view."""
        self._move(replace(self._viewport, zoom=1.0, offset=0.0))

    @property
    def viewport(self) -> Viewport:
        """What part of the time is in view."""
        return self._viewport

    def layout_now(self) -> Layout:
        """The layout at the present size and zoom."""
        key = (self._viewport.scale, self._viewport.width, self._viewport.zoom, self.height(), self._forced())
        if self._layout_cache is None or self._layout_cache[0] != key:
            self._layout_cache = (key, self._lay_out(key[-1]))
        return self._layout_cache[1]

    def sizeHint(self) -> QSize:
        """Wide, and high enough for three lanes."""
        return QSize(700, 190)

    def minimumSizeHint(self) -> QSize:
        """One lane above the axis."""
        return QSize(220, 96)

    def _scale(self) -> Scale:
        spans = [span for entry in self._entries for span in entry.spans]
        if self._published and spans:
            day = float(self._published.toordinal())
            spans.append(Span(day, day + 1.0))
        return even_scale(spans) if self._even else elastic_scale(spans)

    def _measure(self) -> None:
        small, label = self._brushwork.small, self._brushwork.label
        self._widths = {
            entry.index: (small.horizontalAdvance(entry.date) + 12.0, label.horizontalAdvance(entry.label[:120]))
            for entry in self._entries
            if entry.spans
        }
        edges = {day for entry in self._entries for span in entry.spans for day in (span.begin, span.end - 1)}
        self._wanted_days = frozenset(int(day) for day in edges)
        self._layout_cache = None

    def _room(self) -> float:
        """Room at the right for the words of the publication line and the last cards."""
        words = self._brushwork.small.horizontalAdvance(published_words(self._published))
        return min(max(words + 16.0, 60.0), 0.25 * max(self.width(), 1))

    def _metrics(self) -> Metrics:
        small, label = self._brushwork.small, self._brushwork.label
        letter = label.averageCharWidth()
        return Metrics(small.height(), label.height(), widest=34 * letter, narrowest=14 * letter)

    def _lay_out(self, forced: object) -> Layout:
        size = (self._viewport.content, float(self.height()))
        dated = [entry for entry in self._entries if entry.spans]
        first = forced if isinstance(forced, int) else -1
        return lay_out(dated, self._viewport.axis, size, self._metrics(), self._widths, first)

    def _forced(self) -> int:
        """The chosen entry, where it has to be given a card at the cost of others."""
        if self._selected < 0 or self._layout_cache is None:
            return -1
        shown = any(card.index == self._selected for card in self._layout_cache[1].cards)
        key = self._layout_cache[0]
        return -1 if shown and isinstance(key, tuple) and key[-1] == -1 else self._selected

    def _middle_day(self, index: int) -> float | None:
        if not 0 <= index < len(self._entries) or not self._entries[index].spans:
            return None
        span = self._entries[index].spans[0]
        return (span.begin + span.end) / 2

    # Moving

    def _may_animate(self) -> bool:
        speed = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        return self.isVisible() and speed > 0 and len(self._entries) <= _MANY

    def _move(self, target: Viewport) -> None:
        self._glide.stop()
        if target == self._viewport:
            return
        if not self._may_animate():
            self._viewport = target
            self.update()
            return
        self._glide_from, self._glide_to = self._viewport, target
        self._glide.start()

    def _glide_step(self, share: float) -> None:
        eased = 1.0 - (1.0 - share) ** 3
        begin, end = self._glide_from, self._glide_to
        zoom = begin.zoom * (end.zoom / begin.zoom) ** eased
        offset = begin.offset + (end.offset - begin.offset) * eased
        self._viewport = end if share >= 1.0 else replace(end, zoom=zoom).at(offset)
        self.update()

    def _walk_step(self, share: float) -> None:
        self._here = self._here_from + (self._here_to - self._here_from) * (1.0 - (1.0 - share) ** 3)
        self.update()

    def _reveal(self, index: int) -> None:
        day = self._middle_day(index)
        if day is None:
            return
        x = self._viewport.axis.x(day)
        card = next((card for card in self.layout_now().cards if card.index == index), None)
        left, right = (card.left, card.right) if card else (x, x)
        self._move(self._viewport.showing(min(left, x) - 12, max(right, x) + 12))

    # Events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in view."""
        painter = QPainter(self)
        self._brushwork.paint(painter, self._picture(), self.height())
        painter.end()

    def _picture(self) -> Picture:
        here = self._viewport.axis.x(self._here) if self._here is not None else None
        return Picture(
            entries=self._entries,
            layout=self.layout_now(),
            viewport=self._viewport,
            colors=self._theme.colors,
            wanted_days=self._wanted_days,
            published=float(self._published.toordinal()) if self._published else None,
            published_words=published_words(self._published),
            selected=self._selected,
            hovered=self._hovered,
            here=here,
            focused=self.hasFocus(),
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the middle of the view where it was."""
        self._glide.stop()
        self._viewport = self._viewport.resized(max(self.width(), 1), self._room())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font changes."""
        if event.type() == QEvent.Type.FontChange:
            self._brushwork = Brushwork(Fonts.of(self.font()))
            self._measure()
            self._viewport = self._viewport.resized(max(self.width(), 1), self._room())
            self.update()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms around the pointer; with Shift, or sideways, it pans."""
        self._glide.stop()
        down, across = event.angleDelta().y(), event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(across) > abs(down):
            self._viewport = self._viewport.at(self._viewport.offset - (across or down))
        else:
            self._viewport = self._viewport.zoomed(_STEP ** (down / _NOTCH), event.position().x())
        event.accept()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._drag_offset, self._dragging = event.position(), self._viewport.offset, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while the button is down, else light up what is under the pointer."""
        if self._pressed is not None:
            moved = event.position().x() - self._pressed.x()
            self._dragging = self._dragging or abs(moved) > _DRAG
            if self._dragging:
                self._glide.stop()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._viewport = self._viewport.at(self._drag_offset - moved)
                self.update()
            return
        target = self.target_at(event.position())
        hovered = target.indexes[0] if isinstance(target, Chip) else target
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered >= 0 else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, unless it was a drag."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        if self._dragging:
            return
        target = self.target_at(event.position())
        if isinstance(target, Chip):
            self._open(target)
        elif target >= 0:
            self.chosen.emit(target)
            self.activated.emit(target)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, zoom, fit and activate, as the pane's keys say."""
        name = _KEYS.get(Qt.Key(event.key()))
        if name is None or event.modifiers() & _FOREIGN_MODIFIERS:
            super().keyPressEvent(event)
            return
        self.stepped.emit(name)

    def event(self, event: QEvent) -> bool:
        """Answer the question for a tool tip."""
        if event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)  # type: ignore[arg-type]
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        words = self.tip_at(QPointF(event.pos()))
        if words:
            QToolTip.showText(event.globalPos(), words, self)
        else:
            QToolTip.hideText()

    def tip_at(self, point: QPointF) -> str:
        """The tool tip for a point of the widget; "" where there is nothing."""
        target = self.target_at(point)
        if isinstance(target, Chip):
            return chip_tip([self._entries[index] for index in target.indexes])
        return tip(self._entries[target]) if target >= 0 else ""

    def target_at(self, point: QPointF) -> int | Chip:
        """The entry whose card or mark is at a point of the widget, or a chip, or -1."""
        layout = self.layout_now()
        x, y = point.x() + self._viewport.offset, point.y()
        for card in reversed(layout.cards):
            top = layout.card_top(card)
            if card.left <= x <= card.right and top <= y <= top + layout.lane_height - 5:
                return card.index
        for chip in layout.chips:
            if self._brushwork.chip_box(layout, chip).adjusted(-2, -2, 2, 2).contains(x, y):
                return chip
        return self._mark_at(layout, x, y)

    def _mark_at(self, layout: Layout, x: float, y: float) -> int:
        near = [
            mark
            for mark in layout.marks
            if mark.row >= 0
            and mark.left - _REACH <= x <= mark.right + _REACH
            and abs(layout.mark_y(mark) - y) <= layout.row_height / 2 + 1
        ]
        return min(near, key=lambda mark: mark.right - mark.left, default=None).index if near else -1  # type: ignore[union-attr]

    def _open(self, chip: Chip) -> None:
        """Come closer until the chip's events come apart; where they cannot, go through them one by one."""
        days = [day for index in chip.indexes if (day := self._middle_day(index)) is not None]
        closer = self._viewport.fitting(min(days) - 0.5, max(days) + 0.5)
        if closer.zoom > self._viewport.zoom * 1.1:
            self._move(closer)
        else:
            self.chosen.emit(chip.indexes[0])


_FOREIGN_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
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
