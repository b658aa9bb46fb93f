"""The events of a chronology as the timeline shows them: in stepping order, with their words and their mark."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from viewer.model import Factuality, Precision, TimexType
from viewer.model.date_words import event_words, readings_of
from viewer.ui.timeline.scale import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Event, Interval

_DAY_GRAINS = {Precision.DAY, Precision.TIME}
_MODS_THAT_BLUR = {"APPROX", "START", "MID", "END"}
_LONGEST_LABEL = 300
_JOINERS = "\u200c\u200d"  # Persian, Indic scripts and emoji are spelled with these


class Shape(StrEnum):
    """What a mark says about the date."""

    DAY = "day"
    SPAN = "span"
    WITHIN = "within"
    ABOUT = "about"
    CONFLICT = "conflict"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on the timeline. ``index`` is its place in stepping order: dated by time, then undated as in the text.

    ``spans`` holds the days it covers, one span per reading where the date contradicts itself, none where it is
    undated. An open end is drawn fading out and takes no room on the scale.
    """

    index: int
    event: Event
    date: str
    label: str
    shape: Shape
    spans: tuple[Span, ...] = ()
    open_begin: bool = False
    open_end: bool = False
    lasting: bool = False
    right_to_left: bool = False

    @property
    def soft_begin(self) -> bool:
        """True where the mark fades in."""
        return self.open_begin or self.shape == Shape.ABOUT

    @property
    def soft_end(self) -> bool:
        """True where the mark fades out; "for weeks" has a begin that is vague and an end that is not."""
        return self.open_end or (self.shape == Shape.ABOUT and not self.lasting)

    @property
    def hollow(self) -> bool:
        """True for what has not happened: planned, conditional, negated."""
        return self.event.factuality in {Factuality.PLANNED, Factuality.CONDITIONAL, Factuality.NEGATED}

    @property
    def struck(self) -> bool:
        """True for what the article says did not happen."""
        return self.event.factuality == Factuality.NEGATED

    @property
    def quoted(self) -> bool:
        """True for what somebody says."""
        return self.event.factuality == Factuality.ATTRIBUTED


def entries_of(events: Sequence[Event], *, right_to_left: bool = False) -> tuple[Entry, ...]:
    """The entries of ``events`` in stepping order; ``right_to_left`` is the direction of the article."""
    placed = [(event, _spans(event)) for event in events]
    dated = [(event, spans) for event, spans in placed if spans]
    undated = [(event, spans) for event, spans in placed if not spans]
    dated.sort(key=lambda pair: (pair[1][0].begin + pair[1][0].end, pair[0].order))
    undated.sort(key=lambda pair: pair[0].order)
    return tuple(_entry(index, event, spans, right_to_left) for index, (event, spans) in enumerate((*dated, *undated)))


def clean(text: str) -> str:
    """One line of text without control and direction-changing characters, at most 300 characters."""
    line = " ".join(text[: 2 * _LONGEST_LABEL].split())
    if not line.isprintable():
        line = "".join(character for character in line if character in _JOINERS or character.isprintable())
    return line[:_LONGEST_LABEL]


def _capital(label: str) -> str:
    """A clause cut from the middle of a sentence begins like a sentence of its own; "iPhone" stays."""
    return label if label[1:2].isupper() else label[:1].upper() + label[1:]


def _runs_right_to_left(text: str, article: bool) -> bool:
    """Whether a label runs from right to left: by its first strong letter (rule P2 of the Unicode bidi algorithm).

    In a right-to-left article any such letter will do: a sentence that begins with a Latin name is still Arabic.
    """
    if text.isascii():
        return False
    strong = [way for character in text if (way := unicodedata.bidirectional(character)) in {"L", "R", "AL"}]
    backward = [way != "L" for way in strong]
    return any(backward) if article else backward[:1] == [True]


def _entry(index: int, event: Event, spans: tuple[Span, ...], article_right_to_left: bool) -> Entry:
    interval, label = event.interval, _capital(clean(event.label))
    return Entry(
        index,
        event,
        event_words(event),
        label,
        _shape(event, spans),
        spans,
        open_begin=interval is not None and interval.first is None,
        open_end=interval is not None and interval.last is None,
        lasting=event.timex is not None and event.timex.type == TimexType.DURATION,
        right_to_left=_runs_right_to_left(label, article_right_to_left),
    )


def _spans(event: Event) -> tuple[Span, ...]:
    intervals = readings_of(event) or ((event.interval,) if event.interval else ())
    return tuple(span for interval in intervals if (span := _span(interval)))


def _span(interval: Interval) -> Span | None:
    first = interval.last if interval.first is None else interval.first
    last = interval.first if interval.last is None else interval.last
    if first is None or last is None:
        return None
    return Span(float(min(first, last)), float(max(first, last)) + 1.0)


def _shape(event: Event, spans: tuple[Span, ...]) -> Shape:
    interval = event.interval
    if len(spans) > 1 or (spans and event.conflict):
        return Shape.CONFLICT
    if interval is None or not spans:
        return Shape.UNDATED
    timex = event.timex
    if interval.approximate or (timex and timex.mod in _MODS_THAT_BLUR):
        return Shape.ABOUT
    if timex and timex.type == TimexType.DURATION and interval.first != interval.last:
        return Shape.SPAN
    if interval.precision not in _DAY_GRAINS:
        return Shape.WITHIN
    return Shape.DAY if interval.first == interval.last else Shape.SPAN
