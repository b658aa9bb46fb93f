"""Where the link under the pointer leads, in the corner of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LONGEST = 110


class LinkLabel(QLabel):
    """Lies over the lower left corner of its parent and never takes the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(True)
        self.setContentsMargins(8, 3, 8, 3)
        self.hide()

    def tell(self, link: str) -> None:
        """Show an address, cut in the middle where it is long; "" hides the label. Our own links are not shown."""
        if not link or link.startswith("dateline:"):
            self.hide()
            return
        self.setText(link if len(link) <= _LONGEST else f"{link[:70]} … {link[-35:]}")
        self.adjustSize()
        self.move(0, self._page.height() - self.height())
        self.show()
        self.raise_()
