"""The twin of the timeline: a plain list for the keyboard and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from viewer.ui.timeline.rows import EVENT, WHEN, EntryModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from viewer.ui.theme import Theme
    from viewer.ui.timeline.entries import Entry

_WIDTHS_IN_LETTERS = (28, 0, 28, 26, 24)
_STYLE = """
QTableView {{ background: {base}; border: 1px solid {base}; }}
QTableView:focus {{ border-color: {accent}; }}
QTableView::item {{ padding: 0 8px; border: 0; }}
QHeaderView::section {{ background: {base}; padding: 3px 8px; }}
"""


class EventTable(QTableView):
    """The entries as sortable rows. Entries are named by their index in stepping order."""

    chosen = Signal(int)
    activated_entry = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EntryModel(parent=self)
        self._quiet = False
        self.setModel(self._model)
        self.setAccessibleName("List of events")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_sections()
        self.setSortingEnabled(True)
        self.sortByColumn(WHEN, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.doubleClicked.connect(self._activate)
        self._theme = theme
        theme.changed.connect(self._recolor)
        self._recolor()

    def _recolor(self) -> None:
        colors = self._theme.colors
        self.setStyleSheet(_STYLE.format(base=colors.base.name(), accent=colors.accent.name()))

    def _set_sections(self) -> None:
        metrics = QFontMetrics(self.font())
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(metrics.height() + 9)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionResizeMode(EVENT, QHeaderView.ResizeMode.Stretch)
        for column, letters in enumerate(_WIDTHS_IN_LETTERS):
            if letters:
                columns.resizeSection(column, letters * metrics.averageCharWidth())

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show all of ``entries``."""
        self._quiet = True
        self._model.set_entries(entries)
        self._quiet = False

    def set_selected(self, index: int) -> None:
        """Mark an entry as the chosen one and bring it into view; -1 for none. No signal."""
        self._quiet = True
        row = self._model.row_of(index)
        if row < 0:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)
            self.scrollTo(self._model.index(row, 0))
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates; all else is a table's."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self.selectionModel().hasSelection():
            self._activate(self.currentIndex())

    def _selection_changed(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        rows = selected.indexes()
        if rows and not self._quiet:
            self.chosen.emit(self._model.entry_at(rows[0].row()).index)

    def _activate(self, index: QModelIndex) -> None:
        self.activated_entry.emit(self._model.entry_at(index.row()).index)
