"""Writing highlights and notes of the reader's beside an article, each into the file as it stands by then."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.library.annotation_items import keys_of, new_highlight, stretches_of, with_color, with_note
from viewer.library.annotation_pages import items_in, with_item, with_other, without_item, written
from viewer.library.annotations import MOST_BYTES, UNREADABLE, page_with
from viewer.library.deeds import NoteDeed
from viewer.library.highlights import note_of
from viewer.library.rewriting import ChangedMeanwhileError, NotRewrittenError, clear_abandoned, rewrite
from viewer.library.saving import make_folder_durable, save
from viewer.library.scan import ANNOTATIONS, beside
from viewer.library.source import UnreadableError, read_regular_file
from viewer.library.values import Changes
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path, PurePosixPath

    from viewer.model import Document, Passage

_EMPTY = page_with({}, [])
_TRIES = 5

_NO_WORDS = "There are no words in what is selected, so there is nothing to highlight."
_GONE = "This highlight is no longer in {}: another program has changed the file. The list shows what is there now."
_OTHER_NOTE = "The note was changed by another program meanwhile, and is now: “{}”."
_LEADS_OUT = "{} leads out of the library, so nothing is written to it. Put a file in its place."
_TOO_LARGE = "{} would be larger than {} MB, so it stays as it is. Take some highlights away first."
_FULL = "{} could not be written: the disk is full. Make room on it, and then try again; nothing was changed."
_PROTECTED = "{} could not be written: its folder is write-protected. Allow writing there, and then try again."
_FAULT = "{} could not be written ({}). Nothing was changed."

Step = tuple[str, NoteDeed | None]
"""The text of the file to be, and what undoes that; None where nothing is to be done."""


class NoteChangedError(LibraryError):
    """The note that was to be replaced is another one by now, and stays."""


class _Found(NamedTuple):
    number: int
    written: str
    item: dict[str, Any]


class Noting:
    """Changes the annotations of one article, given by its id and its path below ``root``."""

    def __init__(self, root: Path, id: int, path: PurePosixPath) -> None:
        self._root, self._id, self._article = root, id, path
        self._name = beside(path, ANNOTATIONS)
        self._path = root / self._name

    def add(self, document: Document, passages: Sequence[Passage], color: str, note: str) -> Changes:
        """Highlight the words of the passages. Raises UsageError where there are none."""
        stretches = stretches_of(document, passages)
        if not stretches:
            raise UsageError(_NO_WORDS)
        item = written(new_highlight(document.text, stretches, self._article.name, color, note))

        def step(text: str) -> Step:
            number = len(items_in(text))
            return with_item(text, number, item), NoteDeed(self._id, "", item, number)

        return self._do(step)

    def change(self, key: str, color: str | None, note: str | None, instead_of: str | None) -> Changes:
        """Give an annotation another colour or note; one whose note is not ``instead_of`` keeps what it has."""

        def step(text: str) -> Step:
            found = self._find(text, key)
            item = found.item
            if note is not None and instead_of is not None and (present := note_of(item)) not in (instead_of, note):
                raise NoteChangedError(_OTHER_NOTE.format(present[:200]))
            if note is not None and note != note_of(item):
                item = with_note(item, note)
            if color is not None:
                item = with_color(item, color)
            if item is found.item:
                return text, None
            new = written(item)
            return with_other(text, found.number, new), NoteDeed(self._id, found.written, new, found.number)

        return self._do(step)

    def remove(self, key: str) -> Changes:
        """Take an annotation away."""

        def step(text: str) -> Step:
            found = self._find(text, key)
            return without_item(text, found.number), NoteDeed(self._id, found.written, "", found.number)

        return self._do(step)

    def undo(self, deed: NoteDeed) -> Changes:
        """Bring back what was before, where the annotation is as the deed left it."""
        changes = self._do(lambda text: _taken_back(text, deed))
        return changes if changes else Changes(kept=(self._id,))

    def _find(self, text: str, key: str) -> _Found:
        items = items_in(text)
        keys = keys_of([item for _, item in items])
        if key not in keys:
            raise LibraryError(_GONE.format(self._name))
        number = keys.index(key)
        return _Found(number, *items[number])

    def _do(self, step: Callable[[str], Step]) -> Changes:
        """Change the file as ``step`` says; once more from what another program wrote meanwhile."""
        clear_abandoned(self._path.parent)
        for _ in range(_TRIES):
            raw = self._read()
            text, deed = self._changed(raw, step)
            if deed is None:
                return Changes()
            with contextlib.suppress(ChangedMeanwhileError, FileExistsError):
                self._write(raw, text)
                return Changes(status=(self._id,), undo=deed)
        raise LibraryError(f"{self._name}: {ChangedMeanwhileError()}")

    def _read(self) -> bytes | None:
        """The content of the file; None where there is none. Raises LibraryError for what cannot be read."""
        if not os.path.lexists(self._path):
            return None
        if not self._path.resolve().is_relative_to(self._root.resolve()):
            raise LibraryError(_LEADS_OUT.format(self._name))
        try:
            return read_regular_file(self._path)[0]
        except UnreadableError as error:
            raise LibraryError(f"{self._name}: {error}") from error

    def _changed(self, raw: bytes | None, step: Callable[[str], Step]) -> tuple[bytes, NoteDeed | None]:
        """The content of the file to be, and what undoes that."""
        try:
            encoding = json.detect_encoding(raw) if raw else "utf-8"
            text = raw.decode(encoding, "surrogatepass") if raw is not None else _EMPTY
            changed, deed = step(text)
        except (ValueError, RecursionError) as error:
            reason = str(error).splitlines()[0] if str(error) else "nested too deeply"
            raise LibraryError(f"{self._name}: {UNREADABLE.format(reason)}") from error
        content = changed.encode(encoding, "surrogatepass")
        if len(content) > MOST_BYTES and deed is not None and deed.after:
            raise LibraryError(_TOO_LARGE.format(self._name, MOST_BYTES // 1024**2))
        return content, deed

    def _write(self, raw: bytes | None, content: bytes) -> None:
        try:
            if raw is None:
                save(self._path, content)
            elif content == _EMPTY.encode():
                self._clear_away(raw)
            else:
                rewrite(self._path.resolve(), raw, content)
        except FileExistsError:
            raise
        except OSError as error:
            raise LibraryError(self._in_words(error)) from error
        except ChangedMeanwhileError:
            raise
        except NotRewrittenError as error:
            raise LibraryError(f"{self._name}: {error}") from error

    def _clear_away(self, raw: bytes) -> None:
        """Take away a file in which nothing is left but what Dateline itself writes around annotations."""
        if self._read() != raw:
            raise ChangedMeanwhileError
        self._path.unlink()
        make_folder_durable(self._path.parent)

    def _in_words(self, error: OSError) -> str:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return _FULL.format(self._name)
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return _PROTECTED.format(self._name)
        return _FAULT.format(self._name, error.strerror or type(error).__name__)


def _taken_back(text: str, deed: NoteDeed) -> Step:
    """The text without what the deed did; nothing is to be done where the annotation is not as the deed left it."""
    items = [item for _, item in items_in(text)]
    inverse = NoteDeed(deed.id, deed.after, deed.before, deed.number)
    if not deed.after:
        back = json.loads(deed.before)
        taken = set(map(_id_of, items)) - {""}
        return (text, None) if _id_of(back) in taken else (with_item(text, deed.number, deed.before), inverse)
    left = json.loads(deed.after)
    number = next((number for number, item in enumerate(items) if item == left), -1)
    if number < 0:
        return text, None
    inverse = NoteDeed(deed.id, deed.after, deed.before, number)
    return (with_other(text, number, deed.before) if deed.before else without_item(text, number)), inverse


def _id_of(item: object) -> str:
    return str(item.get("id") or "") if isinstance(item, dict) else ""
