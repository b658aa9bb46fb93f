"""Printing: the article alone, dark on white whatever the screen shows, with its pictures and highlights."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from viewer.library.given_files import check_given, write_given
from viewer.model import LibraryError
from viewer.ui.reader.gallery import Gallery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.export_desk import Format
    from viewer.ui.jobs import Jobs
    from viewer.ui.reader.page import Page

    Tell = Callable[[str], None]

_DOTS_TO_A_PIXEL = 3.0  # about 290 dots to an inch
_NO_PRINTER = "No printer is set up on this computer. The article can be saved as a PDF."
_FAILED = "The article could not be printed. See whether the printer, or the file that was named, can be written to."


class Press(QObject):
    """Prints the article that is open once its pictures are there, says ``printed``, and goes."""

    printed = Signal()

    def __init__(self, desk: ArticleDesk, device: QPagedPaintDevice, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._device = device
        self._gallery = Gallery(jobs, self)
        self._gallery.complete.connect(self._print, Qt.ConnectionType.QueuedConnection)
        desk.hang_for_paper(self._gallery, _DOTS_TO_A_PIXEL)

    def _print(self, page: Page) -> None:
        page.document.print_(self._device)
        self.printed.emit()
        self.deleteLater()


class PrintDialog(QPrintDialog):
    """Asks for a printer and prints when it is chosen; ``tell`` is given a sentence where that fails."""

    def __init__(self, desk: ArticleDesk, jobs: Jobs, tell: Tell, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        super().__init__(self._printer, parent)
        self._desk, self._jobs, self._tell, self._window = desk, jobs, tell, parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.accepted.connect(self._print)

    def _print(self) -> None:
        press = Press(self._desk, self._printer, self._jobs, self._window)
        press.printed.connect(partial(_say_how_it_went, self._printer, self._tell))


def _say_how_it_went(printer: QPrinter, tell: Tell) -> None:
    if printer.printerState() is QPrinter.PrinterState.Error:
        tell(_FAILED)
    elif printer.outputFileName():
        tell(f"{printer.outputFileName()} was written.")


class PdfPress(Press):
    """Writes the article that is open as a PDF to ``path``, whole or not at all, and tells what came of it."""

    def __init__(self, desk: ArticleDesk, jobs: Jobs, tell: Tell, parent: QObject, path: Path) -> None:
        self._tell, self._path = tell, path
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setPageLayout(QPrinter(QPrinter.PrinterMode.HighResolution).pageLayout())
        writer.setTitle(desk.article.title if desk.article else "")
        super().__init__(desk, writer, jobs, parent)
        self.printed.connect(self._write)

    def _write(self) -> None:
        try:
            write_given(self._path, bytes(self._buffer.data().data()))
        except LibraryError as error:
            self._tell(str(error))
        else:
            self._tell(f"{self._path} was written.")


def has_printer() -> bool:
    """Whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinters())


def print_page(desk: ArticleDesk, jobs: Jobs, tell: Tell, root: Path, parent: QWidget) -> None:
    """Ask for a printer for the open article of the library at ``root``; where there is none, for a PDF to write."""
    if has_printer():
        PrintDialog(desk, jobs, tell, parent).show()
        return
    from viewer.ui.export_desk import Format, SaveDialog  # most have a printer

    def save(path: Path, _format: Format) -> None:
        try:
            check_given(path, root)
        except LibraryError as error:
            tell(str(error))
        else:
            PdfPress(desk, jobs, tell, parent, path)

    tell(_NO_PRINTER)
    title = desk.article.title if desk.article else ""
    dialog = SaveDialog("Save the article as a PDF", title, (Format("Article as a PDF", "pdf"),), parent)
    dialog.chosen.connect(save)
    dialog.open()
