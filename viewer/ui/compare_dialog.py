"""An article beside another text of it: a version, a conflicted copy, or an article that is nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from viewer.library.others import EXTRACTION, VERSION
from viewer.ui.comparison_page import page_of
from viewer.ui.others_words import called, summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.document.comparison import Comparison
    from viewer.library.others import OtherText
    from viewer.ui.comparison_page import ComparisonPage
    from viewer.ui.reader.formats import PageStyle

_LEGEND = "+ added and underlined   − removed and struck through   ± changed"
_WORKING = "Comparing…"
_NEXT, _PREVIOUS = ("N", "F3"), ("P", "Shift+F3")


class _Page(QTextBrowser):
    """Text only: whatever else a document may ask for is not there."""

    def loadResource(self, _kind: int, _name: object) -> object:
        """An empty answer, since Qt would look for a file."""
        return ""


class CompareDialog(QDialog):
    """Signals: ``wanted`` with an OtherText to compare with, ``used`` and ``opened`` with the one that is shown."""

    wanted = Signal(object)
    used = Signal(object)
    opened = Signal(object)

    def __init__(self, title: str, others: Sequence[OtherText], style: PageStyle, parent: QWidget) -> None:
        """``title`` is the window's; ``others`` are offered in their order, and there is at least one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._others, self._style = tuple(others), style
        self._page: ComparisonPage | None = None
        self._changes: tuple[int, ...] = ()
        self.choice = QComboBox(self)
        self.choice.setAccessibleName("Text to compare with")
        self.choice.addItems([called(other) for other in others])
        self.summary = QLabel(_WORKING, self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        legend = QLabel(_LEGEND, self)
        legend.setProperty("role", "muted")
        self.view = _Page(self)
        self.view.setOpenLinks(False)
        self.view.setAcceptDrops(False)
        self.view.setAccessibleName("Comparison")
        self._compose(legend)
        self._wire()
        self.resize(min(style.column + 140, 1100), 720)

    def _compose(self, legend: QLabel) -> None:
        with_label = QLabel("&With", self)
        with_label.setBuddy(self.choice)
        top = QHBoxLayout()
        top.addWidget(with_label)
        top.addWidget(self.choice, 1)
        self._previous = QPushButton("&Previous change", self)
        self._next = QPushButton("&Next change", self)
        self._use = QPushButton("&Use this text", self)
        self._open = QPushButton("&Open", self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        bottom = QHBoxLayout()
        for button in (self._previous, self._next):
            button.setAutoDefault(False)
            bottom.addWidget(button)
        bottom.addStretch(1)
        for button in (self._open, self._use):
            button.setAutoDefault(False)
            bottom.addWidget(button)
        bottom.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        for part in (top, self.summary, legend, self.view, bottom):
            layout.addLayout(part) if isinstance(part, QHBoxLayout) else layout.addWidget(part)
        layout.setStretch(3, 1)

    def _wire(self) -> None:
        self.choice.currentIndexChanged.connect(self.ask)
        self._previous.clicked.connect(self.previous_change)
        self._next.clicked.connect(self.next_change)
        self._use.clicked.connect(self._on_use)
        self._open.clicked.connect(self._on_open)
        self._buttons.rejected.connect(self.reject)
        for keys, method in ((_NEXT, self.next_change), (_PREVIOUS, self.previous_change)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(method)

    @property
    def other(self) -> OtherText:
        """The text that is compared with."""
        return self._others[max(0, self.choice.currentIndex())]

    def ask(self) -> None:
        """Ask for the comparison with the text that is chosen."""
        self.summary.setText(_WORKING)
        self.view.clear()
        self._changes = ()
        self._enable()
        self.wanted.emit(self.other)

    def show_comparison(self, comparison: Comparison, other: OtherText, remark: str = "") -> None:
        """Show what was compared, unless another text was chosen meanwhile; ``remark`` is one more sentence."""
        if other != self.other:
            return
        page = self._page = page_of(comparison, self._style)
        self._changes = page.changes
        self.view.setDocument(page.document)
        self.summary.setText(" ".join(filter(None, [summary(comparison, other), remark])))
        self._enable(is_same=comparison.is_same)
        self.view.setFocus()
        self._go_to(self._changes[:1])

    def show_fault(self, sentence: str) -> None:
        """Say why nothing can be compared."""
        self.summary.setText(sentence)

    def _enable(self, *, is_same: bool = True) -> None:
        self._use.setVisible(self.other.kind in (VERSION, EXTRACTION))
        self._use.setEnabled(not is_same)
        self._open.setVisible(bool(self.other.id))
        for button in (self._previous, self._next):
            button.setEnabled(len(self._changes) > 0)

    def next_change(self) -> None:
        """Go to the next paragraph that changed."""
        here = self.view.textCursor().position()
        self._go_to([place for place in self._changes if place > here][:1])

    def previous_change(self) -> None:
        """Go to the paragraph before that changed."""
        here = self.view.textCursor().position()
        self._go_to([place for place in self._changes if place < here][-1:])

    def _go_to(self, places: Sequence[int]) -> None:
        for place in places:
            cursor = QTextCursor(self.view.document())
            cursor.setPosition(place)
            self.view.setTextCursor(cursor)
            top = self.view.cursorRect(cursor).top()
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.value() + top - self.view.viewport().height() // 4)

    def _on_use(self) -> None:
        self.used.emit(self.other)
        self.accept()

    def _on_open(self) -> None:
        self.opened.emit(self.other)
        self.accept()
