"""A comparison as a page: a sign in the margin, removed words struck through and added ones underlined.

Paragraphs that are the same stand only around what changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from viewer.document.comparison import Change
from viewer.model import BlockKind
from viewer.ui.reader.formats import Formats
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.document.comparison import ComparedParagraph, Comparison, Piece
    from viewer.ui.reader.formats import PageStyle

MOST_PARAGRAPHS = 1_500
MOST_CHARACTERS = 300_000
CUT = "What comes after this is not shown: there is too much of it."

_AROUND = 1
_SIGNS = {Change.ADDED: "+", Change.REMOVED: "−", Change.CHANGED: "±"}


class ComparisonPage(NamedTuple):
    """The document, and the positions at which each change begins."""

    document: QTextDocument
    changes: tuple[int, ...]


def page_of(comparison: Comparison, style: PageStyle) -> ComparisonPage:
    """The page of a comparison."""
    writer = _Writer(style)
    for item in _folded(comparison.paragraphs):
        if isinstance(item, int):
            writer.passed_over(item)
        elif not writer.has_room(item):
            writer.note(CUT)
            break
        else:
            writer.paragraph(item)
    return ComparisonPage(writer.document, tuple(writer.changes))


def _folded(paragraphs: Sequence[ComparedParagraph]) -> Iterator[ComparedParagraph | int]:
    """The paragraphs, with a number for as many that are the same and stand near no change."""
    shown: set[int] = set()
    for number, paragraph in enumerate(paragraphs):
        if paragraph.change is not Change.SAME:
            shown.update(range(number - _AROUND, number + _AROUND + 1))
    passed = 0
    for number, paragraph in enumerate(paragraphs):
        if number not in shown:
            passed += 1
            continue
        if passed:
            yield passed
            passed = 0
        yield paragraph
    if passed:
        yield passed


class _Writer:
    """Writes paragraph after paragraph."""

    def __init__(self, style: PageStyle) -> None:
        self._formats = Formats(style)
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(style.em(1.4))
        self.changes: list[int] = []
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()
        self._paragraphs = self._characters = 0

    def has_room(self, paragraph: ComparedParagraph) -> bool:
        """Whether a paragraph may still be shown."""
        self._paragraphs += 1
        self._characters += sum(len(piece.text) for piece in paragraph.pieces)
        return self._paragraphs <= MOST_PARAGRAPHS and self._characters <= MOST_CHARACTERS

    def passed_over(self, count: int) -> None:
        """Say that so many paragraphs are the same."""
        same = "is the same" if count == 1 else "are the same"
        self.note(f"{plural(count, 'paragraph')} {same}")

    def note(self, words: str) -> None:
        """A quiet line of our own."""
        self._begin(0)
        self._cursor.insertText(words, self._formats.text(0.82, muted=True))

    def paragraph(self, paragraph: ComparedParagraph) -> None:
        """A paragraph with its sign."""
        self._begin(0.1 if paragraph.kind is BlockKind.HEADING else 0)
        if paragraph.change is not Change.SAME:
            self.changes.append(self._cursor.position())
        sign = self._formats.text(1.0, muted=True)
        self._cursor.insertText(f"{_SIGNS.get(paragraph.change, '')}\t", sign)
        for piece in paragraph.pieces:
            self._cursor.insertText(piece.text, self._look(piece, paragraph))

    def _begin(self, before: float) -> None:
        style = self._formats.style
        block = QTextBlockFormat(self._formats.paragraph(before, 0.7))
        indent = style.em(1.6)
        block.setLeftMargin(indent)
        block.setTextIndent(-indent)
        block.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
        if self._cursor.position():
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)

    def _look(self, piece: Piece, paragraph: ComparedParagraph) -> QTextCharFormat:
        colors = self._formats.style.colors
        is_same = piece.change is Change.SAME
        look = self._formats.text(1.0, muted=is_same and paragraph.change is Change.SAME)
        if paragraph.kind is BlockKind.HEADING:
            look.setFontWeight(600)
        if piece.change is Change.REMOVED:
            look.setFontStrikeOut(True)
            look.setForeground(colors.conflict)
        elif piece.change is Change.ADDED:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setBackground(colors.selection)
        return look
