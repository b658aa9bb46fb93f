"""The index file: one connection for each thread, and a file that cannot be used is set aside and made anew."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from viewer.library import schema
from viewer.library.locks import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Result = TypeVar("Result")

_BUSY_MILLISECONDS = 30_000
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NEWER = "The index of this library was made by another version of Dateline; it was set aside and is built anew."
_DAMAGED = "The index of this library was damaged; it was set aside and is built anew. Your articles are not affected."
_FULL = "The disk is full, so the index in {} cannot be written. Make room, and then try again; nothing was lost."
_NO_CACHE = "The cache folder {} cannot be written to; the index is kept only until the program ends."


def unusable(path: Path, error: Exception) -> str:
    """What a reader is told where the index cannot be used, and what helps."""
    full = getattr(error, "errno", 0) == errno.ENOSPC or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
    if full:
        return _FULL.format(path.parent)
    return f"The index {path} cannot be used just now ({error}). Try again, or delete the file: it is made anew."


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is broken, rather than busy or misused."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    return (code & 0xFF) in _DAMAGE


class IndexDatabase:
    """The index in ``folder``; safe to use from several threads. ``warnings`` are sentences for the reader."""

    def __init__(self, folder: Path) -> None:
        self.warnings: list[str] = []
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._folder = self._usable(folder)
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._generation = 0
        self._guard = threading.RLock()
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    @property
    def path(self) -> Path:
        """The database file."""
        return self._folder / "index.db"

    @property
    def lock_path(self) -> Path:
        """The file whose lock says that a process is reconciling."""
        return self._folder / "refresh.lock"

    @property
    def generation(self) -> int:
        """Grows each time the file was made anew."""
        return self._generation

    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        if getattr(self._local, "generation", None) != self._generation:
            self._local.connection = self._connect()
            self._local.generation = self._generation
        connection: sqlite3.Connection = self._local.connection
        return connection

    def read(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        """Ask the index; where its file turns out to be broken, ask again in an empty one."""
        try:
            return question(self.connection())
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self.set_aside(_DAMAGED)
            return question(self.connection())

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is kept whole or not at all."""
        connection = self.connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.rollback()
            raise
        connection.commit()

    def set_aside(self, warning: str = _DAMAGED) -> None:
        """Put the file out of the way and begin an empty one."""
        with self._guard, held(self._folder / "open.lock", wait=10):
            self._close_all()
            self._generation += 1
            self.warnings.append(warning)
            _move_away(self.path)
            self._create()

    def close(self) -> None:
        """Close every connection; the database must not be used afterwards."""
        with self._guard:
            self._close_all()
        if self._temporary:
            self._temporary.cleanup()

    def _usable(self, folder: Path) -> Path:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return folder
        except OSError:
            self._temporary = tempfile.TemporaryDirectory(prefix="dateline-")
            self.warnings.append(_NO_CACHE.format(folder))
            return Path(self._temporary.name)

    def _prepare(self) -> None:
        with self._guard, held(self._folder / "open.lock", wait=10):
            try:
                warning = self._reason_to_set_aside()
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                warning = _DAMAGED
            if warning:
                self._close_all()
                self._generation += 1
                self.warnings.append(warning)
                _move_away(self.path)
            self._create()

    def _reason_to_set_aside(self) -> str:
        connection = self.connection()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and version != schema.VERSION:
            return _NEWER
        if tables:
            connection.execute("SELECT value FROM meta WHERE key = ''").fetchone()
        return ""

    def _create(self) -> None:
        connection = self.connection()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == schema.VERSION:
            return
        connection.executescript(
            f"BEGIN IMMEDIATE; {schema.STATEMENTS} PRAGMA application_id = {schema.APPLICATION};"
            f"PRAGMA user_version = {schema.VERSION}; COMMIT;"
        )

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False
        )
        with self._guard:
            self._connections.append(connection)
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "temp_store = MEMORY", "secure_delete = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _close_all(self) -> None:
        while self._connections:
            with contextlib.suppress(sqlite3.Error):
                self._connections.pop().close()


def _move_away(path: Path) -> None:
    """Keep the last unusable index for whoever wants to look at it; drop what belonged to it."""
    with contextlib.suppress(OSError):
        path.replace(path.with_name("index.set-aside.db"))
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink()
