"""What did not come into the library, and why; the list can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.list_keeping import ask_where, keep_list
from viewer.ui.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import ImportProblem

_WIDEST_ITEM = 300
_MOST_WRAPPED = 200


class RefusedDialog(QDialog):
    """A line for each item with its reason. ``told`` carries a sentence about the keeping of the list."""

    told = Signal(object)

    def __init__(self, problems: Sequence[ImportProblem], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("What did not come")
        self._problems = tuple(problems)
        self.table = self._table()
        keep = QPushButton("Save the list…", self)
        keep.setAutoDefault(False)
        keep.clicked.connect(self._on_keep)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(680, 420)

    def _table(self) -> QTableWidget:
        rows = [(problem.item, problem.reason) for problem in self._problems]
        table = RowTable(("Item", "Reason"), rows, "What did not come", self)
        table.setProperty("role", "list")
        table.setColumnWidth(0, min(_WIDEST_ITEM, table.columnWidth(0)))
        if len(self._problems) <= _MOST_WRAPPED:  # measuring the text of thousands takes long
            table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _on_keep(self) -> None:
        ask_where("What did not come.txt", self).fileSelected.connect(self.keep)

    def keep(self, file: str) -> None:
        """Write the list to ``file``."""
        self.told.emit(keep_list(file, (f"{problem.item}: {problem.reason}" for problem in self._problems)))
