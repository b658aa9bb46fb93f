"""The legend: every mark once, with its meaning, in a small popup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QWidget

from viewer.model import Basis, Event, Factuality, Passage
from viewer.ui.timeline.entries import Entry, Shape
from viewer.ui.timeline.layout import Mark
from viewer.ui.timeline.marks import draw_mark
from viewer.ui.timeline.scale import Span

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from viewer.ui.theme import Theme

_LINES = (
    (Shape.DAY, Factuality.REPORTED, "The day is known"),
    (Shape.SPAN, Factuality.REPORTED, "Went on for this time"),
    (Shape.WITHIN, Factuality.REPORTED, "Some time within this month or year"),
    (Shape.ABOUT, Factuality.REPORTED, "About then: early, mid, late, around"),
    (Shape.DAY, Factuality.REPORTED, "2 Nov? The date is in doubt; its tip tells why"),
    (Shape.CONFLICT, Factuality.REPORTED, "! The date contradicts itself: both readings"),
    (Shape.DAY, Factuality.ATTRIBUTED, "“ Somebody says so"),
    (Shape.DAY, Factuality.PLANNED, "? Planned or hoped for"),
    (Shape.DAY, Factuality.CONDITIONAL, "? Only under a condition"),
    (Shape.DAY, Factuality.NEGATED, "× Did not happen"),
)
_MARK_WIDTH = 34.0
_MARGIN = 12.0
_HINT = "Wheel: zoom · drag or Shift+wheel: move · ←/→: step · Enter: read"


def _sample(shape: Shape, factuality: Factuality) -> Entry:
    event = Event(Passage(0, 0, 0), "", 0, factuality, Basis.EXPLICIT)
    return Entry(0, event, "", "", shape, (Span(0.0, 1.0),))


def _sample_mark(shape: Shape, left: float) -> Mark:
    if shape == Shape.DAY:
        middle = left + _MARK_WIDTH / 2
        return Mark(0, middle, middle, 0)
    points = (left + 7, left + _MARK_WIDTH - 7) if shape == Shape.CONFLICT else ()
    return Mark(0, left + 2, left + _MARK_WIDTH - 2, 0, points)


class Legend(QFrame):
    """The popup; ``open_at`` shows it above a point."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setAccessibleName("What the marks mean")
        self.setAccessibleDescription(". ".join(words for _shape, _factuality, words in _LINES))

    def open_at(self, corner: QPoint) -> None:
        """Show with the lower right corner at a point of the screen."""
        size = self.sizeHint()
        self.resize(size)
        free = self.screen().availableGeometry()
        wanted = corner - QPoint(size.width(), size.height())
        self.move(max(wanted.x(), free.left()), max(wanted.y(), free.top()))
        self.show()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest line."""
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(words) + _MARK_WIDTH + 12 for _s, _f, words in _LINES)
        width = max(widest, metrics.horizontalAdvance(_HINT)) + 2 * _MARGIN
        return QSize(round(width), round((len(_LINES) + 1) * (metrics.height() + 6) + 2 * _MARGIN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line per mark, and the keys."""
        colors, metrics = self._theme.colors, QFontMetricsF(self.font())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colors.raised)
        painter.setPen(QPen(colors.line, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        height = metrics.height() + 6
        for number, (shape, factuality, words) in enumerate(_LINES):
            middle = _MARGIN + height * (number + 0.5)
            draw_mark(painter, _sample(shape, factuality), _sample_mark(shape, _MARGIN), middle, colors)
            painter.setPen(colors.text)
            left = _MARGIN + _MARK_WIDTH + 10
            painter.drawText(QPointF(left, middle + metrics.ascent() / 2 - 1), words)
        painter.setPen(colors.muted)
        line = QRectF(_MARGIN, self.height() - _MARGIN - height, self.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, _HINT)
        painter.end()
