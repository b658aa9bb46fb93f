"""What is remembered of feeds: which entries came, which is the reader's; and how each was asked last, which is not."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from viewer.library.links import url_key
from viewer.library.saving import save
from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from viewer.model import ImportedArticle

SEEN = "feeds.seen"
"""The file in the library's folder that remembers entries: it goes where the library goes."""

MOST_SEEN = 300_000
LONG_ID = 16
_HEAD = (
    "# Entries of feeds that came to this library, so that none comes twice and none that you deleted comes back.\n"
    "# A line is the mark of an entry and the day it came. Without this file, what the feeds still hold comes again.\n"
)
_LARGEST = 64_000_000
_LINE = re.compile(r"(\S+)\s+(\d{4}-\d\d-\d\d)\s*")
_UNREADABLE = (
    "What is remembered of feeds, {}, cannot be read ({}), so no feed was asked. Check the file's permissions."
)
_UNWRITABLE = "What came of feeds could not be noted in {} ({}). It may be offered again."


def marks_of(entry: ImportedArticle, *, address_is_its_own: bool = True) -> tuple[str, ...]:
    """By what an entry of a feed is known again, whatever its title becomes: its id, and the address it leads to.

    A short id ("17") is one only together with its address. Several entries may share one address, which then is not
    their own.
    """
    address = url_key(entry.url)
    id = dict(entry.extra).get("feed_id", "")
    known = []
    if id:
        known.append(f"id {id}" if len(id) >= LONG_ID else f"id {id} {address}")
    if address and address_is_its_own:
        known.append(f"at {address}")
    return tuple(map(_mark, known or [f"text {entry.title} {entry.published}"]))


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12, person=b"feed entry").hexdigest()


@dataclass(frozen=True, slots=True)
class SeenLines:
    """What stands in ``feeds.seen``: the day of each mark; how many lines are none, and how many say one again."""

    days: Mapping[str, str]
    unreadable: int = 0
    repeated: int = 0


def read_seen(raw: bytes) -> SeenLines:
    """What the bytes of ``feeds.seen`` say."""
    lines = [line for line in raw.decode("ascii", "replace").splitlines() if line.strip() and line[0] != "#"]
    rows = [(found[1], found[2]) for line in lines if (found := _LINE.fullmatch(line))]
    days = dict(rows)
    return SeenLines(days, len(lines) - len(rows), len(rows) - len(days))


def written_seen(days: Mapping[str, str]) -> bytes:
    """What ``feeds.seen`` says of these marks, the oldest first; of too many, the oldest are dropped."""
    kept = sorted(days.items(), key=lambda row: (row[1], row[0]))[-MOST_SEEN:]
    return (_HEAD + "".join(f"{mark} {day}\n" for mark, day in kept)).encode("ascii")


def seen_bytes(root: Path) -> bytes | None:
    """The bytes of ``feeds.seen`` in the folder ``root``; None where there is none. Raises LibraryError."""
    path = root / SEEN
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LibraryError(_UNREADABLE.format(path, error.strerror)) from error


class SeenEntries:
    """The marks of all entries that ever came to the library in the folder ``root``.

    Raises LibraryError where they cannot be read: without them, what was deleted would come back.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._days = self._read()

    def __contains__(self, mark: str) -> bool:
        return mark in self._days

    def add(self, marks: Iterable[str]) -> None:
        """Remember more; on disk when this returns, with what another program added. Raises LibraryError."""
        today = datetime.now(UTC).date().isoformat()
        new = {mark: today for mark in marks if mark not in self._days}
        if not new:
            return
        self._days = {**self._read(), **self._days, **new}
        try:
            save(self._root / SEEN, written_seen(self._days), replace=True)
        except OSError as error:
            raise LibraryError(_UNWRITABLE.format(self._root / SEEN, error.strerror)) from error

    def _read(self) -> Mapping[str, str]:
        return read_seen(seen_bytes(self._root) or b"").days


@dataclass(frozen=True, slots=True)
class FeedState:
    """How a feed was asked last. Times are Unix seconds, 0 for never.

    ``asked`` is the last try, ``answered`` the last that went well; ``fault`` the sentence of the last try that did
    not, ``failures`` how many in a row; ``not_before`` when it may be asked again, ``is_asked_to_wait`` whether the
    server itself said so; ``gone`` whether the server said that there is no such feed any more.
    """

    etag: str = ""
    modified: str = ""
    asked: float = 0.0
    answered: float = 0.0
    fault: str = ""
    failures: int = 0
    not_before: float = 0.0
    is_asked_to_wait: bool = False
    gone: bool = False


_TYPES = {field.name: type(field.default) for field in fields(FeedState)}


class FeedStates:
    """How each feed was asked last, by address. Derived: the file ``path`` can be deleted at any time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> Mapping[str, FeedState]:
        """Every state by the key of the feed's address; none where the file is missing or damaged."""
        rows = self._rows() or {}
        return {key: state for key, row in rows.items() if (state := _state(row))}

    @property
    def is_damaged(self) -> bool:
        """Whether there is a file that says nothing."""
        return self._path.exists() and self._rows() is None

    def forget(self) -> None:
        """Delete the file: every feed is asked for all it has. Raises OSError where that fails."""
        self._path.unlink(missing_ok=True)

    def _rows(self) -> dict[str, Any] | None:
        try:
            rows = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return rows if isinstance(rows, dict) else None

    def of(self, url: str) -> FeedState:
        """The state of one feed."""
        return self.all().get(url_key(url), FeedState())

    def keep(self, states: Mapping[str, FeedState]) -> None:
        """Keep the states of feeds, by address, beside those of others."""
        rows = {**self.all(), **{url_key(url): state for url, state in states.items()}}
        with contextlib.suppress(OSError):  # what is lost is asked for again
            self._path.parent.mkdir(parents=True, exist_ok=True)
            save(self._path, json.dumps({key: asdict(state) for key, state in rows.items()}).encode(), replace=True)


def _state(row: Any) -> FeedState | None:  # noqa: ANN401 (whatever the file holds)
    if not isinstance(row, dict):
        return None
    kept = {name: row[name] for name, kind in _TYPES.items() if isinstance(row.get(name), kind)}
    return FeedState(**kept)
