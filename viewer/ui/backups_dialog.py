"""The list of backups of the reader's marks, to restore one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.library.backups import WHAT_IS_BACKED_UP
from viewer.model.date_words import date_words
from viewer.ui.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.library.restoring import Backup

_ABOUT = f"{WHAT_IS_BACKED_UP} Before one is restored, your present marks are kept as a backup of their own."
_NONE = f"There is no backup yet: one is made on each day of use once you have marked something. {_ABOUT}"


class BackupsDialog(QDialog):
    """Lists backups. ``chosen`` is emitted with the Backup that is to be restored."""

    chosen = Signal(object)

    def __init__(self, backups: Sequence[Backup], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Restore reading marks")
        self._backups = tuple(backups)
        about = QLabel(_ABOUT if backups else _NONE, self)
        about.setWordWrap(True)
        self.table = self._table()
        self._restore = QPushButton("Restore", self)
        self._restore.clicked.connect(self._on_restore)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._restore, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemActivated.connect(self._on_restore)
        self._select_first()
        self.resize(640, 460)

    def _table(self) -> QTableWidget:
        rows = [(called(backup), contents(backup)) for backup in self._backups]
        name = "Backups of your reading marks"
        return RowTable(("Backup of", "Holds"), rows, name, self, one_at_a_time=True)

    def _select_first(self) -> None:
        if self._backups:
            self.table.selectRow(0)
            self.table.setFocus()
        self._on_selected()

    def _selected(self) -> Backup | None:
        row = self.table.currentRow()
        backup = self._backups[row] if 0 <= row < len(self._backups) else None
        return backup if backup is not None and backup.sound else None

    def _on_selected(self) -> None:
        self._restore.setEnabled(self._selected() is not None)

    def _on_restore(self) -> None:
        backup = self._selected()
        if backup is not None:
            self.chosen.emit(backup)
            self.accept()


def called(backup: Backup) -> str:
    """The day of a backup in words; of the state kept before a restoring, also the time."""
    day = date_words(backup.made.astimezone().date() if backup.before_restoring else backup.made.date(), long=True)
    return f"{day}, {backup.made.astimezone():%H:%M}, before a restoring" if backup.before_restoring else day


def contents(backup: Backup) -> str:
    """What a backup holds, in words."""
    if not backup.sound:
        return "Damaged; it cannot be restored"
    return ", ".join(backup.holds) or "No marks"
