"""The dates and events of the open article: walked, chosen, and kept together with the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Chronology, DatedPassage, Event, Passage
    from viewer.ui.reader.reader_view import ReaderView
    from viewer.ui.session import OpenArticle
    from viewer.ui.timeline_host import TimelineHost


class ArticleDates(QObject):
    """The part of ``ArticleDesk`` that knows of dates. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(self, reader: ReaderView, timeline: TimelineHost, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._timeline = reader, timeline
        self._open: OpenArticle | None = None
        self._date_in_hand: DatedPassage | None = None
        self._date_wanted: tuple[int, Passage] | None = None
        reader.date_activated.connect(self._on_date)
        timeline.event_selected.connect(self._on_event)
        timeline.event_activated.connect(self._on_event_activated)
        timeline.story_event_selected.connect(self._on_story_event)

    @property
    def chronology(self) -> Chronology | None:
        """The dates and events of the open article."""
        return self._open.chronology if self._open else None

    @property
    def dates(self) -> Sequence[DatedPassage]:
        """The dates of the open article, in the order of its text."""
        return self._open.chronology.timexes if self._open else ()

    @property
    def date_in_hand(self) -> DatedPassage | None:
        """The date that was gone to or clicked last, unless an event was chosen since."""
        return self._date_in_hand

    def event_in_hand(self) -> Event | None:
        """The event of the open article that is chosen on the timeline."""
        event = self._timeline.selected_event()
        return event if self._open is not None and event in self._open.chronology.events else None

    def choose_date(self, article: int | None, passage: Passage | None) -> None:
        """Once this article is shown anew, choose the event that these words, or no words, date."""
        self._date_wanted = (article, passage) if article is not None and passage is not None else None

    def forget_date(self) -> None:
        """Another article is shown: no date of it was gone to yet."""
        self._date_in_hand = None

    def keep_in_hand(self, article: int) -> None:
        """The same article will be shown anew: what is in hand is to be so afterwards."""
        event = self.event_in_hand()
        dated = self._date_in_hand or (event.dated_by if event is not None else None)
        passage = dated.passage if dated is not None else event.passage if event is not None else None
        if self._date_wanted is None and passage is not None:
            self.choose_date(article, passage)

    def choose_wanted_date(self) -> None:
        """Choose what was to be chosen once the open article is shown."""
        wanted, self._date_wanted = self._date_wanted, None
        if wanted is None or self._open is None or wanted[0] != self._open.article.id:
            return
        chronology, passage = self._open.chronology, wanted[1]
        dated = next((one for one in chronology.timexes if one.passage == passage), None)
        event = next((one for one in chronology.events if one.passage == passage), None)
        if dated is not None:
            self._select(dated)
        elif event is not None:
            self._timeline.select_event(event)
        if dated is not None or event is not None:
            self._reader.mark(passage)

    def next_date(self) -> None:
        """Go to the next date in the text and show its receipt."""
        self._step_date(True)

    def previous_date(self) -> None:
        """Go to the date before in the text and show its receipt."""
        self._step_date(False)

    def _step_date(self, forward: bool) -> None:
        dated = self._reader.step_date(forward)
        if dated is None:
            self.told.emit("There is no further date in this article." if forward else "There is no date before this.")
            return
        self._select(dated)

    def _on_date(self, dated: DatedPassage) -> None:
        if self._select(dated):
            event = self._timeline.selected_event()
            self._reader.reveal(event.passage if event is not None else dated.passage)
        else:
            self._reader.reveal(dated.passage)

    def _select(self, dated: DatedPassage) -> bool:
        """Select the event that a date dates; False where it dates none."""
        self._date_in_hand = dated
        events = self._open.chronology.events if self._open else ()
        event = next((e for e in events if e.dated_by is not None and e.dated_by.passage == dated.passage), None)
        self._timeline.select_event(event)
        return event is not None

    def _on_event(self, event: Event | None) -> None:
        self._date_in_hand = None
        if event is None:
            self._reader.unmark()
        else:
            self._reader.reveal(event.passage)

    def _on_story_event(self, _told: object) -> None:
        self._date_in_hand = None

    def _on_event_activated(self, event: Event) -> None:
        self._reader.reveal(event.passage)
        self._reader.setFocus()

    def _show_where(self, place: Passage) -> None:
        """Move the mark on the timeline to what the text at ``place`` has reported last."""
        events = self._open.chronology.events if self._open else ()
        self._timeline.set_here(event_at(events, place))


def event_at(events: tuple[Event, ...], place: Passage) -> Event | None:
    """The event that the text at ``place`` has reported last: the nearest that begins at or before it."""
    before = [event for event in events if (event.passage.block, event.passage.begin) <= (place.block, place.begin)]
    return max(before, key=_place_of, default=None)


def _place_of(event: Event) -> tuple[int, int]:
    return event.passage.block, event.passage.begin
