"""The text of record: an article as a row of blocks of plain text.

Offsets are code points of ``Block.text``. Chronology, search, highlights and the reading pane all use these
blocks, so a ``Passage`` means the same characters to everyone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum
from itertools import accumulate
from typing import NamedTuple

_BETWEEN_BLOCKS = "\n\n"


class BlockKind(StrEnum):
    """What a block is in the article."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    CELL = "table cell"
    CAPTION = "caption"
    CODE = "code"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"
    IMAGE = "image"
    RULE = "rule"


class Mark(IntFlag):
    """How a run of characters is set apart."""

    NONE = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    STRIKE = 8
    SUPERSCRIPT = 16
    SUBSCRIPT = 32
    UNDERLINE = 64
    HIGHLIGHT = 128


class Run(NamedTuple):
    """Characters ``begin`` to ``end`` of a block that carry marks or a link.

    ``link`` is a sanitised address: http, https or mailto; a path relative to the article's folder or,
    with ``/`` before it, to the library; or ``#anchor`` within the article. Empty where there is no link.
    """

    begin: int
    end: int
    marks: Mark = Mark.NONE
    link: str = ""


class Cell(NamedTuple):
    """Where a table cell stands: table number in the article, row, column and spans."""

    table: int
    row: int
    column: int
    header: bool = False
    align: str = "left"
    row_span: int = 1
    column_span: int = 1


class ImageReference(NamedTuple):
    """A picture named by the article: ``source`` as written (a relative path), and its alternative text."""

    source: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, quotation, cell or the like.

    ``sentences`` are (begin, end) pairs in order that cover all but white space. ``runs`` are in order and do not
    overlap. ``level`` is 1 to 6 for a heading and the depth, from 1, for a list item. ``marker`` is what stands
    before a list item ("•", "3.") or a footnote ("1"). ``quoted`` counts the block quotations around the block. The
    text of an IMAGE is the one character U+FFFC; the text of a RULE is empty.
    """

    kind: BlockKind
    text: str
    sentences: tuple[tuple[int, int], ...] = ()
    runs: tuple[Run, ...] = ()
    level: int = 0
    marker: str = ""
    quoted: int = 0
    cell: Cell | None = None
    image: ImageReference | None = None
    anchor: str = ""
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article ready to be shown, searched and dated.

    ``notice`` is empty, or a sentence that says why the article is shown as plain text or in part. ``language``
    is a BCP 47 tag such as "en". ``words`` counts words of the text (CJK: characters / 2).
    """

    blocks: tuple[Block, ...]
    language: str
    words: int
    notice: str = ""

    @property
    def text(self) -> str:
        """The blocks' text, one empty line between each."""
        return _BETWEEN_BLOCKS.join(block.text for block in self.blocks)

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each block begins in ``text``."""
        lengths = (len(block.text) + len(_BETWEEN_BLOCKS) for block in self.blocks[:-1])
        return tuple(accumulate(lengths, initial=0)) if self.blocks else ()

    @property
    def minutes(self) -> int:
        """Minutes of reading at 230 words a minute (Brysbaert 2019, silent reading), at least 1."""
        return max(1, round(self.words / 230))
