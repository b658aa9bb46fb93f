"""Bringing the index up to the folder: what is new, changed, moved, gone, and no article at all.

Three steps, each of which may be cancelled: look through the folder (no file is opened), read what is new or
changed so that it is listed and found, then date and relate it. Batches are committed as they come.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from viewer.library import writer
from viewer.library.comparing import changed_beside, compare, is_empty
from viewer.library.digest import FullReading, QuickReading, Refusal
from viewer.library.identity import first_id
from viewer.library.making import made_by
from viewer.library.moves import MissingFiles
from viewer.library.readers import InThisThread
from viewer.library.scan import Listing, annotations_beside, first_articles, list_articles, stamp_of_annotations
from viewer.library.schema import COMPLETE, LISTED, OUTDATED
from viewer.library.set_dates import may_set_dates
from viewer.library.state import Identity
from viewer.library.twins import compare_new, is_grouping_due, regroup
from viewer.library.values import Changes, Progress, ReportProgress
from viewer.model import LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from viewer.library.comparing import Comparison
    from viewer.library.database import IndexDatabase
    from viewer.library.moves import KnownFile
    from viewer.library.readers import Readers, Reading
    from viewer.library.scan import FileStamp

Item = TypeVar("Item")

_BATCH = 200
_BATCH_SECONDS = 0.5
_GLANCE = 64
LOOKING, READING, DATING, GROUPING = "Looking for changes", "Reading", "Dating events", "Finding near-duplicates"


@dataclass(slots=True)
class _Tally:
    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    moved: list[Identity] = field(default_factory=list)

    def changes(self, *, cancelled: bool) -> Changes:
        changed = dict.fromkeys(self.changed)
        for id in (*self.added, *self.removed):
            changed.pop(id, None)
        return Changes(tuple(self.added), tuple(changed), tuple(self.removed), cancelled=cancelled)


class CancelledError(Exception):
    """The caller no longer wants the work."""


class Reconciliation:
    """One run over the folder. ``moved`` afterwards names articles whose path or content is not what it was."""

    def __init__(
        self,
        database: IndexDatabase,
        root: Path,
        *,
        recursive: bool,
        first: str = "",
        marked: Callable[[], Iterable[Identity]],
        readers: Callable[[int, int], Readers],
        progress: ReportProgress | None = None,
    ) -> None:
        self._database, self._root, self._recursive = database, root, recursive
        self._readers, self._progress, self._first = readers, progress, first
        self._marked = marked
        self._tally = _Tally()
        self._gone = MissingFiles(())

    @property
    def moved(self) -> tuple[Identity, ...]:
        """Articles that were renamed or changed, as they are now."""
        return tuple(self._tally.moved)

    @cached_property
    def _marked_path(self) -> dict[str, Identity]:
        return {one.path: one for one in self._marked()}

    @cached_property
    def _marked_content(self) -> dict[bytes, Identity]:
        return {one.fingerprint: one for one in self._marked_path.values()}

    def run(self) -> Changes:
        """Do it. Raises LibraryError where the folder cannot be listed."""
        try:
            self._report(0, 0, LOOKING)
            self._outdate()
            self._glance()
            listing = self._list()
            found = self._database.read(lambda connection: compare(connection, listing.files))
            self._gone = found.gone
            self._read_new(listing, found)
            self._forget(listing, found.known)
            self._date_anew(listing)
            self._date()
            self._group()
        except CancelledError:
            return self._tally.changes(cancelled=True)
        return self._tally.changes(cancelled=False)

    def _report(self, done: int, total: int, phase: str) -> None:
        if self._progress and self._progress(Progress(done, total, phase)) is False:
            raise CancelledError

    def _outdate(self) -> None:
        """Where the program has changed since it last read the articles, have them all read again."""
        reader = made_by()
        with self._database.writing() as connection:
            if connection.execute("SELECT value FROM meta WHERE key = 'made_by'").fetchone() != (reader,):
                connection.execute("UPDATE article SET stage = ?", (OUTDATED,))
                connection.execute("DELETE FROM refused")
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('made_by', ?)", (reader,))

    def _glance(self) -> None:
        """Take in a few articles at once where there are none yet: looking through a large folder takes its time."""
        if not self._database.read(is_empty):
            return
        paths = first_articles(self._root, _GLANCE, recursive=self._recursive)
        if len(paths) < _GLANCE:
            return  # all of them are soon there
        if self._first and self._first not in paths:
            paths.append(self._first)
        with self._database.writing() as connection:
            for reading in InThisThread().read("quick", self._root, paths):
                self._take_quick(connection, reading, {}, Listing())
        self._report(len(paths), 0, READING)

    def _list(self) -> Listing:
        try:
            return list_articles(self._root, recursive=self._recursive)
        except OSError as error:
            message = f"The folder {self._root} cannot be read ({error.strerror}). Check that it is still there."
            raise LibraryError(message) from error

    def _read_new(self, listing: Listing, found: Comparison) -> None:
        size = sum(listing.files[path].size for path in found.wanted)
        for batch in self._read("quick", found.wanted, size, READING):
            with self._database.writing() as connection:
                for reading in batch:
                    self._take_quick(connection, reading, found.known, listing)

    def _read(self, kind: str, paths: Sequence[str], size: int, phase: str) -> Iterator[list[Reading]]:
        """Readings in batches, telling how far the work is before each and at its end."""
        done = 0
        self._report(0, len(paths), phase)
        if not paths:
            return
        with closing(self._readers(len(paths), size).read(kind, self._root, paths)) as readings:
            for batch in in_batches(readings):
                yield batch
                done += len(batch)
                self._report(done, len(paths), phase)

    def _take_quick(
        self, connection: sqlite3.Connection, reading: Reading, known: Mapping[str, KnownFile], listing: Listing
    ) -> None:
        if isinstance(reading, Refusal):
            self._refuse(connection, reading, known.get(reading.path), listing.files.get(reading.path))
        elif isinstance(reading, QuickReading):
            before = known.get(reading.stamp.path)
            if before and before.stage > OUTDATED and before.fingerprint == reading.fingerprint:
                writer.put_stamp(connection, reading.stamp)
            elif before and before.number is not None:
                self._replace(connection, reading, before)
            elif moved := self._gone.take(reading):
                self._replace(connection, reading, moved)
            else:
                self._add(connection, reading)

    def _refuse(
        self, connection: sqlite3.Connection, refusal: Refusal, before: KnownFile | None, stamp: FileStamp | None
    ) -> None:
        if before and before.number is not None:
            writer.remove(connection, [before.number])
            self._tally.removed.append(before.id)
        writer.put_refusal(connection, refusal, stamp)

    def _replace(self, connection: sqlite3.Connection, reading: QuickReading, before: KnownFile) -> None:
        writer.put_quick(connection, reading, before.id, before.number)
        self._tally.changed.append(before.id)
        self._tally.moved.append(Identity(before.id, reading.stamp.path, reading.fingerprint))

    def _add(self, connection: sqlite3.Connection, reading: QuickReading) -> None:
        def is_taken(id: int) -> bool:
            return connection.execute("SELECT 1 FROM article WHERE id = ?", (id,)).fetchone() is not None

        path = reading.stamp.path
        marked = self._marked_path.get(path) or self._marked_content.get(reading.fingerprint)
        id = marked.id if marked and not is_taken(marked.id) else first_id(path, is_taken)
        if marked and marked.id == id:
            self._tally.moved.append(Identity(id, path, reading.fingerprint))
        writer.put_quick(connection, reading, id, None)
        self._tally.added.append(id)

    def _forget(self, listing: Listing, known: Mapping[str, KnownFile]) -> None:
        refused_before = {path for path, one in known.items() if one.number is None}
        with self._database.writing() as connection:
            writer.remove(connection, [one.number for one in self._gone if one.number is not None])
            for path in refused_before - listing.files.keys():
                connection.execute("DELETE FROM refused WHERE path = ?", (path,))
            for path, reason in listing.refused.items():
                writer.put_refusal(connection, Refusal(path, reason, lasting=False), None)
            writer.put_conflicts(connection, listing.conflicts)
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('listed', '1')")
        self._tally.removed += [one.id for one in self._gone]

    def _date_anew(self, listing: Listing) -> None:
        """Have those articles dated again for which dates were set, or taken back, while nobody looked."""
        files, annotations = listing.files, listing.annotations
        changed = self._database.read(lambda connection: changed_beside(connection, files, annotations))
        if not changed:
            return
        dated = {one.number for one in changed if one.has_dates or may_set_dates(self._root / one.path)}
        with self._database.writing() as connection:
            for one in changed:
                connection.execute("UPDATE chronology SET beside = ? WHERE number = ?", (one.stamp, one.number))
                if one.number in dated:
                    connection.execute("UPDATE article SET stage = ? WHERE number = ?", (LISTED, one.number))

    def _date(self) -> None:
        statement = (
            "SELECT path, number, id, fingerprint, size FROM article WHERE stage < ? ORDER BY published_order DESC"
        )
        found = self._database.connection().execute(statement, (COMPLETE,)).fetchall()
        unfinished = {path: (number, id, fingerprint) for path, number, id, fingerprint, _ in found}
        for batch in self._read("full", list(unfinished), sum(row[-1] for row in found), DATING):
            with self._database.writing() as connection:
                revision = writer.next_revision(connection)
                for reading in batch:
                    self._take_full(connection, reading, unfinished, revision)

    def _group(self) -> None:
        """Find what is nearly the same as what was read."""
        more = is_due = self._database.read(is_grouping_due)
        while more:
            with self._database.writing() as connection:
                more = compare_new(connection)
            if more:
                self._report(0, 0, GROUPING)
        if is_due:
            with self._database.writing() as connection:
                regroup(connection)

    def _take_full(
        self,
        connection: sqlite3.Connection,
        reading: Reading,
        unfinished: Mapping[str, tuple[int, int, bytes]],
        revision: int,
    ) -> None:
        if isinstance(reading, Refusal):
            number, id, _ = unfinished[reading.path]
            writer.put_failure(connection, number, reading.reason)
            self._tally.changed.append(id)
        elif isinstance(reading, FullReading):
            number, id, fingerprint = unfinished[reading.path]
            stamp = stamp_of_annotations(self._root / annotations_beside(reading.path))
            is_same = fingerprint == reading.fingerprint and stamp == reading.dated.beside
            if is_same:  # else something has changed since: the next run reads it again
                writer.put_full(connection, number, reading, revision)
                self._tally.changed.append(id)


def in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items in lists of at most 200, or of what came within half a second."""
    batch: list[Item] = []
    began = time.monotonic()
    for item in items:
        batch.append(item)
        if len(batch) >= _BATCH or time.monotonic() - began > _BATCH_SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
