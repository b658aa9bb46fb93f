"""What became of an import. Apart from the other values, because a start does without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from viewer.model import ImportProblem


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article that is now in the library. ``id`` is None in a dry run, which gives no ids.

    ``completed``: it was there before, but only its address; now it has its text. ``highlights`` counts highlights and
    notes that came with it, ``tags`` tags that came to those it had before, ``marks`` are "read", "archived", "starred"
    or "begun".
    """

    id: int | None
    path: PurePosixPath
    title: str
    completed: bool = False
    highlights: int = 0
    tags: int = 0
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An item that was not added because the library has it: ``path`` is the article that it is.

    ``highlights`` counts the highlights and notes that the article did not have yet and got from it, ``tags`` the tags;
    ``marks`` are those that it got, as an AddedArticle has them.
    """

    item: str
    title: str
    path: PurePosixPath
    highlights: int = 0
    tags: int = 0
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """An item that is another version of an article: ``path`` is the article, ``version`` the version's file.

    ``highlights``, ``tags`` and ``marks`` are what the article got besides, as with a KnownArticle.
    """

    path: PurePosixPath
    version: PurePosixPath
    title: str
    highlights: int = 0
    tags: int = 0
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of every item of an import.

    ``stopped`` is empty, or a sentence that says why the rest was not tried, as with a full disk; what was added
    until then is in the library. ``versions`` are items whose article was there with another text. ``cancelled`` is
    true where the caller stopped it. Truth value: whether anything was added.
    """

    added: tuple[AddedArticle, ...] = ()
    versions: tuple[AddedVersion, ...] = ()
    already: tuple[KnownArticle, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    stopped: str = ""
    cancelled: bool = False
    dry_run: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.versions)
