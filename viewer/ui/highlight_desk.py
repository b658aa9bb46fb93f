"""The highlights and notes of the open article: listed, and gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.ui.highlights_dialog import HighlightsDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.library.highlights import Annotation, Annotations
    from viewer.model import Passage
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.reader.reader_view import ReaderView

_NONE = "This article has no highlights or notes. They come with what you bring in from other readers."


class HighlightDesk(QObject):
    """Lists highlights and notes, and goes to the place of one. ``told`` carries a sentence. Nothing is written."""

    told = Signal(object)

    def __init__(self, articles: ArticleDesk, reader: ReaderView, window: QWidget) -> None:
        super().__init__(window)
        self._articles, self._reader, self._window = articles, reader, window

    def show_highlights(self) -> None:
        """List the highlights and notes of the open article, from the place that is being read on."""
        article, annotations = self._articles.article, self._articles.annotations
        if article is None or annotations is None or not annotations.all:
            self.told.emit(annotations.fault if annotations and annotations.fault else _NONE)
            return
        title = f"Highlights and notes: {article.title[:80]}"
        dialog = HighlightsDialog(title, annotations, first_from(annotations, self._reader.place()), self._window)
        dialog.chosen.connect(self._go)
        dialog.open()

    def _go(self, annotation: Annotation) -> None:
        self._reader.reveal(annotation.passages[0], fleeting=True)
        self._reader.setFocus()


def first_from(annotations: Annotations, place: Passage | None) -> int:
    """The number of the first highlight at or below ``place``; of the last above it where there is none; else 0."""
    placed = [(number, one.passages[-1]) for number, one in enumerate(annotations.all) if one.passages]
    if place is None or not placed:
        return 0
    here = place.block, place.begin
    return next((number for number, last in placed if (last.block, last.end) > here), placed[-1][0])
