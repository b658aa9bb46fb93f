"""The window: three panes over a timeline. It composes and remembers; the desks do the work."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from viewer.model import DatelineError
from viewer.ui.actions import COMMANDS, Actions, LateDesk, connect
from viewer.ui.article_desk import ArticleDesk
from viewer.ui.file_desk import FileDesk
from viewer.ui.find_bar import FindBar
from viewer.ui.library_pane import LibraryPane
from viewer.ui.link_label import LinkLabel
from viewer.ui.list_desk import ListDesk
from viewer.ui.notice_bar import NoticeBar
from viewer.ui.opening import Opening
from viewer.ui.organising import Organising
from viewer.ui.reader.formats import PageStyle
from viewer.ui.reader.gallery import Gallery
from viewer.ui.reader.reader_view import ReaderView
from viewer.ui.related_pane import RelatedPane
from viewer.ui.timeline_host import TimelineHost
from viewer.ui.view_desk import ViewDesk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from viewer.library import Library
    from viewer.model import Article, Passage
    from viewer.ui.bringing import OfferedFeed
    from viewer.ui.date_desk import DateDesk
    from viewer.ui.export_desk import ExportDesk
    from viewer.ui.help_desk import HelpDesk
    from viewer.ui.highlight_desk import HighlightDesk
    from viewer.ui.jobs import Jobs
    from viewer.ui.original_desk import OriginalDesk
    from viewer.ui.session import Related, Session
    from viewer.ui.settings import Settings
    from viewer.ui.theme import Theme

_PANES = ("show_library", "show_related", "show_timeline")
_THEMES = ("system", "light", "dark", "sepia")
_DATES = ("set_date", "set_published")
_HIGHLIGHTS = ("select_by_keys", "highlight", "highlight_with_note", "show_highlights")
_NEEDS_ARTICLE = (
    *_HIGHLIGHTS,
    "toggle_read",
    "toggle_star",
    "find_in_article",
    "find_next",
    "find_previous",
    "next_date",
    "previous_date",
    "open_original",
    "copy_link",
    "compare_texts",
    "fetch_whole_page",
    "extract_again",
    "print_article",
    "export_timeline",
    "back_to_top",
)
_ORIGINALS = ("restore_marks", "compare_texts", "extract_again")
_ADDRESSES = ("add_address", "paste_into_library", "fetch_whole_page")
_HELP = ("show_search_help", "show_keys", "show_about")
_EXPORTS = ("export_timeline", "export_library")
_FEEDS = ("show_feeds", "refresh_feeds")
_LEFT_TOOLS = ("show_library", "", "go_back", "go_forward", "", "toggle_read", "toggle_star")
_RIGHT_TOOLS = ("", "text_smaller", "text_larger", "", "show_timeline", "show_related")
_TOOLS = {*_LEFT_TOOLS, *_RIGHT_TOOLS}
_IN_MENUS_ONLY = {command.name for command in COMMANDS} - _TOOLS
_PREFETCHED = 3
_LOOKS_AFTER_MS = 250
_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded
_DEFAULT_SIZE = QSize(1180, 800)


class MainWindow(QMainWindow):
    """One window on one library."""

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._session, self._settings, self._jobs, self._theme = session, settings, jobs, theme
        self.setWindowTitle("Dateline")
        self.setAcceptDrops(True)
        self._looks = QTimer(self, singleShot=True, interval=_LOOKS_AFTER_MS)
        self._looks.timeout.connect(self._finish_looks)
        self._has_icons = False
        self._make_panes()
        self._make_desks()
        self.actions_table = Actions(self, self._settings.keys)
        desks = (self, self.view, self.files, self.articles, self.lists, self.find_bar)
        connect(self.actions_table, (*desks, *self._late_desks, *self.organising.desks))
        self._make_bars()
        self._compose()
        self._wire()
        self._restore()
        self._paint()

    def _make_panes(self) -> None:
        self.gallery = Gallery(self._jobs, self)
        self.reader = ReaderView(self.gallery, self)
        self.link_label = LinkLabel(self.reader)
        self.find_bar = FindBar(self.reader, self)
        self.library_pane = LibraryPane(self._theme, self)
        self.related_pane = RelatedPane(self._theme, self)
        self.timeline = TimelineHost(self._theme, self)
        self.notice = NoticeBar(self)
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText("Search the library")
        self.search_field.setAccessibleName("Search the library")
        self.search_field.setMaximumWidth(300)
        self.search_field.setMinimumWidth(170)  # as wide as its two icons make it

    def _make_desks(self) -> None:
        self.articles = ArticleDesk(self._session, self.reader, self.gallery, self.related_pane, self.timeline, self)
        self.find_bar.follow(self.articles)
        self.opening = Opening(self._session, self._settings, self.articles, self)  # asks before the list does
        self.files = FileDesk(self._session, self._settings, self._jobs, self)
        self.lists = ListDesk(self._session, self.library_pane, self.search_field, self)
        self.originals = LateDesk(_ORIGINALS, self._make_originals, self)
        self.organising = Organising(self._session, self._jobs, self._settings, self._theme, self)
        self.addresses = LateDesk(_ADDRESSES, self._make_addresses, self)
        self.feeds = LateDesk(_FEEDS, self._make_feeds, self)
        self.inbox = LateDesk(("show_inbox",), self._make_inbox, self)
        self.exports = LateDesk(_EXPORTS, self._make_exports, self)
        self.help = LateDesk(_HELP, self._make_help, self)
        self.view = ViewDesk(self, self._settings, self._theme)
        self.highlights = LateDesk(_HIGHLIGHTS, self._make_highlights, self)
        self.dates = LateDesk(_DATES, self._make_dates, self)
        late = (self.help, self.exports, self.originals, self.addresses, self.feeds, self.inbox)
        self._late_desks = (*late, self.highlights, self.dates)

    def _make_originals(self) -> OriginalDesk:
        from viewer.ui.original_desk import OriginalDesk

        desk = OriginalDesk(self._session, self._jobs, self.articles, self)
        desk.told.connect(self.notice.tell)
        return desk

    def _make_highlights(self) -> HighlightDesk:
        from viewer.ui.highlight_desk import HighlightDesk

        desk = HighlightDesk(self._session, self.articles, self.reader, self.organising.organise, self)
        desk.told.connect(self.notice.tell)
        return desk

    def _make_dates(self) -> DateDesk:
        from viewer.ui.date_desk import DateDesk

        desk = DateDesk(self._session, self._jobs, self.articles, self.organising.organise, self)
        desk.told.connect(self.notice.tell)
        return desk

    def _on_menu(self, menu: QMenu, place: Passage | None) -> None:
        cast("DateDesk", self.dates.desk).fill(menu, place)
        cast("HighlightDesk", self.highlights.desk).fill(menu, place, self.actions_table)

    def _make_help(self) -> HelpDesk:
        from viewer.ui.help_desk import HelpDesk

        return HelpDesk(self.actions_table, self._settings, self)

    def _make_exports(self) -> ExportDesk:
        from viewer.ui.export_desk import ExportDesk

        desk = ExportDesk(self._session, self._jobs, self.articles, self.timeline, self)
        desk.told.connect(self.notice.tell)
        desk.progressed.connect(self.notice.progress)
        self.notice.cancelled.connect(desk.cancel)
        return desk

    def _make_addresses(self) -> QObject:
        from viewer.ui import gathering_desks

        return gathering_desks.make_addresses(self, self._session, self._jobs)

    def _make_feeds(self) -> QObject:
        from viewer.ui import gathering_desks

        return gathering_desks.make_feeds(self, self._session, self._settings, self._jobs)

    def _on_offered(self, feeds: Sequence[OfferedFeed]) -> None:
        from viewer.ui.feeds_desk import FeedsDesk

        desk = self.feeds.desk
        if isinstance(desk, FeedsDesk):
            desk.offer(feeds)

    def _make_inbox(self) -> QObject:
        from viewer.ui import gathering_desks

        return gathering_desks.make_inbox(self, self._session, self._settings, self._jobs)

    def _compose(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reader, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.notice)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        for pane, stretch in ((self.library_pane, 0), (centre, 1), (self.related_pane, 0)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, stretch)
        self._floors = QSplitter(Qt.Orientation.Vertical, self)
        self._floors.addWidget(self._panes)
        self._floors.addWidget(self.timeline)
        self._floors.setStretchFactor(0, 1)
        self._floors.setStretchFactor(1, 0)
        for splitter in (self._panes, self._floors):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.setCentralWidget(self._floors)

    def _make_bars(self) -> None:
        self.actions_table.fill(self.menuBar())
        bar = QToolBar("Tools", self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in _LEFT_TOOLS:
            self._add_tool(bar, name)
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(self.search_field)
        for name in _RIGHT_TOOLS:
            self._add_tool(bar, name)
        self.addToolBar(bar)

    def _add_tool(self, bar: QToolBar, name: str) -> None:
        if not name:
            bar.addSeparator()
            return
        action: QAction = self.actions_table[name]
        bar.addAction(action)
        bar.widgetForAction(action).setAccessibleName(action.text().replace("&", ""))

    def _wire(self) -> None:
        session = self._session
        session.told.connect(self.notice.tell)
        session.progressed.connect(self.notice.progress)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        session.related_ready.connect(self._on_related)
        self.notice.cancelled.connect(session.stop_refresh)
        self.notice.cancelled.connect(self.files.cancel)
        self.articles.shown.connect(self.lists.on_shown)
        self.articles.shown.connect(self._on_shown)
        self.files.told.connect(self.notice.tell)
        self.files.progressed.connect(self.notice.progress)
        self.files.offered.connect(self._on_offered)
        self.opening.told.connect(self.notice.tell)
        self.articles.told.connect(self.notice.tell)
        self.articles.view_wanted.connect(self._on_view)
        self.articles.command_wanted.connect(self._do)
        self.lists.chosen.connect(self.articles.open)
        self.lists.told.connect(self.notice.tell)
        self.lists.reading_wanted.connect(self.reader.setFocus)
        for pane in (self.library_pane, self.related_pane):
            pane.list.read_on.connect(self.reader.read_on)
        self.timeline.list_toggled.connect(self.actions_table["timeline_list"].setChecked)
        self.reader.painted.connect(self._on_painted)
        self.reader.painted.connect(self.lists.catch_up)
        self.reader.finished.connect(self.lists.next_unread)
        self.reader.menu_opening.connect(self._on_menu)
        self.reader.link_hovered.connect(self.link_label.tell)
        self.find_bar.closed.connect(self.reader.setFocus)
        self._theme.changed.connect(self._paint)

    @property
    def waiting(self) -> bool:
        """Whether something is about to be asked for or shown."""
        return self._looks.isActive() or self.lists.waiting or self.reader.waiting or self._session.waiting

    # What is open

    def _on_opened(self, library: Library) -> None:
        self._settings.library = library.root
        if library.warnings:
            self.notice.tell(" ".join(library.warnings))
        self.setWindowTitle("Dateline")
        self.actions_table.enable(_NEEDS_ARTICLE, False)
        self._session.refresh_soon()
        if self._settings.feed_hours(library.root):
            self.feeds.wake()
        if self._settings.inbox(library.root):
            self.inbox.wake()

    def _on_shown(self, article: Article) -> None:
        self.setWindowTitle(f"{article.title} — Dateline")
        self.actions_table.enable(_NEEDS_ARTICLE, True)
        self._show_status(article)
        if self.articles.begins_at_hit:
            self.find_bar.begin()
        history = self.articles.history
        self.actions_table["go_back"].setEnabled(history.can_go_back)
        self.actions_table["go_forward"].setEnabled(history.can_go_forward)
        if self._session.library is not None:
            self._settings.set_last_article(self._session.library.root, article.id)

    def _on_related(self, related: Related) -> None:
        nearest = [row.id for row in related.rows[:_PREFETCHED]]
        self._session.prefetch([*self.lists.neighbours(), *nearest])

    def _on_changed(self, _changes: object) -> None:
        article, library = self.articles.article, self._session.library
        if article is not None and library is not None:
            for row in library.rows([article.id]):
                self._show_status(row)

    def _show_status(self, article: Article) -> None:
        if not self._has_icons:
            return
        star = "star-filled" if article.starred else "star"
        self.actions_table.set_icon("toggle_star", star, self._theme.colors.text)
        read = "read" if article.read else "unread"
        self.actions_table.set_icon("toggle_read", read, self._theme.colors.text)

    def show_again(self, article: str) -> None:
        """Come forward, and show ``article`` (a name, or "") where one is asked for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        library = self._session.library
        if article and library is not None:
            try:
                self.articles.open(library.find(article))
            except DatelineError as error:
                self.notice.tell(str(error))

    def _do(self, command: str) -> None:
        self.actions_table[command].trigger()

    def _on_view(self, view: str) -> None:
        self.view.show_library(True)
        self.library_pane.show_view(view)

    # Files

    def print_article(self) -> None:
        """Print the article, black on white; where there is no printer, as a PDF."""
        from viewer.ui.printing import print_page

        library = self._session.library
        if self.articles.article is not None and library is not None:
            print_page(self.articles, self._jobs, self.notice.tell, library.root, self)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and files of this machine, and addresses of the web."""
        urls = event.mimeData().urls()
        if urls and all(url.isLocalFile() or url.scheme() in ("http", "https") for url in urls):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a folder or an article; bring anything else into the library, addresses too."""
        urls = event.mimeData().urls()
        files = [url.toLocalFile() for url in urls if url.isLocalFile()]
        if files:
            self.files.take(files)
        if len(files) < len(urls):
            self.files.fetch([url.toString(_ENCODED) for url in urls if not url.isLocalFile()])

    def _paint(self) -> None:
        """Take the colours of the theme."""
        if self._has_icons:
            self._draw_icons()
        else:
            self.actions_table.reserve_icons(_TOOLS)
        self._looks.start()
        self.articles.restyle(PageStyle(self._theme.colors, self._settings.reading))

    def _draw_icons(self) -> None:
        self._has_icons = True
        self.actions_table.paint_icons(self._theme.colors.text, _TOOLS)
        self.library_pane.paint_icons()
        self._on_changed(None)

    def _on_painted(self) -> None:
        """The text stands; now the tools get their icons, for which a library has to be loaded."""
        if not self._has_icons:
            self._draw_icons()

    def _finish_looks(self) -> None:
        """What nobody misses in the first quarter of a second, and takes a tenth of the start."""
        self._on_painted()
        self.actions_table.paint_icons(self._theme.colors.text, _IN_MENUS_ONLY)
        from viewer.ui.search_help import equip

        show_help = self.actions_table["show_search_help"]
        equip(self.search_field, show_help, self._theme.colors.muted, self.lists.enter_list)
        self.organising.finish(self.actions_table)
        around = (self.search_field, *self.library_pane.tab_stops)
        for one, after in pairwise((*around, self.reader, self.find_bar.field, self.related_pane.list)):
            self.setTabOrder(one, after)

    # Keys

    def find_in_article(self) -> None:
        """Find words in the article."""
        self.find_bar.open_bar(self.reader.textCursor().selectedText()[:100])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what was entered last: the search in the article, marks, the library search, the full screen.

        Space reads on wherever it means nothing else.
        """
        if event.key() == Qt.Key.Key_Space:
            self.reader.read_on(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self.timeline.selected_event() is not None:
            self.timeline.select_event(None)
            self.reader.unmark()
        elif self.actions_table["select_by_keys"].isChecked():
            self.actions_table["select_by_keys"].setChecked(False)
        elif self.search_field.text():
            self.lists.end_search()
            self.reader.setFocus()
        elif self.isFullScreen():
            self.actions_table["full_screen"].setChecked(False)

    # Remembering

    def _restore(self) -> None:
        themes = QActionGroup(self)
        for name in _THEMES:
            action = themes.addAction(self.actions_table[f"theme_{name}"])
            action.setChecked(name == self._theme.choice)
        for name in (*_PANES, "single_keys", "collapse_duplicates"):
            wanted = self._settings.flag(name, True)
            self.actions_table[name].setChecked(True)
            self.actions_table[name].setChecked(wanted)
        self.actions_table.enable((*_NEEDS_ARTICLE, "go_back", "go_forward"), False)
        self._proportioned = False
        geometry = self._settings.state("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(_DEFAULT_SIZE)
        self.actions_table["full_screen"].setChecked(self.isFullScreen())
        for name, splitter in (("panes", self._panes), ("floors", self._floors)):
            state = self._settings.state(name)
            if state is not None:
                self._proportioned = splitter.restoreState(state)

    def showEvent(self, event: QShowEvent) -> None:
        """Where nothing is remembered, give each pane its share of the window."""
        super().showEvent(event)
        if not self._proportioned:
            self._proportioned = True
            side = min(320, max(200, round(self.width() * 0.18)))
            self._panes.setSizes([side, self.width() - 2 * side, side])
            timeline = min(330, max(210, round(self.height() * 0.27)))
            self._floors.setSizes([self.height() - timeline, timeline])

    def remember(self) -> None:
        """Keep geometry and the place in the article."""
        self.articles.leave()
        self._settings.set_state("geometry", self.saveGeometry())
        self._settings.set_state("panes", self._panes.saveState())
        self._settings.set_state("floors", self._floors.saveState())
        self._settings.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember everything, then go."""
        self.remember()
        super().closeEvent(event)
