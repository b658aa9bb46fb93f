"""Whether an item of an import is another version of an article that the library has, and where it is kept then.

What is the same text as the present one or as a version that is kept, a mere excerpt of it, or another reading of the
very page that it was made from, is no other version.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from viewer.library.article_files import ORIGINAL, body_of, encoded, files_of, places_of
from viewer.library.digest import rough_text
from viewer.library.front_matter import split_front_matter
from viewer.library.metadata import read_metadata
from viewer.library.scan import beside
from viewer.library.source import UnreadableError, fingerprint_of, read_regular_file, source_of
from viewer.library.versions import folder_of, list_versions

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.library.article_files import ArticleFiles
    from viewer.library.metadata import Metadata
    from viewer.library.planned_files import PlannedFiles
    from viewer.model import ImportedArticle

_WORD = re.compile(r"\w+")
MOST_VERSIONS = 10_000
TOO_MANY = "Of this article {:,} versions are kept already; this one was not added. Move some out of “{}” to make room."


class VersionKeeper:
    """Remembers, for one import, which texts of an article in ``root`` are known.

    ``planned`` is what a trial would have written.
    """

    def __init__(self, root: Path, planned: PlannedFiles | None = None) -> None:
        self._root, self._planned = root, planned
        self._known: dict[str, set[bytes]] = {}
        self._pages: dict[str, set[bytes]] = {}
        self._given: dict[PurePosixPath, set[str]] = {}

    def note(self, item: ImportedArticle, path: str) -> None:
        """Remember the text of an article that this very import brings, or would bring."""
        self._known.setdefault(path, set()).add(_digest(_words(text_of_item(item))))
        if item.original is not None:
            self._pages.setdefault(path, set()).add(fingerprint_of(item.original.data))

    def files_for(self, item: ImportedArticle, path: str) -> tuple[str, ArticleFiles] | None:
        """The folder and the files that keep ``item`` as a version of the article at ``path``; None where it is none.

        Raises ValueError, a sentence, for one too large or one too many.
        """
        words = _words(text_of_item(item)) if item.markdown.strip() else ""
        if not words or words in _words(self._present(path)):
            return None
        folder = folder_of(PurePosixPath(path))
        self._check_room(folder)
        if _digest(words) in self._texts(path) or self._is_same_page(item, path):
            return None
        return folder.as_posix(), files_of(item, self._free_name(folder, day_of(item)))

    def _present(self, path: str) -> str:
        """The words of an article's file, or of what a trial would have put there."""
        planned = self._planned.get(path) if self._planned else None
        return text_of_file(self._root, path) if planned is None else _text_in(planned.decode("utf-8"))

    def _texts(self, path: str) -> set[bytes]:
        if path not in self._known:
            versions = list_versions(self._root, PurePosixPath(path))
            paths = [path, *(one.path.as_posix() for one in versions)]
            self._known[path] = {_digest(_words(text_of_file(self._root, one))) for one in paths}
        return self._known[path]

    def _is_same_page(self, item: ImportedArticle, path: str) -> bool:
        if item.original is None:
            return False
        if fingerprint_of(item.original.data) in self._pages.get(path, ()):
            return True
        article = PurePosixPath(path)
        kept = [article, *(one.path for one in list_versions(self._root, article))]
        return any(self._holds(beside(one, ORIGINAL), item.original.data) for one in kept)

    def _holds(self, path: PurePosixPath, data: bytes) -> bool:
        place = self._root / path
        try:
            return place.stat().st_size == len(data) and read_regular_file(place)[0] == data
        except (OSError, UnreadableError):
            return False

    def _check_room(self, folder: PurePosixPath) -> None:
        count = len(self._names_in(folder))
        if count >= MOST_VERSIONS:
            raise ValueError(TOO_MANY.format(count, folder))

    def _names_in(self, folder: PurePosixPath) -> set[str]:
        try:
            return {name.partition(".")[0] for name in os.listdir(self._root / folder)}
        except OSError:
            return set()

    def _free_name(self, folder: PurePosixPath, day: date) -> str:
        given = self._given.setdefault(folder, set())
        taken = self._names_in(folder) | given
        numbers = (str(day) if number == 1 else f"{day} {number}" for number in range(1, MOST_VERSIONS + 2))
        name = next(name for name in numbers if name not in taken)
        given.add(name)
        return name


def text_of_item(item: ImportedArticle) -> str:
    """The words of an item as its file would hold them."""
    return rough_text(encoded(body_of(item, places_of(item, "x"))).decode("utf-8"))


def text_of_file(root: Path, path: str) -> str:
    """The words of an article's file; "" where it cannot be read."""
    try:
        raw, status = read_regular_file(root / path)
        return _text_in(source_of(path, raw, status).text)
    except UnreadableError:
        return ""


def _text_in(content: str) -> str:
    return rough_text(split_front_matter(content).body)


def day_of(item: ImportedArticle) -> date:
    """The day that a version is called after: of its last change, of its publication, when it was saved, or today."""
    metadata = _metadata(item)
    saved = item.saved.date() if item.saved else metadata.saved
    return max(filter(None, (metadata.updated, metadata.published)), default=saved or datetime.now(UTC).date())


def _metadata(item: ImportedArticle) -> Metadata:
    """What the item's file will say of itself."""
    fields = {"published": item.published, "updated": item.updated}
    if item.header:
        return read_metadata(split_front_matter(item.header).fields, "", PurePosixPath("x.md"))
    return read_metadata({key: value for key, value in fields.items() if value}, "", PurePosixPath("x.md"))


def _words(text: str) -> str:
    """The words alone: signs and small differences of layout make no version."""
    return " ".join(_WORD.findall(text.casefold()))


def _digest(text: str) -> bytes:
    return fingerprint_of(text.encode("utf-8", "replace"))
