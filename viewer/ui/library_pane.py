"""The pane at the left: which articles to see, and the list of them or of what a search found."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from viewer.model import Article
from viewer.model.date_words import publication_words
from viewer.ui.article_model import CONFLICTS, ArticleModel
from viewer.ui.icons import icon
from viewer.ui.roles import VALUE
from viewer.ui.row_painter import RowDelegate, RowText
from viewer.ui.side_list import SideList
from viewer.ui.words import as_tip, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QSplitter

    from viewer.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_LONGEST_NAME = 110  # px
_BESIDE_VIEWS = 22  # px: margins and gaps of their line
_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_VIEWS = (("all", "All"), ("unread", "Unread"), ("starred", "Starred"))
_ORDERS = (
    ("published", "Newest first"),
    ("saved", "Last saved"),
    ("read", "Last read"),
    ("title", "Title"),
    ("length", "Longest first"),
)


class ListWish(NamedTuple):
    """Which articles to list, as ``Library.ids`` names them, and in which order."""

    view: str = "all"
    order: str = "published"


class _Delegate(RowDelegate):
    about_lines = 1
    collapsed = True

    def row_text(self, index: Index) -> RowText | None:
        article = index.data(VALUE)
        if not isinstance(article, Article):
            return None
        model = index.model()
        found = model.snippet(index.row()) if isinstance(model, ArticleModel) else None
        detail, hits = (found.snippet, found.hits) if found else ("", ())
        day = publication_words(article.published, article.published_in) or "No date"
        about = f"{day} · {article.minutes} min"
        if not found and article.site and not article.sections:
            about += f" · {article.site}"
        elif article.sections:
            about += f" · {article.sections[-1]}"
        if article.archived:
            about += " · archived"
        if article.twins and self.collapsed and not found:
            about = f"{day} · {article.twins:,} nearly the same"
        if article.conflict:
            about = f"≠ {CONFLICTS[article.conflict]} · {day}"
        return RowText(article.title, about, detail, hits, dot=not article.read, star=article.starred)


class LibraryPane(QWidget):
    """Shows a list. ``wished`` is emitted with a ListWish, ``chosen`` with the id of an article."""

    wished = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wish = ListWish()
        self._name = ""
        self._shelves_shown = False
        self._above: QWidget | None = None
        self.model = ArticleModel(self)
        self._delegate = _Delegate(theme)
        self.list = SideList(self.model, self._delegate, self)
        self.list.setAccessibleName("Articles")
        self.list.setSelectionMode(SideList.SelectionMode.ExtendedSelection)
        self.list.opened.connect(self._on_opened)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(16, 8, 12, 8)
        self._note.hide()
        self._buttons = {view: self._button(view, text) for view, text in _VIEWS}
        self.shelves_button = QToolButton(self)
        self.shelves_button.setCheckable(True)
        self.shelves_button.setToolTip("Archive, trash, stories, saved searches, tags and sections (F9)")
        self.shelves_button.setAccessibleName("Shelves")
        self._order: QToolButton | None = None
        self._unread = 0
        self._compose()
        self._buttons["all"].setChecked(True)
        self._set_height(False)

    def _compose(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 6, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self.shelves_button)
        self._top = top
        views = QHBoxLayout()
        views.setContentsMargins(10, 0, 8, 4)
        views.setSpacing(2)
        for button in self._buttons.values():
            views.addWidget(button)
        views.addStretch(1)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(views)
        layout.addWidget(self._note)
        layout.addWidget(self.list, 1)
        self.setMinimumWidth(170)

    def _button(self, view: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setObjectName(view)
        button.setCheckable(True)
        button.clicked.connect(self._on_view)
        return button

    # What is shown

    def set_title(self, text: str, path: str) -> None:
        """The library's name, and its path as a tool tip."""
        self._title.setText(text)
        self._title.setToolTip(as_tip(path))

    def set_counts(self, counts: dict[str, int]) -> None:
        """How many articles each view has."""
        self._unread = counts.get("unread", 0)
        for view, _text in _VIEWS:
            self._buttons[view].setToolTip(plural(counts.get(view, 0), "article"))
        self._write_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of unread articles gives way where there is no room for it."""
        super().resizeEvent(event)
        if self._unread:
            self._write_count()

    def _write_count(self) -> None:
        button, word = self._buttons["unread"], dict(_VIEWS)["unread"]
        button.setText(f"{word} {self._unread:,}" if self._unread else word)
        wanted = sum(one.sizeHint().width() for one in self._buttons.values()) + _BESIDE_VIEWS
        if wanted > self.width():
            button.setText(word)

    def put_above_list(self, between: QSplitter, widget: QWidget) -> None:
        """Let the list, with the note over it, share its room with a widget above both."""
        self._column.replaceWidget(self.list, between)
        self._above = widget
        below = QWidget(between)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        between.addWidget(widget)
        between.addWidget(below)
        for one, after in pairwise(self.tab_stops):
            self.setTabOrder(one, after)

    @property
    def tab_stops(self) -> Sequence[QWidget]:
        """What Tab comes to in this pane, from the top."""
        stops = (*self._buttons.values(), self.shelves_button, self._order, self._above, self.list)
        return [stop for stop in stops if stop is not None]

    def focus_shelves(self) -> None:
        """Move to the shelves, where they are shown."""
        if self._above is not None:
            self._above.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shelves_shown(self, shown: bool) -> None:
        """Whether the shelves stand above the list; the button says so, and else names what was chosen from them."""
        self._shelves_shown = shown
        self.shelves_button.setChecked(shown)
        self._name_view()

    def add_order(self) -> None:
        """Add the choice of an order, which a start does without."""
        button = self._order = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip("Choose the order of the list")
        button.setAccessibleName("Order")
        menu = QMenu(button)
        choices = QActionGroup(menu)
        for order, text in _ORDERS:
            action = menu.addAction(text)
            action.setData(order)
            action.setCheckable(True)
            action.setChecked(self.wish.order == order)
            choices.addAction(action)
        menu.triggered.connect(self._on_order)
        button.setMenu(menu)
        self._top.addWidget(button)
        self.paint_icons()

    def set_note(self, text: str) -> None:
        """A sentence above the list, or none."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def searching(self, active: bool) -> None:
        """Whether the list shows what a search found: rows then have room for a snippet."""
        self._set_height(active)

    def collapse(self, wanted: bool) -> None:
        """Whether a row stands for all articles that are nearly the same, and says for how many."""
        self._delegate.collapsed = wanted

    def paint_icons(self) -> None:
        """Take the colours of the theme."""
        self.shelves_button.setIcon(icon("shelves", self._theme.colors.muted, 18))
        if self._order is not None:
            self._order.setIcon(icon("sort", self._theme.colors.muted, 18))
        self.list.viewport().update()

    def reset(self) -> None:
        """Show all articles of a library just opened, without asking for them."""
        self._take(ListWish("all", self.wish.order))

    def show_view(self, view: str, name: str = "") -> None:
        """Ask for a view, as if the reader had chosen it; ``name`` is what to call it."""
        self._name = name or view.partition(":")[2]
        self._wish(ListWish(view, self.wish.order))

    # What the reader does

    def _on_opened(self, index: QModelIndex) -> None:
        """Open a row; with Ctrl or Shift the reader selects several and opens none."""
        article = index.data(VALUE)
        if isinstance(article, Article) and not QGuiApplication.keyboardModifiers() & _SELECTING:
            self.chosen.emit(article.id)

    def _on_view(self) -> None:
        self.show_view(self.sender().objectName())

    def _on_order(self, action: QAction) -> None:
        self._wish(ListWish(self.wish.view, str(action.data())))

    def _wish(self, wish: ListWish) -> None:
        self._take(wish)
        self.wished.emit(wish)

    def _take(self, wish: ListWish) -> None:
        self.wish = wish
        for view, button in self._buttons.items():
            button.setChecked(view == wish.view)
        self._name_view()

    def _name_view(self) -> None:
        """Say on the button which shelf the list shows, where the shelves themselves do not."""
        kind = self.wish.view.partition(":")[0]
        name = "" if self.wish.view in self._buttons else self._name or kind.capitalize()
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME)
        styles = Qt.ToolButtonStyle
        beside = bool(name) and not self._shelves_shown
        self.shelves_button.setToolButtonStyle(styles.ToolButtonTextBesideIcon if beside else styles.ToolButtonIconOnly)
        self.shelves_button.setText(shown)
        self.shelves_button.setAccessibleDescription(f"{kind} {name}" if name else "")

    def _set_height(self, detail: bool) -> None:
        self.list.set_row_height(self._delegate.height(self.font(), detail=detail))
