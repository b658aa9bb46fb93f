"""Marks: the shape says what is known of the date and of the event; the colour only repeats it.

Filled disc: the day is known. Ring around a dot: somebody says so. Hollow: planned (dashed: conditional). Struck
through: did not happen. Bar: lasted. Pale bar with ends: some time within. Soft edges: about. Two-tone diamonds joined
by a dashed line: a date that contradicts itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from viewer.model import Factuality
from viewer.ui.timeline.entries import Entry, Shape
from viewer.ui.timeline.layout import MARK

if TYPE_CHECKING:
    from viewer.ui.theme import Colors
    from viewer.ui.timeline.layout import Mark

_BAR = 7.0
_DIAMOND = 7.0
_PEN = 1.6
_SHORTEST_SOFT = 24.0


def mark_color(entry: Entry, colors: Colors) -> QColor:
    """The colour of an event's mark and stem."""
    if entry.shape == Shape.CONFLICT:
        return colors.conflict
    if entry.struck:
        return colors.muted
    if entry.hollow:
        return colors.planned
    return colors.muted if entry.shape == Shape.UNDATED else colors.accent


def with_alpha(color: QColor, alpha: float) -> QColor:
    """``color`` at an opacity of 0.0 to 1.0."""
    result = QColor(color)
    result.setAlphaF(alpha)
    return result


def draw_mark(painter: QPainter, entry: Entry, mark: Mark, y: float, colors: Colors) -> None:
    """Draw the mark of ``entry`` where the layout put it, its middle at height ``y``."""
    color = mark_color(entry, colors)
    if entry.shape == Shape.CONFLICT:
        _draw_conflict(painter, mark, y, colors)
    elif entry.shape == Shape.DAY:
        draw_point(painter, entry, QPointF(mark.left, y), color, colors.base)
    else:
        _draw_bar(painter, entry, mark, y, color, colors)


def draw_glyph(painter: QPainter, entry: Entry, middle: QPointF, colors: Colors, ground: QColor) -> None:
    """Draw a small sign of the event's kind, where there is no axis: in the tray, the list, the legend."""
    if entry.shape == Shape.CONFLICT:
        draw_diamond(painter, middle, colors.conflict, ground)
    else:
        draw_point(painter, entry, middle, mark_color(entry, colors), ground)


def draw_point(painter: QPainter, entry: Entry, middle: QPointF, color: QColor, ground: QColor) -> None:
    """A disc, a ring with a dot, a hollow disc or a struck one."""
    painter.setBrush(ground if entry.hollow or entry.quoted else color)
    painter.setPen(_outline(entry, color))
    painter.drawEllipse(middle, MARK - 0.8, MARK - 0.8)
    if entry.quoted:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(middle, 2.4, 2.4)
    if entry.struck:
        painter.setPen(QPen(color, _PEN, c=Qt.PenCapStyle.RoundCap))
        reach = MARK + 1.0
        painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))


def _outline(entry: Entry, color: QColor) -> QPen:
    pen = QPen(color, _PEN)
    if entry.event.factuality == Factuality.CONDITIONAL:
        pen.setDashPattern([1.6, 1.4])
    return pen


def _draw_bar(painter: QPainter, entry: Entry, mark: Mark, y: float, color: QColor, colors: Colors) -> None:
    box = QRectF(mark.left, y - _BAR / 2, mark.right - mark.left, _BAR)
    if entry.shape == Shape.ABOUT:
        missing = max(0.0, _SHORTEST_SOFT - box.width()) / 2
        box.adjust(-missing, 0, missing, 0)
    brush = _bar_brush(entry, box, color)
    pen = _outline(entry, color) if entry.hollow else QPen(Qt.PenStyle.NoPen)
    painter.setPen(pen)
    painter.setBrush(QBrush(colors.base) if entry.hollow and entry.shape != Shape.ABOUT else brush)
    painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
    if entry.shape == Shape.WITHIN:
        _draw_ends(painter, entry, box, color)
    if entry.quoted:
        painter.setPen(QPen(color, _PEN))
        painter.setBrush(colors.base)
        painter.drawEllipse(box.center(), 3.2, 3.2)
    if entry.struck:
        painter.setPen(QPen(color, _PEN))
        painter.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))


def _bar_brush(entry: Entry, box: QRectF, color: QColor) -> QBrush:
    """Solid for a span, pale for "some time within", fading at soft and open ends."""
    strength = {Shape.WITHIN: 0.3, Shape.ABOUT: 0.9}.get(entry.shape, 1.0)
    full, gone = with_alpha(color, strength), with_alpha(color, 0.0)
    if not (entry.soft_begin or entry.soft_end):
        return QBrush(full)
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    edge = 0.42 if entry.soft_begin and entry.soft_end else 0.8
    gradient.setColorAt(0.0, gone if entry.soft_begin else full)
    gradient.setColorAt(edge if entry.soft_begin else 0.01, full)
    gradient.setColorAt(1.0 - edge if entry.soft_end else 0.99, full)
    gradient.setColorAt(1.0, gone if entry.soft_end else full)
    return QBrush(gradient)


def _draw_ends(painter: QPainter, entry: Entry, box: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, 1.4, c=Qt.PenCapStyle.RoundCap))
    for x, is_open in ((box.left() + 0.5, entry.open_begin), (box.right() - 0.5, entry.open_end)):
        if not is_open:
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))


def _draw_conflict(painter: QPainter, mark: Mark, y: float, colors: Colors) -> None:
    painter.setPen(QPen(colors.conflict, 1.4, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(mark.left, y), QPointF(mark.right, y))
    for x in mark.points:
        draw_diamond(painter, QPointF(x, y), colors.conflict, colors.base)


def draw_diamond(painter: QPainter, middle: QPointF, color: QColor, ground: QColor) -> None:
    """The two-tone diamond of a contradiction: one half filled, one hollow."""
    top, bottom = middle + QPointF(0, -_DIAMOND), middle + QPointF(0, _DIAMOND)
    left, right = middle + QPointF(-_DIAMOND, 0), middle + QPointF(_DIAMOND, 0)
    painter.setPen(QPen(color, _PEN, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(ground)
    painter.drawPolygon([top, right, bottom, left])
    half = QPainterPath(top)
    half.lineTo(left)
    half.lineTo(bottom)
    half.closeSubpath()
    painter.fillPath(half, color)
