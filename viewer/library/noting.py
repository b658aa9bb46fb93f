"""Writing highlights and notes of the reader's beside an article, each into the file as it stands by then."""

from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from viewer.library.annotation_file import AnnotationFile
from viewer.library.annotation_items import (
    id_of,
    keys_of,
    new_date,
    new_highlight,
    new_note,
    stretches_of,
    with_color,
    with_date,
    with_note,
    without_date,
)
from viewer.library.annotation_pages import items_in, with_item, with_other, without_item, written
from viewer.library.annotations import UNREADABLE, AnnotationsError
from viewer.library.deeds import NoteDeed
from viewer.library.highlights import note_of
from viewer.library.rewriting import NotRewrittenError, clear_abandoned
from viewer.library.scan import ANNOTATIONS, beside
from viewer.library.set_dates import date_at, date_in, placed_dates
from viewer.library.values import Changes
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path, PurePosixPath

    from viewer.model import Document, Passage

_NO_WORDS = "There are no words in what is selected, so there is nothing to highlight."
_NO_WORDS_TO_DATE = "There are no words there that could have a date."
_NO_NOTE = "There are no words in the note, so there is nothing to keep."
_GONE = "This highlight is no longer in {}: another program has changed the file. The list shows what is there now."
_OTHER_NOTE = "The note was changed by another program meanwhile, and is now: “{}”."
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
        self._id, self._article, self._name = id, path, beside(path, ANNOTATIONS)
        self._file, self._folder = AnnotationFile(root, self._name), (root / path).parent

    def add(self, document: Document, passages: Sequence[Passage], color: str, note: str) -> Changes:
        """Highlight the words of the passages. Raises UsageError where there are none."""
        stretches = stretches_of(document, passages)
        if not stretches:
            raise UsageError(_NO_WORDS)
        return self._put(new_highlight(document.text, stretches, self._article.name, color, note))

    def note(self, note: str) -> Changes:
        """Note something on the whole article. Raises UsageError for nothing."""
        if not note.strip():
            raise UsageError(_NO_NOTE)
        return self._put(new_note(note, self._article.name))

    def _put(self, annotation: dict[str, Any]) -> Changes:
        return self._do(lambda text: self._with(text, annotation))

    def _with(self, text: str, annotation: dict[str, Any]) -> Step:
        """The text with one more annotation."""
        item, number = written(annotation), len(items_in(text))
        return with_item(text, number, item), NoteDeed(self._id, "", item, number)

    def _with_other(self, text: str, found: _Found, annotation: dict[str, Any]) -> Step:
        """The text with another annotation in the place of one."""
        item = written(annotation)
        return with_other(text, found.number, item), NoteDeed(self._id, found.written, item, found.number)

    def _without(self, text: str, found: _Found) -> Step:
        """The text without an annotation."""
        return without_item(text, found.number), NoteDeed(self._id, found.written, "", found.number)

    def set_date(self, document: Document, passage: Passage, when: str) -> Changes:
        """Keep that the words of a passage mean ``when`` (EDTF, "" for no date), instead of what was set for them."""
        stretches = stretches_of(document, [passage])
        if not stretches:
            raise UsageError(_NO_WORDS_TO_DATE)

        def step(text: str) -> Step:
            found = _date_in(text, document, passage)
            if found is None:
                return self._with(text, new_date(document.text, stretches[0], self._article.name, when))
            if date_in(found.item) == when:
                return text, None
            return self._with_other(text, found, with_date(found.item, when))

        return self._do(step)

    def forget_date(self, document: Document, passage: Passage) -> Changes:
        """Take away what was set for the words of a passage."""

        def step(text: str) -> Step:
            found = _date_in(text, document, passage)
            if found is None:
                return text, None
            left = without_date(found.item)
            return self._without(text, found) if left is None else self._with_other(text, found, left)

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
            return self._with_other(text, found, item)

        return self._do(step)

    def remove(self, key: str) -> Changes:
        """Take an annotation away."""
        return self._do(lambda text: self._without(text, self._find(text, key)))

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
        """Change the file as ``step`` says. Raises LibraryError, naming the file, where that cannot be."""
        deeds = list[NoteDeed]()

        def change(text: str) -> str:
            changed, deed = step(text)
            deeds[:] = [deed] if deed is not None else []
            return changed

        clear_abandoned(self._folder)
        try:
            has_changed = self._file.change(change)
        except AnnotationsError as error:
            raise LibraryError(f"{self._name}: {UNREADABLE.format(error)}") from error
        except NotRewrittenError as error:
            raise LibraryError(f"{self._name}: {error}") from error
        except OSError as error:
            raise LibraryError(self._in_words(error)) from error
        return Changes(status=(self._id,), undo=deeds[0]) if has_changed and deeds else Changes()

    def _in_words(self, error: OSError) -> str:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return _FULL.format(self._name)
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return _PROTECTED.format(self._name)
        return _FAULT.format(self._name, error.strerror or type(error).__name__)


def _date_in(text: str, document: Document, passage: Passage) -> _Found | None:
    """The annotation in a file's text that sets a date for the words of a passage."""
    items = items_in(text)
    found = date_at(placed_dates([item for _, item in items], document), passage)
    return _Found(found.number, *items[found.number]) if found is not None else None


def _taken_back(text: str, deed: NoteDeed) -> Step:
    """The text without what the deed did; nothing is to be done where the annotation is not as the deed left it."""
    items = [item for _, item in items_in(text)]
    inverse = NoteDeed(deed.id, deed.after, deed.before, deed.number)
    if not deed.after:
        back = json.loads(deed.before)
        taken = set(map(id_of, items)) - {""}
        return (text, None) if id_of(back) in taken else (with_item(text, deed.number, deed.before), inverse)
    left = json.loads(deed.after)
    number = next((number for number, item in enumerate(items) if item == left), -1)
    if number < 0:
        return text, None
    inverse = NoteDeed(deed.id, deed.after, deed.before, number)
    return (with_other(text, number, deed.before) if deed.before else without_item(text, number)), inverse
