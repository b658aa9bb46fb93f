"""Clean HTML to blocks: one pass over the tags, no tree, nothing recursive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, ClassVar

from viewer.document.line import Line, moved
from viewer.document.links import safe_image_source, safe_link
from viewer.document.shorten import NOTICE
from viewer.document.table import RawCell, Table
from viewer.document.text import clean_characters, strip_controls
from viewer.model import Block, BlockKind, ImageReference, Mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.document.sink import Sink

MAX_DEPTH = 8
MAX_IMAGES = 200

# nh3 writes every attribute as name="value" with quotation marks escaped, and every "<" of text as "&lt;".
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z:_-]+="[^"]*+")*+)>|([^<]++|<)')
_ATTRIBUTE = re.compile(r'([a-zA-Z:_-]+)="([^"]*)"')
_MARKS = {
    **dict.fromkeys(("b", "strong"), Mark.BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Mark.ITALIC),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Mark.CODE),
    **dict.fromkeys(("s", "strike", "del"), Mark.STRIKE),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINE),
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "mark": Mark.HIGHLIGHT,
}
_BREAKING_NAMES = """
    p div section article main header footer aside nav address center figure figcaption details summary caption td th tr
    thead tbody tfoot table ul ol li dl dt dd blockquote pre hr h1 h2 h3 h4 h5 h6
"""
_BREAKING = frozenset(_BREAKING_NAMES.split())
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "dt": BlockKind.TERM,
    "dd": BlockKind.DEFINITION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}
_BULLETS = "•◦▪"
_TASKS = {"[ ] ": "☐", "[x] ": "☑"}


@dataclass(slots=True)
class _List:
    """A list being read. ``number`` is the next item's, None in a list without numbers."""

    number: int | None
    is_footnotes: bool = False


