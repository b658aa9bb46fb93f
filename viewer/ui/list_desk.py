"""The list of articles and the search, kept in step with the library and with the article that is open."""

from __future__ import annotations

from array import array
from itertools import chain, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from viewer import paths

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QLineEdit

    from viewer.library import Changes, Counts, Library
    from viewer.model import Article
    from viewer.ui.library_pane import LibraryPane, ListWish
    from viewer.ui.session import Listing, Session

_TYPING_MS = 60
_OVERDUE_MS = 200
_EMPTY = {
    "all": (
        "This folder holds no articles yet. Ctrl+I brings in pages, books and exports of other readers, Ctrl+Shift+I "
        "fetches an address, File > Feeds follows feeds. Markdown and text files that you put into the folder are "
        "listed by themselves."
    ),
    "unread": "Everything is read.",
    "starred": "No article has a star yet. Press S to give the open one a star.",
    "archive": "Nothing is archived. Press E to archive the open article: it leaves the unread ones and stays found.",
    "trash": "The trash is empty.",
}

_IN_THE_TRASH = "Hidden everywhere else. “Put back” in the Organise menu returns an article, Del deletes it for good."


class ListDesk(QObject):
    """Fills the library pane.

    ``chosen`` is emitted with the id of an article to open, ``reading_wanted`` where the keyboard is to go on to it,
    ``told`` with a sentence.
    """

    chosen = Signal(object)
    reading_wanted = Signal()
    told = Signal(object)

    def __init__(self, session: Session, pane: LibraryPane, field: QLineEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._pane, self._field = session, pane, field
        self._query = self._shown_query = ""
        self._first_wanted = False
        self._open: int | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._search)
        self._overdue = QTimer(self, singleShot=True, interval=_OVERDUE_MS)
        self._overdue.timeout.connect(self._reload)
        field.textChanged.connect(self._on_typed)
        field.returnPressed.connect(self._on_return)
        pane.wished.connect(self._on_wish)
        pane.chosen.connect(self.chosen)
        session.opened.connect(self._on_opened)
        session.listed.connect(self._on_listed)
        session.surveyed.connect(self._on_surveyed)
        session.changed.connect(self._on_changed)

    @property
    def waiting(self) -> bool:
        """Whether a list is about to be asked for."""
        return self._overdue.isActive() or self._typing.isActive()

    def collapse(self, wanted: bool) -> None:
        """Show one row for articles that are nearly the same, or a row for each."""
        self._session.collapse = wanted
        self._pane.collapse(wanted)
        if self._session.library is not None and not self._query:
            self._session.list(self._pane.wish)

    def on_shown(self, article: Article) -> None:
        """Mark the article that is open in the list."""
        self._open = article.id
        self._pane.list.clearSelection()
        self._select_open()

    def neighbours(self) -> list[int]:
        """The next and the previous article of the list."""
        ids = self._pane.model.ids
        row = self._row_of_open()
        return [ids[at] for at in (row + 1, row - 1) if row >= 0 and 0 <= at < len(ids)]

    @property
    def query(self) -> str:
        """The search that the list shows, "" for none."""
        return self._query

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in the list."""
        return self._pane.list.hasFocus()

    def selected(self) -> list[int]:
        """The articles that are selected in the list, in its order."""
        ids = self._pane.model.ids
        return [ids[row] for row in self._pane.list.selected_rows() if row < len(ids)]

    def listed(self) -> list[int]:
        """Every article of the list."""
        return list(self._pane.model.ids)

    def beyond(self, put_away: Collection[int]) -> int | None:
        """The next article of the list that was not put away, else the one before; None where there is none."""
        ids, gone = self._pane.model.ids, set(put_away)
        row = self._row_of_open()
        around = (*range(row + 1, len(ids)), *range(row - 1, -1, -1)) if row >= 0 else ()
        return next((ids[at] for at in around if ids[at] not in gone), None)

    def search_library(self) -> None:
        """Move to the search field."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def enter_list(self) -> None:
        """Move to the list, to its first row where none is chosen."""
        self._pane.list.setFocus()
        self._pane.list.enter()

    def end_search(self) -> None:
        """Leave the search and show the list again."""
        self._field.clear()

    def next_article(self) -> None:
        """Open the next article of the list."""
        self._step(1)

    def previous_article(self) -> None:
        """Open the article above."""
        self._step(-1)

    def next_unread(self) -> None:
        """Open the next unread article of the list, from the top again after its end."""
        model, library = self._pane.model, self._session.library
        if library is None:
            return
        start = self._row_of_open()
        unread = library.first_unread(chain(islice(model.ids, start + 1, None), islice(model.ids, max(start, 0))))
        if unread is None:
            self.told.emit("There is no unread article in this list.")
        else:
            self.chosen.emit(unread)

    def _step(self, by: int) -> None:
        ids = self._pane.model.ids
        row = self._row_of_open()
        if 0 <= row + by < len(ids):
            self.chosen.emit(ids[row + by])

    # Lists

    def _on_opened(self, library: Library) -> None:
        self._open, self._query = None, ""
        self._pane.reset()
        self._pane.model.show(array("q"), library.rows)
        self._pane.set_title(library_name(library), str(library.root))
        self._field.clear()
        self._overdue.start()

    def catch_up(self) -> None:
        """Fill the list of a library just opened: after the first page, or soon where there is none."""
        if self._overdue.isActive():
            self._overdue.stop()
            self._reload()

    def _reload(self) -> None:
        if self._query:
            self._session.search(self._query)
        else:
            self._session.list(self._pane.wish)
        self._session.survey()

    def _on_surveyed(self, counts: Counts) -> None:
        self._pane.set_counts({"all": counts.all, "unread": counts.unread, "starred": counts.starred})

    def _on_wish(self, wish: ListWish) -> None:
        if self._query:
            self._field.clear()
        else:
            self._session.list(wish)

    def _on_listed(self, listing: Listing) -> None:
        library = self._session.library
        if library is None or listing.query != self._query:
            return
        self._pane.searching(bool(listing.query))
        is_same = (listing.query, listing.ids) == (self._shown_query, self._pane.model.ids)
        self._shown_query = listing.query
        if is_same:
            self._pane.model.refresh(listing.snippets)
        else:
            self._pane.model.show(listing.ids, library.rows, listing.snippets)
        self._pane.set_note(self._note(listing))
        self._select_open(scroll=not listing.query)
        if listing.query and not is_same:
            self._pane.list.scrollToTop()  # the best results stand there
        self._open_first()

    def _note(self, listing: Listing) -> str:
        count = len(listing.ids)
        if listing.found is not None and (listing.query or not count):
            from viewer.ui.search_rows import remarks_on

            return remarks_on(listing.found)
        if count:
            return _IN_THE_TRASH if self._pane.wish.view == "trash" else ""
        if self._session.library is not None and not self._session.library.is_indexed:
            return "Reading this folder…"
        return _EMPTY.get(self._pane.wish.view, "No article is left here.")

    def _on_changed(self, changes: Changes) -> None:
        """Marks change rows only; after a look through the folder the list is asked for again.

        Even where nothing was found: another process may have brought the index up to date.
        """
        if changes.status and not (changes.moved or changes.added or changes.removed or changes.changed):
            self._session.survey()
            self._pane.model.refresh()
        else:
            self._reload()

    def _select_open(self, *, scroll: bool = True) -> None:
        """Select the article that is open, unless the reader has selected several."""
        if self._open is not None and len(self._pane.list.selected_rows()) < 2:
            self._pane.list.select_row(self._row_of_open(), scroll=scroll)

    def _row_of_open(self) -> int:
        """The row of the article that is open, or that stands for it; -1 where there is none."""
        row, library = self._pane.model.row_of(self._open) if self._open is not None else -1, self._session.library
        if row >= 0 or self._open is None or library is None or not self._session.collapse:
            return row
        rows = (self._pane.model.row_of(twin) for twin in library.siblings(self._open))
        return next((row for row in rows if row >= 0), -1)

    # Search

    def _on_typed(self, _text: str) -> None:
        self._first_wanted = False
        self._typing.start()

    def _search(self) -> None:
        query = " ".join(self._field.text().split())
        if len(query) == 1 and query.isascii():
            query = ""  # every second article has a word that begins so
        if query == self._query:
            return
        self._query = query
        if query:
            self._session.search(query)
        else:
            self._session.list(self._pane.wish)

    def _on_return(self) -> None:
        """Open the first result and go on to read it, or move to the list with Shift."""
        self._typing.stop()
        self._search()
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.enter_list()
            return
        self._first_wanted = bool(self._query)
        self._open_first()

    def _open_first(self) -> None:
        """Open the first result where Enter asked for it, once what is listed answers what was typed."""
        if not self._first_wanted or self._shown_query != self._query:
            return
        self._first_wanted = False
        if self._pane.model.rowCount():
            self.chosen.emit(self._pane.model.ids[0])
            self.reading_wanted.emit()


def library_name(library: Library) -> str:
    """The folder's name, or what the sample library is called."""
    if paths.is_sample(library.root):
        return "Sample library"
    return library.root.name or str(library.root)
