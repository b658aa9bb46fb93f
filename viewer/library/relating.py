"""Who has which term, packed into a file beside the index, so that a large library need not be counted at each start.

A process apart makes the file after a look through the folder: it takes some 20 seconds for 100,000 articles. The index
notes which file belongs to it; small libraries have none.
"""

from __future__ import annotations

import contextlib
import mmap
import secrets
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.library.saving import save
from viewer.library.values import Progress
from viewer.stories import Postings, RelatedIndex
from viewer.workers.child import be_modest, serve
from viewer.workers.process import WorkerProcess, command_for, watched

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.library.database import IndexDatabase
    from viewer.library.values import ReportProgress

RELATING = "Relating"
FEWEST = 2_000
_SHARE = 4
_KEY = "related"
_ENDING = ".related"
_TELL_EVERY = 1_000
_SECONDS = 60.0
_TOKEN_BYTES = 16


class Note(NamedTuple):
    """What the index says of its file: the token in name and head, and the count of removals when it was made."""

    token: str
    removals: str


def note_of(connection: sqlite3.Connection) -> Note | None:
    """The note of the file that belongs to the index, None where it has none."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    token, _, removals = str(row[0]).partition(" ") if row else ("", "", "")
    return Note(token, removals) if token else None


def postings_of(connection: sqlite3.Connection, note: Note) -> Postings | None:
    """The file's content, mapped into memory; None where it is gone or damaged."""
    path = _path(_folder(connection), note.token)
    try:
        with path.open("rb") as file:
            postings = Postings(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))
    except (OSError, ValueError):
        return None
    return postings if postings.token.hex() == note.token else None


def removals_of(connection: sqlite3.Connection) -> str:
    """Grows with each removal of articles."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'removals'").fetchone()
    return str(row[0]) if row else ""


def drop(connection: sqlite3.Connection) -> None:
    """Forget the file, which turned out to be damaged; the next look through the folder makes another."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_KEY,))
    _clear_away(_folder(connection), "")


def renew(database: IndexDatabase, progress: ReportProgress | None) -> None:
    """Make the file where a library is large and a quarter of it is new since. Does without it where that fails."""
    connection = database.connection()
    if not _is_wanted(connection):
        return
    token, removals = secrets.token_hex(_TOKEN_BYTES), removals_of(connection)
    folder = database.path.parent
    if _made_apart(database.path, _path(folder, token), token, progress):
        with database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_KEY, f"{token} {removals}"))
        _clear_away(folder, token)
    else:
        _path(folder, token).unlink(missing_ok=True)


def _is_wanted(connection: sqlite3.Connection) -> bool:
    note = note_of(connection)
    base = postings_of(connection, note) if note else None
    size = len(base.numbers) if base else 0
    (added,) = connection.execute(
        "SELECT count(*) FROM vector WHERE revision > ?", (base.revision if base else 0,)
    ).fetchone()
    (present,) = connection.execute("SELECT count(*) FROM vector").fetchone()
    changed = added + max(0, size + added - present)
    return int(changed) > max(FEWEST, size // _SHARE)


def _made_apart(database: Path, target: Path, token: str, progress: ReportProgress | None) -> bool:
    process = WorkerProcess(command_for("viewer.library.relating"))
    try:
        with watched([process]):
            if not process.start():
                return False
            process.ask((str(database), str(target), token))
            while (answer := process.answer(_SECONDS)) is not None:
                if answer == target.name:
                    return True
                if (
                    progress
                    and isinstance(answer, tuple)
                    and progress(Progress(answer[0], answer[1], RELATING)) is False
                ):
                    return False
    finally:
        process.end()
    return False


def _told(answer: object) -> Progress:
    done, total = answer if isinstance(answer, tuple) else (0, 0)
    return Progress(done, total, RELATING)


def main() -> None:
    """Make files until standard input ends."""
    be_modest()
    serve(lambda request, send: make(send, *request))


def make(send: Callable[[object], None], database: str, target: str, token: str) -> None:
    """Write the file ``target`` of the index ``database``; sends (done, total) now and then, its name at the end."""
    with contextlib.closing(sqlite3.connect(f"{Path(database).as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("BEGIN")  # both rounds must see the same
        revision, total = connection.execute("SELECT coalesce(max(revision), 0), count(*) FROM vector").fetchone()
        index = RelatedIndex(lambda _numbers: {})
        statement = "SELECT number, terms FROM vector ORDER BY number"
        for done, (_, packed) in enumerate(connection.execute(statement), 1):
            index.count(packed)
            if done % _TELL_EVERY == 0:
                send((done // 2, total))
        for done, (number, packed) in enumerate(connection.execute(statement), 1):
            index.add(number, packed)
            if done % _TELL_EVERY == 0:
                send(((total + done) // 2, total))
    save(Path(target), index.packed(bytes.fromhex(token), revision), replace=True)
    send(Path(target).name)


def _folder(connection: sqlite3.Connection) -> Path:
    (_, _, path) = connection.execute("PRAGMA database_list").fetchone()
    return Path(path).parent


def _path(folder: Path, token: str) -> Path:
    return folder / f"{token}{_ENDING}"


def _clear_away(folder: Path, token: str) -> None:
    """Remove the files of earlier states; one that another window has open still may stay a while."""
    for path in folder.glob(f"*{_ENDING}"):
        if path.stem != token:
            with contextlib.suppress(OSError):
                path.unlink()
