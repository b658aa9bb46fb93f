"""What of the article is selected on its page, and where the caret stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from viewer.model import Passage
    from viewer.ui.reader.reader_view import ReaderView


def caret(view: ReaderView) -> Passage | None:
    """Where in the article the caret stands, which a click puts there; None outside of it."""
    return view.page.passage_at(view.textCursor().position()) if view.page is not None else None


def selected(view: ReaderView) -> tuple[Passage, ...]:
    """What of the article is selected, a passage for each block; none where that lies outside of it."""
    cursor = view.textCursor()
    if view.page is None or not cursor.hasSelection():
        return ()
    return view.page.passages(cursor.selectionStart(), cursor.selectionEnd())


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
