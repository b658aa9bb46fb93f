"""Highlights and notes that come for an article which the library has: what is not there yet is added to its others."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from viewer.library.annotation_file import AnnotationFile
from viewer.library.annotation_pages import items_in, with_item, written
from viewer.library.annotations import AnnotationsError, items_of, said_in
from viewer.library.digest import lay_out
from viewer.library.rewriting import NotRewrittenError
from viewer.library.scan import ANNOTATIONS, beside
from viewer.library.source import UnreadableError, read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from viewer.model import ImportedArticle

_UNREADABLE = "Its highlights and notes did not come: {} holds something else, and is left as it is."
_NO_PAGE = "it is no page of annotations"
_REFUSED = "Its highlights and notes did not come: {}: {}"


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
        known = self._known.setdefault(path, set())
        new = set[tuple[str, str]]()

        def step(text: str) -> str:
            there = [one for _, one in items_in(text)]
            if not text.lstrip().startswith("{"):
                raise ValueError(_NO_PAGE)
            new.clear()
            new.update(said - known - {said_in(one) for one in there})
            items = self._items(item, path, new) if new and not dry_run else []
            for number, one in enumerate(items, len(there)):
                text = with_item(text, number, written(one))
            return text

        self._change(name, step)
        known.update(said)
        return len(new)

    def _change(self, name: PurePosixPath, step: Callable[[str], str]) -> None:
        try:
            AnnotationFile(self._root, name).change(step)
        except AnnotationsError as error:
            raise ValueError(_UNREADABLE.format(name)) from error
        except NotRewrittenError as error:
            if error.lasting and isinstance(error.__cause__, OSError):
                raise error.__cause__ from error
            raise ValueError(_REFUSED.format(name, error)) from error

    def _items(self, item: ImportedArticle, path: str, new: set[tuple[str, str]]) -> list[dict[str, Any]]:
        try:
            text = lay_out(read_source(self._root, path))[0].text
        except UnreadableError:
            text = ""
        found = {said_in(one): one for one in items_of(item, text, PurePosixPath(path).name)}
        return [one for said, one in found.items() if said in new]


def _said(item: ImportedArticle, path: str) -> set[tuple[str, str]]:
    return {said_in(one) for one in items_of(item, "", path)} if item.highlights or item.note.strip() else set()
