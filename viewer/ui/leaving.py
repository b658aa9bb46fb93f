"""Dialogs in which something is typed or chosen: a slip on Esc loses none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_UNKEPT = "What you changed here is not kept yet. Esc once more leaves without it."


class CarefulDialog(QDialog):
    """The first Esc says that something would be lost, where it would, and the second leaves; Cancel leaves at once."""

    _is_warned = False

    def has_changes(self) -> bool:
        """Whether leaving now would lose what the reader typed or chose."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        raise NotImplementedError

    @property
    def is_warned(self) -> bool:
        """Whether the next Esc leaves."""
        return self._is_warned

    def forget_warning(self) -> None:
        """Something was changed again, so the next Esc is a first one."""
        self._is_warned = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, after a warning where that loses something."""
        if event.key() == Qt.Key.Key_Escape and not self._is_warned and self.has_changes():
            self._is_warned = True
            self.say(_UNKEPT)
        else:
            super().keyPressEvent(event)
