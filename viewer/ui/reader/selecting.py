"""What of the article is selected on its page, and where the caret stands."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextTable

    from viewer.model import Passage
    from viewer.ui.reader.reader_view import ReaderView

_BELOW_TOP = 24  # px: the first whole line in sight


def caret(view: ReaderView) -> Passage | None:
    """Where in the article the caret stands, which a click puts there; None outside of it."""
    return view.page.passage_at(view.textCursor().position()) if view.page is not None else None


def selected(view: ReaderView) -> tuple[Passage, ...]:
    """What of the article is selected, a passage for each block; none where that lies outside of it."""
    cursor, page = view.textCursor(), view.page
    if page is None or not cursor.hasSelection():
        return ()
    table = cursor.currentTable()
    if table is None or not cursor.hasComplexSelection():
        return page.passages(cursor.selectionStart(), cursor.selectionEnd())
    return tuple(passage for begin, end in _chosen_cells(cursor, table) for passage in page.passages(begin, end))


def _chosen_cells(cursor: QTextCursor, table: QTextTable) -> list[tuple[int, int]]:
    """Where each of the selected cells of a table begins and ends, in their order."""
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    places = product(range(row, row + rows), range(column, column + columns))
    cells = (table.cellAt(*place) for place in places)
    return sorted({(cell.firstPosition(), cell.lastPosition()) for cell in cells})


def select(view: ReaderView, anchor: Passage | None, place: Passage | None) -> None:
    """Put the caret to ``place``, with everything from ``anchor`` on selected; nothing is done outside the article."""
    if view.page is None or anchor is None or place is None:
        return
    cursor = view.page.cursor(anchor)
    cursor.setPosition(view.page.span(place)[0], QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def deselect(view: ReaderView) -> None:
    """Select nothing; the caret stays where it is."""
    cursor = view.textCursor()
    cursor.clearSelection()
    view.setTextCursor(cursor)


def use_caret(view: ReaderView, on: bool) -> None:
    """Let the arrow keys move a caret, which comes into sight where it is out of it, or scroll as they else do."""
    flag = Qt.TextInteractionFlag.TextSelectableByKeyboard
    view.setTextInteractionFlags(view.textInteractionFlags() | flag if on else view.textInteractionFlags() & ~flag)
    view.setFocus()
    in_sight = view.viewport().rect().contains(view.cursorRect())
    if on and view.page is not None and view.page.blocks and not (in_sight and caret(view)):
        cursor = view.textCursor()
        first = view.page.positions[0]
        cursor.setPosition(max(first, min(view.position_at(_BELOW_TOP), view.page.body_end)))
        view.setTextCursor(cursor)