class Walk:
    """Reads clean HTML and hands its blocks to ``sink``."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._line = Line()
        self._marks: list[Mark] = []
        self._links: list[str] = []
        self._footnote_reference = False
        self._silent = False
        self._contexts: list[tuple[BlockKind, int]] = []
        self._lists: list[_List] = []
        self._quotes = 0
        self._figures = 0
        self._divisions: list[bool] = []
        self._footnotes = 0
        self._images = 0
        self._marker = ""
        self._anchor = ""
        self._code: list[str] | None = None
        self._table: Table | None = None
        self._table_depth = 0
        self._tables = 0
        self._cell: RawCell | None = None

    def run(self, html: str) -> None:
        """Reads ``html`` to its end, or until the sink is full."""
        for match in _TOKEN.finditer(html):
            closing, tag, attributes, text = match.groups()
            if text is not None:
                self._text(unescape(text) if "&" in text else text)
            elif closing:
                self._end(tag)
            else:
                found = _ATTRIBUTE.findall(attributes) if attributes else ()
                self._start(tag, {name: unescape(value) for name, value in found})
                if self._sink.full:
                    return
        self._flush()

    def _text(self, text: str) -> None:
        if self._silent:
            return
        if self._code is not None:
            self._code.append(text)
            return
        link = self._links[-1] if self._links else ""
        if self._footnote_reference:
            link = f"#fn-{text.strip()}"
        self._line.add(text, self._mark(), link)

    def _mark(self) -> Mark:
        mark = Mark.NONE
        for one in self._marks:
            mark |= one
        return mark

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _BREAKING:
            self._flush()
        if identifier := attributes.get("id") or attributes.get("name"):
            self._anchor = strip_controls(identifier) if not identifier.startswith("fnref") else self._anchor
        if tag in _MARKS:
            self._marks.append(_MARKS[tag])
        if tag in _KINDS:
            self._contexts.append((_KINDS[tag], int(tag[1]) if tag[1].isdigit() else 0))
        if handler := self._starts.get(tag):
            handler(self, attributes)

    def _end(self, tag: str) -> None:
        if tag in _BREAKING and tag not in {"td", "th"}:
            self._flush()
        if tag in _MARKS and self._marks:
            self._marks.pop()
        if tag in _KINDS and self._contexts:
            self._contexts.pop()
        if handler := self._ends.get(tag):
            handler(self)

    def _flush(self) -> None:
        """Ends the block in the making; inside a table cell, its line."""
        if self._cell is not None:
            self._line.next_line()
            return
        if not self._line:
            return
        text, runs = self._line.finish()
        if not text:
            return
        kind, level = self._contexts[-1] if self._contexts else (BlockKind.PARAGRAPH, 0)
        if kind is BlockKind.LIST_ITEM:
            kind, level = self._item_kind()
        marker, self._marker = (self._marker, "") if kind in {BlockKind.LIST_ITEM, BlockKind.FOOTNOTE} else ("", "")
        if marker and text[:4].lower() in _TASKS:
            marker, text, runs = _TASKS[text[:4].lower()], text[4:], moved(runs, 4, len(text) - 4)
        anchor, self._anchor = self._anchor, ""
        self._sink.add(Block(kind, text, runs=runs, level=level, marker=marker, quoted=self._quoted(), anchor=anchor))

    def _item_kind(self) -> tuple[BlockKind, int]:
        if self._lists and self._lists[-1].is_footnotes:
            return BlockKind.FOOTNOTE, 0
        return BlockKind.LIST_ITEM, max(1, min(len(self._lists), MAX_DEPTH))

    def _quoted(self) -> int:
        return min(self._quotes, MAX_DEPTH)

    # lists, quotations, divisions

    def _start_plain_list(self, _attributes: dict[str, str]) -> None:
        self._lists.append(_List(None))

    def _start_numbered_list(self, attributes: dict[str, str]) -> None:
        is_footnotes = bool(self._divisions and self._divisions[-1]) and not self._lists
        self._lists.append(_List(_number(attributes.get("start", ""), 1, 10**6), is_footnotes))

    def _end_list(self) -> None:
        if self._lists:
            self._lists.pop()

    def _start_item(self, attributes: dict[str, str]) -> None:
        current = self._lists[-1] if self._lists else _List(None)
        if current.is_footnotes:
            self._footnotes += 1
            self._marker = str(self._footnotes)
            self._anchor = f"fn-{self._footnotes}"
        elif current.number is None:
            self._marker = _BULLETS[(len(self._lists) - 1) % len(_BULLETS)]
        else:
            self._marker = f"{current.number}."
            current.number += 1
        if self._cell is not None:
            self._line.add(f"{self._marker} ")

    def _start_quote(self, _attributes: dict[str, str]) -> None:
        self._quotes += 1

    def _end_quote(self) -> None:
        self._quotes -= 1

    def _start_division(self, attributes: dict[str, str]) -> None:
        self._divisions.append(attributes.get("class") == "footnote")

    def _end_division(self) -> None:
        if self._divisions:
            self._divisions.pop()

    def _rule(self, _attributes: dict[str, str]) -> None:
        is_footnotes = self._divisions and self._divisions[-1]
        if self._cell is None and not is_footnotes:
            self._sink.add(Block(BlockKind.RULE, "", quoted=self._quoted()))

    # links, breaks, quotation marks

    def _start_link(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("class", "")
        self._silent = kind == "footnote-backref"
        self._footnote_reference = kind == "footnote-ref"
        self._links.append(safe_link(attributes.get("href", "")))

    def _end_link(self) -> None:
        self._silent = self._footnote_reference = False
        if self._links:
            self._links.pop()

    def _break(self, _attributes: dict[str, str]) -> None:
        if self._code is not None:
            self._code.append("\n")
        else:
            self._line.line_break()

    def _open_quotation(self, _attributes: dict[str, str]) -> None:
        self._text("“")

    def _close_quotation(self) -> None:
        self._text("”")

    # pictures and code

    def _start_figure(self, _attributes: dict[str, str]) -> None:
        self._figures += 1

    def _end_figure(self) -> None:
        self._figures -= 1

    def _image(self, attributes: dict[str, str]) -> None:
        alt = strip_controls(attributes.get("alt", "")).strip()
        source = safe_image_source(attributes.get("src", ""))
        if not source or self._cell is not None or self._code is not None or self._images >= MAX_IMAGES:
            if source and self._images >= MAX_IMAGES:
                self._sink.note(f"Only the first {MAX_IMAGES} pictures are shown; the others as their description.")
            self._text(alt)
            return
        self._images += 1
        self._flush()
        self._sink.add_image(ImageReference(source, alt), self._quoted())
        title = strip_controls(attributes.get("title", "")).strip()
        if title and not self._figures:
            self._sink.add(Block(BlockKind.CAPTION, title, quoted=self._quoted()))

    def _start_code(self, _attributes: dict[str, str]) -> None:
        self._code = []

    def _end_code(self) -> None:
        lines = "".join(self._code or ()).strip("\n").split("\n")
        self._code = None
        for line in lines:
            text = _code_line(line)
            if self._cell is not None:
                self._line.add(text, Mark.CODE)
                self._line.next_line()
            else:
                anchor, self._anchor = self._anchor, ""
                self._sink.add(Block(BlockKind.CODE, text, quoted=self._quoted(), anchor=anchor))

    # tables

    def _start_table(self, _attributes: dict[str, str]) -> None:
        self._table_depth += 1
        if self._table_depth == 1:
            self._table = Table()

    def _end_table(self) -> None:
        self._table_depth -= 1
        if self._table_depth or self._table is None:
            return
        table, self._table = self._table, None
        cells = table.grid(self._tables)
        self._tables += bool(cells)
        for raw, cell in cells:
            self._sink.add(Block(BlockKind.CELL, raw.text, runs=raw.runs, cell=cell, quoted=self._quoted()))
        if table.cut:
            self._sink.note(NOTICE)

    def _start_row(self, _attributes: dict[str, str]) -> None:
        if self._table_depth == 1 and self._table is not None:
            self._table.start_row()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self._table_depth != 1:
            return
        align = attributes.get("align", "").lower()
        self._cell = RawCell(
            align=align if align in {"right", "center"} else "left",
            column_span=_number(attributes.get("colspan", ""), 1, 1_000),
            row_span=_number(attributes.get("rowspan", ""), 1, 10_000),
        )

    def _start_header_cell(self, attributes: dict[str, str]) -> None:
        self._start_cell(attributes)
        if self._table_depth == 1 and self._cell is not None:
            self._cell.header = True

    def _end_cell(self) -> None:
        if self._table_depth != 1:
            self._flush()
        elif self._cell is not None and self._table is not None:
            self._cell.text, self._cell.runs = self._line.finish()
            self._table.add(self._cell)
            self._cell = None

    _starts: ClassVar[dict[str, Callable[[Walk, dict[str, str]], None]]] = {
        "ul": _start_plain_list,
        "ol": _start_numbered_list,
        "li": _start_item,
        "blockquote": _start_quote,
        "div": _start_division,
        "hr": _rule,
        "a": _start_link,
        "br": _break,
        "q": _open_quotation,
        "figure": _start_figure,
        "img": _image,
        "pre": _start_code,
        "table": _start_table,
        "tr": _start_row,
        "td": _start_cell,
        "th": _start_header_cell,
    }
    _ends: ClassVar[dict[str, Callable[[Walk], None]]] = {
        "ul": _end_list,
        "ol": _end_list,
        "blockquote": _end_quote,
        "div": _end_division,
        "a": _end_link,
        "q": _close_quotation,
        "figure": _end_figure,
        "pre": _end_code,
        "table": _end_table,
        "td": _end_cell,
        "th": _end_cell,
    }


def _number(text: str, default: int, most: int) -> int:
    """The number that ``text`` writes, within 1 and ``most``."""
    digits = text.strip()[:12]
    return max(1, min(int(digits), most)) if digits.isascii() and digits.isdigit() else default


def _code_line(line: str) -> str:
    return clean_characters(line.expandtabs(4)).replace("\u2029", "").rstrip()
