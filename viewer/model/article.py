"""What the library knows of an article without its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Article:
    """A row of the library. ``path`` is relative to the library; ``id`` survives a renaming of the file.

    ``position`` is how far the reader came, 0.0 to 1.0. ``published`` is None where the file states no date that
    can be read; ``published_at`` keeps the time of day where one is stated, and where the file names no day but a month
    or a year, ``published_in`` is that one ("2018-11", "2018"), else "". A trashed article's file is still there.
    ``conflict`` is "copy" for a conflicted copy that a synchroniser left, "original" for an article that has one.
    ``twins`` counts the articles that are nearly the same.
    """

    id: int
    path: PurePosixPath
    title: str
    published: date | None = None
    published_at: datetime | None = None
    published_in: str = ""
    updated: date | None = None
    saved: date | None = None
    authors: tuple[str, ...] = ()
    site: str = ""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = "en"
    url: str = ""
    description: str = ""
    credit: str = ""
    words: int = 0
    read: bool = False
    starred: bool = False
    position: float = 0.0
    archived: bool = False
    trashed: bool = False
    conflict: str = ""
    twins: int = 0

    @property
    def minutes(self) -> int:
        """Minutes of reading at 230 words a minute, at least 1."""
        return max(1, round(self.words / 230))


class RelatedRow(NamedTuple):
    """An article that tells the same story. ``score`` is a cosine, 0.0 to 1.0; ``why`` lists reasons in words.

    ``relation`` is "linked", "earlier", "later" or "undated" as seen from the article asked about. ``duplicates``
    are the ids of near-identical articles that this row stands for.
    """

    id: int
    score: float
    why: tuple[str, ...]
    relation: str
    title: str
    published: date | None = None
    duplicates: tuple[int, ...] = ()
    published_in: str = ""


class SearchRow(NamedTuple):
    """A search result, best first. ``snippet`` is plain text; ``hits`` are (begin, end) pairs in it."""

    id: int
    title: str
    snippet: str
    hits: tuple[tuple[int, int], ...] = ()
    published: date | None = None
    score: float = 0.0


class IndexProblem(NamedTuple):
    """A file of the library that could not be read, or only in part, and why, in a sentence.

    ``failed`` is false for one that is only worth knowing of, such as a conflicted copy.
    """

    path: PurePosixPath
    reason: str
    failed: bool = True
