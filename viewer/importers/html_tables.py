"""Tables: which hold data and which only arrange the page, and data tables to Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from viewer.importers.html_inline import STYLE_OF_TAG, InlineText, plain_text, to_inline_markdown
from viewer.importers.html_table_grid import TableGrid
from viewer.importers.html_tree import is_hidden, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.html import HtmlElement

MAX_ROWS = 2_000
MAX_COLUMNS = 40

_HOLDS_MORE = frozenset(("table", "pre", "h1", "h2", "h3", "h4", "blockquote", "figure", "article", "section", "form"))
_BREAKS = frozenset(("p", "div", "li", "br", "ul", "ol", "dd", "dt", "h5", "h6"))
_SILENT = frozenset(("script", "style", "noscript", "button", "select", "input", "textarea", "iframe"))


def holds_data(table: HtmlElement) -> bool:
    """Whether ``table`` is one to be read as such: rows and columns of short cells, not the frame of a page."""
    rows = list(rows_of(table))
    if any(child.tag in _HOLDS_MORE for child in table.iterdescendants()) or not rows:
        return False
    if max(len(row) for row in rows[:MAX_ROWS]) < 2 and table.find(".//th") is None:
        return False
    cells = [len("".join(cell.itertext())) for row in rows[:20] for cell in row]
    return max(cells) < 1_500 and sum(cells) / len(cells) < 500


def rows_of(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    """The cells of each row that has any; rows of tables within are not looked at."""
    for child in table:
        if child.tag == "tr":
            if cells := [cell for cell in child if cell.tag in {"td", "th"}]:
                yield cells
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from rows_of(child)


def table_markdown(table: HtmlElement, resolve: Callable[[str], str]) -> tuple[str, str, int]:
    """Plain text, Markdown and linked characters of a data table. ``resolve`` makes a link whole.

    Rows beyond ``MAX_ROWS`` and columns beyond ``MAX_COLUMNS`` are left to the original page, and a sentence below the
    table says so. What a cell says of several rows stands in each of them, a head over several columns over each.
    """
    grid = TableGrid(MAX_ROWS, MAX_COLUMNS)
    plain: list[str] = []
    linked = 0
    for row in rows_of(table):
        if not grid.start_row(row[0].getparent().getparent()):
            continue
        widths = _widths(row)
        # Heads belong to columns: over all of one row they name the table, further down they would be data.
        are_heads = grid.row == 0 and len(row) > 1 and row[-1].tag == "th"
        for cell, width in zip(row, widths, strict=True):
            if not grid.has_room():
                break
            text, markdown, in_links = _cell(cell, resolve)
            linked += in_links
            plain.append(text)
            in_rows = not are_heads and row[0].getparent().getparent().tag != "thead"
            grid.add(markdown, width, _span(cell, "rowspan"), in_columns=are_heads, in_rows=in_rows)
    return " ".join(filter(None, plain)), "\n\n".join(filter(None, (_pipes(grid.lines), grid.notice()))), linked


def _widths(row: list[HtmlElement]) -> list[int]:
    """How many columns each cell spans; one each where they claim more than a table may have, so that none is lost."""
    widths = [_span(cell, "colspan") for cell in row]
    return widths if len(row) == 1 or sum(widths) <= MAX_COLUMNS else [1] * len(row)


def _span(cell: HtmlElement, name: str) -> int:
    digits = (cell.get(name) or "1").strip()[:6]
    return max(1, int(digits)) if digits.isascii() and digits.isdigit() else 1


def _pipes(lines: list[list[str]]) -> str:
    width = max(map(len, lines), default=0)
    rows = [f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |" for cells in lines]
    rows.insert(1, f"|{' --- |' * width}")
    return "\n".join(rows)


def _cell(cell: HtmlElement, resolve: Callable[[str], str]) -> tuple[str, str, int]:
    inline = InlineText()
    styles: list[int] = [0]
    links: list[str] = [""]
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start" and element is not cell:
            silent = tag in _SILENT or is_hidden(element)
            if silent:
                walk.skip_subtree()
            if tag in _BREAKS:
                inline.add_break()
            styles.append(styles[-1] | STYLE_OF_TAG.get(tag, 0))
            links.append(element.get("href", "") if tag == "a" else links[-1])
            inline.add("" if silent else element.text or "", styles[-1], links[-1])
        elif event == "start":
            inline.add(cell.text or "")
        elif element is not cell:
            styles.pop()
            links.pop()
            if tag in _BREAKS and tag != "br":
                inline.add_break()
            inline.add(element.tail or "", styles[-1], links[-1])
    runs = inline.finish()
    text, linked = plain_text(runs)
    markdown = to_inline_markdown(runs, resolve)
    return text.replace("\n", " "), markdown.replace("  \n", "<br>").replace("\n", " ").replace("|", "\\|"), linked


def caption_of(table: HtmlElement) -> str:
    """The text of the table's caption, "" where it has none."""
    caption = table.find("caption")
    return text_of(caption) if caption is not None else ""
