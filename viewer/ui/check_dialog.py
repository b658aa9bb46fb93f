"""A list of names to check, with a line to type in: for the tags, and for the stories, of one article or many.

All of it works from the line: typing narrows the list, Enter adds what was typed (or takes it away again where it was
there), and Enter with nothing typed is done. Names that only some of the articles have stay so until they are clicked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.leaving import CarefulDialog

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ON, _OFF, _PART = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
_TO_THE_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class Choice(NamedTuple):
    """A name, and whether all of the articles have it (True), none (False) or some (None)."""

    name: str
    state: bool | None


class Chosen(NamedTuple):
    """What the reader checked that was not, and unchecked that was."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


class CheckDialog(CarefulDialog):
    """Asks which of some names hold. ``chosen`` carries a Chosen, unless nothing was changed."""

    chosen = Signal(object)

    def __init__(self, title: str, prompt: str, choices: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._before = {choice.name: choice.state for choice in choices}
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.list = QListWidget(self)
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(True)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        for button in self._buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        for choice in sorted(choices, key=lambda one: (one.state is False, one.name.casefold())):
            self._add(choice.name, {True: _ON, False: _OFF, None: _PART}[choice.state])
        self._compose()
        self.line.textChanged.connect(self._on_typed)
        self.list.itemChanged.connect(self.forget_warning)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self.line.installEventFilter(self)
        self._on_typed("")

    def _compose(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)
        self.resize(360, 420)
        self.line.setFocus()

    def result_of(self) -> Chosen:
        """What was changed until now."""
        now = {item.text(): item.checkState() for item in self._items()}
        added = (name for name, state in now.items() if state is _ON and self._before.get(name, False) is not True)
        removed = (name for name, state in now.items() if state is _OFF and self._before.get(name, False) is not False)
        return Chosen(tuple(added), tuple(removed))

    def has_changes(self) -> bool:
        """Whether a name is typed or was checked or unchecked."""
        result = self.result_of()
        return bool(self.line.text().strip() or result.added or result.removed)

    def say(self, sentence: str) -> None:
        """Show a sentence below the list."""
        self._hint.setText(sentence)

    def _on_accepted(self) -> None:
        if self.line.text().strip():
            self._take_typed()
        result = self.result_of()
        if result.added or result.removed:
            self.chosen.emit(result)

    # The line and the list

    def _on_typed(self, text: str) -> None:
        self.forget_warning()
        typed = text.strip().casefold()
        shown = [item for item in self._items() if typed in item.text().casefold()]
        for item in self._items():
            item.setHidden(typed not in item.text().casefold())
        same = next((item for item in shown if item.text().casefold() == typed), None)
        self.list.setCurrentItem(same or (shown[0] if shown and typed else None))  # type: ignore[arg-type]
        if not typed:
            self._hint.setText("Type to find or add; Enter when you are done.")
        elif same is None:
            self._hint.setText(f"Enter adds “{text.strip()}”.")
        else:
            self._hint.setText(f"Enter {'takes away' if same.checkState() is _ON else 'adds'} “{same.text()}”.")

    def _take_typed(self) -> None:
        """Check what was typed, or uncheck it where it was checked; what is not there yet is put on top."""
        typed = " ".join(self.line.text().split())
        item = next((one for one in self._items() if one.text().casefold() == typed.casefold()), None)
        if item is None:
            item = self._add(typed, _ON, row=0)
        else:
            item.setCheckState(_OFF if item.checkState() is _ON else _ON)
        self.line.clear()
        self.list.setCurrentItem(item)
        self.list.scrollToItem(item)

    def _add(self, name: str, state: Qt.CheckState, row: int | None = None) -> QListWidgetItem:
        item = QListWidgetItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        self.list.insertItem(self.list.count() if row is None else row, item)
        return item

    def _items(self) -> Iterable[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line, the arrows go to the list, and Tab completes what was typed."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _TO_THE_LIST:
                self.list.setFocus()
                if self.list.currentRow() < 0:
                    self.list.setCurrentRow(
                        next((n for n, item in enumerate(self._items()) if not item.isHidden()), -1)
                    )
                return True
            current = self.list.currentItem()
            if event.key() == Qt.Key.Key_Tab and self.line.text().strip() and current is not None:
                self.line.setText(current.text())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed, or is done; with Ctrl it is done at once."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.line.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take_typed()
        else:
            self.accept()
