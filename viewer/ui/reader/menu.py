"""The menu of a place in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication

from viewer.ui.outside import outside_address

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu, QWidget

    from viewer.ui.reader.reader_view import ReaderView

_LINK = "link-copy"  # what Qt calls its own entry, which knows nothing but our key for a link


def menu_at(view: ReaderView, point: QPoint) -> QMenu:
    """Qt's menu for ``point`` of the viewport, in which a link is copied as the address that it leads to."""
    menu = view.createStandardContextMenu(point)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in menu.actions():
        if action.objectName() == _LINK:
            menu.removeAction(action)
    key = view.anchorAt(point)
    address = outside_address(view.page.link(key)) if view.page is not None and key else None
    if address is not None:
        menu.addAction(_Copying(address, menu))
    return menu


class _Copying(QAction):
    def __init__(self, address: QUrl, parent: QWidget) -> None:
        super().__init__("Copy the link’s address", parent)
        self._address = address
        self.triggered.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
