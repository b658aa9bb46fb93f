"""Where a date is typed: what it will mean is said while one types, and it stays open until it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.model import LibraryError
from viewer.ui.jobs import sentence_of
from viewer.ui.leaving import CarefulDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.library import Changes

_TYPING_MS = 150


class Wish(NamedTuple):
    """What a DateDialog is about.

    ``words`` are those whose date it is, ``known`` says how they are read now, ``proposals`` are dates that may be
    meant. ``others`` are further answers, by name: what to call them and what they do.
    """

    title: str
    words: str
    known: str
    hint: str
    written: str = ""
    proposals: Sequence[str] = ()
    others: Sequence[tuple[str, str, str]] = ()


class Meaning(NamedTuple):
    """What was typed, as EDTF and in words; without EDTF the words say why it is no date."""

    written: str
    edtf: str
    words: str


class DateDialog(CarefulDialog):
    """Asks for the date of a ``subject``, which is whatever its maker wants to know it by.

    Signals carry the dialog: ``typed`` when what stands in the field is to be read, to be answered with ``on_read``;
    ``wanted`` when its ``edtf`` is to be kept, ``other_wanted`` (with the name) when another answer was chosen, both
    to be answered with ``on_kept`` or ``on_failed``.
    """

    typed = Signal(object)
    wanted = Signal(object)
    other_wanted = Signal(object, object)

    def __init__(self, wish: Wish, subject: object, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wish.title)
        self.subject, self.edtf = subject, ""
        self._wish = wish
        self._keeping = self._reading = self._keep_when_read = False
        self.field = QLineEdit(wish.written, self)
        self.field.setAccessibleName(wish.title)
        self.field.setPlaceholderText(wish.hint)
        self.meaning = self._label("", "")
        self._buttons = QDialogButtonBox(self)
        save = self._buttons.addButton("&Set", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._others = [self._other(name, text, tip) for name, text, tip in wish.others]
        self._save = save
        save.setDefault(True)
        self._compose()
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self.field.textChanged.connect(self._on_typed)
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        self.field.selectAll()
        self.field.setFocus()
        self._show_state()

    def read_first(self) -> None:
        """Have read what stands in the field from the beginning."""
        if self.written():
            self._ask()

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label

    def _other(self, name: str, text: str, tip: str) -> QPushButton:
        button = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(self._on_other)
        return button

    def _compose(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        if self._wish.words:
            layout.addWidget(self._label(self._wish.words, ""))
        if self._wish.known:
            layout.addWidget(self._label(self._wish.known, "muted"))
        layout.addWidget(self.field)
        layout.addWidget(self.meaning)
        if self._wish.proposals:
            row = QHBoxLayout()
            row.addWidget(self._label("Perhaps:", "muted"))
            before: QWidget = self.field
            for text in self._wish.proposals:
                button = QPushButton(text, self)
                button.setAutoDefault(False)
                button.clicked.connect(self._on_proposal)
                row.addWidget(button)
                self.setTabOrder(before, button)
                before = button
            row.addStretch(1)
            layout.addLayout(row)
        layout.addStretch(1)
        layout.addWidget(self._buttons)
        self.meaning.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.resize(480, self.sizeHint().height())

    # Typing

    def written(self) -> str:
        """What stands in the field, without blanks around it."""
        return self.field.text().strip()

    def has_changes(self) -> bool:
        """Whether something else stands in the field than at first."""
        return self.written() != self._wish.written

    def say(self, sentence: str) -> None:
        """Show a sentence below the field; whoever hears the screen hears it, too."""
        self.meaning.setText(sentence)
        about = " ".join(filter(None, (self._wish.words, self._wish.known, sentence)))
        self.field.setAccessibleDescription(about)

    def on_read(self, found: Meaning) -> None:
        """Say what the words mean that were typed, unless others stand there by now.

        Where the date was to be kept as soon as it is read, it is.
        """
        if found.written != self.written():
            return
        self.edtf, self._reading = found.edtf, False
        if not self.is_warned:
            self.say(f"= {found.words}" if found.edtf else found.words)
        self._show_state()
        if self._keep_when_read:
            self._keep_when_read = False
            self.save()

    def on_unread(self, error: Exception) -> None:
        """What was typed could not be read, by a fault: say so."""
        self._reading = self._keep_when_read = False
        self._say_fault(error)
        self._show_state()

    def _on_typed(self, _text: str) -> None:
        self.forget_warning()
        self.edtf, self._reading, self._keep_when_read = "", True, False
        self._pause.start()
        self._show_state()

    def _ask(self) -> None:
        self._reading = True
        self.typed.emit(self)

    def _on_proposal(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.field.setText(button.text().replace("&", ""))
            self.field.setFocus()

    def _show_state(self) -> None:
        typed = bool(self.written())
        self._save.setEnabled(not self._keeping and typed and (bool(self.edtf) or self._reading))
        for button in self._others:
            button.setEnabled(not self._keeping)
        if not typed and not self.is_warned:
            self.say("")

    # Keeping

    def save(self) -> None:
        """Have the date kept; one that is still being read, as soon as it is."""
        if self._keeping or not self.written():
            return
        if self._reading:
            self._keep_when_read = True
            if self._pause.isActive():
                self._pause.stop()
                self._ask()
        elif self.edtf:
            self._keep()
            self.wanted.emit(self)

    def _on_other(self) -> None:
        button = self.sender()
        if button is not None and not self._keeping:
            self._keep()
            self.other_wanted.emit(self, button.objectName())

    def _keep(self) -> None:
        self._keeping = True
        self._show_state()

    def on_kept(self, changes: Changes) -> None:
        """It is on disk: close; where something stood in the way, say what, and let it be tried again."""
        if changes.problems:
            self.on_failed(LibraryError(changes.problems[0].reason))
        else:
            self._keeping = False
            self.accept()

    def on_failed(self, error: Exception) -> None:
        """It is not: say why, and let it be tried again."""
        self._keeping = False
        self._show_state()
        self._say_fault(error)
        self.field.setFocus()

    def _say_fault(self, error: Exception) -> None:
        """It takes the place of a warning, so whoever leaves afterwards is warned again."""
        self.forget_warning()
        self.say(sentence_of(error))

    def leave(self) -> None:
        """Leave, whatever is under way."""
        self._keeping = False
        super().reject()

    def reject(self) -> None:
        """Leave; while it is being kept, wait for that."""
        if not self._keeping:
            super().reject()
