"""The desks behind the Organise menu, each made when the first of its commands is wanted: a start does without them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from viewer.ui.actions import LateDesk

if TYPE_CHECKING:
    from viewer.library import Changes
    from viewer.ui.actions import Actions
    from viewer.ui.jobs import Jobs
    from viewer.ui.label_desk import LabelDesk
    from viewer.ui.main_window import MainWindow
    from viewer.ui.organise_desk import OrganiseDesk
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings
    from viewer.ui.shelf_desk import ShelfDesk
    from viewer.ui.story_desk import Known, StoryDesk
    from viewer.ui.theme import Theme

_MARKS = ("toggle_read", "toggle_star", "toggle_archive", "move_to_trash", "put_back", "mark_all_read")
_COMMANDS = (*_MARKS, "save_search", "undo", "redo", "empty_trash")
_LABELS = ("edit_tags", "edit_stories", "make_story")
_SHELVES = ("show_shelves",)
_STORIES = ("story_timeline",)
_OF_THE_LIST = (*_MARKS[:3], *_LABELS, *_MARKS[3:5])


class Organising:
    """What organises articles in one window. ``desks`` are targets for its commands."""

    def __init__(self, session: Session, jobs: Jobs, settings: Settings, theme: Theme, window: MainWindow) -> None:
        self._session, self._jobs, self._settings, self._theme = session, jobs, settings, theme
        self._window, self._is_finished = window, False
        self.marks = LateDesk(_COMMANDS, self._make_marks, window)
        self.labels = LateDesk(_LABELS, self._make_labels, window)
        self.shelves = LateDesk(_SHELVES, self._make_shelves, window)
        self.stories = LateDesk(_STORIES, self._make_stories, window)
        self.desks = (self.marks, self.labels, self.shelves, self.stories)

    def finish(self, actions: Actions) -> None:
        """What is not needed before the first page stands: the choice of an order, the list's menu, the shelves."""
        if self._is_finished:  # the looks are taken anew with every change of theme
            return
        self._is_finished = True
        pane, shown = self._window.library_pane, actions["show_shelves"]
        pane.add_order()
        pane.shelves_button.clicked.connect(shown.trigger)
        pane.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        pane.list.addActions([actions[name] for name in _OF_THE_LIST])
        shown.setChecked(self._settings.flag("show_shelves", False))
        self._window.articles.shown.connect(self._look_for_story)
        self._session.changed.connect(self._on_changed)
        self._look_for_story()

    def _look_for_story(self, _article: object = None) -> None:
        """Find out whether the open article belongs to a story."""
        library, article = self._session.library, self._window.articles.article
        if library is not None and article is not None:
            from viewer.ui.story_desk import known_stories

            work = partial(known_stories, library, article.id)
            self._jobs.start("read", work, self._on_known, slot="known stories")

    def _on_known(self, known: Known) -> None:
        if known.stories or self.stories.is_made:
            cast("StoryDesk", self.stories.desk).offer(known)

    def _on_changed(self, changes: Changes) -> None:
        if changes.moved:
            self._look_for_story()

    def _make_marks(self) -> OrganiseDesk:
        from viewer.ui.organise_desk import OrganiseDesk

        window = self._window
        desk = OrganiseDesk(self._session, self._jobs, window.articles, window.lists, window)
        desk.told.connect(window.notice.tell)
        desk.offered.connect(window.notice.offer)
        desk.progressed.connect(window.notice.progress)
        desk.chosen.connect(window.articles.open)
        window.notice.cancelled.connect(desk.cancel)
        window.notice.undo_wanted.connect(desk.undo)
        return desk

    @property
    def organise(self) -> OrganiseDesk:
        """The desk that does and undoes things."""
        return cast("OrganiseDesk", self.marks.desk)

    def _make_labels(self) -> LabelDesk:
        from viewer.ui.label_desk import LabelDesk

        return LabelDesk(self._session, self._jobs, self.organise, self._window)

    def _make_stories(self) -> StoryDesk:
        from viewer.ui.story_desk import StoryDesk

        window = self._window
        desk = StoryDesk(
            self._session,
            self._jobs,
            window.articles,
            window.reader,
            window.timeline,
            window.library_pane,
            window.actions_table["story_timeline"],
            window,
        )
        desk.told.connect(window.notice.tell)
        return desk

    def _make_shelves(self) -> ShelfDesk:
        from viewer.ui.shelf_desk import ShelfDesk

        pane, settings = self._window.library_pane, self._settings
        return ShelfDesk(self._session, self._jobs, pane, self.organise, settings, self._theme, self._window)
