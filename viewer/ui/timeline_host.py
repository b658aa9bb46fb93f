"""The place of the timeline in the window: it is built once the article stands, so that a start shows text first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from datetime import date

    from viewer.model import Chronology, Event
    from viewer.ui.theme import Theme
    from viewer.ui.timeline import TimelinePane

_HEIGHT = 150


class TimelineHost(QWidget):
    """Holds a TimelinePane from the first chronology on; before, questions have the answers of an empty one."""

    event_selected = Signal(object)
    event_activated = Signal(object)
    list_toggled = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pane: TimelinePane | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(_HEIGHT)

    @property
    def pane(self) -> TimelinePane:
        """The timeline, built now if it was not yet."""
        if self._pane is None:
            from viewer.ui.timeline import TimelinePane  # an eighth of the start, and not needed for the first page

            self._pane = TimelinePane(self._theme, self)
            self._pane.event_selected.connect(self.event_selected)
            self._pane.event_activated.connect(self.event_activated)
            self._pane.list_toggled.connect(self.list_toggled)
            self._layout.addWidget(self._pane)
            self.setFocusProxy(self._pane)
        return self._pane

    def set_chronology(self, chronology: Chronology | None, published: date | None, right_to_left: bool) -> None:
        """Show the events of an article."""
        self.pane.set_chronology(chronology, published, right_to_left)

    def clear(self) -> None:
        """Show that there is no article."""
        if self._pane is not None:
            self._pane.set_chronology(None, None)

    def selected_event(self) -> Event | None:
        """The chosen event."""
        return self._pane.selected_event() if self._pane else None

    def select_event(self, event: Event | None) -> None:
        """Choose an event from outside: no signal comes back. None clears the choice."""
        if self._pane is not None or event is not None:
            self.pane.select_event(event)

    def set_here(self, event: Event | None) -> None:
        """Move the "you are here" mark to an event; None takes it away."""
        if self._pane is not None:
            self._pane.set_here(event)
