"""Painting the timeline: ground, axis, stems, marks, cards, chips, in this order, and only what is in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from viewer.model.date_words import span_words
from viewer.ui.timeline.entries import Entry, Shape
from viewer.ui.timeline.layout import MARK, Chip, Layout, Mark
from viewer.ui.timeline.marks import draw_mark, mark_color, with_alpha
from viewer.ui.timeline.ticks import Grain, Tick, contexts, ticks
from viewer.ui.timeline.wording import NOTHING_DATED

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QColor

    from viewer.ui.theme import Colors
    from viewer.ui.timeline.packing import Card
    from viewer.ui.timeline.scale import Span
    from viewer.ui.timeline.viewport import Viewport

_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
_ROUND = 5.0
_LABELS = 7.0  # from the axis to the first row of words
_TEXT_CACHE = 4000


@dataclass(frozen=True, slots=True)
class Fonts:
    """The type of the timeline, from the application's own font."""

    label: QFont
    small: QFont
    strong: QFont

    @classmethod
    def of(cls, font: QFont) -> Fonts:
        """Labels a little smaller than the interface, dates and ticks smaller still."""
        label, small, strong = QFont(font), QFont(font), QFont(font)
        _resize(label, 0.95)
        _resize(small, 0.83)
        _resize(strong, 0.83)
        strong.setWeight(QFont.Weight.DemiBold)
        return cls(label, small, strong)


