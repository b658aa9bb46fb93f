"""Dialogs in which something is typed or chosen: a slip on Esc, or on the title bar, loses none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

_UNKEPT = "What you changed here is not kept yet. Esc or closing it once more leaves without it."


class CarefulDialog(QDialog):
    """Warns who leaves by Esc or by the title bar where something would be lost, and lets go the second time.

    Cancel leaves at once.
    """

    _is_warned = False

    def has_changes(self) -> bool:
        """Whether leaving now would lose what the reader typed or chose."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        raise NotImplementedError

    @property
    def is_warned(self) -> bool:
        """Whether leaving once more loses what is here."""
        return self._is_warned

    def forget_warning(self) -> None:
        """Something was changed again, so who leaves is warned again."""
        self._is_warned = False

    def _warns(self) -> bool:
        if self._is_warned or not self.has_changes():
            return False
        self._is_warned = True
        self.say(_UNKEPT)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, after a warning where that loses something; a key that is held down is pressed once."""
        if event.key() == Qt.Key.Key_Escape and (event.isAutoRepeat() or self._warns()):
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does the window's own button; what the program closes is closed."""
        if event.spontaneous() and self._warns():
            event.ignore()
        else:
            super().closeEvent(event)
