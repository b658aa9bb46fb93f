"""The list of an article's highlights and notes: read and mended here, and from here to the place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.highlight_menu import color_actions, swatch
from viewer.ui.highlight_words import row_of, whole_of
from viewer.ui.reader.highlighting import tone_name
from viewer.ui.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.library.highlights import Annotation, Annotations
    from viewer.ui.theme import Colors

_COLUMNS = ("Highlighted", "Note", "Tags", "Made", "Colour")
_COLOR = 4
_WIDE = 2
_NARROW = QHeaderView.ResizeMode.Interactive
_MOST_NARROW = 160
_EMPTY = "This article has no highlights or notes any more."


class HighlightsDialog(QDialog):
    """Lists annotations, and shows the whole of one.

    ``chosen`` carries the Annotation whose place is wanted, ``note_wanted`` and ``removal_wanted`` one whose note is
    to be changed, or that is to be taken away, ``color_wanted`` one with the name of its new colour; ``undo_wanted``
    follows what was done from here.
    """

    chosen = Signal(object)
    note_wanted = Signal(object)
    removal_wanted = Signal(object)
    color_wanted = Signal(object, object)
    undo_wanted = Signal()

    def __init__(self, title: str, annotations: Annotations, begin: int, colors: Colors, parent: QWidget) -> None:
        """``begin`` is the number of the annotation to begin at."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._all, self._colors, self._to_undo = annotations.all, colors, 0
        self.table = RowTable(_COLUMNS, (), "Highlights and notes", self, one_at_a_time=True)
        self.whole = QPlainTextEdit(self)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName("The whole of it")
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        self._make_buttons()
        self._compose()
        self._show(annotations, begin)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemActivated.connect(self._on_go)
        self.table.setFocus()
        self._on_selected()

    def _make_buttons(self) -> None:
        self.go = QPushButton("&Go to the place", self)
        self.go.clicked.connect(self._on_go)
        self.note = QPushButton("&Note…", self)
        self.note.setToolTip("Write or change the note (F2)")
        self.note.clicked.connect(self._on_note)
        self.color = QPushButton("&Colour", self)
        self.color.setMenu(QMenu(self.color))
        self.color.menu().aboutToShow.connect(self._on_colors)
        self.delete = QPushButton("&Delete", self)
        self.delete.setToolTip("Delete the highlight or note (Del)")
        self.delete.clicked.connect(self._on_delete)
        self.undo = QPushButton("&Undo", self)
        self.undo.setToolTip("Undo what was done here (Ctrl+Z)")
        self.undo.clicked.connect(self._on_undo)
        self.undo.setEnabled(False)
        for button in (self.note, self.color, self.delete, self.undo):
            button.setAutoDefault(False)
        for keys, slot in (("F2", self._on_note), ("Del", self._on_delete), ("Ctrl+Z", self._on_undo)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _compose(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self._said)
        floors = QSplitter(Qt.Orientation.Vertical, self)
        floors.addWidget(self.table)
        floors.addWidget(self.whole)
        floors.setChildrenCollapsible(False)
        floors.setSizes([300, 200])
        layout.addWidget(floors, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for button in (self.note, self.color, self.delete, self.undo):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(760, 560)

    # What is shown

    def show_again(self, annotations: Annotations) -> None:
        """Show the annotations as they are by now, at the one that was chosen, or else where it was."""
        before, row = self._selected(), self.table.currentRow()
        keys = [one.key for one in annotations.all]
        if before is not None and before.key in keys:
            row = keys.index(before.key)
        self._show(annotations, min(row, len(keys) - 1))
        self._on_selected()

    def _show(self, annotations: Annotations, row: int) -> None:
        self._all = annotations.all
        rows = [row_of(one) for one in self._all]
        self.table.show_rows(rows)
        for number, one in enumerate(self._all):
            if (cell := self.table.item(number, _COLOR)) and one.quote:
                cell.setIcon(swatch(self._colors, tone_name(one.color)))
        self._fit(rows)
        if annotations.fault or not rows:
            self.say(annotations.fault or _EMPTY)
        if rows:
            self.table.selectRow(max(0, row))

    def _fit(self, rows: Sequence[Sequence[str]]) -> None:
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        for column in range(len(_COLUMNS)):
            self.table.setColumnHidden(column, not any(row[column] for row in rows))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if column < _WIDE else _NARROW)
            if column >= _WIDE:
                self.table.setColumnWidth(column, min(_MOST_NARROW, self.table.sizeHintForColumn(column) + 12))

    def say(self, sentence: str) -> None:
        """Show a sentence above the list; "" shows none."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def offer_undo(self, sentence: str) -> None:
        """Say what was done from here; it can be undone from here."""
        self.say(sentence)
        self._to_undo += 1
        self.undo.setEnabled(True)

    def _selected(self) -> Annotation | None:
        row = self.table.currentRow()
        return self._all[row] if 0 <= row < len(self._all) else None

    def _on_selected(self) -> None:
        one = self._selected()
        self.whole.setPlainText(whole_of(one) if one is not None else "")
        self.go.setEnabled(one is not None and bool(one.passages))
        self.note.setEnabled(one is not None)
        self.color.setEnabled(one is not None and bool(one.quote))
        self.delete.setEnabled(one is not None)

    # What is done

    def _on_go(self) -> None:
        one = self._selected()
        if one is not None and one.passages:
            self.accept()
            self.chosen.emit(one)

    def _on_note(self) -> None:
        one = self._selected()
        if one is not None:
            self.note_wanted.emit(one)

    def _on_colors(self) -> None:
        one, menu = self._selected(), self.color.menu()
        menu.clear()
        if one is not None:
            group = color_actions(self._colors, tone_name(one.color), menu)
            group.triggered.connect(self._on_color)
            menu.addActions(group.actions())

    def _on_color(self, action: QAction) -> None:
        one = self._selected()
        if one is not None:
            self.color_wanted.emit(one, action.data())

    def _on_delete(self) -> None:
        one = self._selected()
        if one is not None:
            self.removal_wanted.emit(one)

    def _on_undo(self) -> None:
        if self._to_undo:
            self._to_undo -= 1
            self.undo.setEnabled(self._to_undo > 0)
            self.undo_wanted.emit()
