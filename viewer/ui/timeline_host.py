"""The place of the timeline in the window: it is built once the article stands, so that a start shows text first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.model import Chronology

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Event, StoryEvent
    from viewer.ui.theme import Theme
    from viewer.ui.timeline import TimelinePane

_HEIGHT = 150


class TimelineHost(QWidget):
    """Holds a TimelinePane from the first chronology on; before, questions have the answers of an empty one.

    While it shows a story, its own events carry a StoryEvent in ``story_event_selected`` and ``story_event_activated``;
    what is asked about events of an article is answered for the article that is open, ``open_article``.
    """

    event_selected = Signal(object)
    event_activated = Signal(object)
    list_toggled = Signal(bool)
    story_asked = Signal(bool)
    story_event_selected = Signal(object)
    story_event_activated = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pane: TimelinePane | None = None
        self._article: tuple[Chronology | None, date | None, bool] = (None, None, False)
        self._story: Sequence[StoryEvent] | None = None
        self._story_name = ""
        self.open_article: int | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(_HEIGHT)

    @property
    def pane(self) -> TimelinePane:
        """The timeline, built now if it was not yet."""
        if self._pane is None:
            from viewer.ui.timeline import TimelinePane  # an eighth of the start, and not needed for the first page

            self._pane = TimelinePane(self._theme, self)
            self._pane.event_selected.connect(self._on_selected)
            self._pane.event_activated.connect(self._on_activated)
            self._pane.list_toggled.connect(self.list_toggled)
            self._pane.story_asked.connect(self.story_asked)
            self._layout.addWidget(self._pane)
        return self._pane

    def set_chronology(self, chronology: Chronology | None, published: date | None, right_to_left: bool) -> None:
        """Show the events of an article; while a story is shown, they are kept for later."""
        self._article = chronology, published, right_to_left
        if self._story is None:
            self.pane.set_chronology(chronology, published, right_to_left)

    def offer_story(self, name: str) -> None:
        """Offer to show the story of this name; "" for none."""
        self._story_name = name
        if self._pane is not None or name:
            self.pane.offer_story(name)

    @property
    def shown_story(self) -> str:
        """The name of the story whose events are shown; "" while they are those of the article."""
        return "" if self._story is None else self._story_name

    def show_story(self, events: Sequence[StoryEvent] | None) -> None:
        """Show the events of a story; None: those of the article again."""
        was_shown, self._story = self._story is not None, events
        if events is not None:
            self.pane.set_chronology(Chronology(events=tuple(told.event for told in events)), None)
        elif was_shown:
            self.pane.set_chronology(*self._article)
        if self._pane is not None:
            self._pane.say_story(events is not None)

    def clear(self) -> None:
        """Show that there is no article."""
        self._article, self._story = (None, None, False), None
        if self._pane is not None:
            self._pane.set_chronology(None, None)

    def selected_event(self) -> Event | None:
        """The chosen event; of a story's, as the open article reports it, if it does."""
        event = self._pane.selected_event() if self._pane else None
        if event is None or self._story is None:
            return event
        reports = self._story[event.order].reports
        return next((report.event for report in reports if report.article == self.open_article), event)

    def select_event(self, event: Event | None) -> None:
        """Choose an event from outside: no signal comes back. None clears the choice."""
        if self._pane is not None or event is not None:
            self.pane.select_event(self._as_shown(event))

    def set_here(self, event: Event | None) -> None:
        """Move the "you are here" mark to an event; None takes it away."""
        if self._pane is not None:
            self._pane.set_here(self._as_shown(event))

    def _as_shown(self, event: Event | None) -> Event | None:
        """An event of the open article as the timeline shows it."""
        if event is None or self._story is None:
            return event
        mine = (
            told.event
            for told in self._story
            if any(report.article == self.open_article and report.event == event for report in told.reports)
        )
        return next(mine, None)

    def _on_selected(self, event: Event) -> None:
        if self._story is None:
            self.event_selected.emit(event)
        else:
            self.story_event_selected.emit(self._story[event.order])

    def _on_activated(self, event: Event) -> None:
        if self._story is None:
            self.event_activated.emit(event)
        else:
            self.story_event_activated.emit(self._story[event.order])
