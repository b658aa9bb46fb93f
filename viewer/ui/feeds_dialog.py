"""The feeds that a library follows: a list, what may be done with it, and when it is asked."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.model.date_words import date_words
from viewer.ui.address_dialog import web_address
from viewer.ui.leaving import CarefulDialog
from viewer.ui.words import as_tip, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

SCHEDULES = ((0, "Only when I ask"), (1, "Every hour"), (6, "Every 6 hours"), (24, "Once a day"))
"""Hours between two refreshes, and the words for it."""

_FAULT = 3

_EMPTY = "No feed is followed yet. Give the address of a feed, or of a site that has one."
_ABOUT = "Feeds are asked for what is new when you say so, or on the schedule below while Dateline is open."
_REFUSED = "“{}” is no web address. It begins with https:// or http://."
_TITLE_WIDTH, _ADDRESS_WIDTH, _ASKED_WIDTH = 190, 210, 110


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed as the list shows it. ``answered`` is in Unix seconds, 0 for never; ``fault`` is a sentence or ""."""

    title: str
    url: str
    answered: float = 0.0
    fault: str = ""


class FeedsDialog(CarefulDialog):
    """The list of feeds, beside the window and not before it.

    Signals: ``add_wanted`` (an address), ``remove_wanted`` and ``refresh_wanted`` (a tuple of addresses; empty means
    all), ``import_wanted``, ``export_wanted``, ``scheduled`` (hours, 0 for never).
    """

    add_wanted = Signal(object)
    remove_wanted = Signal(object)
    refresh_wanted = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal()
    scheduled = Signal(object)

    def __init__(self, hours: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Feeds")
        self._rows: tuple[FeedRow, ...] = ()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Address of a feed, or of a site")
        self.field.setAccessibleName("Address of a feed, or of a site")
        self.table = _table(self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("role", "muted")
        self.schedule = QComboBox(self)
        for number, words in SCHEDULES:
            self.schedule.addItem(words, number)
        self.schedule.setCurrentIndex(max(0, self.schedule.findData(hours)))
        self.schedule.setAccessibleName("When feeds are asked")
        self._make_buttons()
        self._compose()
        self._wire()
        self._on_selected()
        self.resize(820, 520)

    def _make_buttons(self) -> None:
        self.follow = QPushButton("Follow", self)
        self.refresh = QPushButton("Refresh all", self)
        self.remove = QPushButton("Remove", self)
        self.bring = QPushButton("Import a list…", self)
        self.export = QPushButton("Export the list…", self)
        for button in (self.follow, self.refresh, self.remove, self.bring, self.export):
            button.setAutoDefault(False)
        self.remove.setToolTip("Follow the selected feeds no more; what came of them stays")

    def _compose(self) -> None:
        top, middle, bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.follow)
        for button in (self.refresh, self.remove):
            middle.addWidget(button)
        middle.addStretch(1)
        for button in (self.bring, self.export):
            middle.addWidget(button)
        label = QLabel("&Ask for what is new:", self)
        label.setBuddy(self.schedule)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        bottom.addWidget(label)
        bottom.addWidget(self.schedule)
        bottom.addStretch(1)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addLayout(middle)
        layout.addLayout(bottom)

    def _wire(self) -> None:
        self.field.returnPressed.connect(self._on_follow)
        self.field.textChanged.connect(self.forget_warning)
        self.follow.clicked.connect(self._on_follow)
        self.refresh.clicked.connect(self._on_refresh)
        self.remove.clicked.connect(self._on_remove)
        self.bring.clicked.connect(self.import_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.schedule.activated.connect(self._on_scheduled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the selected feeds out of the list; Enter in the field follows, and closes nothing."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._on_remove()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def show_rows(self, rows: Sequence[FeedRow]) -> None:
        """Show these feeds; what was selected stays so."""
        selected = set(self.selected())
        self._rows = tuple(rows)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate((row.title, row.url, when(row.answered), row.fault)):
                cell = QTableWidgetItem(_short(text, row.url) if column == _FAULT else text)
                cell.setToolTip(as_tip(text))
                self.table.setItem(number, column, cell)
        self.table.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number, row in enumerate(rows):
            if row.url in selected:  # a table's own selectRow would give up the row before
                self.table.selectionModel().select(self.table.model().index(number, 0), flags)
        self.say(_ABOUT if rows else _EMPTY)
        self._on_selected()

    def has_changes(self) -> bool:
        """Whether an address is typed that is not followed yet."""
        return bool(self.field.text().strip())

    def say(self, sentence: str) -> None:
        """Show a sentence below the list."""
        self.said.setText(sentence)

    def selected(self) -> tuple[str, ...]:
        """The addresses of the selected feeds."""
        numbers = sorted({index.row() for index in self.table.selectedIndexes()})
        return tuple(self._rows[number].url for number in numbers if number < len(self._rows))

    def _on_selected(self) -> None:
        chosen = len(self.selected())
        self.remove.setEnabled(chosen > 0)
        self.refresh.setEnabled(bool(self._rows))
        self.export.setEnabled(bool(self._rows))
        self.refresh.setText("Refresh selected" if chosen else "Refresh all")
        faults = [row.fault for row in self._rows if row.url in self.selected() and row.fault]
        if faults:
            self.say(faults[0])

    def _on_follow(self) -> None:
        typed = self.field.text().strip()
        address = web_address(typed)
        if address:
            self.add_wanted.emit(address)
            self.field.clear()
        elif typed:
            self.say(_REFUSED.format(typed[:80]))

    def _on_remove(self) -> None:
        if chosen := self.selected():
            self.remove_wanted.emit(chosen)

    def _on_refresh(self) -> None:
        self.refresh_wanted.emit(self.selected())

    def _on_scheduled(self) -> None:
        self.scheduled.emit(self.schedule.currentData())


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, 4, parent)
    table.setHorizontalHeaderLabels(["Title", "Address", "Answered", "What went wrong"])
    table.setProperty("role", "list")
    table.setAccessibleName("Feeds")
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate((_TITLE_WIDTH, _ADDRESS_WIDTH, _ASKED_WIDTH)):
        table.setColumnWidth(column, width)
    header.setHighlightSections(False)
    header.setSectionResizeMode(_FAULT, QHeaderView.ResizeMode.Stretch)
    return table


def _short(fault: str, url: str) -> str:
    """A fault without the address that stands beside it."""
    return f"It{fault.removeprefix(url)}" if fault.startswith(f"{url} ") else fault


def when(seconds: float, now: float | None = None) -> str:
    """A moment as one says it: "never", "just now", "5 minutes ago", "today, 14:05", "3 Nov 2018"."""
    if not seconds:
        return "never"
    now = time.time() if now is None else now
    passed = now - seconds
    if passed < 60:
        return "just now"
    if passed < 3600:
        return f"{plural(int(passed // 60), 'minute')} ago"
    then, today = time.localtime(seconds), time.localtime(now)
    if then[:3] == today[:3]:
        return f"today, {time.strftime('%H:%M', then)}"
    return date_words(date(*then[:3]))