def _resize(font: QFont, factor: float) -> None:
    if font.pixelSize() > 0:
        font.setPixelSize(max(round(font.pixelSize() * factor), 1))
    else:
        font.setPointSizeF(max(font.pointSizeF() * factor, 1.0))


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that one painting shows."""

    entries: Sequence[Entry]
    layout: Layout
    viewport: Viewport
    colors: Colors
    wanted_days: Collection[int]
    published: float | None
    published_words: str
    selected: int
    hovered: int
    here: float | None
    focused: bool


class Brushwork:
    """Paints a ``Picture``; keeps the measured and wrapped texts between paintings."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self.small = QFontMetricsF(fonts.small)
        self.label = QFontMetricsF(fonts.label)
        self._wrapped: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def paint(self, painter: QPainter, picture: Picture, height: float) -> None:
        """Paint the whole window of the viewport, ``height`` pixels high."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        view, layout = picture.viewport, picture.layout
        painter.fillRect(QRectF(0, 0, view.width, height), picture.colors.base)
        if not layout.marks:
            painter.setFont(self.fonts.label)
            painter.setPen(picture.colors.muted)
            words = NOTHING_DATED if picture.entries else ""
            painter.drawText(QRectF(12, 0, view.width - 24, height), _CENTER | Qt.TextFlag.TextWordWrap, words)
            return
        left, right = view.offset, view.offset + view.width
        painter.save()
        painter.translate(-view.offset, 0.0)
        self._paint_future(painter, picture, right)
        self._paint_axis(painter, picture, left, right)
        marks = {mark.index: mark for mark in layout.marks if mark.right >= left - 40 and mark.left <= right + 40}
        cards = [card for card in layout.cards if card.right >= left and card.left <= right]
        self._paint_stems(painter, picture, cards, marks)
        self._paint_marks(painter, picture, marks)
        for card in cards:
            self._paint_card(painter, picture, card)
        for chip in layout.chips:
            if left - 30 <= chip.x <= right + 30:
                self._paint_chip(painter, picture, chip)
        self._paint_here(painter, picture)
        painter.restore()
        if picture.focused:
            painter.setPen(QPen(with_alpha(picture.colors.accent, 0.7), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, 0.5, view.width - 1.0, height - 1.0))

    # The ground and the axis

    def _paint_future(self, painter: QPainter, picture: Picture, right: float) -> None:
        """What lies after publication stands on a slightly darker ground."""
        if picture.published is None:
            return
        x = picture.viewport.axis.x(picture.published + 1.0)
        if x < right:
            painter.fillRect(QRectF(x, 0, right - x, picture.layout.base), with_alpha(picture.colors.window, 0.75))

    def _paint_axis(self, painter: QPainter, picture: Picture, left: float, right: float) -> None:
        axis, base = picture.viewport.axis, picture.layout.base
        painter.setPen(QPen(picture.colors.faint, 1.2))
        painter.drawLine(QPointF(left, base), QPointF(right, base))
        words = [extent for gap in picture.viewport.scale.gaps if (extent := self._paint_gap(painter, picture, gap))]
        begin, end = axis.x(axis.scale.days[0]) - 1.0, axis.x(axis.scale.days[-1]) + 1.0
        first, last = max(left + 2, begin), min(right - 2, end)
        width_of = self.small.horizontalAdvance
        row = ticks(axis, first, last, width_of, picture.wanted_days, words) if first < last else ()
        painter.setFont(self.fonts.small)
        for tick in row:
            self._paint_tick(painter, picture, tick)
        published = self._paint_published(painter, picture)
        painter.setPen(picture.colors.muted)
        y = base + _LABELS + self.small.height()
        for context in contexts(axis, row, left + 6, right - 4, width_of, published):
            box = QRectF(context.left, y, context.right - context.left + 4, self.small.height())
            painter.drawText(box, _ALIGN, context.label)

    def _paint_tick(self, painter: QPainter, picture: Picture, tick: Tick) -> None:
        colors, base = picture.colors, picture.layout.base
        painter.setPen(QPen(colors.line if tick.grain == Grain.DAY else colors.faint, 1.0))
        reach = 5.0 if tick.grain == Grain.DAY else self.small.height() + _LABELS
        painter.drawLine(QPointF(tick.x, base), QPointF(tick.x, base + reach))
        painter.setPen(colors.text if tick.grain == Grain.DAY and tick.day in picture.wanted_days else colors.muted)
        box = QRectF(tick.left, base + _LABELS, tick.right - tick.left + 2, self.small.height())
        painter.drawText(box, _ALIGN, tick.label)

    def _paint_gap(self, painter: QPainter, picture: Picture, gap: Span) -> tuple[float, float] | None:
        """A dotted stretch of axis and, with room, a break and its length in words; gives the extent of the words."""
        axis, base, colors = picture.viewport.axis, picture.layout.base, picture.colors
        begin, end = axis.x(gap.begin), axis.x(gap.end)
        if end < picture.viewport.offset or begin > picture.viewport.offset + picture.viewport.width:
            return None
        painter.setPen(QPen(colors.base, 3.0))
        painter.drawLine(QPointF(begin + 1, base), QPointF(end - 1, base))
        dots = QPen(colors.faint, 1.4, c=Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.1, 3.0])
        painter.setPen(dots)
        painter.drawLine(QPointF(begin, base), QPointF(end, base))
        words = span_words(gap.end - gap.begin)
        width = self.small.horizontalAdvance(words)
        if end - begin < width + 8:
            return None
        middle = (begin + end) / 2
        self._paint_break(painter, picture, middle)
        painter.setFont(self.fonts.small)
        painter.setPen(colors.muted)
        box = QRectF(middle - width / 2 - 2, base + _LABELS, width + 4, self.small.height())
        painter.drawText(box, _CENTER, words)
        return middle - width / 2, middle + width / 2

    def _paint_break(self, painter: QPainter, picture: Picture, x: float) -> None:
        base = picture.layout.base
        painter.setPen(QPen(picture.colors.base, 5.0))
        painter.drawLine(QPointF(x - 3, base), QPointF(x + 3, base))
        painter.setPen(QPen(picture.colors.faint, 1.4, c=Qt.PenCapStyle.RoundCap))
        for middle in (x - 3.5, x + 3.5):
            painter.drawLine(QPointF(middle - 2.5, base + 5), QPointF(middle + 2.5, base - 5))

    def _paint_published(self, painter: QPainter, picture: Picture) -> tuple[tuple[float, float], ...]:
        """The line at the end of the day of publication and, below the axis, its words; gives their extent."""
        if picture.published is None:
            return ()
        x, colors, base = picture.viewport.axis.x(picture.published + 1.0), picture.colors, picture.layout.base
        foot = base + _LABELS + self.small.height()
        painter.setPen(QPen(colors.faint, 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, foot + self.small.height()), QPointF(x, 4))
        width = self.small.horizontalAdvance(picture.published_words)
        edge = picture.viewport.offset + picture.viewport.width
        left = x - width - 5 if x < edge < x + width + 8 else x + 5
        painter.setFont(self.fonts.small)
        painter.setPen(colors.muted)
        painter.drawText(QRectF(left, foot, width + 2, self.small.height()), _ALIGN, picture.published_words)
        return ((left, left + width),)

    def _paint_here(self, painter: QPainter, picture: Picture) -> None:
        if picture.here is None:
            return
        x, base, colors = picture.here, picture.layout.base, picture.colors
        painter.setPen(QPen(colors.accent, 1.6))
        painter.drawLine(QPointF(x, base - 5), QPointF(x, base + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.accent)
        painter.drawPolygon(QPolygonF([QPointF(x, base), QPointF(x + 5, base + 6), QPointF(x - 5, base + 6)]))

    # Marks, stems and cards

    def _paint_stems(self, painter: QPainter, picture: Picture, cards: Sequence[Card], marks: dict[int, Mark]) -> None:
        layout = picture.layout
        for card in cards:
            mark = marks.get(card.index)
            if mark is None:
                continue
            lively = card.index in {picture.selected, picture.hovered}
            color = mark_color(picture.entries[card.index], picture.colors)
            painter.setPen(QPen(color if lively else with_alpha(color, 0.45), 1.6 if lively else 1.2))
            top = layout.card_top(card) + layout.card_height / 2
            painter.drawLine(QPointF(card.stem, top), QPointF(card.stem, layout.mark_y(mark)))

    def _paint_marks(self, painter: QPainter, picture: Picture, marks: dict[int, Mark]) -> None:
        bars_first = sorted(marks.values(), key=lambda mark: mark.left - mark.right)
        drawn: set[tuple[int, int]] = set()
        for mark in bars_first:
            entry = picture.entries[mark.index]
            spot = (round(mark.middle / 3), mark.row)
            if mark.row < 0 or (entry.shape == Shape.DAY and spot in drawn and not entry.hollow):
                continue
            drawn.add(spot)
            y = picture.layout.mark_y(mark)
            if mark.index in {picture.selected, picture.hovered}:
                self._paint_halo(painter, picture, mark, y)
            draw_mark(painter, entry, mark, y, picture.colors)

    def _paint_halo(self, painter: QPainter, picture: Picture, mark: Mark, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(with_alpha(mark_color(picture.entries[mark.index], picture.colors), 0.25))
        reach = MARK + 3.5
        box = QRectF(mark.left - reach, y - reach, mark.right - mark.left + 2 * reach, 2 * reach)
        painter.drawRoundedRect(box, reach, reach)

    def _paint_card(self, painter: QPainter, picture: Picture, card: Card) -> None:
        layout, colors, entry = picture.layout, picture.colors, picture.entries[card.index]
        chosen, hovered = card.index == picture.selected, card.index == picture.hovered
        box = QRectF(card.left, layout.card_top(card), card.right - card.left, layout.card_height)
        mark = mark_color(entry, colors)
        painter.setPen(QPen(colors.accent if chosen or hovered else colors.line, 1.0))
        painter.setBrush(colors.accent if chosen else colors.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        if not chosen:
            self._paint_strip(painter, box, card, mark)
        inner = box.adjusted(8, 3, -6, -3)
        self._paint_date(painter, picture, entry, inner, colors.on_accent if chosen else None)
        painter.setFont(self.fonts.label)
        painter.setPen(colors.on_accent if chosen else colors.muted if entry.struck else colors.text)
        self.paint_label(painter, entry, inner.adjusted(0, self.small.height(), 0, 0), layout.lines)

    def _paint_strip(self, painter: QPainter, box: QRectF, card: Card, color: QColor) -> None:
        """The side of the card that hangs on the stem is thick, in the colour of the mark."""
        at_right = abs(card.stem - card.right) < 1.0
        painter.save()
        painter.setClipRect(QRectF(box.right() - 3 if at_right else box.left(), box.top(), 3, box.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        painter.restore()

    def _paint_date(
        self, painter: QPainter, picture: Picture, entry: Entry, inner: QRectF, chosen: QColor | None
    ) -> None:
        colors = picture.colors
        line = QRectF(inner.left(), inner.top(), inner.width(), self.small.height())
        sign = sign_of(entry)
        special = mark_color(entry, colors) if sign else colors.muted
        painter.setPen(chosen or special)
        if sign:
            painter.setFont(self.fonts.strong)
            painter.drawText(line, _ALIGN, sign)
            line.adjust(QFontMetricsF(self.fonts.strong).horizontalAdvance(sign) + 4, 0, 0, 0)
        self._draw_date(painter, entry, line)

    def _draw_date(self, painter: QPainter, entry: Entry, line: QRectF) -> None:
        painter.setFont(self.fonts.small)
        painter.drawText(line, _ALIGN, self.small.elidedText(entry.date, Qt.TextElideMode.ElideRight, line.width()))

    def paint_date(self, painter: QPainter, entry: Entry, box: QRectF) -> float:
        """Draw the date of ``entry`` on one line at the top of ``box``; gives the height of that line in pixels."""
        height = self.small.height()
        self._draw_date(painter, entry, QRectF(box.left(), box.top(), box.width(), height))
        return height

    def paint_label(self, painter: QPainter, entry: Entry, box: QRectF, lines: int) -> None:
        """Draw the label of ``entry`` in at most ``lines`` lines, in and after its own direction."""
        backward = entry.right_to_left
        painter.setLayoutDirection(_RIGHT_TO_LEFT if backward else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if backward else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        for number, line in enumerate(self.wrapped(entry.label, box.width(), lines)):
            place = QRectF(box.left(), box.top() + number * self.label.height(), box.width(), self.label.height())
            painter.drawText(place, align, line)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def wrapped(self, text: str, width: float, lines: int) -> tuple[str, ...]:
        """``text`` in at most ``lines`` lines of ``width`` pixels, the last one cut with an ellipsis."""
        key = (text, int(width), lines)
        known = self._wrapped.get(key)
        if known is None:
            if len(self._wrapped) > _TEXT_CACHE:
                self._wrapped.clear()
            known = self._wrapped[key] = tuple(self._wrap(text, width, lines))
        return known

    def _wrap(self, text: str, width: float, lines: int) -> list[str]:
        result, rest = [], text
        for _line in range(lines - 1):
            length = _first_line(rest, self.fonts.label, width)
            if length >= len(rest):
                break
            result.append(rest[:length].rstrip())
            rest = rest[length:]
        return [*result, self.label.elidedText(rest, Qt.TextElideMode.ElideRight, width)]

    def _paint_chip(self, painter: QPainter, picture: Picture, chip: Chip) -> None:
        colors, box = picture.colors, self.chip_box(picture.layout, chip)
        lively = picture.hovered in chip.indexes
        painter.setPen(QPen(colors.accent if lively else colors.line, 1.0))
        painter.setBrush(colors.selection)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self.fonts.strong)
        painter.setPen(colors.text)
        painter.drawText(box, _CENTER, f"+{len(chip.indexes)}")

    def chip_box(self, layout: Layout, chip: Chip) -> QRectF:
        """Where a chip is drawn, in content pixels."""
        width = QFontMetricsF(self.fonts.strong).horizontalAdvance(f"+{len(chip.indexes)}") + 12
        return QRectF(chip.x - width / 2, layout.lanes_bottom + 0.5, width, self.small.height() + 2)


def sign_of(entry: Entry) -> str:
    """The sign before the date of a card: "!" contradicts itself, "“" somebody says so, "?" a plan, "×" it did not."""
    if entry.shape == Shape.CONFLICT:
        return "!"
    if entry.struck:
        return "×"
    if entry.hollow:
        return "?"
    return "“" if entry.quoted else ""


def _first_line(text: str, font: QFont, width: float) -> int:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line.textLength() or len(text)
