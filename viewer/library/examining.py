"""Whether all of a library is as it should be: files, index, feeds, marks, backups, what a synchroniser left behind.

What is derived may be mended; what is the reader's is only ever told about, and only imports that were cut short
after all of them was written are completed.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.library.annotations import UNREADABLE, AnnotationsError, read_items
from viewer.library.article_files import ORIGINAL
from viewer.library.backups import backups_in, is_sound
from viewer.library.conflicts import conflict_in_words, conflicts_among
from viewer.library.database import is_damage
from viewer.library.feed_examining import examine_feeds
from viewer.library.findings import Finding, Part, Verdict
from viewer.library.locks import held
from viewer.library.scan import ANNOTATIONS, FILES, SUFFIXES, VERSIONS
from viewer.library.staging import READY, Staging
from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from viewer.library.database import IndexDatabase
    from viewer.library.library import Library
    from viewer.library.places import Places
    from viewer.library.state import Identity, StateStore
    from viewer.library.values import Changes, ReportProgress

_DAMAGED = (
    "The index is damaged ({}). “dateline doctor --mend” builds it anew; your articles and marks are not affected."
)
_REBUILT = "The index was damaged ({}). It was set aside and built anew."
_WAITING = (
    "An import was cut short while its last article was put in place. “dateline doctor --mend”, or the next import, "
    "completes it."
)
_LEFTOVER = (
    "An import was cut short; what it left is no article. “dateline doctor --mend”, or the next import, clears it."
)
_BROKEN_BACKUP = "This backup of your marks is damaged. Delete it; another one is made on the next day of use."
_NO_BACKUP = "There is no sound backup of your marks in {}. Make room on its disk, or allow writing there."
_NOT_NOW = "The index cannot be checked just now ({}). Try again when no other Dateline is at work."
_NO_ARTICLE, _NO_FILE = "No article is in the library yet.", "No file of an article is in the folder yet."
_BUSY = "Another Dateline is adding articles just now."
_ORPHAN = "It belongs to no article; {} is not there. If the article was renamed, give this the same name."


class Examination:
    """One look at a library. ``put_marks`` sets the reader's marks where an import has to be completed."""

    def __init__(
        self,
        library: Library,
        places: Places,
        database: IndexDatabase,
        state: StateStore,
        put_marks: Callable[..., None],
    ) -> None:
        self._library, self._places, self._database, self._state = library, places, database, state
        self._staging = Staging(places.root, lambda identity, marks: put_marks([identity], **marks))

    def run(self, progress: ReportProgress | None, *, mend: bool) -> tuple[Finding, ...]:
        """Everything found, part by part. Raises LibraryError where the folder cannot be read."""
        found = list(self._imports(mend=mend))
        found += self._index(progress, mend=mend)
        found += self._files()
        found += _companions(self._places.root, recursive=self._places.recursive)
        found += examine_feeds(self._library, self._places.data / "backups", mend=mend)
        found += self._marks()
        return tuple(found)

    def _imports(self, *, mend: bool) -> Iterator[Finding]:
        try:
            leftovers = sorted(self._staging.leftovers())
        except OSError:
            return  # the refresh that follows says so
        if not leftovers:
            return
        if not mend:
            for path in leftovers:
                ready = path.suffix == READY
                verdict = Verdict.ATTENTION if ready else Verdict.NOTE
                yield Finding(Part.IMPORTS, verdict, _WAITING if ready else _LEFTOVER, path.name)
            return
        with held(self._database.lock_path.with_name("add.lock"), 0) as is_ours:
            if not is_ours:
                yield Finding(Part.IMPORTS, Verdict.NOTE, _BUSY)
                return
            try:
                self._staging.recover()
                yield Finding(
                    Part.IMPORTS, Verdict.MENDED, "An import that was cut short was completed or cleared away."
                )
            except OSError as error:
                words = (
                    f"What an import left could not be put right ({error.strerror}). Check the folder's permissions."
                )
                yield Finding(Part.IMPORTS, Verdict.ATTENTION, words)

    def _index(self, progress: ReportProgress | None, *, mend: bool) -> Iterator[Finding]:
        was_indexed = self._library.is_indexed
        fault = self._fault_of_index()
        if fault and mend:
            self._database.set_aside(_REBUILT.format(fault))
        elif fault:
            yield Finding(Part.INDEX, Verdict.ATTENTION, _DAMAGED.format(fault))
            return
        changes = self._library.refresh(progress)
        for warning in self._database.warnings:
            yield Finding(Part.INDEX, Verdict.MENDED, warning)
        known = self._library.counts().all
        words = f"{_count(known, 'article')} can be listed, searched and related." if known else _NO_ARTICLE
        if changes.elsewhere:
            words = "Another Dateline is still reading this library."
        elif was_indexed and changes and not fault:
            words += f" It had to catch up with the folder: {_changed(changes)}."
        yield Finding(Part.INDEX, Verdict.SOUND, words)

    def _fault_of_index(self) -> str:
        try:
            with self._database.writing() as connection:
                (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return str(error)
            raise LibraryError(_NOT_NOW.format(error)) from error
        return "" if verdict == "ok" else " ".join(str(verdict).split())

    def _files(self) -> Iterator[Finding]:
        listed = {article.path for article in self._library.articles()}
        problems = [problem for problem in self._library.problems() if str(problem.path) != "." and problem.failed]
        for problem in problems:
            verdict = Verdict.NOTE if problem.path in listed else Verdict.ATTENTION
            yield Finding(Part.FILES, verdict, problem.reason, str(problem.path))
        if not problems:
            words = f"{_count(len(listed), 'article')}, every one of them readable." if listed else _NO_FILE
            yield Finding(Part.FILES, Verdict.SOUND, words)

    def _marks(self) -> Iterator[Finding]:
        marked = self._state.identities()
        for warning in self._state.warnings:
            yield Finding(Part.MARKS, Verdict.ATTENTION, warning)
        if not self._state.path.exists():
            yield Finding(Part.MARKS, Verdict.SOUND, "No article was marked yet.")
            return
        fault = _fault_of(self._state.path)
        if fault:
            words = f"The file of your reading marks is damaged ({fault}). The next start restores the newest backup."
            yield Finding(Part.MARKS, Verdict.ATTENTION, words, str(self._state.path))
        else:
            yield Finding(Part.MARKS, Verdict.SOUND, self._marks_in_words(marked))
        yield from self._backups()

    def _marks_in_words(self, marked: Iterable[Identity]) -> str:
        ids = {one.id for one in marked}
        gone = len(ids - {article.id for article in self._library.articles()})
        words = f"{_count(len(ids), 'article') if ids else 'No article'} marked as read, starred or begun."
        return f"{words} The folder is without {gone:,} of them now; their marks are kept." if gone else words

    def _backups(self) -> Iterator[Finding]:
        folder = self._places.data / "backups"
        self._state.back_up()
        sound = []
        for day, path in backups_in(folder).items():
            if is_sound(path):
                sound.append(day)
            else:
                yield Finding(Part.BACKUPS, Verdict.ATTENTION, _BROKEN_BACKUP, str(path))
        if sound:
            words = f"{_count(len(sound), 'verified backup')} of your marks, the newest of {max(sound)}."
            yield Finding(Part.BACKUPS, Verdict.SOUND, words)
        else:
            yield Finding(Part.BACKUPS, Verdict.ATTENTION, _NO_BACKUP.format(folder))


def _fault_of(path: Path) -> str:
    """What SQLite finds wrong with a database, "" for nothing."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as one:
            (verdict,) = one.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        return str(error)
    return "" if verdict == "ok" else " ".join(str(verdict).split())


def _companions(root: Path, *, recursive: bool) -> Iterator[Finding]:
    """Conflicted copies, and what lies beside articles: whether it can be read, and whether its article is there."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names = {*folders, *files}
        copies = conflicts_among("", names)
        inner = Path(folder).relative_to(root)
        for name in sorted(name for name in names if not name.startswith(".")):
            path = (inner / name).as_posix()
            if name in copies:
                yield Finding(Part.COPIES, Verdict.ATTENTION, conflict_in_words(copies[name]), path)
            else:
                yield from _companion(root, path, name, names)
        if not recursive:
            return


def _companion(root: Path, path: str, name: str, names: set[str]) -> Iterator[Finding]:
    ending = next((ending for ending in (ANNOTATIONS, ORIGINAL, FILES, VERSIONS) if name.endswith(ending)), "")
    stem = name.removesuffix(ending)
    if not ending or not stem:
        return
    if not any(f"{stem}{suffix}" in names for suffix in SUFFIXES):
        is_of_the_reader = ending in (ANNOTATIONS, VERSIONS)
        part = Part.HIGHLIGHTS if ending == ANNOTATIONS else Part.FILES
        verdict = Verdict.ATTENTION if is_of_the_reader else Verdict.NOTE
        yield Finding(part, verdict, _ORPHAN.format(f"{stem}{SUFFIXES[0]}"), path)
    elif ending == ANNOTATIONS and (fault := _fault_of_annotations(root / path)):
        yield Finding(Part.HIGHLIGHTS, Verdict.ATTENTION, UNREADABLE.format(fault), path)


def _fault_of_annotations(path: Path) -> str:
    try:
        read_items(path)
    except AnnotationsError as error:
        return str(error)
    return ""


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _changed(changes: Changes) -> str:
    kinds: Mapping[str, tuple[int, ...]] = {"new": changes.added, "changed": changes.changed, "gone": changes.removed}
    return ", ".join(f"{len(ids):,} {kind}" for kind, ids in kinds.items() if ids)
