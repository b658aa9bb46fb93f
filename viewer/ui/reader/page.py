"""An article as a QTextDocument in which every block of the text of record is one QTextBlock with the same text.

The document is built block by block with a cursor and never from HTML, so nothing in an article is interpreted by
Qt: no style sheet, no resource, no markup. What stands before and after the article (title, related articles) is
built the same way by ``front.py`` and ``back.py``; a table leaves an empty QTextBlock on either side, which Qt
gives no height. ``Page.positions`` knows where each block begins.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from viewer.model import Block, BlockKind, DatedPassage, Document, Mark, Passage
from viewer.ui.fonts import reading_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from viewer.ui.reader.formats import Formats


_LONG = 2_000  # blocks; Qt lays out some ten of them in a millisecond


def utf16_offset(text: str, offset: int) -> int:
    """The offset that Qt gives to code point ``offset`` of ``text``."""
    if text.isascii():
        return offset
    return offset + sum(character > "\uffff" for character in text[:offset])


def code_point_offset(text: str, offset: int) -> int:
    """The code point at Qt's ``offset`` of ``text``; inside a surrogate pair, the pair's own."""
    if text.isascii():
        return offset
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * offset].decode("utf-16-le", "ignore"))


@contextmanager
def laid_out_in_steps(document: QTextDocument, *, always: bool = False) -> Iterator[bool]:
    """Have Qt lay out a long document anew in steps after the changes within, and not while the reader waits.

    Gives whether it does: then whoever scrolled down has to be brought back to his place. In a document of an
    ordinary length a change is laid out at once, which costs nothing that could be felt. With ``always`` it is begun
    anew in any document: several changes one after the other, each of them met by a layout of the one before, would
    make Qt forget what comes below.
    """
    is_long = always or document.blockCount() > _LONG
    document.setLayoutEnabled(not is_long)
    try:
        yield is_long
    finally:
        document.setLayoutEnabled(True)
        if is_long:
            size = document.pageSize()
            document.setPageSize(size + QSizeF(1, 0))
            document.setPageSize(size)


@dataclass(slots=True)
class Page:
    """A built document and its map. ``links`` are the addresses behind the keys "link:0", "link:1", ..."""

    document: QTextDocument
    blocks: tuple[Block, ...]
    positions: array[int] = field(default_factory=lambda: array("q"))
    links: list[str] = field(default_factory=list)
    images: dict[str, int] = field(default_factory=dict)
    body_end: int = 0

    def cursor(self, passage: Passage) -> QTextCursor:
        """A cursor that selects ``passage``."""
        begin, end = self.span(passage)
        cursor = QTextCursor(self.document)
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def span(self, passage: Passage) -> tuple[int, int]:
        """Where ``passage`` begins and ends in the document."""
        text, start = self.blocks[passage.block].text, self.positions[passage.block]
        return start + utf16_offset(text, passage.begin), start + utf16_offset(text, passage.end)

    def passage_at(self, position: int) -> Passage | None:
        """The place in the text of record at ``position`` of the document; None in front of and after the article."""
        if not self.positions or not self.positions[0] <= position <= self.body_end:
            return None
        number = bisect_right(self.positions, position) - 1
        text = self.blocks[number].text
        offset = min(len(text), code_point_offset(text, position - self.positions[number]))
        return Passage(number, offset, offset)

    def passages(self, begin: int, end: int) -> tuple[Passage, ...]:
        """What of the text of record stands from ``begin`` to ``end`` of the document, a passage for each block."""
        found = []
        for number in range(max(0, bisect_right(self.positions, begin) - 1), bisect_right(self.positions, end)):
            text, start = self.blocks[number].text, self.positions[number]
            first = code_point_offset(text, max(0, begin - start))
            last = min(len(text), code_point_offset(text, max(0, end - start)))
            if first < last:
                found.append(Passage(number, first, last))
        return tuple(found)

    def link(self, key: str) -> str:
        """The address behind a link's key, "" for an unknown one."""
        number = key.removeprefix("link:")
        return self.links[int(number)] if number.isdecimal() and int(number) < len(self.links) else ""


