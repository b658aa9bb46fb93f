"""What the reader makes of many articles: stories, and searches worth keeping."""

from __future__ import annotations

from dataclasses import dataclass


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
