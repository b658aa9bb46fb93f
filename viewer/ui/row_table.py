"""The table of rows to read that dialogs share: whole rows are chosen, nothing is edited, the last column fills up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QTableWidget, QTableWidgetItem, QWidget

from viewer.ui.words import as_tip

if TYPE_CHECKING:
    from collections.abc import Sequence


class RowTable(QTableWidget):
    """Shows ``rows`` of text under ``headings``. ``name`` is what screen readers say of it."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        name: str,
        parent: QWidget,
        *,
        one_at_a_time: bool = False,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.show_rows(rows)
        if one_at_a_time:
            self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.resizeColumnsToContents()
        show_as_rows(self)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = QTableWidgetItem(text)
                cell.setToolTip(as_tip(text))  # all of it, where the column is too narrow
                self.setItem(number, column, cell)


def show_as_rows(table: QTableView) -> None:
    """Let whole rows be chosen, Tab leave the table, and the last column fill it up."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)  # Tab leaves the table, as it leaves everything else
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(table.model().columnCount() - 1, QHeaderView.ResizeMode.Stretch)
