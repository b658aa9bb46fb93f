"""Addresses of the web and what was copied elsewhere, on their way into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from viewer.ui.clipboard import Copied, copied, copied_address

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from viewer.ui.file_desk import FileDesk

_NOTHING = "What was copied is neither an address nor an article. Copy a text of some length, a page, or an address."


class AddressDesk(QObject):
    """Takes addresses and pasted text. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(self, files: FileDesk, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._window = files, window

    def add_address(self) -> None:
        """Ask for addresses and fetch what is there."""
        from viewer.ui.address_dialog import AddressDialog

        dialog = AddressDialog(copied_address(QGuiApplication.clipboard().mimeData()), self._window)
        dialog.given.connect(self._files.fetch)
        dialog.open()

    def paste_into_library(self) -> None:
        """Bring in what was copied: addresses, files, a piece of a page, or text."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData) -> None:
        """Bring in what was copied or dropped."""
        found = copied(data)
        if found == Copied():
            self.told.emit(_NOTHING)
        elif found.files:
            self._files.add_paths(list(found.files))
        elif found.addresses:
            self._files.fetch(found.addresses)
        else:
            self._files.paste(found.text, is_html=found.is_html)
