"""Other versions of an article: Markdown files called after their day, in ``NAME.versions`` beside ``NAME.md``.

A version is an article's file like any other, with front matter, and its pictures and original page beside it, so it
can be read without this program. Its links are those of a file one folder further in.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import PurePosixPath  # noqa: TC003 (a NamedTuple wants its types)
from typing import TYPE_CHECKING, NamedTuple

from viewer.library.front_matter import split_front_matter
from viewer.library.metadata import read_metadata
from viewer.library.scan import VERSIONS, beside
from viewer.library.source import UnreadableError, read_source
from viewer.library.writer import publication_order

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.library.metadata import Metadata

_NAME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?: (?P<number>\d{1,6}))?\.md")
_LATEST_LOOKED_AT = 20


class Version(NamedTuple):
    """A version of an article. ``name`` is its file's without ending; ``day`` is its own, None where that is no day."""

    name: str
    path: PurePosixPath
    day: date | None


def folder_of(path: PurePosixPath) -> PurePosixPath:
    """Where the versions of the article at ``path`` are, below the library."""
    return beside(path, VERSIONS)


def list_versions(root: Path, path: PurePosixPath) -> tuple[Version, ...]:
    """The versions of the article at ``path`` by their names, newest first. No file is opened, no link followed."""
    folder = folder_of(path)
    try:
        names = [] if (root / folder).is_symlink() else os.listdir(root / folder)
    except OSError:
        return ()
    found = [(one["day"], int(one["number"] or 1), one[0]) for name in names if (one := _NAME.fullmatch(name))]
    return tuple(
        Version(name.removesuffix(".md"), folder / name, _day(day)) for day, _, name in sorted(found, reverse=True)
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def newer_version(root: Path, path: PurePosixPath, versions: tuple[Version, ...]) -> Version | None:
    """The newest of ``versions`` if what it says of its own date is later than what the article says; else None.

    Opens the article and at most 20 of the versions.
    """
    own = age_of(root, path) if versions else None
    latest = [one for one in versions if one.day is None or own is None or one.day.toordinal() >= own // 1440]
    dated = [(age_of(root, one.path) or 0, one) for one in latest[:_LATEST_LOOKED_AT]]
    age, newest = max(dated, key=lambda pair: pair[0], default=(0, None))
    return newest if age > (own or 0) else None


def age_of(root: Path, path: PurePosixPath) -> int | None:
    """When a file says that its text was changed last, or published, in minutes; None where it says neither."""
    try:
        front = split_front_matter(read_source(root, path.as_posix()).text)
    except UnreadableError:
        return None
    return age(read_metadata(front.fields, "", path))


def age(metadata: Metadata) -> int | None:
    """The last change or the publication in minutes, whichever is later; a day alone counts as its noon."""
    published = publication_order(metadata.published, metadata.published_at)
    changed = publication_order(metadata.updated, metadata.updated_at)
    return max((one for one in (published, changed) if one is not None), default=None)
