"""What the reader makes of many articles: stories, and searches worth keeping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from viewer.model.event import Event


@dataclass(frozen=True, slots=True)
class Story:
    """A named set of articles, by their ids."""

    id: int
    name: str
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question to the library that the reader keeps under a name."""

    id: int
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Report:
    """An event as one article of a story reports it. ``text`` is the passage in the article's own words."""

    article: int
    title: str
    published: date | None
    event: Event
    text: str


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """What a story tells of one event: ``event`` as the timeline shows it, and every report of it, the first first.

    Reports that contradict one another are one event as well; then ``event.conflict`` says how.
    """

    event: Event
    reports: tuple[Report, ...]