class PageBuilder:
    """Writes blocks at the end of a document, one after the other."""

    def __init__(self, formats: Formats) -> None:
        self.formats = formats
        self.page = Page(QTextDocument(), ())
        self.page.document.setUndoRedoEnabled(False)
        self.page.document.setDocumentMargin(0)
        self.page.document.setDefaultFont(reading_font(formats.style.reading.size))
        self._cursor = QTextCursor(self.page.document)
        self._cursor.beginEditBlock()
        self._fresh = True

    def finish(self) -> Page:
        """The page, complete."""
        self._cursor.endEditBlock()
        return self.page

    def resume(self) -> None:
        """Go on writing at the end of a page that was finished."""
        self._cursor.beginEditBlock()  # first, else moving there would lay out the whole document
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def begin(self, block_format: QTextBlockFormat, char_format: QTextCharFormat) -> int:
        """Begin a new QTextBlock and give its position."""
        if self._fresh:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(char_format)
            self._cursor.setCharFormat(char_format)
            self._fresh = False
        else:
            self._cursor.insertBlock(block_format, char_format)
        return self._cursor.position()

    def write(self, text: str, char_format: QTextCharFormat, link: str = "") -> None:
        """Write ``text`` into the block begun last."""
        self._cursor.insertText(text, self._linked(char_format, link) if link else char_format)

    def article(self, document: Document, dates: Iterable[DatedPassage] = ()) -> None:
        """Write the article's blocks and mark its dates."""
        self.page.blocks = document.blocks
        blocks, number = document.blocks, 0
        while number < len(blocks):
            if blocks[number].cell is not None:
                number = self._table(blocks, number)
            else:
                self._block(blocks, number)
                number += 1
        self.page.body_end = self._cursor.position()
        self._mark(dates)

    def _block(self, blocks: Sequence[Block], number: int) -> None:
        block = blocks[number]
        block_format, char_format = self.formats.block(block), self.formats.char(block)
        if block.kind is BlockKind.CODE:
            self._frame_code(blocks, number, block_format)
        if block.kind is BlockKind.LIST_ITEM and not _goes_on(blocks, number):
            block_format.setBottomMargin(self.formats.below)  # the last item is as far away as a paragraph
        self.page.positions.append(self.begin(block_format, char_format))
        if block.image is not None:
            self._image(number, block)
        else:
            self._runs(self._cursor, block, char_format)
        if block.marker and block.kind in (BlockKind.LIST_ITEM, BlockKind.FOOTNOTE):
            self._cursor.createList(_list_format(block))
        elif block.kind is BlockKind.LIST_ITEM:
            self._indent(block_format, block.level)

    def _indent(self, block_format: QTextBlockFormat, level: int) -> None:
        """A further paragraph of a list item stands under its first."""
        block_format.setIndent(max(1, level))
        self._cursor.setBlockFormat(block_format)

    def _frame_code(self, blocks: Sequence[Block], number: int, block_format: QTextBlockFormat) -> None:
        """Air above the first and below the last line of code."""
        if number == 0 or blocks[number - 1].kind is not BlockKind.CODE:
            block_format.setTopMargin(self.formats.style.em(0.5))
        if number + 1 == len(blocks) or blocks[number + 1].kind is not BlockKind.CODE:
            block_format.setBottomMargin(self.formats.style.em(1.0))

    def _image(self, number: int, block: Block) -> None:
        image = QTextImageFormat()
        name = f"image:{number}"
        image.setName(name)
        self.page.images[name] = number
        if block.image is not None:
            image.setProperty(QTextFormat.Property.ImageAltText, block.image.alt)
        self._cursor.insertImage(image)

    def _runs(self, cursor: QTextCursor, block: Block, char_format: QTextCharFormat) -> None:
        at = 0
        for run in block.runs:
            if run.begin > at:
                cursor.insertText(block.text[at : run.begin], char_format)
            styled = self.formats.run(char_format, run.marks) if run.marks else char_format
            cursor.insertText(block.text[run.begin : run.end], self._linked(styled, run.link, run.marks))
            at = run.end
        if at < len(block.text):
            cursor.insertText(block.text[at:], char_format)

    def _linked(self, char_format: QTextCharFormat, link: str, marks: Mark = Mark.NONE) -> QTextCharFormat:
        if not link:
            return char_format
        self.page.links.append(link)
        result = self.formats.link(char_format, f"link:{len(self.page.links) - 1}")
        if marks & Mark.SUPERSCRIPT:
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        return result

    def _table(self, blocks: Sequence[Block], number: int) -> int:
        """Write the table whose first cell is ``blocks[number]``; give the number of the block after it."""
        first = blocks[number].cell
        end = number
        while end < len(blocks) and (cell := blocks[end].cell) and first and cell.table == first.table:
            end += 1
        cells = [(index, cell) for index in range(number, end) if (cell := blocks[index].cell)]
        rows = max(cell.row + cell.row_span for _, cell in cells)
        columns = max(cell.column + cell.column_span for _, cell in cells)
        self.begin(self.formats.paragraph(), self.formats.text())
        table = self._cursor.insertTable(rows, columns, self._table_format())
        for _, cell in cells:
            if cell.row_span > 1 or cell.column_span > 1:
                table.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
        taken: set[tuple[int, int]] = set()
        for index, cell in cells:
            self._cell(table, blocks[index], another=(cell.row, cell.column) in taken)
            taken.add((cell.row, cell.column))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        return end

    def _cell(self, table: QTextTable, block: Block, *, another: bool) -> None:
        """Fill a cell; ``another`` where it already holds a block."""
        cell = block.cell
        if cell is None:
            return
        block_format, char_format = self.formats.block(block), self.formats.char(block)
        place = table.cellAt(cell.row, cell.column)
        cursor = place.lastCursorPosition()
        if another:
            cursor.insertBlock(block_format, char_format)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(char_format)
        self.page.positions.append(cursor.position())
        self._runs(cursor, block, char_format)
        if cell.header:
            background = place.format()
            background.setBackground(self.formats.style.colors.window)
            place.setFormat(background)

    def _table_format(self) -> QTextTableFormat:
        result = QTextTableFormat()
        result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        result.setCellPadding(self.formats.style.em(0.35))
        result.setCellSpacing(0)
        result.setBorder(1)
        result.setBorderCollapse(True)
        result.setBorderBrush(self.formats.style.colors.line)
        result.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        result.setTopMargin(self.formats.style.em(0.4))
        result.setBottomMargin(self.formats.style.em(1.1))
        return result

    def _mark(self, dates: Iterable[DatedPassage]) -> None:
        dotted = self.formats.date()
        cursor = QTextCursor(self.page.document)
        for dated in dates:
            if dated.passage.block < len(self.page.positions):
                begin, end = self.page.span(dated.passage)
                cursor.setPosition(begin)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(dotted)


def _goes_on(blocks: Sequence[Block], number: int) -> bool:
    return number + 1 < len(blocks) and blocks[number + 1].kind is BlockKind.LIST_ITEM


def _list_format(block: Block) -> QTextListFormat:
    """A list of its own for each item, so that the marker is drawn beside the text and is no part of it."""
    result = QTextListFormat()
    number = block.marker.rstrip(".")
    if number.isdecimal():
        result.setStyle(QTextListFormat.Style.ListDecimal)
        result.setStart(int(number))
    else:
        styles = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare)
        result.setStyle(styles[min(block.level, 3) - 1] if block.level else styles[0])
    result.setIndent(max(1, block.level))
    return result
