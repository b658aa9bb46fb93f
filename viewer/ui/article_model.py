"""The list of articles: an array of ids, and pages of rows read from the library when they are painted."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex

from viewer.model import LibraryError
from viewer.model.date_words import publication_words
from viewer.ui.roles import ACCESSIBLE_TEXT, DISPLAY, TOOL_TIP, VALUE
from viewer.ui.words import as_tip, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from viewer.model import Article, SearchRow
    from viewer.ui.search_rows import Snippets

    Index = QModelIndex | QPersistentModelIndex

_PAGE = 128
_KEEP = 24  # pages
CONFLICTS = {"copy": "Conflicted copy", "original": "Has a conflicted copy"}


class ArticleModel(QAbstractTableModel):
    """One column of articles. ``fetch`` gives the rows of a sequence of ids, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: array[int] = array("q")
        self._fetch: Callable[[Sequence[int]], Sequence[Article]] | None = None
        self._pages: dict[int, list[Article | None]] = {}
        self._snippets: Snippets | None = None

    def show(
        self,
        ids: array[int],
        fetch: Callable[[Sequence[int]], Sequence[Article]],
        snippets: Snippets | None = None,
    ) -> None:
        """Show the articles ``ids``; ``snippets`` are what a search found in them."""
        self.beginResetModel()
        self._ids, self._fetch, self._snippets = ids, fetch, snippets
        self._pages.clear()
        self.endResetModel()

    def refresh(self, snippets: Snippets | None = None) -> None:
        """Read the rows again, in the same order: something about them changed, perhaps also what a search found."""
        self._pages.clear()
        if snippets is not None:
            self._snippets = snippets
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    @property
    def ids(self) -> array[int]:
        """The ids in their order."""
        return self._ids

    def row_of(self, article_id: int) -> int:
        """The row of an article, -1 where it is not in the list."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return -1

    def article(self, row: int) -> Article | None:
        """The article in ``row``; None where it has gone since the list was made."""
        if not 0 <= row < len(self._ids):
            return None
        number, place = divmod(row, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
        return page[place]

    def snippet(self, row: int) -> SearchRow | None:
        """What the search found in the article of ``row``."""
        return self._snippets.get(self._ids[row]) if self._snippets else None

    def _read(self, number: int) -> list[Article | None]:
        ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
        try:
            found = {article.id: article for article in self._fetch(ids)} if self._fetch else {}
        except LibraryError:  # the library is being closed or made anew; whoever does that shows a new list
            return [None] * len(ids)
        page = [found.get(article_id) for article_id in ids]
        if len(self._pages) >= _KEEP:
            del self._pages[next(iter(self._pages))]
        self._pages[number] = page
        return page

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as there are ids."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:  # noqa: ANN401
        """The title for display, the Article as value, a sentence for a screen reader."""
        if role not in (DISPLAY, VALUE, TOOL_TIP, ACCESSIBLE_TEXT):
            return None
        article = self.article(index.row())
        if article is None:
            return None
        if role == VALUE:
            return article
        if role == TOOL_TIP:
            return as_tip(article.title)
        return spoken(article) if role == ACCESSIBLE_TEXT else article.title


def spoken(article: Article) -> str:
    """A row as a screen reader should say it."""
    parts = [article.title, publication_words(article.published, article.published_in) or "no date"]
    parts.append(plural(article.minutes, "minute"))
    parts.append("read" if article.read else "unread")
    if article.twins:
        parts.append(f"and {article.twins:,} nearly the same")
    if article.conflict:
        parts.append(CONFLICTS[article.conflict].lower())
    if article.starred:
        parts.append("starred")
    if article.archived:
        parts.append("archived")
    return ", ".join(parts)
