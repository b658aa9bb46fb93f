"""Whether what a library knows of feeds is sound: the list, which entries came, how each feed answered last.

The list is the reader's, and is only told about. From the memory of entries no mark is ever taken: what is no mark may
be cleared away, and the file as it was is kept. How feeds answered is derived.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from viewer.library.feed_memory import SEEN, read_seen, seen_bytes, written_seen
from viewer.library.findings import Finding, Part, Verdict
from viewer.library.links import url_key
from viewer.library.saving import save
from viewer.library.subscriptions import FILE
from viewer.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from viewer.library.feed_memory import SeenLines
    from viewer.library.library import Library
    from viewer.library.subscriptions import Subscription

_BROKEN = (
    "The list of your feeds breaks the rules of its format (XML) at line {}, so none of them can be asked. Mend that "
    "line, or put an older copy of the file in its place; it is left as it is."
)
_NO_ADDRESS = "“{}” has no address of the web, so it is never asked. Give it one, or take it out of the list."
_TWICE = "“{}” ({}) stands in the list {:,} times, {}. It is asked once, and does no harm."
_BAD_LINES = (
    "{}, so what it stood for may come again from its feed, even if you deleted it. “dateline doctor --mend” clears "
    "this away and keeps the file as it was."
)
_CLEARED = "{}. This was cleared away; the file as it was is kept as {}."
_NOT_CLEARED = "What cannot be read in it could not be cleared away ({}). Make room, or check the permissions."
_AGAIN = "{} in it twice, as where two copies were joined, which does no harm. The next new entry clears this away."
_FORGETTABLE = "How feeds answered last cannot be read. “dateline doctor --mend”, or the next refresh, forgets it."
_FORGOTTEN = "How feeds answered last could not be read, and is forgotten: each is asked for all it has next time."
_NOT_FORGOTTEN = "How feeds answered last cannot be read, and the file cannot be deleted ({}). Check its permissions."
_MOST_COPIES = 1_000


def examine_feeds(library: Library, backups: Path, *, mend: bool) -> Iterator[Finding]:
    """What is found; nothing where no feed was ever followed. ``backups`` takes what is kept before a mending."""
    if library.feeds.path.exists():
        yield from _list(library)
    yield from _memory(library.root, backups, mend=mend)
    yield from _answers(library, mend=mend)


# --- the list


def _list(library: Library) -> Iterator[Finding]:
    try:
        feeds, without = library.feeds.entries()
    except LibraryError as error:
        line = getattr(error.__cause__, "lineno", None)
        yield Finding(Part.FEEDS, Verdict.ATTENTION, _BROKEN.format(line) if line else str(error), FILE)
        return
    for name in without:
        yield Finding(Part.FEEDS, Verdict.ATTENTION, _NO_ADDRESS.format(name), FILE)
    places: dict[str, list[Subscription]] = {}
    for feed in feeds:
        places.setdefault(url_key(feed.url), []).append(feed)
    for same in places.values():
        if len(same) > 1:
            yield Finding(Part.FEEDS, Verdict.NOTE, _twice(same), FILE)
    if not without:
        number = {0: "No feed is", 1: "1 feed is"}.get(len(places), f"{len(places):,} feeds are")
        yield Finding(Part.FEEDS, Verdict.SOUND, f"{number} followed.")


def _twice(same: Sequence[Subscription]) -> str:
    folders = dict.fromkeys(" / ".join(feed.folders) for feed in same)
    where = " and ".join(f"in “{folder}”" if folder else "in no folder" for folder in folders)
    return _TWICE.format(same[0].title, same[0].url, len(same), where)


# --- which entries came


def _memory(root: Path, backups: Path, *, mend: bool) -> Iterator[Finding]:
    try:
        raw = seen_bytes(root)
    except LibraryError as error:
        yield Finding(Part.FEEDS, Verdict.ATTENTION, str(error), SEEN)
        return
    if raw is None:
        return
    seen = read_seen(raw)
    if seen.unreadable:
        yield _cleared(root, backups, raw, seen) if mend else _seen(Verdict.ATTENTION, _BAD_LINES.format(_bad(seen)))
    elif seen.repeated:
        number = "1 mark stands" if seen.repeated == 1 else f"{seen.repeated:,} marks stand"
        yield _seen(Verdict.NOTE, _AGAIN.format(number))
    else:
        words = f"{len(seen.days):,} marks remember which entries of feeds came."
        yield Finding(Part.FEEDS, Verdict.SOUND, words)


def _bad(seen: SeenLines) -> str:
    one = "1 line of it is no mark of an entry"
    return one if seen.unreadable == 1 else f"{seen.unreadable:,} lines of it are no marks of entries"


def _cleared(root: Path, backups: Path, raw: bytes, seen: SeenLines) -> Finding:
    """Write the file anew without what is no mark; as it was it is kept before."""
    try:
        kept = _kept(backups, raw)
        if seen_bytes(root) != raw:
            return _seen(Verdict.NOTE, "Another Dateline is writing it just now; look again when that is done.")
        save(root / SEEN, written_seen(seen.days), replace=True)
    except OSError as error:
        return _seen(Verdict.ATTENTION, _NOT_CLEARED.format(error.strerror))
    return _seen(Verdict.MENDED, _CLEARED.format(_bad(seen), kept))


def _kept(backups: Path, raw: bytes) -> Path:
    """A new file beside the backups of the marks that holds ``raw``. Raises OSError."""
    backups.mkdir(parents=True, exist_ok=True)
    day = datetime.now(UTC).date()
    names = (f"feeds-{day}{f'-{number}' if number > 1 else ''}.seen" for number in range(1, _MOST_COPIES))
    for place in (backups / name for name in names):
        if not place.exists():
            save(place, raw)
            return place
    raise FileExistsError(17, f"there are too many files like feeds-{day}.seen in {backups}")


def _seen(verdict: Verdict, words: str) -> Finding:
    return Finding(Part.FEEDS, verdict, words, SEEN)


# --- how each feed answered last


def _answers(library: Library, *, mend: bool) -> Iterator[Finding]:
    if not library.feed_states.is_damaged:
        return
    if not mend:
        yield Finding(Part.FEEDS, Verdict.NOTE, _FORGETTABLE)
        return
    try:
        library.feed_states.forget()
        yield Finding(Part.FEEDS, Verdict.MENDED, _FORGOTTEN)
    except OSError as error:
        yield Finding(Part.FEEDS, Verdict.ATTENTION, _NOT_FORGOTTEN.format(error.strerror))
