"""How each kind of block and run looks, for a scheme of colours and a text size."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextLength

from viewer.model import Block, BlockKind, Mark
from viewer.ui.fonts import fixed_families, load_italics, reading_families, reading_font, right_to_left_families

if TYPE_CHECKING:
    from viewer.ui.settings import Reading
    from viewer.ui.theme import Colors

_HEADING_SCALE = {1: 1.55, 2: 1.32, 3: 1.14, 4: 1.0, 5: 1.0, 6: 1.0}
_BOLD = QFont.Weight.DemiBold
_BELOW = 0.8  # em between a paragraph and what follows
# Letters at about the frequency of English text, to turn a width in characters into pixels.
_MEASURE = "the quick news of a river and its border towns, told in plain words "


class PageStyle(NamedTuple):
    """Everything that decides how a page looks."""

    colors: Colors
    reading: Reading

    @property
    def column(self) -> int:
        """Width of the text column in px."""
        metrics = QFontMetricsF(reading_font(self.reading.size))
        return round(metrics.horizontalAdvance(_MEASURE) / len(_MEASURE) * self.reading.characters)

    def em(self, amount: float) -> float:
        """``amount`` times the text size, in px."""
        return amount * self.reading.size


def hit_look(colors: Colors, *, here: bool) -> QTextCharFormat:
    """What a search puts on its hits: a ground and a line below; on the one that the reader is at the accent.

    The line is there for those who do not see the ground, and the text keeps a contrast of 4.5 : 1 on either.
    """
    result = QTextCharFormat()
    result.setBackground(colors.accent if here else colors.highlight)
    result.setForeground(colors.on_accent if here else colors.text)
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    result.setUnderlineColor(colors.on_accent if here else colors.text)
    return result


def mark_look(colors: Colors, *, flashing: bool, among_highlights: bool) -> QTextCharFormat:
    """What lies on the event that was chosen: a ground, and a line below where highlights have grounds of their own."""
    result = QTextCharFormat()
    result.setBackground(colors.highlight if flashing else colors.selection)
    if among_highlights:
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        result.setUnderlineColor(colors.accent)
    return result


class Formats:
    """Makes the formats of a page. A format is a value: whoever gets one may change it."""

    def __init__(self, style: PageStyle, *, right_to_left: bool = False) -> None:
        self.style = style
        self.right_to_left = right_to_left
        self._families = list(right_to_left_families() if right_to_left else reading_families())
        self._line_height = _proportion(style.reading)

    def text(self, scale: float = 1.0, *, muted: bool = False) -> QTextCharFormat:
        """Running text, ``scale`` times the text size."""
        result = QTextCharFormat()
        result.setFontFamilies(self._families)
        result.setProperty(QTextFormat.Property.FontPixelSize, round(self.style.em(scale)))
        color = self.style.colors.muted if muted else self.style.colors.text
        # With a pattern, for QBrush(color) is tried as a gradient first, which loads two hundred presets.
        result.setForeground(QBrush(color, Qt.BrushStyle.SolidPattern))
        return result

    def char(self, block: Block) -> QTextCharFormat:
        """The text of ``block`` where no run says otherwise."""
        kind = block.kind
        if kind is BlockKind.HEADING:
            result = self.text(_HEADING_SCALE.get(block.level, 1.0))
            result.setFontWeight(_BOLD)
        elif kind is BlockKind.CODE:
            result = self._code(self.text(0.86))
        elif kind in (BlockKind.CAPTION, BlockKind.FOOTNOTE):
            result = self.text(0.84, muted=True)
        elif kind is BlockKind.CELL:
            result = self.text(0.88)
            if block.cell and block.cell.header:
                result.setFontWeight(_BOLD)
        else:
            result = self.text(muted=block.quoted > 0)
            if kind is BlockKind.TERM:
                result.setFontWeight(_BOLD)
        return result

    def run(self, base: QTextCharFormat, marks: Mark) -> QTextCharFormat:
        """``base`` with the marks of a run."""
        result = QTextCharFormat(base)
        if marks & Mark.BOLD:
            result.setFontWeight(_BOLD)
        if marks & Mark.ITALIC:
            result = self.italic(result)
        if marks & Mark.STRIKE:
            result.setFontStrikeOut(True)
        if marks & Mark.UNDERLINE:
            result.setFontUnderline(True)
        if marks & Mark.CODE:
            result = self._code(result)
        if marks & Mark.HIGHLIGHT:
            result.setBackground(self.style.colors.highlight)
        if marks & Mark.SUPERSCRIPT:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        elif marks & Mark.SUBSCRIPT:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
        return result

    def italic(self, base: QTextCharFormat) -> QTextCharFormat:
        """``base`` in italics."""
        load_italics()
        result = QTextCharFormat(base)
        result.setFontItalic(True)
        return result

    def link(self, base: QTextCharFormat, key: str) -> QTextCharFormat:
        """``base`` as a link that the page knows under ``key``."""
        result = QTextCharFormat(base)
        result.setAnchor(True)
        result.setAnchorHref(key)
        result.setForeground(self.style.colors.accent)
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        faded = self.style.colors.accent.toRgb()
        faded.setAlphaF(0.45)
        result.setUnderlineColor(faded)
        return result

    def date(self) -> QTextCharFormat:
        """What a temporal expression adds to its text: a faint dotted line."""
        result = QTextCharFormat()
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        result.setUnderlineColor(self.style.colors.faint)
        return result

    def paragraph(self, above: float = 0.0, below: float = 0.0) -> QTextBlockFormat:
        """A paragraph with margins in em."""
        result = QTextBlockFormat()
        result.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        result.setTopMargin(self.style.em(above))
        result.setBottomMargin(self.style.em(below))
        return result

    @property
    def below(self) -> float:
        """Pixels between a paragraph and what follows."""
        return self.style.em(_BELOW)

    def block(self, block: Block) -> QTextBlockFormat:
        """Margins, direction and line height of ``block``."""
        result = self._margins(block)
        if block.right_to_left:
            result.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        indent = self.style.em(1.5) * block.quoted
        if block.kind is BlockKind.DEFINITION:
            indent += self.style.em(1.5)
        if block.right_to_left:
            result.setRightMargin(indent)
        else:
            result.setLeftMargin(indent)
        if block.kind is BlockKind.CODE:
            result.setBackground(self.style.colors.window)
        return result

    def _margins(self, block: Block) -> QTextBlockFormat:
        match block.kind:
            case BlockKind.HEADING:
                result = self.paragraph(1.1 if block.level > 2 else 1.4, 0.35)
                result.setLineHeight(self._line_height * 0.84, _PROPORTIONAL)
                result.setHeadingLevel(block.level)
            case BlockKind.CODE:
                result = self.paragraph()
                result.setLineHeight(100, _PROPORTIONAL)
                result.setNonBreakableLines(True)
            case BlockKind.LIST_ITEM:
                result = self.paragraph(0, 0.3)
            case BlockKind.CELL:
                result = self.paragraph()
                result.setLineHeight(self._line_height * 0.88, _PROPORTIONAL)
                result.setAlignment(_ALIGNMENTS.get(block.cell.align if block.cell else "", Qt.AlignmentFlag.AlignLeft))
            case BlockKind.IMAGE:
                result = self.paragraph(0.6, 0.2)
                result.setLineHeight(100, _PROPORTIONAL)
            case BlockKind.CAPTION:
                result = self.paragraph(0.1, 1.1)
                result.setLineHeight(self._line_height * 0.88, _PROPORTIONAL)
            case BlockKind.FOOTNOTE:
                result = self.paragraph(0, 0.35)
                result.setLineHeight(self._line_height * 0.9, _PROPORTIONAL)
            case BlockKind.TERM:
                result = self.paragraph(0.3, 0.05)
            case BlockKind.RULE:
                result = self.paragraph(0.4, 0.9)
                rule = QTextLength(QTextLength.Type.PercentageLength, 30)
                result.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, rule)
            case _:
                result = self.paragraph(0, _BELOW)
        return result

    def _code(self, base: QTextCharFormat) -> QTextCharFormat:
        result = QTextCharFormat(base)
        result.setFontFamilies(fixed_families())
        result.setFontFixedPitch(True)
        result.setBackground(self.style.colors.window)
        return result


_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


def _proportion(reading: Reading) -> float:
    """Percent of the face's own line height that gives ``line_height`` times the text size."""
    natural = QFontMetricsF(reading_font(reading.size)).height()
    return 100 * reading.line_height * reading.size / natural
