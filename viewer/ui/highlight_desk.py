"""Highlights and notes of the open article: made, changed, taken away, listed, and gone to."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from viewer.library.deeds import NoteDeed
from viewer.library.highlights import Annotation, Annotations
from viewer.ui.highlight_menu import HighlightMenu
from viewer.ui.highlights_dialog import HighlightsDialog
from viewer.ui.jobs import sentence_of
from viewer.ui.note_dialog import NoteDialog
from viewer.ui.reader.selecting import caret, deselect, selected, use_caret
from viewer.ui.theme import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.library import Changes, Library
    from viewer.model import Passage
    from viewer.ui.actions import Actions
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.organise_desk import OrganiseDesk
    from viewer.ui.reader.reader_view import ReaderView
    from viewer.ui.session import Session
    from viewer.ui.theme import Colors

_NONE = "This article has no highlights or notes. Select some words and press H to make one."
_NOT_SELECTED = (
    "Select some words of the article first (F4 lets you do so by keyboard), then highlight them; or click at a "
    "highlight to change it."
)
_BY_KEYS = (
    "The arrow keys move a caret through the text; with Shift they select. H highlights, Esc goes back to reading."
)
_KEPT = "The note was kept."
_RECOLORED = "The colour was changed."
_OF_THE_SAMPLE = (
    "The sample library stays as it came, so nothing is highlighted in it. Open a library of your own first: “Open "
    "folder” in the File menu."
)


class HighlightDesk(QObject):
    """Makes, changes and lists highlights and notes. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(
        self, session: Session, articles: ArticleDesk, reader: ReaderView, organise: OrganiseDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._articles, self._reader = session, articles, reader
        self._organise, self._window = organise, window
        self._color = "yellow"
        self._in_hand: Sequence[Passage] = ()
        self._list: HighlightsDialog | None = None
        articles.annotated.connect(self._on_annotated)
        organise.told.connect(self._on_told)
        self.told.connect(self._on_told)
        organise.offered.connect(self._on_offered)

    def select_by_keys(self, on: bool) -> None:
        """Let the arrow keys move a caret through the text, and with Shift select, or scroll as before."""
        use_caret(self._reader, on)
        if on:
            self.told.emit(_BY_KEYS)

    # Making

    def highlight(self) -> None:
        """Highlight what is selected; with nothing selected, ask what to do with the highlight at the caret."""
        passages = selected(self._reader)
        found = self._meant(passages)
        if found:
            self._ask(found)
        elif passages:
            self._make(passages)
        else:
            self.told.emit(_NOT_SELECTED)

    def highlight_with_note(self) -> None:
        """Highlight what is selected, and ask for a note.

        With nothing selected the note is that of the highlight at the caret, or one on the whole article.
        """
        passages = selected(self._reader)
        found = self._meant(passages)
        if found or not passages:
            self.edit_note(found[0] if found else self._note_on_article())
        else:
            quote = self._reader.textCursor().selectedText().replace("\u2029", " ")
            self._make(passages, partial(self._on_made_for_note, quote))

    def _note_on_article(self) -> Annotation:
        """The first note on the whole article; an empty one where there is none."""
        annotations = self._articles.annotations or Annotations()
        return next((one for one in annotations.all if not one.quote and one.note), Annotation())

    def _make(self, passages: Sequence[Passage], then: Callable[[Changes], None] | None = None) -> None:
        document, color = self._articles.document, self._color
        article = self._present()
        if article is not None and document is not None and self._in_hand != passages:
            self._in_hand = passages  # a key that is held down asks again and again
            self._organise.do(
                lambda library, _report: library.highlight(article, document, passages, color),
                then=partial(self._on_made, then),
                failed=self._on_not_made,
            )

    def _present(self) -> int | None:
        """The id of the open article, if highlights can be kept for it; else None, with a word."""
        if self._session.own_library(_OF_THE_SAMPLE) is None:
            return None
        article = self._articles.present()
        return article.id if article is not None else None

    def _on_made(self, then: Callable[[Changes], None] | None, changes: Changes) -> None:
        if selected(self._reader) == self._in_hand:
            deselect(self._reader)
        self._in_hand = ()
        if then is not None:
            then(changes)

    def _on_not_made(self, error: Exception) -> None:
        self._in_hand = ()
        self.told.emit(sentence_of(error))

    def _on_made_for_note(self, quote: str, changes: Changes) -> None:
        if isinstance(changes.undo, NoteDeed):
            self.edit_note(Annotation(quote, key=changes.undo.key))

    # Changing

    def at(self, place: Passage | None) -> list[Annotation]:
        """The highlights at a place of the article, the shortest first."""
        annotations = self._articles.annotations
        if place is None or annotations is None:
            return []
        return sorted((one for one in annotations.highlights if _covers(one, place)), key=attrgetter("extent"))

    def _meant(self, passages: Sequence[Passage]) -> list[Annotation]:
        """The highlight of just these words, where there is one; without words, those at the caret."""
        if not passages:
            return self.at(caret(self._reader))
        annotations = self._articles.annotations
        every = annotations.highlights if annotations is not None else ()
        return [one for one in every if one.passages == tuple(passages)][:1]

    def _ask(self, found: Sequence[Annotation]) -> None:
        """Open the menu of the one highlight, or one with a menu for each, below the caret."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menus = [self._menu(one, menu) for one in found]
        if len(menus) == 1:
            menus[0].fill(menu)
        else:
            for one in menus:
                menu.addMenu(one)
        below = self._reader.cursorRect().bottomLeft() + QPoint(0, 4)
        menu.popup(self._reader.viewport().mapToGlobal(below))

    def _menu(self, one: Annotation, parent: QWidget) -> HighlightMenu:
        return HighlightMenu(one, self._colors(), self, parent)

    def _colors(self) -> Colors:
        style = self._articles.style
        return style.colors if style else SCHEMES["light"]

    def fill(self, menu: QMenu, place: Passage | None, actions: Actions) -> None:
        """Put on top of the menu of ``place`` what can be done with the selection, and with the highlights there."""
        first = (menu.actions() or [menu.addSeparator()])[0]
        for one in self.at(place):
            menu.insertMenu(first, self._menu(one, menu))
        if selected(self._reader):
            menu.insertActions(first, [actions["highlight"], actions["highlight_with_note"]])
        if menu.actions()[0] is not first:
            menu.insertSeparator(first)

    def recolor(self, one: Annotation, color: str) -> None:
        """Give a highlight another colour, which is that of the next ones, too."""
        self._color = color
        article = self._present()
        if article is not None:
            self._organise.do(
                lambda library, _report: library.change_highlight(article, one.key, color=color),
                then=self._on_recolored,
            )

    def _on_recolored(self, _changes: Changes) -> None:
        self._on_offered(_RECOLORED)

    def remove(self, one: Annotation) -> None:
        """Take a highlight or note away."""
        article = self._present()
        if article is not None:
            self._organise.do(lambda library, _report: library.remove_highlight(article, one.key))

    # Notes

    def edit_note(self, one: Annotation) -> None:
        """Ask for the note on a highlight."""
        article = self._present()
        if article is not None:
            dialog = NoteDialog(article, one, self._list or self._window)
            dialog.wanted.connect(self._keep_note)
            dialog.open()

    def _keep_note(self, dialog: NoteDialog) -> None:
        """Keep what was written; the dialog stays open until that is on disk."""
        article, one, note, known = dialog.article, dialog.annotation, dialog.note(), dialog.known
        key = one.key

        def work(library: Library, _report: object) -> Changes:
            if not key:
                return library.note_on_article(article, note)
            if not (note or one.quote or one.tags):
                return library.remove_highlight(article, key)
            return library.change_highlight(article, key, note=note, instead_of=known)

        self._organise.do(
            work,
            then=partial(self._on_note_kept, dialog),
            failed=dialog.on_failed,
        )

    def _on_note_kept(self, dialog: NoteDialog, changes: Changes) -> None:
        dialog.on_kept(changes)
        self._on_offered(_KEPT)

    # Listing

    def show_highlights(self) -> None:
        """List the highlights and notes of the open article, from the place that is being read on."""
        article, annotations = self._articles.article, self._articles.annotations
        if article is None or annotations is None or not annotations.all:
            self.told.emit(annotations.fault if annotations and annotations.fault else _NONE)
            return
        title = f"Highlights and notes: {article.title[:80]}"
        begin = first_from(annotations, self._reader.place())
        dialog = self._list = HighlightsDialog(title, annotations, begin, self._colors(), self._window)
        dialog.chosen.connect(self._go)
        dialog.note_wanted.connect(self.edit_note)
        dialog.color_wanted.connect(self.recolor)
        dialog.removal_wanted.connect(self.remove)
        dialog.undo_wanted.connect(self._organise.undo)
        dialog.finished.connect(self._on_list_closed)
        dialog.open()

    def _on_list_closed(self) -> None:
        self._list = None

    def _on_annotated(self) -> None:
        if self._list is not None:
            self._list.show_again(self._articles.annotations or Annotations())

    def _on_told(self, sentence: str) -> None:
        """What is said of a deed is said where it was done: the window lies behind the list."""
        if self._list is not None:
            self._list.say(sentence)

    def _on_offered(self, sentence: str) -> None:
        if self._list is not None:
            self._list.offer_undo(sentence)

    def _go(self, annotation: Annotation) -> None:
        self._reader.reveal(annotation.passages[0], fleeting=True)
        self._reader.setFocus()


def _covers(one: Annotation, place: Passage) -> bool:
    return any(part.block == place.block and part.begin <= place.begin <= part.end for part in one.passages)


def first_from(annotations: Annotations, place: Passage | None) -> int:
    """The number of the first highlight at or below ``place``; of the last above it where there is none; else 0."""
    placed = [(number, one.passages[-1]) for number, one in enumerate(annotations.all) if one.passages]
    if place is None or not placed:
        return 0
    here = place.block, place.begin
    return next((number for number, last in placed if (last.block, last.end) > here), placed[-1][0])
