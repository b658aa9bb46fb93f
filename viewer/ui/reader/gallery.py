"""The pictures of the page that is open: sized at once, decoded one by one behind the reader's back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument, QTextImageFormat

from viewer.ui.fonts import reading_font
from viewer.ui.reader.images import BUDGET_BYTES, MOST_PIXELS_TOGETHER, Picture, decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.reader.formats import PageStyle
    from viewer.ui.reader.page import Page

_TOO_MANY = "left out: too many large pictures"
_RESOURCE = QTextDocument.ResourceType.ImageResource.value


class Gallery(QObject):
    """Gives a page its pictures. ``blank`` answers every request for a resource that nobody asked us to show.

    ``complete`` is emitted with the Page once each of its pictures is there, or what stands in its place.
    """

    complete = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._page: Page | None = None
        self._waiting: list[tuple[str, Picture, int]] = []
        self._spent = 0
        self._style: PageStyle | None = None
        self._ratio = 1.0
        self._sizes: dict[int, tuple[float, float]] = {}
        self.blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        self.blank.fill(Qt.GlobalColor.transparent)

    def hang(self, page: Page, pictures: Mapping[int, Picture], style: PageStyle, ratio: float, available: int) -> None:
        """Size every picture of ``page`` (``pictures`` by block number) and begin to decode them.

        Before the page is shown: Qt, where a change meets a document that it is laying out, forgets what comes below.
        ``available`` is the width of the column on screen in px, ``ratio`` the device pixels to one of them.
        """
        self._page, self._spent, self._waiting, self._sizes = page, 0, [], {}
        self._style, self._ratio = style, ratio
        pixels = 0
        for name, number in page.images.items():
            picture = pictures.get(number, Picture(None, problem="picture not found in the library"))
            pixels += picture.width * picture.height
            if picture.path and pixels > MOST_PIXELS_TOGETHER:
                picture = Picture(None, problem=_TOO_MANY)
            image = page.blocks[number].image
            if picture.path is None:
                note = _note(f"{image.alt if image else ''} ({picture.problem})".strip(), style, ratio)
                self._sizes[number] = (note.width() / ratio, note.height() / ratio)
                page.document.addResource(_RESOURCE, QUrl(name), note)
                continue
            width = min(picture.width, style.column)
            self._sizes[number] = (width, picture.height * width / picture.width)
            self._waiting.append((name, picture, round(width * ratio)))
        self.fit(page, available)
        self._next()

    def fit(self, page: Page, available: int) -> None:
        """Make no picture of ``page`` wider than ``available`` px."""
        if page is not self._page:
            return
        for number, (width, height) in self._sizes.items():
            share = min(1.0, available / width)
            self._size(page, number, width * share, height * share)

    def _size(self, page: Page, number: int, width: float, height: float) -> None:
        cursor = QTextCursor(page.document)
        cursor.setPosition(page.positions[number])
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        image: QTextImageFormat = cursor.charFormat().toImageFormat()
        image.setWidth(width)
        image.setHeight(height)
        cursor.setCharFormat(image)

    def _next(self) -> None:
        if self._page is None:
            return
        if not self._waiting:
            self.complete.emit(self._page)
            return
        name, picture, width = self._waiting.pop(0)
        page = self._page

        def work(_ticket: Ticket) -> tuple[Page, str, QImage]:
            return page, name, decode(picture, width)

        self._jobs.start("work", work, self._on_decoded, slot="picture")

    def _on_decoded(self, decoded: tuple[Page, str, QImage]) -> None:
        page, name, image = decoded
        if page is not self._page:
            return
        self._spent += image.sizeInBytes()
        if image.isNull() or self._spent > BUDGET_BYTES:
            reason = "picture cannot be read" if image.isNull() else _TOO_MANY
            image = self._excuse(page, name, reason)
        page.document.addResource(_RESOURCE, QUrl(name), image)
        page.document.documentLayout().update.emit()  # painted anew, and not laid out anew
        self._next()

    def _excuse(self, page: Page, name: str, reason: str) -> QImage:
        """What stands in the place of a picture that turned out not to be one."""
        block = page.blocks[page.images[name]]
        alt = block.image.alt if block.image else ""
        return _note(f"{alt} ({reason})".strip(), self._style, self._ratio) if self._style else self.blank


def _note(text: str, style: PageStyle, ratio: float) -> QImage:
    """A picture that says why there is none."""
    width, height = style.column, round(style.em(3.4))
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(style.colors.window)
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    painter.setFont(reading_font(round(style.em(0.82))))
    painter.setPen(style.colors.muted)
    box = QRectF(0, 0, width, height).adjusted(12, 4, -12, -4)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), text)
    painter.end()
    return image
