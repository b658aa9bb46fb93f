"""Printing: the article alone, dark on white whatever the screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.article_desk import ArticleDesk


class PrintDialog(QPrintDialog):
    """Asks for a printer and prints when it is chosen."""

    def __init__(self, desk: ArticleDesk, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        super().__init__(self._printer, parent)
        self._desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.accepted.connect(self._print)

    def _print(self) -> None:
        page = self._desk.page_for_paper()
        if page is not None:
            page.document.print_(self._printer)


def print_page(desk: ArticleDesk, parent: QWidget) -> None:
    """Open the printing dialog for the article that is open."""
    PrintDialog(desk, parent).show()
