"""Where a note on highlighted words is written. It stays open until the note is on disk: nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from viewer.library.noting import NoteChangedError
from viewer.ui.jobs import sentence_of
from viewer.ui.leaving import CarefulDialog
from viewer.ui.words import one_line

if TYPE_CHECKING:
    from viewer.library import Changes
    from viewer.library.highlights import Annotation

_LONGEST = 240
_SAVE_AGAIN = "Save again to put yours in its place."


class NoteDialog(CarefulDialog):
    """Asks for the note on an annotation of an article. ``wanted`` carries the dialog once the note is to be kept.

    Answer with ``on_kept`` or ``on_failed``.
    """

    wanted = Signal(object)

    def __init__(self, article: int, annotation: Annotation, parent: QWidget) -> None:
        super().__init__(parent)
        self.article, self.annotation = article, annotation
        self.known: str | None = annotation.note
        """What the file is taken to say; None: whatever it says is to be replaced."""
        quote = annotation.quote
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Note on a highlight" if quote else "Note on the article")
        self.field = QPlainTextEdit(annotation.note, self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName("Note")
        self._hint = QLabel("Ctrl+Enter saves it.", self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._compose(quote)
        self.field.textChanged.connect(self.forget_warning)
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.field.setFocus()

    def _compose(self, quote: str) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        if quote:
            words = QLabel(f"“{one_line(quote, _LONGEST)}”", self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            words.setAccessibleName("Highlighted words")
            layout.addWidget(words)
        for widget in (self.field, self._hint, self._buttons):
            layout.addWidget(widget, int(widget is self.field))
        self.resize(460, 300)

    def note(self) -> str:
        """What is written, without blanks around it."""
        return self.field.toPlainText().strip()

    def has_changes(self) -> bool:
        """Whether the note is another one now."""
        return self.note() != self.annotation.note.strip()

    def say(self, sentence: str) -> None:
        """Show a sentence below the note."""
        self._hint.setText(sentence)

    def save(self) -> None:
        """Have the note kept; one that was not changed is."""
        if self._buttons.isEnabled():
            if self.has_changes():
                self._buttons.setEnabled(False)
                self.wanted.emit(self)
            else:
                self.reject()

    def on_kept(self, _changes: Changes) -> None:
        """The note is on disk: close."""
        self.accept()

    def on_failed(self, error: Exception) -> None:
        """It is not: say why, and let it be saved again."""
        self._buttons.setEnabled(True)
        again = ""
        if isinstance(error, NoteChangedError):
            self.known, again = None, f" {_SAVE_AGAIN}"
        self.say(f"{sentence_of(error)}{again}")
        self.field.setFocus()

    def reject(self) -> None:
        """Leave; while the note is being kept, wait for that."""
        if self._buttons.isEnabled():
            super().reject()
