"""The line under the article that finds words in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from viewer.ui.words import plural

if TYPE_CHECKING:
    from viewer.ui.reader.reader_view import ReaderView

_MOST = 2_000


class FindBar(QFrame):
    """Finds as one types; case counts only where a capital is typed. ``closed`` is emitted when it goes away."""

    closed = Signal()

    def __init__(self, reader: ReaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._reader = reader
        self._found: list[QTextCursor] = []
        self._at = -1
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in this article")
        self.field.setAccessibleName("Find in this article")
        self.field.textChanged.connect(self.search)
        reader.page_changed.connect(self.refresh)
        self.field.returnPressed.connect(self.find_next)
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        close = QToolButton(self)
        close.setText("✕")
        close.setToolTip("Close (Esc)")
        close.setAccessibleName("Close the search in the article")
        close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        layout.addWidget(close)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar and begin with ``words``."""
        self.field.setClearButtonEnabled(True)
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search()

    def close_bar(self) -> None:
        """Hide the bar and take the marks away."""
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
        self._found, self._at = [], -1
        if self.isHidden():
            return
        words = self.field.text()
        self._found = find_all(self._reader.document(), words)
        self._reader.show_hits(self._found)
        self._count.setText(plural(len(self._found), "place") if self._found else "Not found" if words else "")

    def find_next(self) -> None:
        """Go to the next place, round the end."""
        self._go(1)

    def find_previous(self) -> None:
        """Go to the place before, round the beginning."""
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return
        super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        if not self._found:
            return
        self._at = (self._at + step) % len(self._found)
        cursor = QTextCursor(self._found[self._at])
        self._count.setText(f"{self._at + 1} of {plural(len(self._found), 'place')}")
        self._reader.setTextCursor(cursor)
        self._reader.ensureCursorVisible()


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
