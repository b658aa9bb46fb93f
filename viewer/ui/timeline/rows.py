"""The entries as item models: one column for the tray of undated events, five for the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from viewer.ui.timeline.wording import basis, certainty, sources, spoken, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from viewer.ui.timeline.entries import Entry

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
ENTRY = int(Qt.ItemDataRole.UserRole)
_HORIZONTAL = Qt.Orientation.Horizontal
_NOWHERE = QModelIndex()

COLUMNS = ("When", "Event", "How known", "Certainty", "Who says")
WHEN, EVENT = 0, 1


class EntryModel(QAbstractTableModel):
    """Entries as rows; ``data`` under the role ENTRY gives the Entry itself."""

    def __init__(self, columns: Sequence[int] = tuple(range(len(COLUMNS))), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._entries: list[Entry] = []
        self._cells: list[tuple[str, ...]] = []
        self._rows: dict[int, int] = {}
        self._sorted_by = (WHEN, Qt.SortOrder.AscendingOrder)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, in the order last asked for."""
        self.beginResetModel()
        self._entries = list(entries)
        self._arrange()
        self.endResetModel()

    def row_of(self, index: int) -> int:
        """The row of the entry with that stepping index, -1 where it is not shown."""
        return self._rows.get(index, -1)

    def entry_at(self, row: int) -> Entry:
        """The entry in a row."""
        return self._entries[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """As many rows as entries."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """As many columns as named."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        """The words of a cell, its tool tip, its sentence for a screen reader, or the Entry."""
        if role == DISPLAY:
            return self._cells[index.row()][index.column()]
        if role == ENTRY:
            return self._entries[index.row()]
        if role == TOOL_TIP:
            return tip(self._entries[index.row()])
        if role == ACCESSIBLE:
            alone = len(self._columns) == 1
            return spoken(self._entries[index.row()]) if alone else self._cells[index.row()][index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The names of the columns."""
        if orientation == _HORIZONTAL and role == DISPLAY and section < len(self._columns):
            return COLUMNS[self._columns[section]]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; by time under "When", undated last."""
        self._sorted_by = (column, order)
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        column, order = self._sorted_by
        self._entries.sort(key=lambda entry: entry.index)
        if column > WHEN:
            self._entries.sort(key=lambda entry: _words(entry)[self._columns[column]].casefold())
        if order == Qt.SortOrder.DescendingOrder:
            self._entries.reverse()
        self._cells = [tuple(_words(entry)[column] for column in self._columns) for entry in self._entries]
        self._rows = {entry.index: row for row, entry in enumerate(self._entries)}


def _isolated(entry: Entry) -> str:
    """A right-to-left label between Unicode isolates, so that it runs its own way in a left-to-right table."""
    return f"\u2067{entry.label}\u2069" if entry.right_to_left else entry.label


def _words(entry: Entry) -> tuple[str, ...]:
    return (entry.date, _isolated(entry), basis(entry), certainty(entry), sources(entry))
