"""The timeline of a story in the place of the article's: shown when asked for, its events leading to their articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from viewer.library import Changes, Library
    from viewer.model import Article, Report, Story, StoryEvent
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.library_pane import LibraryPane
    from viewer.ui.reader.reader_view import ReaderView
    from viewer.ui.session import Session
    from viewer.ui.timeline_host import TimelineHost

_NO_STORY = "This article belongs to no story yet. “Make a story” in the Organise menu makes one of it."
_ELSEWHERE = "{} reports it. Enter, or another click, opens the article there."


class Known(NamedTuple):
    """The stories of a library, as they were when the article was looked up."""

    library: Library
    article: int
    stories: Sequence[Story]


class _Told(NamedTuple):
    library: Library
    story: Story
    events: Sequence[StoryEvent]


class StoryDesk(QObject):
    """Switches the timeline between this article and its story. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        articles: ArticleDesk,
        reader: ReaderView,
        timeline: TimelineHost,
        pane: LibraryPane,
        action: QAction,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._articles = session, jobs, articles
        self._reader, self._timeline, self._pane, self._action = reader, timeline, pane, action
        self._story: Story | None = None
        self._shown = False
        self._wanted: Report | None = None
        timeline.story_asked.connect(action.setChecked)
        timeline.story_event_selected.connect(self._on_selected)
        timeline.story_event_activated.connect(self._on_activated)
        articles.shown.connect(self._on_shown)
        session.changed.connect(self._on_changed)
        session.closing.connect(self._on_closing)

    def offer(self, known: Known) -> None:
        """Offer the story that an article belongs to, if any: the one whose list is shown, else the first by name."""
        if known.library is not self._session.library or self._shown:
            return
        mine = [story for story in known.stories if known.article in story.articles]
        viewed = [story for story in mine if self._pane.wish.view == f"story:{story.id}"]
        self._story = next(iter(viewed or mine), None)
        self._timeline.offer_story(self._story.name if self._story else "")

    def story_timeline(self, wanted: bool) -> None:
        """Show the timeline of the story, or of the article again."""
        library, article = self._session.library, self._articles.article
        if not wanted:
            self._shown = False
            self._timeline.show_story(None)
        elif library is not None and article is not None:
            self._shown = True
            self._jobs.start("work", partial(_told, library, article.id, self._pane.wish.view), self._on_told)

    def _ask_again(self) -> None:
        library, story = self._session.library, self._story
        if library is not None and story is not None and self._articles.article is not None:
            view = f"story:{story.id}"
            self._jobs.start("work", partial(_told, library, self._articles.article.id, view), self._on_told)

    def _on_told(self, told: _Told | None) -> None:
        if told is None:
            self._shown = False
            self._action.setChecked(False)
            self.told.emit(_NO_STORY)
        elif told.library is self._session.library and self._shown:
            self._story = told.story
            if self._articles.article is not None:
                self._timeline.open_article = self._articles.article.id
            self._timeline.offer_story(told.story.name)
            self._timeline.show_story(told.events)

    # What happens around it

    def _on_shown(self, article: Article) -> None:
        self._timeline.open_article = article.id
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.article == article.id:
            self._reader.reveal(wanted.event.passage)

    def _on_changed(self, changes: Changes) -> None:
        if self._shown and (changes.moved or changes.added or changes.removed or changes.changed):
            self._ask_again()

    def _on_closing(self) -> None:
        self._story = None
        self._action.setChecked(False)
        self._timeline.offer_story("")

    def _on_selected(self, told: StoryEvent) -> None:
        report = self._own_report(told)
        if report is not None:
            self._reader.reveal(report.event.passage)
        else:
            names = " and ".join(dict.fromkeys(f"“{one.title}”" for one in told.reports[:2]))
            self.told.emit(_ELSEWHERE.format(names))

    def _on_activated(self, told: StoryEvent) -> None:
        report = self._own_report(told)
        if report is not None:
            self._reader.reveal(report.event.passage)
            self._reader.setFocus()
        else:
            self._wanted = told.reports[0]
            self._session.open_article(self._wanted.article, self._wanted.event.passage)

    def _own_report(self, told: StoryEvent) -> Report | None:
        article = self._articles.article
        return next((one for one in told.reports if article and one.article == article.id), None)


def known_stories(library: Library, article: int, _ticket: Ticket) -> Known:
    """The stories of a library, for ``StoryDesk.offer``."""
    return Known(library, article, library.stories())


def _told(library: Library, article: int, view: str, _ticket: Ticket) -> _Told | None:
    """The story whose list is shown, else the first that the article belongs to; None where there is none."""
    stories = library.stories()
    viewed = [story for story in stories if view == f"story:{story.id}"]
    story = next(iter(viewed or [story for story in stories if article in story.articles]), None)
    return _Told(library, story, library.story_timeline(str(story.id))) if story else None
