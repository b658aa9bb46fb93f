"""The few questions and lists that come up in a window of their own. None blocks: each is opened, and answers later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.icons import icon
from viewer.ui.outside import host_sentence
from viewer.ui.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import IndexProblem


_SIGN = 32  # px


class OutsideLink(QMessageBox):
    """Shows the whole address and opens it in the browser only when told to."""

    def __init__(self, url: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = url
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Leave Dateline?")
        put_sign(self, "external")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(host_sentence(url))
        self.setInformativeText(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)[:600])
        self._open = self.addButton("Open in the browser", QMessageBox.ButtonRole.AcceptRole)
        self._copy = self.addButton("Copy address", QMessageBox.ButtonRole.ActionRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))
        self.buttonClicked.connect(self._on_clicked)

    def _on_clicked(self, button: QWidget) -> None:
        if button is self._open:
            QDesktopServices.openUrl(self._url)
        elif button is self._copy:
            QGuiApplication.clipboard().setText(self._url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


def put_sign(box: QMessageBox, name: str, role: QPalette.ColorRole = QPalette.ColorRole.Link) -> None:
    """Give a box one of our own icons, in a colour of the theme: those of the style know none."""
    box.setIconPixmap(icon(name, box.palette().color(role), _SIGN).pixmap(_SIGN, _SIGN))


class _TableDialog(QDialog):
    """A title, a table to read, and one button."""

    def __init__(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        table = RowTable(headings, rows, title, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)
        self.resize(640, 520)


def show_table(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget) -> None:
    """Open a table to read."""
    _TableDialog(title, headings, rows, parent).open()


def show_problems(problems: Sequence[IndexProblem], parent: QWidget) -> None:
    """Open the list of files that could not be read, and of conflicted copies, each with the reason."""
    if not problems:
        tell("Every file of this library could be read.", parent)
        return
    rows = [(str(problem.path), problem.reason) for problem in problems]
    _TableDialog("Files with problems", ("File", "Reason"), rows, parent).open()


def tell(sentence: str, parent: QWidget, title: str = "Dateline") -> None:
    """Open a box with a sentence."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    put_sign(box, "info")
    box.open()


def ask_for_folder(title: str, parent: QWidget) -> QFileDialog:
    """Open a dialog that asks for a folder; connect to its ``fileSelected``."""
    return _ask_for(QFileDialog.FileMode.Directory, title, parent)


def ask_for_files(title: str, parent: QWidget) -> QFileDialog:
    """Open a dialog that asks for files; connect to its ``filesSelected``."""
    return _ask_for(QFileDialog.FileMode.ExistingFiles, title, parent)


def _ask_for(what: QFileDialog.FileMode, title: str, parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(what)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, what is QFileDialog.FileMode.Directory)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
