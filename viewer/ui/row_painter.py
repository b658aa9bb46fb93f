"""Rows of the side panes: a title over some lines, then a quiet line about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtWidgets
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from viewer.ui.reader.page import code_point_offset, utf16_offset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from viewer.ui.theme import Theme

_MARGIN, _GUTTER, _GAP = 9, 16, 3
_BOLDER = 8  # px that a hit may make a line longer


class RowText(NamedTuple):
    """What a row shows. ``hits`` are (begin, end) pairs in ``detail`` to set apart."""

    title: str
    about: str
    detail: str = ""
    hits: Sequence[tuple[int, int]] = ()
    dot: bool = False
    star: bool = False
    heading: bool = False


class RowDelegate(QStyledItemDelegate):
    """Paints ``row_text(index)``; a title takes at most ``title_lines`` lines."""

    title_lines = 2
    detail_lines = 2
    about_lines = 2

    def __init__(self, theme: Theme, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_text(self, index: QModelIndex | QPersistentModelIndex) -> RowText | None:
        """What the row at ``index`` shows; None while it is not known."""
        raise NotImplementedError

    def height(self, font: QFont, *, detail: bool = False) -> int:
        """The height of a row with every line filled, in px."""
        lines = self.title_lines + (self.detail_lines if detail else 0)
        about = QFontMetrics(_smaller(font)).lineSpacing()
        return lines * QFontMetrics(font).lineSpacing() + about + _GAP + 2 * _MARGIN

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text needs at the view's width."""
        text = self.row_text(index)
        width = option.rect.width() if option.rect.width() > 0 else 220
        if text is None:
            return QSize(width, self.height(option.font))
        if text.heading:
            return QSize(width, QFontMetrics(option.font).lineSpacing() + 2 * _MARGIN)
        lines = _lay_out(text.title, _title_font(option.font, text), _inner_width(width), self.title_lines)[1]
        about = QFontMetrics(_smaller(option.font)).lineSpacing()
        about_lines = _lay_out(text.about, _smaller(option.font), _inner_width(width), self.about_lines)[1]
        return QSize(width, lines * QFontMetrics(option.font).lineSpacing() + about_lines * about + _GAP + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        text = self.row_text(index)
        if text is None:
            return
        painter.save()
        painter.setClipRect(option.rect)
        colors = self._theme.colors
        if text.heading:
            self._paint_heading(painter, option, text)
            painter.restore()
            return
        self._paint_ground(painter, option)
        chosen = bool(option.state & QtWidgets.QStyle.StateFlag.State_Selected)
        quiet = colors.text if chosen else colors.muted  # which is too faint on the ground of a chosen row
        inner = option.rect.adjusted(_GUTTER, _MARGIN, -_MARGIN, -_MARGIN)
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        if right_to_left:
            inner = option.rect.adjusted(_MARGIN, _MARGIN, -_GUTTER, -_MARGIN)
        y = self._lines(painter, text.title, _title_font(option.font, text), colors.text, inner, self.title_lines)
        if text.detail:
            small = _smaller(option.font)
            rest = QRect(inner.left(), y + 1, inner.width(), inner.bottom() - y)
            y = self._lines(painter, text.detail, small, quiet, rest, self.detail_lines, text.hits)
        rest = QRect(inner.left(), y + _GAP, inner.width(), inner.bottom() - y)
        self._lines(painter, text.about, _smaller(option.font), quiet, rest, self.about_lines)
        self._paint_signs(painter, option, text)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: RowText) -> None:
        font = _smaller(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        painter.setFont(font)
        painter.setPen(self._theme.colors.muted)
        rect = option.rect.adjusted(_GUTTER, 0, -_MARGIN, -4)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), text.title)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colors = self._theme.colors
        state, flags = option.state, QtWidgets.QStyle.StateFlag  # QStyle costs 6 ms, so not before a row is painted
        ground: QColor | None = None
        if state & flags.State_Selected:
            ground = colors.selection
        elif state & flags.State_MouseOver:
            ground = colors.hover
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 6, 6)
        if state & flags.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.accent, 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_signs(self, painter: QPainter, option: QStyleOptionViewItem, text: RowText) -> None:
        colors = self._theme.colors
        line = QFontMetrics(option.font).lineSpacing()
        right_to_left = option.direction == Qt.LayoutDirection.RightToLeft
        x = option.rect.right() - 9 if right_to_left else option.rect.left() + 9
        y = option.rect.top() + _MARGIN + line / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.accent)
        if text.dot:
            painter.drawEllipse(QPointF(x, y), 3.2, 3.2)
        if text.star:
            painter.setPen(colors.accent)
            painter.setFont(_smaller(option.font))
            box = QRectF(x - 7, y + line * (0.5 if text.dot else -0.5), 14, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "★")

    def _lines(
        self,
        painter: QPainter,
        text: str,
        font: QFont,
        color: QColor,
        box: QRect,
        most: int,
        hits: Sequence[tuple[int, int]] = (),
    ) -> int:
        """Draw ``text`` in at most ``most`` lines and give the y below them."""
        if not text:
            return box.top()
        layout, count = _lay_out(text, font, box.width(), most, self._looks(text, hits))
        painter.setPen(color)
        at = QPointF(box.left(), box.top())
        if layout.lineCount() > count:
            for number in range(count - 1):
                layout.lineAt(number).draw(painter, at)
            self._draw_last(painter, layout.lineAt(count - 1), text, font, at, hits)
        else:
            layout.draw(painter, at)
        return box.top() + count * QFontMetrics(font).lineSpacing()

    def _looks(self, text: str, hits: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
        """How the places ``hits`` of ``text`` stand out."""
        formats = []
        for begin, end in hits:
            hit = QTextLayout.FormatRange()
            hit.start = utf16_offset(text, begin)
            hit.length = utf16_offset(text, end) - hit.start
            look = QTextCharFormat()
            look.setForeground(self._theme.colors.text)
            look.setFontWeight(QFont.Weight.DemiBold)
            hit.format = look
            formats.append(hit)
        return formats

    def _draw_last(
        self, painter: QPainter, line: QTextLine, text: str, font: QFont, at: QPointF, hits: Sequence[tuple[int, int]]
    ) -> None:
        """Draw ``line`` of ``text`` and what follows it, as far as there is room, with an ellipsis."""
        start = code_point_offset(text, line.textStart())
        room = int(line.width()) - (_BOLDER if hits else 0)
        rest = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, room)
        kept = [
            (max(0, begin - start), min(len(rest) - 1, end - start))
            for begin, end in hits
            if start < end and begin - start < len(rest) - 1
        ]
        layout, _ = _lay_out(rest, font, int(line.width()), 1, self._looks(rest, kept))
        layout.lineAt(0).draw(painter, at + line.position())


def _inner_width(width: int) -> int:
    return max(40, width - _GUTTER - _MARGIN)


def _smaller(font: QFont) -> QFont:
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(9, font.pixelSize() - 2))
    else:
        result.setPointSizeF(max(7.0, font.pointSizeF() - 1.2))
    return result


def _title_font(font: QFont, text: RowText) -> QFont:
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold if text.dot else QFont.Weight.Normal)
    return result


def _lay_out(
    text: str, font: QFont, width: int, most: int, formats: Sequence[QTextLayout.FormatRange] = ()
) -> tuple[QTextLayout, int]:
    """A layout of ``text`` and how many of its lines to show."""
    layout = QTextLayout(text[:400], font)
    if formats:
        layout.setFormats(list(formats))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    spacing = QFontMetrics(font).lineSpacing()
    layout.beginLayout()
    count = 0
    while count <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, count * spacing))
        count += 1
    layout.endLayout()
    return layout, max(1, min(count, most))
