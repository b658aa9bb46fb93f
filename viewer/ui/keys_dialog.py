"""The list of every key, where the reader may give commands other keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.actions import COMMANDS, ELSEWHERE
from viewer.ui.row_table import RowTable

if TYPE_CHECKING:
    from viewer.ui.actions import Actions, Command

_ABOUT = "Choose a line and press Enter, then the keys that you want. An empty field takes them away."
_KEYS_COLUMN, _KEYS_WIDEST = 1, 190
_RESERVED = ("Space", "Shift+Space", "Tab", "Shift+Tab", "Return", "Enter", "Esc", "Left", "Right", "Up", "Down")


class KeysDialog(QDialog):
    """Lists every command with its keys. ``changed`` is emitted with all keys that are not those it came with."""

    changed = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keys")
        self._keys = {command.name: actions.keys(command) for command in COMMANDS}
        self.table = self._table()
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText("Find a command or its keys")
        self.sought.setAccessibleName("Find a command or its keys")
        self.sought.setClearButtonEnabled(True)
        self.field = QKeySequenceEdit(self)
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName("New keys")
        self.reset = QPushButton("As it came", self)
        self.reset.setAutoDefault(False)
        self._label = QLabel(self)
        self.said = QLabel(self)
        self._compose()
        self.sought.textChanged.connect(self._on_sought)
        self.sought.returnPressed.connect(self.table.setFocus)
        self.field.editingFinished.connect(self._on_typed)
        self.reset.clicked.connect(self._on_reset)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.itemActivated.connect(self._on_activated)
        self.table.selectRow(0)
        self.resize(720, 580)
        self.table.resizeRowsToContents()
        self.setTabOrder(self.sought, self.table)
        self.sought.setFocus()

    def _compose(self) -> None:
        about = QLabel(_ABOUT, self)
        for label in (about, self._label, self.said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.said.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter goes into the table
        line = QHBoxLayout()
        line.addWidget(self._label, 1)
        line.addWidget(self.field)
        line.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.sought)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _table(self) -> QTableWidget:
        ours = [
            (command.menu.rstrip("|").replace("&", ""), _native(self._keys[command.name]), command.tip)
            for command in COMMANDS
        ]
        rows = [*ours, *ELSEWHERE]
        table = RowTable(("Where", "Keys", "What they do"), rows, "Keys", self, one_at_a_time=True)
        table.setColumnWidth(_KEYS_COLUMN, min(_KEYS_WIDEST, table.columnWidth(_KEYS_COLUMN)))
        return table

    @property
    def _chosen(self) -> Command | None:
        row = self.table.currentRow()
        return COMMANDS[row] if 0 <= row < len(COMMANDS) else None

    def _on_sought(self, text: str) -> None:
        """Show the lines that hold every word typed, and choose the first of them."""
        words, shown = text.casefold().split(), []
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(self.table.columnCount()))
            line = " ".join(cell.text() for cell in cells if cell is not None).casefold()
            self.table.setRowHidden(row, not all(word in line for word in words))
            if not self.table.isRowHidden(row):
                shown.append(row)
        if shown and self.table.currentRow() not in shown:
            self.table.selectRow(shown[0])

    def _on_activated(self) -> None:
        if self.field.isEnabled():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selected(self) -> None:
        command = self._chosen
        self.field.setEnabled(command is not None)
        self.reset.setEnabled(command is not None and self._keys[command.name] != command.keys)
        self._label.setText(command.tip if command else "These keys belong to their pane and stay.")
        first = next(iter(self._keys[command.name]), "") if command else ""
        self.field.setKeySequence(QKeySequence(first))
        self.said.clear()

    def _on_typed(self) -> None:
        command, key = self._chosen, self.field.keySequence().toString()
        if command is not None and key != next(iter(self._keys[command.name]), ""):
            self._give(command, (key,) if key else ())

    def _on_reset(self) -> None:
        if self._chosen is not None:
            self._give(self._chosen, self._chosen.keys)

    def _give(self, command: Command, keys: tuple[str, ...]) -> None:
        """Give a command other keys, or say why it cannot have them."""
        refusal = next((reason for key in keys if (reason := self._refusal(command, key))), "")
        if not refusal:
            self._keys[command.name] = keys
            self.table.setItem(COMMANDS.index(command), 1, QTableWidgetItem(_native(keys)))
            self.changed.emit({one.name: self._keys[one.name] for one in COMMANDS if self._keys[one.name] != one.keys})
        self._on_selected()
        self.said.setText(refusal)

    def _refusal(self, command: Command, key: str) -> str:
        """Why ``command`` cannot have ``key``; "" where it can."""
        if key in _RESERVED:
            return f"{_native((key,))} belongs to the panes. Choose other keys."
        other = next((one for one in COMMANDS if one is not command and _has(self._keys[one.name], key)), None)
        return f"{_native((key,))} already means “{other.tip}”. Give that other keys first." if other else ""


def _has(keys: tuple[str, ...], key: str) -> bool:
    return QKeySequence(key) in [QKeySequence(one) for one in keys]


def _native(keys: tuple[str, ...]) -> str:
    """Keys as the system writes them."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
