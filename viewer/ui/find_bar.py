"""The line under the article that finds words in it, and that walks what the search in the library found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from viewer.model import Passage
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.reader.reader_view import ReaderView

_MOST = 2_000
_GROWING, _FITTING = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred


class FindBar(QFrame):
    """Finds as one types; case counts only where a capital is typed. ``closed`` is emitted when it goes away.

    While nothing is typed in it, it shows the hits of a search in the library, where the open article has any.
    """

    closed = Signal()

    def __init__(self, reader: ReaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._reader = reader
        self._found: list[QTextCursor] = []
        self._at = -1
        self._desk: ArticleDesk | None = None
        self._hits: Sequence[Passage] = ()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in this article")
        self.field.setAccessibleName("Find in this article")
        self.field.textChanged.connect(self.search)
        reader.page_changed.connect(self.refresh)
        self.field.returnPressed.connect(self._on_return)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 8, 5)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._count)
        self._buttons: list[QToolButton] = []
        self.hide()

    def follow(self, desk: ArticleDesk) -> None:
        """Show the hits of the article that ``desk`` has open, from now on."""
        self._desk = desk

    def begin(self) -> None:
        """Go to the first hit of an article that was opened for its hits."""
        if self._hits:
            self._at = -1
            self.find_next()

    def open_bar(self, words: str = "") -> None:
        """Show the bar and begin with ``words``."""
        self._drop_hits()
        self.field.setClearButtonEnabled(True)
        self._open(with_field=True)
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and take the marks away."""
        self._drop_hits()
        self.hide()
        self._found, self._at = [], -1
        self._reader.show_hits([])
        self.closed.emit()

    def search(self) -> None:
        """Find every place and go to the first at or below the top of the pane, else to the first of all."""
        self.refresh()
        if self._found:
            top = self._reader.position_at(0)
            self._at = bisect_left([cursor.selectionStart() for cursor in self._found], top) - 1
            self.find_next()

    def refresh(self) -> None:
        """Find every place anew, and move nothing: another page is shown, or the same set anew."""
        if self.isHidden() or self._hits:
            self._take_hits()
            return
        self._found, self._at = [], -1
        words = self.field.text()
        self._found = find_all(self._reader.document(), words)
        self._reader.show_hits(self._found)
        self._count.setText(plural(len(self._found), "place") if self._found else "Not found" if words else "")

    def find_next(self) -> None:
        """Go to the next place, round the end; where the bar was closed, look for the same words again."""
        self._take_up()
        self._go(1)

    def find_previous(self) -> None:
        """Go to the place before, round the beginning; likewise."""
        self._take_up()
        self._go(-1)

    def _take_up(self) -> None:
        """Open a bar that was closed, with what was looked for, at the place where the reader is."""
        if not self.isHidden():
            return
        if not self.field.text().strip():
            self.open_bar()
            return
        self._open(with_field=True)
        self.refresh()
        here = self._reader.textCursor().selectionStart()
        self._at = bisect_right([cursor.selectionStart() for cursor in self._found], here) - 1

    def _on_return(self) -> None:
        """Enter goes on, Shift+Enter back."""
        is_back = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self._go(-1 if is_back else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        if not self._found:
            return
        self._at = (max(self._at, 0) - 1 if step < 0 else self._at + 1) % len(self._found)
        cursor = QTextCursor(self._found[self._at])
        self._tell_count()
        if self._hits:
            self._reader.show_hits(self._found, self._at)
            self._reader.bring(cursor)
        else:
            self._reader.setTextCursor(cursor)
            self._reader.ensureCursorVisible()

    def _tell_count(self) -> None:
        count = plural(len(self._found), "place")
        told = f"{self._at + 1} of {count}" if self._at >= 0 else count
        sought = f" of “{self._desk.sought[:60]}” in this article" if self._hits and self._desk else ""
        self._count.setText(told + sought)

    # The hits of a search in the library

    def _take_hits(self) -> None:
        """Mark the hits of the page that is shown now, or go away where it has none."""
        hits, page = self._desk.hits if self._desk else (), self._reader.page
        kept = self._at if hits is self._hits else -1
        places = [hit for hit in hits if page is not None and hit.block < len(page.positions)][:_MOST]
        self._hits = hits if places else ()
        self._found = [page.cursor(place) for place in places] if page is not None else []
        self._at = kept if kept < len(self._found) else -1
        if not self._hits:
            self.hide()
            return
        self._open(with_field=False)
        self._tell_count()
        self._reader.show_hits(self._found, self._at)

    def _drop_hits(self) -> None:
        if self._hits and self._desk is not None:
            self._desk.drop_hits()
        self._hits = ()

    def _open(self, *, with_field: bool) -> None:
        if not self._buttons:
            self._add_button("↑", "Place before", self.find_previous)
            self._add_button("↓", "Next place", self.find_next)
            self._add_button("✕", "Close (Esc)", self.close_bar)
        self.field.setVisible(with_field)
        self._count.setSizePolicy(_GROWING if not with_field else _FITTING, QSizePolicy.Policy.Preferred)
        self.show()

    def _add_button(self, sign: str, tip: str, slot: Callable[[], None]) -> None:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        button.clicked.connect(slot)
        self.setTabOrder(self._buttons[-1] if self._buttons else self.field, button)
        self._buttons.append(button)
        self._row.addWidget(button)


def find_all(document: QTextDocument, words: str) -> list[QTextCursor]:
    """Every place of ``words`` in ``document``, at most 2,000."""
    found: list[QTextCursor] = []
    if not words.strip():
        return found
    flags = QTextDocument.FindFlag.FindCaseSensitively if words != words.lower() else QTextDocument.FindFlag(0)
    cursor = document.find(words, 0, flags)
    while not cursor.isNull() and len(found) < _MOST:
        found.append(QTextCursor(cursor))
        cursor = document.find(words, cursor, flags)
    return found
