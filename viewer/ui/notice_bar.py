"""A line above the timeline for what the reader should know: a sentence, or work under way that can be stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

if TYPE_CHECKING:
    from viewer.library import Progress
    from viewer.library.pace import Pace

_PATIENCE_MS = 500
_READING_MS = 12_000


class NoticeBar(QFrame):
    """Hidden unless there is something to say.

    ``cancelled`` is emitted when the reader stops the work, ``undo_wanted`` when what was told of is to be undone.
    """

    cancelled = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 8)
        self._button = QToolButton(self)
        self._button.clicked.connect(self._on_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 8, 5)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._button)
        self._undo: QToolButton | None = None
        self._working = False
        self._progress: Progress | None = None
        self._pace: Pace | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show_progress)
        self._leave = QTimer(self, singleShot=True, interval=_READING_MS)
        self._leave.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there, "" while hidden."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._working = False
        self._text.setText(sentence)
        self._bar.hide()
        self._show_undo(False)
        self._button.setText("✕")
        self._button.setAccessibleName("Close this message")
        self.show()
        self._leave.start()

    def offer(self, sentence: str) -> None:
        """Show what was done, with a button that undoes it."""
        self.tell(sentence)
        self._show_undo(True)

    def _show_undo(self, shown: bool) -> None:
        if self._undo is None and shown:
            self._undo = QToolButton(self)
            self._undo.setText("Undo")
            self._undo.setProperty("role", "action")
            self._undo.setToolTip("Undo this (Ctrl+Z)")
            self._undo.clicked.connect(self.undo_wanted)
            layout = self.layout()
            if isinstance(layout, QHBoxLayout):
                layout.insertWidget(layout.count() - 1, self._undo)
        if self._undo is not None:
            self._undo.setVisible(shown)

    def progress(self, progress: Progress | None) -> None:
        """Show how far the work is once it has taken half a second; None: it has ended."""
        self._progress = progress
        if progress is None:
            self._pace = None
            self._patience.stop()
            if self._working:
                self._working = False
                self.hide()
            return
        self._watch(progress)
        if self._working:
            self._show_progress()
        elif not self._patience.isActive():
            self._patience.start()

    def _watch(self, progress: Progress) -> None:
        if self._pace is None:
            from viewer.library.pace import Pace  # a start without long work does without it

            self._pace = Pace()
        self._pace.words(progress)

    def _show_progress(self) -> None:
        progress = self._progress
        if progress is None:
            return
        self._working = True
        self._leave.stop()
        self._text.setText(self._pace.words(progress) if self._pace else "")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.show()
        self._show_undo(False)
        self._button.setText("Cancel")
        self._button.setAccessibleName("Cancel the work under way")
        self.show()

    def _on_button(self) -> None:
        if self._working:
            self.cancelled.emit()
        self._working = False
        self.hide()
