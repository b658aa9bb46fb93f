"""Asks what an import would bring, shows it, and goes on only when told to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.library.pace import Pace
from viewer.ui.dialogs import ask_for_files, ask_for_folder
from viewer.ui.list_keeping import ask_where, keep_list
from viewer.ui.trial import Fate, Trial, trial_words
from viewer.ui.trial_table import TrialTable
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from viewer.library import Progress

_TITLE = "Try an import"
_ABOUT = "Choose files or a folder, or drop them here. You see what would come of them; nothing is added yet."
_STOPPED = "Stopped. Nothing was added."
_EVERYTHING = "Everything"


class TrialDialog(QDialog):
    """Beside the window, and not before it.

    Signals: ``wanted`` (a tuple of paths to be tried), ``stopped``, ``agreed`` (the Trial whose paths shall be added),
    ``told`` (a sentence), ``always`` (whether this shall come before files are added).
    """

    wanted = Signal(object)
    stopped = Signal()
    agreed = Signal(object)
    told = Signal(object)
    always = Signal(bool)

    def __init__(self, is_always: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_TITLE)
        self.setAcceptDrops(True)
        self._trial: Trial | None = None
        self._pace = Pace()
        self._make_widgets(is_always)
        self._compose()
        self._wire()
        self._rest(_ABOUT)
        self.resize(780, 520)

    def _make_widgets(self, is_always: bool) -> None:
        self.files = QPushButton("Choose &files…", self)
        self.folder = QPushButton("Choose a f&older…", self)
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName("Which of them are shown")
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName("How far it is")
        self.stop = QPushButton("&Cancel", self)
        self.table = TrialTable(self)
        self.first = QCheckBox("Al&ways show this before files are added", self)
        self.first.setChecked(is_always)
        self.keep_button = QPushButton("&Save the list…", self)
        self.add = QPushButton("&Add these", self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)

    def _compose(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(_in_a_row(self.files, self.folder, None, self.kinds))
        layout.addWidget(self.said)
        layout.addLayout(_in_a_row(self.bar, self.stop))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.first)
        layout.addWidget(self.buttons)

    def _wire(self) -> None:
        self.files.clicked.connect(self._on_files)
        self.folder.clicked.connect(self._on_folder)
        self.stop.clicked.connect(self._on_stop)
        self.kinds.activated.connect(self._on_kind)
        self.keep_button.clicked.connect(self._on_keep)
        self.add.clicked.connect(self._on_add)
        self.first.toggled.connect(self.always)
        self.buttons.rejected.connect(self.reject)

    # What it shows

    def show_work(self, paths: Sequence[str]) -> None:
        """Say that these paths are being looked at."""
        self._trial, self._pace = None, Pace()
        self._rest("")
        self.setWindowTitle(f"{_TITLE}: {called(paths)}")
        for widget in (self.bar, self.stop):
            widget.show()
        self.stop.setFocus()

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is, how fast, and how long it will still take."""
        self.said.setText(self._pace.words(progress))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    def show_trial(self, trial: Trial) -> None:
        """Show what would come."""
        self._trial = trial
        said = trial_words(trial)
        self._rest(said)
        self._list_kinds(trial)
        self.table.show_rows(trial.rows)
        self.table.setAccessibleDescription(said)
        self.keep_button.setEnabled(bool(trial.rows))
        self.add.setEnabled(trial.is_worth_adding)
        (self.table if trial.rows else self.files).setFocus()

    def show_fault(self, sentence: str) -> None:
        """Say why nothing could be looked at."""
        self._rest(sentence)
        self.files.setFocus()

    def _rest(self, sentence: str) -> None:
        """Show nothing but a sentence."""
        self.said.setText(sentence)
        self.table.show_rows(())
        self.kinds.clear()
        for widget in (self.bar, self.stop, self.kinds):
            widget.hide()
        self.keep_button.setEnabled(False)
        self.add.setEnabled(False)

    def _list_kinds(self, trial: Trial) -> None:
        """Let the reader choose among the kinds, where there are several."""
        self.kinds.addItem(f"{_EVERYTHING} ({len(trial.rows):,})")
        for fate in Fate:
            if trial.counts[fate]:
                self.kinds.addItem(f"{fate.value} ({trial.counts[fate]:,})", fate)
        self.kinds.setVisible(len(trial.counts) > 1)

    def _on_kind(self) -> None:
        if self._trial is not None:
            fate = self.kinds.currentData()
            self.table.show_rows([row for row in self._trial.rows if fate in (None, row.fate)])

    # What the reader does

    def _on_files(self) -> None:
        ask_for_files(_TITLE, self).filesSelected.connect(self._on_chosen)

    def _on_folder(self) -> None:
        ask_for_folder(_TITLE, self).filesSelected.connect(self._on_chosen)

    def _on_chosen(self, paths: list[str]) -> None:
        if paths:
            self.wanted.emit(tuple(paths))

    def _on_stop(self) -> None:
        self._rest(_STOPPED)
        self.files.setFocus()
        self.stopped.emit()

    def _on_add(self) -> None:
        if self._trial is not None:
            self.agreed.emit(self._trial)
            self.accept()

    def _on_keep(self) -> None:
        ask_where("What would come.txt", self).fileSelected.connect(self.keep)

    def keep(self, file: str) -> None:
        """Write all rows to ``file``."""
        rows = self._trial.rows if self._trial else ()
        self.told.emit(keep_list(file, (f"{row.fate.value}: {row.name}: {row.about}" for row in rows)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this machine."""
        urls = event.mimeData().urls()
        if urls and all(url.isLocalFile() for url in urls):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Try what was dropped."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._on_chosen([url.toLocalFile() for url in event.mimeData().urls()])


def called(paths: Sequence[str]) -> str:
    """What is tried, in a few words: the name of the one, the number of several."""
    return Path(paths[0]).name if len(paths) == 1 else plural(len(paths), "item")


def _in_a_row(*widgets: QWidget | None) -> QLayout:
    """Widgets beside one another; None is a gap."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
