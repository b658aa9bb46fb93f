"""The question before articles are deleted for good, and the way into the system's wastebasket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QMessageBox, QWidget

from viewer.ui.dialogs import put_sign
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ABOUT = (
    "With their files go the pictures, original pages, highlights and notes that belong to them alone. All of it goes "
    "to the wastebasket of your system. Dateline cannot undo this."
)


class DeleteQuestion(QMessageBox):
    """Asks once more. ``confirmed`` carries the articles."""

    confirmed = Signal(object)

    def __init__(self, ids: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._ids = tuple(ids)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Delete for good?")
        put_sign(self, "trash", QPalette.ColorRole.BrightText)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(f"Delete {plural(len(ids), 'article')} for good?")
        self.setInformativeText(_ABOUT)
        self.delete = self.addButton(f"Delete {plural(len(ids), 'article')}", QMessageBox.ButtonRole.DestructiveRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: QWidget) -> None:
        if button is self.delete:
            self.confirmed.emit(self._ids)


def move_to_wastebasket(path: Path) -> bool:
    """Move a file or folder to the wastebasket of the system; false where there is none, and then it stays."""
    moved: object = QFile.moveToTrash(str(path))  # whether, and where to; or, as some versions give it, only whether
    return bool(moved[0] if isinstance(moved, tuple) else moved)
