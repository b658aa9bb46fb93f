"""The shelves above the list, kept in step with the library, and what the reader does with one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter

from viewer.library.shelves import Shelves, counts_of_searches, shelves_of
from viewer.ui.shelf_tree import Group, Shelf, ShelfTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from viewer.library import Library, NamedCount
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.library_pane import LibraryPane
    from viewer.ui.organise_desk import OrganiseDesk
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings
    from viewer.ui.theme import Theme

SHOWN = "show_shelves"
_MOST_OF_THE_PANE = 0.45


class ShelfDesk(QObject):
    """Fills the tree of shelves, once it was asked for."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        pane: LibraryPane,
        organise: OrganiseDesk,
        settings: Settings,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._pane = session, jobs, pane
        self._organise, self._settings = organise, settings
        self._shelves: Shelves | None = None
        self._found: Mapping[int, int] = {}
        self.tree = ShelfTree(theme, pane)
        self._between = QSplitter(Qt.Orientation.Vertical, pane)
        self._between.setChildrenCollapsible(False)
        self._between.setHandleWidth(1)
        self._between.splitterMoved.connect(self._on_moved)
        self._is_moved = False
        self.tree.view_wanted.connect(self._on_view)
        self.tree.left.connect(self._pane.list.setFocus)
        self.tree.renamed.connect(self._on_renamed)
        self.tree.removed.connect(self._on_removed)
        self.tree.emptied.connect(self._on_emptied)
        pane.wished.connect(self._on_wish)
        session.surveyed.connect(self.refresh)
        pane.put_above_list(self._between, self.tree)
        self.tree.hide()

    def show_shelves(self, wanted: bool) -> None:
        """Show or hide the shelves."""
        self._settings.set_flag(SHOWN, wanted)
        self._pane.shelves_shown(wanted)
        if not wanted and self.tree.hasFocus():
            self._pane.list.setFocus()
        self.tree.setVisible(wanted)
        self.refresh()

    def refresh(self, _overview: object = None) -> None:
        """Ask for the shelves, where they can be seen."""
        library = self._session.library
        if library is not None and not self.tree.isHidden():
            self._jobs.start("read", partial(_shelves, library), self._on_shelves, slot="shelves")

    def _on_shelves(self, answer: tuple[Library, Shelves]) -> None:
        library, shelves = answer
        if library is not self._session.library:
            return
        is_first = self._shelves is None
        before = self.tree.wanted_height()
        self._shelves = shelves
        self._fill()
        if is_first or (self.tree.wanted_height() != before and not self._is_moved):
            self._share_the_pane()
        if shelves.searches:
            self._jobs.start("work", partial(_counted, library, shelves), self._on_counted, slot="counted")

    def _on_counted(self, answer: tuple[Library, Mapping[int, int]]) -> None:
        library, found = answer
        if library is self._session.library and found != self._found:
            self._found = found
            self._fill()

    def _fill(self) -> None:
        shelves = self._shelves
        if shelves is None:
            return
        stories = (Shelf(f"story:{one.id}", one.name, "story", count, one.id) for one, count in shelves.stories)
        searches = (
            Shelf(f"search:{one.query}", one.name, "search", self._found.get(one.id), one.id)
            for one in shelves.searches
        )
        groups = (
            Group("Stories", "related", tuple(stories), is_open=True),
            Group("Saved searches", "search", tuple(searches), is_open=True),
            Group("Tags", "tag", tuple(_labels("tag", shelves.tags))),
            Group("Sections", "section", tuple(_labels("section", shelves.sections))),
        )
        self.tree.show_shelves(shelves.counts, groups, self._pane.wish.view)

    def _on_moved(self) -> None:
        """The reader has given the shelves the room that they are to have."""
        self._is_moved = True

    def _share_the_pane(self) -> None:
        height = self._between.height()
        wanted = min(self.tree.wanted_height(), round(height * _MOST_OF_THE_PANE))
        self._between.setSizes([wanted, height - wanted])
        self._between.setStretchFactor(0, 0)
        self._between.setStretchFactor(1, 1)

    # What the reader does

    def _on_view(self, shelf: Shelf) -> None:
        self._pane.show_view(shelf.view, shelf.name)

    def _on_wish(self, _wish: object) -> None:
        self.tree.choose(self._pane.wish.view)

    def _on_renamed(self, shelf: Shelf, name: str) -> None:
        if shelf.kind == "story":
            self._organise.do(lambda library, _report: library.change_story(shelf.id, name=name))
        elif shelf.kind == "search":
            query = shelf.view.partition(":")[2]
            self._organise.do(lambda library, _report: library.save_search(name, query, shelf.id))
        else:
            self._organise.do(
                lambda library, report: library.retag(
                    _tagged(library, shelf), add=[name], remove=[shelf.name], progress=report
                ),
                many=True,
            )
            if self._pane.wish.view == shelf.view:
                self._pane.show_view(f"tag:{name}")

    def _on_removed(self, shelf: Shelf) -> None:
        if shelf.kind == "story":
            self._organise.do(lambda library, _report: library.remove_story(shelf.id))
        elif shelf.kind == "search":
            self._organise.do(lambda library, _report: library.remove_search(shelf.id))
        else:
            self._organise.do(
                lambda library, report: library.retag(_tagged(library, shelf), remove=[shelf.name], progress=report),
                many=True,
            )
        if self._pane.wish.view == shelf.view:
            self._pane.show_view("all")

    def _on_emptied(self, _shelf: Shelf) -> None:
        self._organise.empty_trash()


def _labels(kind: str, counted: Iterable[NamedCount]) -> Iterable[Shelf]:
    return (Shelf(f"{kind}:{one.name}", one.name, kind, one.count) for one in counted)


def _tagged(library: Library, shelf: Shelf) -> list[int]:
    """The articles that carry a tag, those in the trash included: else it would come back with them."""
    trashed = library.rows(library.ids("trash"))
    return [*library.ids(shelf.view), *(article.id for article in trashed if shelf.name in article.tags)]


def _shelves(library: Library, _ticket: Ticket) -> tuple[Library, Shelves]:
    return library, shelves_of(library)


def _counted(library: Library, shelves: Shelves, ticket: Ticket) -> tuple[Library, Mapping[int, int]]:
    return library, counts_of_searches(library, shelves.searches, lambda: ticket.cancelled)
