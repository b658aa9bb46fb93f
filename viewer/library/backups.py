"""Copies of the reader's marks, one for each day on which Dateline ran, each checked after it was written.

Those of the last seven such days are kept, and the last of each of the four weeks before this one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WHAT_IS_BACKED_UP = (
    "Backups hold your marks: what is read, starred or begun, and whatever else you keep about articles. Articles, "
    "highlights and notes lie in the library's folder itself; they are in the backups that you make of that folder."
)

KEPT = 7
KEPT_WEEKS = 4


def back_up(connection: sqlite3.Connection, folder: Path, today: date | None = None) -> Path | None:
    """Copy the database to ``folder/state-DAY.db`` unless that exists; drops the oldest.

    Gives the new file, None where there was nothing to do or the copy did not prove sound.
    """
    target = folder / f"state-{today or datetime.now(UTC).date()}.db"
    if target.exists() or back_up_as(connection, target) is None:
        return None
    for old in superseded(backups_in(folder)):
        with contextlib.suppress(OSError):
            old.unlink()
    return target


def back_up_as(connection: sqlite3.Connection, target: Path) -> Path | None:
    """Copy the database to ``target``, checked and durable; gives it, or None where that did not succeed."""
    unfinished = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _copy(connection, unfinished):
            return None
        _settle(unfinished, target)
    except (OSError, sqlite3.Error):
        return None
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink()
    return target


def backups_in(folder: Path) -> dict[date, Path]:
    """The backups in a folder by their day, the oldest first."""
    found = {}
    for path in sorted(folder.glob("state-*.db")):
        with contextlib.suppress(ValueError):
            found[date.fromisoformat(path.stem.removeprefix("state-"))] = path
    return found


def superseded(backups: Mapping[date, Path]) -> list[Path]:
    """Those that are kept neither for their day nor for their week."""
    newest_first = sorted(backups, reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
    kept = {*newest_first[:KEPT], *list(weeks.values())[: KEPT_WEEKS + 1]}
    return [path for day, path in backups.items() if day not in kept]


def restore_newest(folder: Path, target: Path) -> str:
    """Put the newest sound backup in the place of ``target``; gives its day, "" where there is none."""
    for backup in sorted(folder.glob("state-*.db"), reverse=True):
        if is_sound(backup):
            part = target.with_suffix(".part")
            shutil.copyfile(backup, part)
            _settle(part, target)
            return backup.stem.removeprefix("state-")
    return ""


def is_sound(path: Path) -> bool:
    """Whether a database file passes SQLite's full check and holds anything at all."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            (tables,) = copy.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return bool(tables and copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _copy(connection: sqlite3.Connection, target: Path) -> bool:
    with contextlib.suppress(OSError):
        target.unlink()
    with contextlib.closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    return is_sound(target)


def _settle(written: Path, target: Path) -> None:
    """Make the content durable, then give it its name."""
    with written.open("rb+") as file:
        os.fsync(file.fileno())
    written.replace(target)
    if os.name == "posix":
        descriptor = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
