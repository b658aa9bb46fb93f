"""Tags that come for an article which the library has: those that it lacks are added, and none is ever taken away."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from viewer.library.front_matter import split_front_matter
from viewer.library.header_changes import HeaderError
from viewer.library.header_edits import HeaderEdits
from viewer.library.metadata import read_metadata, tag_names
from viewer.library.rewriting import NotRewrittenError, clear_abandoned
from viewer.library.source import UnreadableError, read_regular_file
from viewer.library.state import Identity
from viewer.library.tag_writing import tags_in, with_tags

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from viewer.library.database import IndexDatabase
    from viewer.library.planned_files import PlannedFiles
    from viewer.library.state import StateStore
    from viewer.model import ImportedArticle

_REFUSED = "Its tags did not come: {}"


class TagBringer:
    """Remembers, for one import, which tags the articles in ``root`` have; ``planned`` is what a trial would write."""

    def __init__(self, root: Path, database: IndexDatabase, state: StateStore, planned: PlannedFiles) -> None:
        self._root, self._planned = root, planned
        self._writing = HeaderEdits(root, database, state)
        self._known: dict[str, set[str]] = {}
        self._cleared: set[Path] = set()

    def note(self, item: ImportedArticle, path: str) -> None:
        """Remember what came, or would come, with a new article."""
        self._known[path] = _folded(_tags_of(item))

    def known(self, path: str) -> set[str]:
        """The tags of the article at ``path`` in lower case, as they are when this is asked for the first time.

        Raises HeaderError or UnreadableError where they cannot be read.
        """
        if path not in self._known:
            self._known[path] = _folded(tags_in(self._present(path), PurePosixPath(path)))
        return self._known[path]

    def _present(self, path: str) -> bytes:
        planned = self._planned.get(path)
        return read_regular_file(self._root / path)[0] if planned is None else planned

    def add(self, item: ImportedArticle, path: str, id: int, *, dry_run: bool) -> int:
        """Add those of the reader's tags in ``item`` that the article at ``path`` lacks; gives how many those are.

        Upper and lower case make no other tag. Raises ValueError, a sentence, where the file is left as it is, and
        OSError where no other could be written either.
        """
        names = _tags_of(item) if item.tags_by_reader else ()
        if not names:
            return 0
        try:
            return self._add(names, path, id, dry_run=dry_run)
        except (HeaderError, UnreadableError) as error:
            raise ValueError(_REFUSED.format(error)) from error
        except NotRewrittenError as error:
            if error.lasting and isinstance(error.__cause__, OSError):
                raise error.__cause__ from error
            raise ValueError(_REFUSED.format(error)) from error

    def finish(self) -> None:
        """Bring the index up to all that was written."""
        self._writing.finish()

    def _add(self, names: Iterable[str], path: str, id: int, *, dry_run: bool) -> int:
        known = self.known(path)
        new = list({name.casefold(): name for name in names if name.casefold() not in known}.values())
        if new and not dry_run:
            self._clear((self._root / path).parent)
            self._writing.add_to(Identity(id, path, b""), new)
        elif new:
            with_tags(self._present(path), PurePosixPath(path), new, ())
        known |= _folded(new)
        return len(new)

    def _clear(self, folder: Path) -> None:
        if folder not in self._cleared:
            clear_abandoned(folder)
            self._cleared.add(folder)


def _tags_of(item: ImportedArticle) -> tuple[str, ...]:
    """The tags of an item as the library would read them from a file of its own."""
    if item.header:
        return read_metadata(split_front_matter(item.header).fields, "", PurePosixPath("x.md")).tags
    return tag_names(list(item.tags))


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}
