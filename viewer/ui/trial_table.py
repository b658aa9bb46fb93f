"""The table of what an import would bring; thousands of rows cost no more than those in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from viewer.ui.roles import DISPLAY, TOOL_TIP
from viewer.ui.row_table import show_as_rows
from viewer.ui.words import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.ui.trial import TrialRow

    Index = QModelIndex | QPersistentModelIndex

_COLUMNS = ("What becomes of it", "Article or item", "File, or the reason")
_WIDEST_NAME = 320
_MOST_WRAPPED = 200


class TrialModel(QAbstractTableModel):
    """Rows of a trial."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: tuple[tuple[str, str, str], ...] = ()

    def show_rows(self, rows: Sequence[TrialRow]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._cells = tuple((row.fate.value, row.name, row.about) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many items there are."""
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        """Always three."""
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """The words of a cell, also as its tool tip: a column may be too narrow for them."""
        if role not in (DISPLAY, TOOL_TIP):
            return None
        words = self._cells[index.row()][index.column()]
        return words if role == DISPLAY else as_tip(words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The names of the columns."""
        return _COLUMNS[section] if role == DISPLAY and orientation == Qt.Orientation.Horizontal else None


class TrialTable(QTableView):
    """Shows a TrialModel; whole rows are chosen, nothing is edited."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = TrialModel(parent)
        self.setModel(self._rows)
        self.setAccessibleName("What would come")
        self.setProperty("role", "list")
        show_as_rows(self)

    def show_rows(self, rows: Sequence[TrialRow]) -> None:
        """Show these rows, the first of them chosen; a few are as high as their text."""
        self._rows.show_rows(rows)
        self.resizeColumnsToContents()
        self.setColumnWidth(1, min(_WIDEST_NAME, self.columnWidth(1)))
        if len(rows) <= _MOST_WRAPPED:  # measuring the text of thousands takes long
            self.resizeRowsToContents()
        if rows:
            self.selectRow(0)
