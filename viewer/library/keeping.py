"""What is kept besides the present marks and texts: backups, versions, copies, highlights. A part of ``Library``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from viewer.library import questions
from viewer.library.places import refuse_sample
from viewer.library.scan import ANNOTATIONS, beside
from viewer.library.values import Changes
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    import sqlite3
    from array import array
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from viewer.document.comparison import Comparison
    from viewer.library.extracting import Extraction
    from viewer.library.highlights import Annotations
    from viewer.library.noting import Noting
    from viewer.library.others import OtherText
    from viewer.library.restoring import Backup
    from viewer.library.state import StateStore
    from viewer.model import Article, Document, Passage, SetDate

Result = TypeVar("Result")

_CHANGED = "The article was changed meanwhile, so the date was not set. Look at it as it is now, and set it again."
_NO_DATE = "“{}” is no date in EDTF, such as 2018-11-02, 2018-11~ or 2018-10-26/2018-10-28."


class Keeping:
    """Earlier and other states. ``Library`` is one of these and gives it what it works on."""

    _state: StateStore

    @property
    def root(self) -> Path:
        """The real path of the folder."""
        raise NotImplementedError

    def article(self, id: int) -> Article:
        """One article. Raises UsageError where there is none with this id."""
        raise NotImplementedError

    def document(self, id: int) -> Document:
        """The article's text of record, from its file as it is now."""
        raise NotImplementedError

    def rows(self, ids: Sequence[int]) -> tuple[Article, ...]:
        """The articles with these ids, in this order; ids that are gone are left out."""
        raise NotImplementedError

    def _read(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        raise NotImplementedError

    # --- backups of the reader's marks

    def backups(self) -> tuple[Backup, ...]:
        """The backups of the reader's marks, the newest first, each checked and with what it holds."""
        return self._state.backups()

    def restore_backup(self, name: str) -> Changes:
        """Bring the marks back to a backup, after the present ones were kept as one; on disk when this returns.

        Articles, highlights and notes lie in the folder and are not touched. Raises UsageError for a name that no
        backup has, and LibraryError where nothing could be restored.
        """
        before = {one.id for one in self._state.identities()}
        self._state.restore(name)
        return Changes(status=tuple(before | {one.id for one in self._state.identities()}), moved=True)

    # --- near-duplicates

    def collapsed(self, ids: Sequence[int]) -> array[int]:
        """The ids in their order, but of articles that are nearly the same only the first; quick."""
        from viewer.library.twin_rows import collapsed

        return self._read(lambda connection: collapsed(connection, ids))

    def siblings(self, id: int) -> tuple[int, ...]:
        """The ids of articles that are nearly the same as one, at most 200; quick."""
        from viewer.library.twin_rows import twins_of

        return tuple(self._read(lambda connection: twins_of(connection, id, 200)))

    def duplicates(self) -> tuple[tuple[int, ...], ...]:
        """The ids of articles that are nearly the same, by canonical address or by text, a tuple for each group."""
        from viewer.library.twin_rows import groups

        return tuple(map(tuple, self._read(groups)))

    # --- highlights and notes

    def has_annotations(self, id: int) -> bool:
        """Whether highlights or notes lie beside an article. Raises UsageError for an unknown id."""
        return os.path.lexists(self.root / beside(self.article(id).path, ANNOTATIONS))

    def annotations(self, id: int, document: Document) -> Annotations | None:
        """The highlights and notes beside an article, placed in its ``document``; None where it has none.

        A file that cannot be read is said in ``fault``. Nothing is written. Raises UsageError for an unknown id.
        """
        path = beside(self.article(id).path, ANNOTATIONS)
        if not os.path.lexists(self.root / path):
            return None
        from viewer.library.highlights import read_annotations  # most articles have none

        return read_annotations(self.root, path, document)

    def highlight(
        self, id: int, document: Document, passages: Sequence[Passage], color: str = "yellow", note: str = ""
    ) -> Changes:
        """Highlight the words of some passages of an article's ``document``; on disk when this returns.

        Raises UsageError where those hold no words, and LibraryError, a sentence that names the file, where it cannot
        be written: nothing is changed then.
        """
        return self._noting(id).add(document, passages, color, note)

    def note_on_article(self, id: int, note: str) -> Changes:
        """Keep a note on a whole article. Raises as ``highlight``."""
        return self._noting(id).note(note)

    def change_highlight(
        self, id: int, key: str, *, color: str | None = None, note: str | None = None, instead_of: str | None = None
    ) -> Changes:
        """Give an annotation another colour or note. Where its note is not ``instead_of`` any more, it stays.

        Raises LibraryError as ``highlight`` does, and where there is no such annotation, or its note was changed.
        """
        return self._noting(id).change(key, color, note, instead_of)

    def remove_highlight(self, id: int, key: str) -> Changes:
        """Take an annotation away. Raises LibraryError as ``change_highlight``."""
        return self._noting(id).remove(key)

    # --- dates that the reader sets

    def set_dates(self, id: int, document: Document) -> tuple[SetDate, ...]:
        """What the reader said that words of an article mean. Raises UsageError for an unknown id."""
        path = beside(self.article(id).path, ANNOTATIONS)
        if not os.path.lexists(self.root / path):
            return ()
        from viewer.library.set_dates import read_set_dates  # most articles have none

        return read_set_dates(self.root / path, document)

    def set_date(self, id: int, document: Document, passage: Passage, when: str) -> Changes:
        """Keep that the words of a passage mean ``when`` (EDTF, "" for no date); on disk when this returns.

        From then on ``read``, timelines, searches and exports say so. Raises UsageError where ``when`` is no date, and
        else as ``highlight``.
        """
        from viewer.chronology.edtf_reading import interval_of

        if when and interval_of(when) is None:
            raise UsageError(_NO_DATE.format(when[:60]))
        if self.document(id).text != document.text:
            raise LibraryError(_CHANGED)
        return self._dated_anew(id, self._noting(id).set_date(document, passage, when))

    def forget_date(self, id: int, document: Document, passage: Passage) -> Changes:
        """Take back what was set for the words of a passage. Raises LibraryError as ``highlight``."""
        return self._dated_anew(id, self._noting(id).forget_date(document, passage))

    def _dated_anew(self, id: int, changes: Changes) -> Changes:
        """Have searches know the dates of an article, which changed beside its file, and say so."""
        raise NotImplementedError

    def _noting(self, id: int) -> Noting:
        from viewer.library.noting import Noting

        refuse_sample(self.root, "Highlights, notes and dates of yours are for a library of your own.")
        return Noting(self.root, id, self.article(id).path)

    # --- other texts of an article

    def others(self, id: int) -> tuple[OtherText, ...]:
        """What an article can be compared with: versions, conflicted copies, its original where it is such a copy.

        A version that is newer than the article stands first. Raises UsageError for an unknown id.
        """
        article = self.article(id)
        if not self._read(lambda connection: questions.has_others(connection, self.root, article)):
            return ()
        from viewer.library.others import others_of  # brings the parsers along, which most articles do without

        return self._read(lambda connection: others_of(connection, self.root, article, self.rows))

    def compare(self, id: int, other: OtherText) -> Comparison:
        """What changed between an article and another text, from the earlier to the later, in bounded time.

        Raises UsageError for an unknown id and LibraryError where a file cannot be read.
        """
        from viewer.library.others import compared

        return compared(self.root, self.article(id), other)

    def use_version(self, id: int, name: str) -> tuple[int, int]:
        """Show a version instead of the present text, which is kept as a version; ``refresh`` then finds the change.

        Name, marks, tags and annotations stay. Gives how many highlights stand in the new text and how many do not.
        Raises UsageError for no such article or version, LibraryError where a file cannot be read or written.
        """
        from viewer.library.exchanging import use_version

        refuse_sample(self.root)
        return use_version(self.root, self.article(id).path, name)

    # --- extracting again

    def has_original(self, id: int) -> bool:
        """Whether the page that an article was made from is kept beside it."""
        from viewer.library.extracting import original_of

        return original_of(self.root, self.article(id).path) is not None

    def extract(self, id: int, mode: str) -> Extraction:
        """Extract an article again from the page kept beside it, in a process apart; nothing is written.

        ``mode`` is "article" (the first choice), "other" (the second opinion) or "page" (all of it). Raises UsageError
        for another one, and LibraryError where no page is kept or nothing came of it.
        """
        from viewer.library.extracting import extract

        return extract(self.root, self.article(id), mode)

    def compare_extraction(self, id: int, extraction: Extraction) -> Comparison:
        """What changed from an article's present text to an extraction. Raises LibraryError as ``compare`` does."""
        from viewer.library.extracting import compared_with

        return compared_with(self.root, self.article(id), extraction)

    def use_extraction(self, id: int, extraction: Extraction) -> tuple[int, int]:
        """Show an extraction instead of the present text, which is kept as a version; as ``use_version``."""
        from viewer.library.extracting import use_extraction

        refuse_sample(self.root)
        return use_extraction(self.root, self.article(id).path, extraction)
