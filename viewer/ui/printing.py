"""Printing: the article alone, dark on white whatever the screen shows, with its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from viewer.ui.reader.gallery import Gallery

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.jobs import Jobs
    from viewer.ui.reader.page import Page

_DOTS_TO_A_PIXEL = 3.0  # about 290 dots to an inch


class Press(QObject):
    """Prints the article that is open once its pictures are there, says ``printed``, and goes."""

    printed = Signal()

    def __init__(self, desk: ArticleDesk, printer: QPrinter, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._gallery = Gallery(jobs, self)
        self._gallery.complete.connect(self._print, Qt.ConnectionType.QueuedConnection)
        desk.hang_for_paper(self._gallery, _DOTS_TO_A_PIXEL)

    def _print(self, page: Page) -> None:
        page.document.print_(self._printer)
        self.printed.emit()
        self.deleteLater()


class PrintDialog(QPrintDialog):
    """Asks for a printer and prints when it is chosen."""

    def __init__(self, desk: ArticleDesk, jobs: Jobs, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        super().__init__(self._printer, parent)
        self._desk, self._jobs, self._window = desk, jobs, parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.accepted.connect(self._print)

    def _print(self) -> None:
        Press(self._desk, self._printer, self._jobs, self._window)


def print_page(desk: ArticleDesk, jobs: Jobs, parent: QWidget) -> None:
    """Open the printing dialog for the article that is open."""
    PrintDialog(desk, jobs, parent).show()
