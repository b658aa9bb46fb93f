"""Highlights and notes that come for an article which the library has: what is not there yet is added to its others."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from viewer.library.annotations import items_of, page_in, page_with, said_in
from viewer.library.digest import lay_out
from viewer.library.saving import save
from viewer.library.scan import ANNOTATIONS, beside
from viewer.library.source import UnreadableError, read_source

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.model import ImportedArticle

_UNREADABLE = "Its highlights and notes did not come: {} holds something else, and is left as it is."


class Annotator:
    """Remembers, for one import, what the highlights and notes of the articles in ``root`` say."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, set[tuple[str, str]]] = {}

    def note(self, item: ImportedArticle, path: str) -> int:
        """Remember what came, or would come, with a new article; gives how many highlights and notes those are."""
        said = _said(item, path)
        new = said - self._known.get(path, set())
        if said:
            self._known.setdefault(path, set()).update(said)
        return len(new)

    def add(self, item: ImportedArticle, path: str, *, dry_run: bool) -> int:
        """Add the highlights and notes of ``item`` that the article at ``path`` lacks; gives how many those are.

        Raises ValueError, a sentence, where its file of annotations is none, and OSError where it cannot be written.
        """
        said = _said(item, path)
        if not said:
            return 0
        name = beside(PurePosixPath(path), ANNOTATIONS)
        place = self._root / name
        page = page_in(place)
        if page is None or not place.resolve().is_relative_to(self._root.resolve()):
            raise ValueError(_UNREADABLE.format(name))
        known = self._known.setdefault(path, set())
        known.update(said_in(one) for one in page.get("items", []))
        new = said - known
        if new and not dry_run:
            save(place, page_with(page, self._items(item, path, new)).encode("utf-8", "replace"), replace=True)
        known.update(new)
        return len(new)

    def _items(self, item: ImportedArticle, path: str, new: set[tuple[str, str]]) -> list[dict[str, Any]]:
        try:
            text = lay_out(read_source(self._root, path))[0].text
        except UnreadableError:
            text = ""
        found = {said_in(one): one for one in items_of(item, text, PurePosixPath(path).name)}
        return [one for said, one in found.items() if said in new]


def _said(item: ImportedArticle, path: str) -> set[tuple[str, str]]:
    return {said_in(one) for one in items_of(item, "", path)} if item.highlights or item.note.strip() else set()
