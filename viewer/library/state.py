"""The reader's own marks, stories and saved searches. The one file here that cannot be made anew.

A row of marks is keyed by the article's id and also remembers its path and the fingerprint of its content, so that
marks find their article again when the index was deleted or the file was renamed. The file appears with the first mark.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from viewer.library.backups import back_up, restore_newest
from viewer.library.marks import Marks, load_marks, with_marks
from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from viewer.library.restoring import Backup

Result = TypeVar("Result")

# Each entry brings a file from the version that is its place in the list to the next one. Never edit an entry.
_MIGRATIONS = (
    """
    CREATE TABLE status (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        fingerprint BLOB NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        position REAL NOT NULL DEFAULT 0,
        changed_at REAL NOT NULL
    );
    CREATE INDEX status_by_path ON status (path);
    CREATE INDEX status_by_fingerprint ON status (fingerprint);
    """,
    # Moments are seconds since 1970, 0 for never. An article of a story also has a row of marks, which remembers it.
    """
    ALTER TABLE status ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE status ADD COLUMN trashed_at REAL NOT NULL DEFAULT 0;
    ALTER TABLE status ADD COLUMN read_at REAL NOT NULL DEFAULT 0;
    UPDATE status SET read_at = changed_at WHERE read OR position > 0;
    CREATE INDEX status_by_reading ON status (read_at DESC) WHERE read_at > 0;
    CREATE TABLE saved_search (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, query TEXT NOT NULL);
    CREATE TABLE story (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
    CREATE TABLE story_article (
        story INTEGER NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (story, article)
    ) WITHOUT ROWID;
    """,
)
VERSION = len(_MIGRATIONS)
_PROBES = (
    "EXPLAIN INSERT INTO status (id, path, fingerprint, changed_at, read, starred, position, archived, trashed_at, "
    "read_at) VALUES (0, '', x'', 0, 0, 0, 0, 0, 0, 0) ON CONFLICT (id) DO UPDATE SET read = 0",
    "EXPLAIN SELECT id, name, query FROM saved_search",
    "EXPLAIN SELECT id, name, story, article FROM story JOIN story_article ON story = id",
)

_PATIENCE = 0.05

_NEWER = (
    "The reading marks of this library were written by a newer version of Dateline. They are left as they are and "
    "cannot be changed here; install the newer version to go on marking."
)
_UNREACHABLE = "Your reading marks in {} cannot be read just now ({}); they are not changed."
_RESTORED = "The file of your reading marks was damaged. It was set aside, and the marks of {} were restored."
_NOT_RESTORED = "The file of your reading marks was damaged and no backup was found. It was set aside as {}."


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mark remembers of its article."""

    id: int
    path: str
    fingerprint: bytes


class StateStore:
    """The marks in ``folder/state.db``; safe to use from several threads. ``warnings`` are sentences."""

    def __init__(self, folder: Path) -> None:
        self.warnings: list[str] = []
        self._folder = folder
        self._guard = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._is_newer = False
        self._marks = Marks()
        self._seen_version = -1

    @property
    def path(self) -> Path:
        """The database file, whether it exists yet or not."""
        return self._folder / "state.db"

    def marks(self) -> Marks:
        """All marks as they are now, those of another window included.

        While another thread is writing many of them, those from before: lists are painted meanwhile.
        """
        if not self._guard.acquire(timeout=_PATIENCE if self._seen_version >= 0 else -1):
            return self._marks
        try:
            connection = self._open_quietly()
            if connection is None:
                return self._marks
            (version,) = connection.execute("PRAGMA data_version").fetchone()
            if version != self._seen_version:
                self._marks, self._seen_version = load_marks(connection), version
            return self._marks
        finally:
            self._guard.release()

    def identities(self) -> tuple[Identity, ...]:
        """Every article that was ever marked, as it was when last marked."""
        with self._guard:
            connection = self._open_quietly()
            found = connection.execute("SELECT id, path, fingerprint FROM status") if connection else ()
            return tuple(Identity(*row) for row in found)

    def last_read(self) -> array[int]:
        """The articles that were read, the last one first."""

        def question(connection: sqlite3.Connection) -> array[int]:
            found: Iterator[tuple[int]] = connection.execute(
                "SELECT id FROM status WHERE read_at > 0 ORDER BY read_at DESC"
            )
            return array("q", (id for (id,) in found))

        return self.read(question, array("q"))

    def set(self, articles: Iterable[Identity], **marks: float) -> None:
        """Set columns of some articles' rows, such as ``read`` or ``position``; on disk when this returns.

        Raises LibraryError where the file cannot be written.
        """
        columns = ", ".join(marks)
        updates = ", ".join(f"{name} = excluded.{name}" for name in (*marks, "path", "fingerprint", "changed_at"))
        places = ", ".join("?" * len(marks))
        statement = (
            f"INSERT INTO status (id, path, fingerprint, changed_at, {columns}) VALUES (?, ?, ?, ?, {places}) "
            f"ON CONFLICT (id) DO UPDATE SET {updates}"
        )
        now = time.time()
        chosen = tuple(articles)
        rows = [(one.id, one.path, one.fingerprint, now, *marks.values()) for one in chosen]
        with self.holding():
            self.write(lambda connection: connection.executemany(statement, rows))
            self.note((one.id for one in chosen), **marks)

    def follow(self, articles: Iterable[Identity]) -> None:
        """Note where marked articles are now; those without a mark are passed over."""
        rows = [(one.path, one.fingerprint, one.id) for one in articles]
        if rows and self._open_quietly() and not self._is_newer:
            with contextlib.suppress(LibraryError):  # the id is what counts; the next refresh notes it again
                statement = "UPDATE status SET path = ?, fingerprint = ? WHERE id = ?"
                self.write(lambda connection: connection.executemany(statement, rows))

    def back_up(self) -> None:
        """Make today's verified backup, if there are marks and there is none yet."""
        with self._guard:
            connection = self._open_quietly()
            if connection is not None:
                back_up(connection, self._folder / "backups")

    def backups(self) -> tuple[Backup, ...]:
        """Every backup of the marks, the newest first, each checked."""
        from viewer.library.restoring import list_backups

        return list_backups(self._folder / "backups")

    def restore(self, name: str) -> str:
        """Bring the marks back to a backup; gives the name of the copy that was made of the present ones.

        Raises UsageError for a name that no backup has, and LibraryError where nothing could be restored.
        """
        from viewer.library.restoring import restore

        with self._guard:
            connection = self._open_quietly() or self._open_empty()
            if self._is_newer:
                raise LibraryError(_NEWER)
            try:
                kept = restore(connection, self._folder / "backups", name, self._migrate, VERSION)
            except sqlite3.Error as error:
                raise LibraryError(_UNREACHABLE.format(self.path, error)) from error
            self._seen_version = -1
            return kept

    def _open_empty(self) -> sqlite3.Connection:
        """The connection where there is no file yet; it is made. Raises LibraryError where it cannot be."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            connection = self._open(create=True)
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(_UNREACHABLE.format(self.path, error)) from error
        if connection is None:
            raise LibraryError(_UNREACHABLE.format(self.path, "it could not be made"))
        return connection

    def close(self) -> None:
        """Close the file."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def read(self, question: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """What ``question`` finds out; ``otherwise`` where there is no file yet or it cannot be opened just now.

        Raises LibraryError, a sentence, where the file cannot be read.
        """
        with self._guard:
            connection = self._open_quietly()
            try:
                return question(connection) if connection is not None else otherwise
            except sqlite3.Error as error:
                raise LibraryError(_UNREACHABLE.format(self.path, error)) from error

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do ``work`` in one transaction; on disk, whole, when this returns.

        Raises LibraryError, a sentence, where the file cannot be written; nothing of it is kept then.
        """
        with self._guard:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                connection = self._open(create=True)
                if connection is None or self._is_newer:
                    raise LibraryError(_NEWER)
                connection.execute("BEGIN IMMEDIATE")
                result = work(connection)
                connection.commit()
            except (OSError, sqlite3.Error) as error:
                self._roll_back()
                raise LibraryError(f"Your marks could not be saved to {self.path}: {error}.") from error
            except BaseException:
                self._roll_back()
                raise
            return result

    def holding(self) -> AbstractContextManager[bool]:
        """Keeps other threads away, so that a writing and its ``note`` are one thing to them."""
        return self._guard

    def note(self, ids: Iterable[int], **marks: float) -> None:
        """Take what was just written into ``marks``, so that a large library's are not all read again."""
        with self._guard:
            self._marks = with_marks(self._marks, ids, marks)

    def _roll_back(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.rollback()

    def _open_quietly(self) -> sqlite3.Connection | None:
        """The connection; None where there are no marks yet, or they cannot be reached, which is then a warning."""
        try:
            return self._open()
        except (OSError, sqlite3.Error) as error:
            warning = _UNREACHABLE.format(self.path, error)
            if warning not in self.warnings:
                self.warnings.append(warning)
            return None

    def _open(self, *, create: bool = False) -> sqlite3.Connection | None:
        if self._connection is None and (create or self.path.exists()):
            try:
                self._connection = self._connect()
            except sqlite3.DatabaseError as error:
                if (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF not in (
                    sqlite3.SQLITE_CORRUPT,
                    sqlite3.SQLITE_NOTADB,
                ):
                    raise
                self._recover()
                self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None, check_same_thread=False)
        self._seen_version = -1  # another connection counts anew
        try:
            for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON"):
                connection.execute(f"PRAGMA {pragma}")
            if 0 < _version(connection) < VERSION:
                back_up(connection, self._folder / "backups")
            self._migrate(connection)
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise _damage(verdict)
            if not self._is_newer:
                _probe(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        version = _version(connection)
        self._is_newer = version > VERSION
        if self._is_newer:
            self.warnings.append(_NEWER)
        if version < VERSION:
            with _transaction(connection):
                for number in range(_version(connection), VERSION):  # another process may have done it meanwhile
                    for statement in _MIGRATIONS[number].split(";"):
                        connection.execute(statement)
                    connection.execute(f"PRAGMA user_version = {number + 1}")

    def _recover(self) -> None:
        """Set the damaged file aside, under a name of its own, and put the newest good backup in its place."""
        aside = self.path.with_name(f"state.damaged-{time.time_ns()}.db")
        self.path.replace(aside)
        for suffix in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                leftover = self.path.with_name(self.path.name + suffix)
                leftover.replace(aside.with_name(aside.name + suffix))
        restored = restore_newest(self._folder / "backups", self.path)
        self.warnings.append(_RESTORED.format(restored) if restored else _NOT_RESTORED.format(aside))


def _damage(verdict: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(verdict)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _probe(connection: sqlite3.Connection) -> None:
    """Raises DatabaseError where a table is not what it must be: a check of the file overlooks a bit in its text.

    Any other fault (a disk that is full or does not answer) is raised as it is, for it says nothing of the file.
    """
    try:
        for statement in _PROBES:
            connection.execute(statement)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise _damage(str(error)) from error


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
