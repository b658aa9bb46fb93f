"""The list of a side pane: one column of painted rows, the pointer's and the keyboard's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from viewer.ui.row_painter import RowDelegate

_WALKING = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageDown}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SideList(QTableView):
    """A table of one column that fills the width.

    ``opened`` is emitted with the index that the reader chose, ``read_on`` where Space means the article: with whether
    it is to go back.
    """

    opened = Signal(QModelIndex)
    read_on = Signal(bool)

    def __init__(self, model: QAbstractItemModel, delegate: RowDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        delegate.setParent(self)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.opened)

    def set_row_height(self, height: int) -> None:
        """One height for all rows, so that a hundred thousand of them cost nothing."""
        self.verticalHeader().setDefaultSectionSize(height)

    def fit_rows(self) -> None:
        """Give each row the height of its text, now and at every other width: for short lists."""
        self._fitted = True
        self._fit_width()
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as the pane."""
        super().resizeEvent(event)
        self._fit_width()
        if self._fitted and event.oldSize().width() != event.size().width():
            self.resizeRowsToContents()  # also when a scroll bar came and took some of the width

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row, Space reads on; a list in which the keyboard stands nowhere is entered at its first."""
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.read_on.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in _WALKING and not self.currentIndex().isValid():
            self.enter()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Select the first row that can be chosen, unless the keyboard stands somewhere: Qt stops at a heading."""
        model, enabled = self.model(), Qt.ItemFlag.ItemIsEnabled
        first = next((row for row in range(model.rowCount()) if model.flags(model.index(row, 0)) & enabled), None)
        if first is not None and not self.currentIndex().isValid():
            self.select_row(first)

    def selected_rows(self) -> list[int]:
        """The rows that are selected, from the top."""
        parts = self.selectionModel().selection().toList()
        return sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))

    def select_row(self, row: int, *, scroll: bool = True) -> None:
        """Select ``row`` and, with ``scroll``, bring it into sight; a negative row clears the selection."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        index = self.model().index(row, 0)
        self.setAutoScroll(False)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)  # whatever keys are held
        self.setAutoScroll(True)
        if scroll and not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _fit_width(self) -> None:
        if self.model().columnCount():
            self.setColumnWidth(0, self.viewport().width())
