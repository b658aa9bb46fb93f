"""Bringing the reader's marks back to a day of which there is a backup.

The rows of the backup take the place of the present ones in one transaction of the live file, after the present state
was copied and the copy checked. So a kill at any moment leaves either state whole, and other windows on the same
library see the change without being closed.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.library.backups import back_up_as, backups_in, is_sound
from viewer.model import LibraryError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE = "before-restore-"
KEPT_BEFORE = 10

_MARKS = (
    ("read", "read", "read > 0"),
    ("starred", "starred", "starred > 0"),
    ("archived", "archived", "archived > 0"),
    ("trashed_at", "in the trash", "trashed_at > 0"),
    ("position", "begun", "position > 0"),
)
_TABLES = {"story": ("story", "stories"), "saved_search": ("saved search", "saved searches")}
_NONE = "There is no backup “{}”. {}"
_DAMAGED = "The backup of {} is damaged and was not restored. Your marks are as they were."
_NEWER = "The backup of {} was made by a newer version of Dateline. Install that version to restore it."
_NOT_KEPT = "Your present marks could not be copied to {} first, so nothing was restored. Make room there."
_FAULT = "The backup of {} could not be restored ({}). Your marks are as they were."


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the reader's marks.

    ``name`` is what ``restore`` takes: a day, or for the state before an earlier restoring its moment; ``holds`` are
    counts in words, such as "12 read"; ``sound`` is False for a damaged copy.
    """

    name: str
    made: datetime
    holds: tuple[str, ...]
    sound: bool
    before_restoring: bool = False


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Every backup in ``folder``, the newest first, each checked."""
    found = [_described(path, name) for name, path in _by_name(folder).items()]
    return tuple(sorted(found, key=_age, reverse=True))


def restore(
    connection: sqlite3.Connection, folder: Path, name: str, migrate: Callable[[sqlite3.Connection], None], newest: int
) -> str:
    """Put the rows of the backup ``name`` in the place of those of ``connection``.

    Gives the name of the copy that was made of the present state. ``migrate`` brings a copy of the backup to the
    version ``newest`` of the present file. Raises UsageError for a name that no backup has, LibraryError where the
    backup is damaged or newer, or the present state cannot be kept.
    """
    path = _by_name(folder).get(name)
    if path is None:
        known = ", ".join(sorted(_by_name(folder), reverse=True))
        raise UsageError(_NONE.format(name, f"There are: {known}." if known else "There are none yet."))
    with tempfile.TemporaryDirectory(prefix="dateline-") as place:
        copy = Path(place) / "backup.db"
        _prepare(path, copy, name, migrate, newest)
        kept = _keep_present(connection, folder)
        try:
            _take_over(connection, copy)
        except sqlite3.Error as error:
            raise LibraryError(_FAULT.format(name, error)) from error
    return kept


def _age(backup: Backup) -> tuple[date, bool, str]:
    """What sorts by age: the backup of a day is made when that day begins, before any restoring."""
    return backup.made.date(), backup.before_restoring, backup.name


def _by_name(folder: Path) -> dict[str, Path]:
    days = {str(day): path for day, path in backups_in(folder).items()}
    return days | {path.stem.removeprefix(BEFORE): path for path in sorted(folder.glob(f"{BEFORE}*.db"))}


def _described(path: Path, name: str) -> Backup:
    before = path.name.startswith(BEFORE)
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC) if before else _noon(name)
    if not is_sound(path):
        return Backup(name, made, (), sound=False, before_restoring=before)
    with contextlib.closing(_read_only(path)) as copy:
        return Backup(name, made, tuple(_contents(copy)), sound=True, before_restoring=before)


def _noon(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).replace(hour=12)


def _contents(copy: sqlite3.Connection) -> list[str]:
    """What a backup holds, in words, whatever version of the program made it."""
    tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    words = []
    if "status" in tables:
        columns = {row[1] for row in copy.execute("PRAGMA table_info(status)")}
        for column, called, condition in _MARKS:
            if column in columns:
                (count,) = copy.execute(f"SELECT count(*) FROM status WHERE {condition}").fetchone()
                words += [f"{count:,} {called}"] if count or column in ("read", "starred") else []
    for table, (one, many) in _TABLES.items():
        if table in tables:
            (count,) = copy.execute(f"SELECT count(*) FROM {table}").fetchone()
            words += [f"{count:,} {one if count == 1 else many}"] if count else []
    return words


def _prepare(path: Path, copy: Path, name: str, migrate: Callable[[sqlite3.Connection], None], newest: int) -> None:
    """A checked copy of the backup, of the present version."""
    try:
        shutil.copyfile(path, copy)
    except OSError as error:
        raise LibraryError(_FAULT.format(name, error.strerror)) from error
    if not is_sound(copy):
        raise LibraryError(_DAMAGED.format(name))
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        (version,) = opened.execute("PRAGMA user_version").fetchone()
        if version > newest:
            raise LibraryError(_NEWER.format(name))
        migrate(opened)


def _keep_present(connection: sqlite3.Connection, folder: Path) -> str:
    """A checked copy of the present state under a name of its own; the oldest of many such copies go."""
    name = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
    target = folder / f"{BEFORE}{name}.db"
    if back_up_as(connection, target) is None:
        raise LibraryError(_NOT_KEPT.format(folder))
    for old in sorted(folder.glob(f"{BEFORE}*.db"))[:-KEPT_BEFORE]:
        with contextlib.suppress(OSError):
            old.unlink()
    return name


def _take_over(connection: sqlite3.Connection, copy: Path) -> None:
    """The rows of every table of ``copy`` in the place of those of ``connection``, all of them or none."""
    connection.execute("ATTACH ? AS restored", (str(copy),))
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for (table,) in connection.execute(
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
            ).fetchall():
                _take_table(connection, table)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
    finally:
        connection.execute("DETACH restored")


def _take_table(connection: sqlite3.Connection, table: str) -> None:
    columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f'PRAGMA main.table_info("{table}")'))
    connection.execute(f'DELETE FROM main."{table}"')
    connection.execute(f'INSERT INTO main."{table}" ({columns}) SELECT {columns} FROM restored."{table}"')


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
