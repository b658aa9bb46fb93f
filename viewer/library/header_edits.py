"""Changing tags or the day of publication of articles, file by file, each of them whole; and undoing that."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from viewer.library import writer
from viewer.library.deeds import HeaderDeed, Splice
from viewer.library.digest import FullReading, QuickReading, read_fully, read_quickly
from viewer.library.header_changes import HeaderError
from viewer.library.places import refuse_sample
from viewer.library.published_writing import checked_day, with_published
from viewer.library.rewriting import NotRewrittenError, clear_abandoned, rewrite
from viewer.library.source import UnreadableError, read_regular_file
from viewer.library.state import Identity
from viewer.library.tag_writing import checked_names, with_tags
from viewer.library.values import Changes, Progress
from viewer.model import IndexProblem, LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from viewer.library.database import IndexDatabase
    from viewer.library.state import StateStore
    from viewer.library.values import ReportProgress

TAGGING, DATING, UNDOING = "Writing tags", "Writing the day of publication", "Taking back"

_AT_ONCE = 25
_OF_THE_SAMPLE = "Tags and days of publication are changed in a library of your own."


@dataclass(frozen=True, slots=True)
class _Step:
    """A file, and what its content is to become."""

    identity: Identity
    change: Callable[[bytes], bytes]


class HeaderEdits:
    """One change of front matter in the library ``root``: the tags, or the day of publication."""

    def __init__(self, root: Path, database: IndexDatabase, state: StateStore) -> None:
        self._root, self._database, self._state = root, database, state
        self._splices: list[Splice] = []
        self._waiting: list[Splice] = []
        self._problems: list[IndexProblem] = []

    def retag(
        self, articles: Sequence[Identity], add: Iterable[str], remove: Iterable[str], progress: ReportProgress | None
    ) -> Changes:
        """Add and remove tags. Raises UsageError for names that are none, and for the sample library."""
        more, less = checked_names(add), frozenset(checked_names(remove))

        def step(article: Identity) -> _Step:
            return _Step(article, lambda raw: with_tags(raw, PurePosixPath(article.path), more, less))

        return self._run([step(one) for one in articles], "tags", TAGGING, progress)

    def set_published(self, articles: Sequence[Identity], day: str, progress: ReportProgress | None) -> Changes:
        """Set the day of publication. Raises UsageError for what names none, and for the sample library."""
        checked = checked_day(day)

        def step(article: Identity) -> _Step:
            return _Step(article, lambda raw: with_published(raw, PurePosixPath(article.path), checked))

        return self._run([step(one) for one in articles], "published", DATING, progress)

    def add_to(self, article: Identity, names: Sequence[str]) -> None:
        """Add tags, as files have them, to one article; ``finish`` has to be called behind the last.

        Raises HeaderError, NotRewrittenError or UnreadableError, and then the file is as it was.
        """
        self._write(_Step(article, lambda raw: with_tags(raw, PurePosixPath(article.path), names, ())))

    def finish(self) -> None:
        """Bring the index up to all that was written."""
        self._index()

    def undo(self, deed: HeaderDeed, present: Sequence[Identity], progress: ReportProgress | None) -> Changes:
        """Bring back what stood in the files, where they are as the deed left them."""
        places = {one.id: one for one in present}

        def step(splice: Splice) -> _Step:
            return _Step(places[splice.id], splice.taken_back)

        steps = [step(splice) for splice in deed.splices if splice.id in places]
        changes = self._run(steps, deed.key, UNDOING, progress)
        done = set(changes.changed)
        return changes._replace(kept=tuple(splice.id for splice in deed.splices if splice.id not in done))

    def _run(self, steps: Sequence[_Step], key: str, phase: str, progress: ReportProgress | None) -> Changes:
        refuse_sample(self._root, _OF_THE_SAMPLE)
        for folder in {(self._root / step.identity.path).parent for step in steps}:
            clear_abandoned(folder)
        cancelled = False
        try:
            for number, step in enumerate(steps):
                if progress and progress(Progress(number, len(steps), phase)) is False:
                    cancelled = True
                    break
                if not self._take(step):
                    break
        finally:
            self._index()
        deed = HeaderDeed(tuple(self._splices), key) if self._splices else None
        changed = tuple(splice.id for splice in self._splices)
        return Changes(changed=changed, cancelled=cancelled, problems=tuple(self._problems), undo=deed)

    def _take(self, step: _Step) -> bool:
        """Change one file; false where no other file will fare better."""
        try:
            self._write(step)
        except (HeaderError, NotRewrittenError, UnreadableError, LibraryError) as error:
            self._problems.append(IndexProblem(PurePosixPath(step.identity.path), str(error)))
            return not (isinstance(error, NotRewrittenError) and error.lasting)
        return True

    def _write(self, step: _Step) -> None:
        path = self._root / step.identity.path
        raw, _ = read_regular_file(path)
        changed = step.change(raw)
        if changed != raw:
            rewrite(path, raw, changed)
            self._note(step.identity, raw, changed)

    def _note(self, article: Identity, raw: bytes, changed: bytes) -> None:
        splice = Splice.between(article.id, article.path, raw, changed)
        self._splices.append(splice)
        self._waiting.append(splice)
        if len(self._waiting) >= _AT_ONCE:
            self._index()

    def _index(self) -> None:
        """Bring the index up to the files that were written; only what was published on another day is dated anew."""
        waiting, self._waiting = self._waiting, []
        readings = [(splice, read_quickly(self._root, splice.path)) for splice in waiting]
        if not readings:
            return
        self._state.follow(Identity(splice.id, splice.path, splice.after) for splice in waiting)
        undated = list[Splice]()
        # Where the index cannot be written to just now, the next refresh reads them.
        with contextlib.suppress(sqlite3.Error), self._database.writing() as connection:
            for splice, reading in readings:
                if isinstance(reading, QuickReading) and reading.fingerprint == splice.after:
                    undated += [] if _put(connection, splice, reading) else [splice]
        for splice in undated:
            self._date(splice)

    def _date(self, splice: Splice) -> None:
        """Work out anew what hangs on the day of publication."""
        reading = read_fully(self._root, splice.path)
        if not isinstance(reading, FullReading) or reading.fingerprint != splice.after:
            return  # the next refresh says why
        with contextlib.suppress(sqlite3.Error), self._database.writing() as connection:
            row = connection.execute("SELECT number FROM article WHERE id = ?", (splice.id,)).fetchone()
            if row is not None:
                writer.put_full(connection, row[0], reading, writer.next_revision(connection))


def _put(connection: sqlite3.Connection, splice: Splice, reading: QuickReading) -> bool:
    """Put an article of which only the front matter changed into the index.

    What was worked out of its text stays; false where another day of publication gives other dates.
    """
    statement = "SELECT number, stage, words, published, published_in FROM article WHERE id = ? AND fingerprint = ?"
    row = connection.execute(statement, (splice.id, splice.before)).fetchone()
    if row is None:
        return True  # the next refresh reads it
    number, stage, words, *published = row
    notes = connection.execute("SELECT number, reason FROM note WHERE number = ?", (number,)).fetchall()
    writer.put_quick(connection, reading, splice.id, number)
    statement = "SELECT published, published_in FROM article WHERE number = ?"
    if list(connection.execute(statement, (number,)).fetchone()) != published:
        return False
    connection.execute("UPDATE article SET stage = ?, words = ? WHERE number = ?", (stage, words, number))
    connection.executemany("INSERT OR IGNORE INTO note VALUES (?, ?)", notes)
    return True
