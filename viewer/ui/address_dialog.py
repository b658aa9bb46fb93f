"""Asks for addresses of the web to be added."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from viewer.ui.leaving import CarefulDialog

_ABOUT = "The address of a page, a PDF, a picture or a feed; several, with blanks between them."
_PROMISE = "It is fetched once, with the pictures of the article, and kept in your library. Nothing else is asked for."
_REFUSED = "“{}” is no web address. It begins with https:// or http://."
_WEB = re.compile(r"(?:https?|feed):\S+", re.I)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
_LONGEST_SHOWN = 80
_WIDTH = 560


class AddressDialog(CarefulDialog):
    """Asks for one or several addresses. ``given`` is emitted with them, a tuple of texts."""

    given = Signal(object)

    def __init__(self, suggested: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Add an address")
        about = QLabel(_ABOUT, self)
        self.field = QLineEdit(suggested, self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName("Address")
        self.field.setAccessibleDescription(_ABOUT)
        self.field.selectAll()
        about.setBuddy(self.field)
        self.said = QLabel(_PROMISE, self)
        self.said.setProperty("role", "muted")
        for label in (about, self.said):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.button = QPushButton("Add", self)
        self.button.setDefault(True)
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (about, self.field, self.said, buttons):
            layout.addWidget(widget)
        self._suggested = suggested
        self.field.textChanged.connect(self._on_typed)
        self._on_typed(suggested)
        self.resize(_WIDTH, layout.heightForWidth(_WIDTH))

    def has_changes(self) -> bool:
        """Whether an address was typed."""
        return self.field.text().strip() not in ("", self._suggested.strip())

    def say(self, sentence: str) -> None:
        """Show a sentence below the field."""
        self.said.setText(sentence)

    def accept(self) -> None:
        """Give the addresses, where they are such; else say which is none."""
        words = self.field.text().split()
        wrong = next((word for word in words if not web_address(word)), None)
        if wrong is not None:
            self.say(_REFUSED.format(wrong[:_LONGEST_SHOWN]))
            self.field.setFocus()
            return
        self.given.emit(tuple(dict.fromkeys(web_address(word) for word in words)))
        super().accept()

    def _on_typed(self, text: str) -> None:
        self.forget_warning()
        self.button.setEnabled(bool(text.strip()))
        self.say(_PROMISE)


def web_address(word: str) -> str:
    """A word as an address with its scheme, "" where it can be none: "news.example/a" is one of https."""
    if _WEB.fullmatch(word):
        return word
    return f"https://{word}" if _BARE.fullmatch(word) else ""
