"""What is remembered of feeds: which entries came, which is the reader's; and how each was asked last, which is not."""

from __future__ import annotations

import contextlib
import hashlib
import json
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


class SeenEntries:
    """The marks of all entries that ever came to the library in the folder ``root``.

    Raises LibraryError where they cannot be read: without them, what was deleted would come back.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / SEEN
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
        kept = sorted(self._days.items(), key=lambda row: (row[1], row[0]))[-MOST_SEEN:]
        text = _HEAD + "".join(f"{mark} {day}\n" for mark, day in kept)
        try:
            save(self._path, text.encode("ascii"), replace=True)
        except OSError as error:
            raise LibraryError(_UNWRITABLE.format(self._path, error.strerror)) from error

    def _read(self) -> dict[str, str]:
        try:
            with self._path.open("rb") as file:
                text = file.read(_LARGEST).decode("ascii", "replace")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise LibraryError(_UNREADABLE.format(self._path, error.strerror)) from error
        rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
        return {row[0]: row[1] for row in rows if len(row) == 2}


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
        try:
            rows = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return {key: state for key, row in rows.items() if (state := _state(row))} if isinstance(rows, dict) else {}

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
