"""The list of an article's highlights and notes: read here, and from here to the place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.highlight_words import row_of, whole_of
from viewer.ui.row_table import RowTable

if TYPE_CHECKING:
    from viewer.library.highlights import Annotation, Annotations

_COLUMNS = ("Highlighted", "Note", "Tags", "Made")
_WIDE = 2
_NARROW = QHeaderView.ResizeMode.Interactive
_MOST_NARROW = 160


class HighlightsDialog(QDialog):
    """Lists annotations, and shows the whole of one. ``chosen`` carries the Annotation whose place is wanted."""

    chosen = Signal(object)

    def __init__(self, title: str, annotations: Annotations, begin: int, parent: QWidget) -> None:
        """``begin`` is the number of the annotation to begin at."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._all = annotations.all
        self.table = self._make_table()
        self.whole = QPlainTextEdit(self)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName("The whole of it")
        self.go = QPushButton("&Go to the place", self)
        self.go.clicked.connect(self._on_go)
        self._compose(annotations.fault)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemActivated.connect(self._on_go)
        self.table.selectRow(begin)
        self.table.setFocus()
        self._on_selected()

    def _make_table(self) -> RowTable:
        rows = [row_of(one) for one in self._all]
        table = RowTable(_COLUMNS, rows, "Highlights and notes", self, one_at_a_time=True)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        for column in range(len(_COLUMNS)):
            table.setColumnHidden(column, not any(row[column] for row in rows))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column < _WIDE else _NARROW)
            if column >= _WIDE:
                table.setColumnWidth(column, min(_MOST_NARROW, table.sizeHintForColumn(column) + 12))
        return table

    def _compose(self, fault: str) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        if fault:
            about = QLabel(fault, self)
            about.setTextFormat(Qt.TextFormat.PlainText)
            about.setWordWrap(True)
            layout.addWidget(about)
        floors = QSplitter(Qt.Orientation.Vertical, self)
        floors.addWidget(self.table)
        floors.addWidget(self.whole)
        floors.setChildrenCollapsible(False)
        floors.setSizes([300, 200])
        layout.addWidget(floors, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(760, 560)

    def _selected(self) -> Annotation | None:
        row = self.table.currentRow()
        return self._all[row] if 0 <= row < len(self._all) else None

    def _on_selected(self) -> None:
        one = self._selected()
        self.whole.setPlainText(whole_of(one) if one is not None else "")
        self.go.setEnabled(one is not None and bool(one.passages))

    def _on_go(self) -> None:
        one = self._selected()
        if one is not None and one.passages:
            self.accept()
            self.chosen.emit(one)
