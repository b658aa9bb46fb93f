"""The timeline pane: header, drawn timeline with its tray, and the list, with one selection for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from viewer.ui.timeline.canvas import TimelineCanvas
from viewer.ui.timeline.entries import Entry, entries_of
from viewer.ui.timeline.header import TimelineHeader
from viewer.ui.timeline.legend import Legend
from viewer.ui.timeline.table import EventTable
from viewer.ui.timeline.tray import Tray
from viewer.ui.timeline.wording import NO_ARTICLE, NO_DATES, count_words, spoken

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from viewer.model import Chronology, Event
    from viewer.ui.theme import Theme

_TRAY_SHARE, _TRAY_SHARE_OF_FEW, _FEW = 0.24, 0.17, 2
_TRAY_WIDEST = 300
_TRAY_LEAST = 150


class TimelinePane(QWidget):
    """When what an article reports happened.

    ``event_selected`` and ``event_activated`` carry an ``Event``; both come only from what the reader does here: a
    click or a step selects; Enter, a double-click or a click on what is selected activates. ``list_toggled`` says that
    the list came on (True) or went, whoever asked for it.
    """

    event_selected = Signal(object)
    event_activated = Signal(object)
    list_toggled = Signal(bool)
    story_asked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._index_by_order: dict[int, int] = {}
        self._selected = -1
        self._listed = False
        self._header = TimelineHeader(theme, self)
        self._canvas = TimelineCanvas(theme, self)
        self._tray = Tray(theme, self)
        self._table = EventTable(theme, self)
        self._empty = QLabel(NO_ARTICLE, self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._legend = Legend(theme, self)
        self._stack = QStackedWidget(self)
        self._drawn = QWidget(self._stack)
        self._arrange()
        self._connect()
        self.setAccessibleName("Timeline")
        self.set_chronology(None, None)

    def set_chronology(
        self, chronology: Chronology | None, published: date | None, right_to_left: bool = False
    ) -> None:
        """Show the events of an article, or that there is no article (None). Forgets selection and zoom.

        ``right_to_left`` is the direction of the article's text; time runs from left to right all the same.
        """
        self._entries = entries_of(chronology.events, right_to_left=right_to_left) if chronology else ()
        self._index_by_order = {entry.event.order: entry.index for entry in self._entries}
        self._selected = -1
        self._canvas.set_entries(self._entries, published)
        self._tray.set_entries(self._entries)
        self._size_tray()
        self._table.set_entries(self._entries)
        self._header.set_count(count_words(self._entries) if self._entries else "")
        self._header.set_empty(not self._entries)
        self._empty.setText(NO_DATES if chronology else NO_ARTICLE)
        self._describe()
        self._show_page()

    @property
    def drawing(self) -> QWidget:
        """The drawn timeline with its tray, whichever of timeline and list is shown."""
        if not self._drawn.isVisible():
            self._drawn.resize(self._stack.size())
        return self._drawn

    def offer_story(self, name: str) -> None:
        """Offer to show all that the story ``name`` tells; "" for none."""
        self._header.offer_story(name)

    def say_story(self, shown: bool) -> None:
        """Say whether the events are those of the story or of the article."""
        self._header.say_story(shown)

    def selected_event(self) -> Event | None:
        """The chosen event."""
        return self._entries[self._selected].event if self._selected >= 0 else None

    def select_event(self, event: Event | None) -> None:
        """Choose an event from outside: no signal comes back. None, or one that is not shown, clears the choice."""
        self._select(self._index_of(event))

    def set_here(self, event: Event | None) -> None:
        """Move the "you are here" mark to an event; None takes it away."""
        index = self._index_of(event)
        self._canvas.set_here(index)
        self._tray.set_here(index)

    def zoom_in(self) -> None:
        """One step closer."""
        self._canvas.zoom_in()

    def zoom_out(self) -> None:
        """One step back."""
        self._canvas.zoom_out()

    def fit(self) -> None:
        """Bring the whole time into view."""
        self._canvas.fit()

    def show_list(self, listed: bool) -> None:
        """Show the list (True) or the drawn timeline (False)."""
        changed, self._listed = listed != self._listed, listed
        has_focus = self._canvas.hasFocus() or self._table.hasFocus()
        self._header.set_list(listed)
        self._show_page()
        if has_focus:
            self.focus_events()
        if changed:
            self.list_toggled.emit(listed)

    def focus_events(self) -> None:
        """Move the keyboard to the events, drawn or listed."""
        (self._table if self._listed else self._canvas).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_even_scale(self, even: bool) -> None:
        """Take the even scale (True) or the elastic one (False)."""
        self._header.set_even(even)
        self._canvas.set_even(even)

    @property
    def list_shown(self) -> bool:
        """True while the list is shown in place of the drawn timeline."""
        return self._listed

    def step(self, name: str) -> None:
        """Do what a key of the timeline asks for: previous, next, first, last, activate, zoom in, zoom out, fit."""
        if name in _STEPS:
            self._step(name)
        elif name == "activate":
            self._activate(self._selected)
        else:
            {"zoom in": self.zoom_in, "zoom out": self.zoom_out, "fit": self.fit}[name]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tray takes its share of the width."""
        super().resizeEvent(event)
        self._size_tray()

    def _size_tray(self) -> None:
        share = _TRAY_SHARE if self._tray.count > _FEW else _TRAY_SHARE_OF_FEW
        self._tray.setFixedWidth(min(max(int(self.width() * share), _TRAY_LEAST), _TRAY_WIDEST))

    def _arrange(self) -> None:
        row = QHBoxLayout(self._drawn)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._canvas, 1)
        row.addWidget(self._tray)
        for page in (self._empty, self._drawn, self._table):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for view in (self._canvas, self._tray, self._table):
            view.chosen.connect(self._choose)
        self._canvas.activated.connect(self._activate)
        self._tray.activated.connect(self._activate)
        self._table.activated_entry.connect(self._activate)
        self._canvas.stepped.connect(self.step)
        self._header.list_asked.connect(self.show_list)
        self._header.story_asked.connect(self.story_asked)
        self._header.even_asked.connect(self._canvas.set_even)
        self._header.zoom_in_asked.connect(self.zoom_in)
        self._header.zoom_out_asked.connect(self.zoom_out)
        self._header.fit_asked.connect(self.fit)
        self._header.legend_asked.connect(self._open_legend)

    def _show_page(self) -> None:
        page = self._empty if not self._entries else self._table if self._listed else self._drawn
        self._stack.setCurrentWidget(page)

    def _index_of(self, event: Event | None) -> int:
        if event is None:
            return -1
        index = self._index_by_order.get(event.order, -1)
        if index >= 0 and self._entries[index].event == event:
            return index
        return next((entry.index for entry in self._entries if entry.event == event), -1)

    def _select(self, index: int) -> None:
        self._selected = index
        for view in (self._canvas, self._tray, self._table):
            view.set_selected(index)
        self._describe()

    def _choose(self, index: int) -> None:
        if index != self._selected:
            self._select(index)
            self._emit_selected(self._entries[index].event)

    def _activate(self, index: int) -> None:
        if 0 <= index < len(self._entries):
            self._emit_activated(self._entries[index].event)

    def _emit_selected(self, event: Event) -> None:
        self.event_selected.emit(event)

    def _emit_activated(self, event: Event) -> None:
        self.event_activated.emit(event)

    def _step(self, name: str) -> None:
        if not self._entries:
            return
        last = len(self._entries) - 1
        here = self._selected
        target = {"first": 0, "last": last, "next": min(here + 1, last), "previous": here - 1 if here > 0 else 0}[name]
        self._choose(target)

    def _describe(self) -> None:
        words = spoken(self._entries[self._selected]) if self._selected >= 0 else count_words(self._entries)
        self._canvas.setAccessibleDescription(words)

    def _open_legend(self) -> None:
        button = self._header.legend_button
        self._legend.open_at(button.mapToGlobal(QPoint(button.width(), -4)))


_STEPS = {"first", "last", "next", "previous"}
