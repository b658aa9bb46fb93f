"""What lies in a folder that is watched for new arrivals, and whether it has come to rest."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from viewer.model import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

ADDED = "Added"
"""The sub-folder that takes what was added."""

MOST_FILES = 20_000
_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".temp", ".partial", ".opdownload", "~")
_OF_A_PAGE = ("_files", ".files")

Stamp: TypeAlias = tuple[int, int, int]
"""Files, bytes and the newest change of an arrival: equal twice, it is at rest."""


def check_inbox(inbox: Path, library: Path) -> Path:
    """The real path of a folder that may be an inbox of the library ``library``.

    Raises UsageError where it is no folder, or one of the two lies within the other.
    """
    if not inbox.is_dir():
        raise UsageError(f"The folder {inbox} does not exist. Make it, or choose another as the inbox.")
    real, root = inbox.resolve(), library.resolve()
    if real.is_relative_to(root) or root.is_relative_to(real):
        raise UsageError(
            "The inbox and the library must not lie within each other. Choose a folder beside the library."
        )
    return real


def arrivals(inbox: Path) -> Mapping[Path, Stamp]:
    """What has arrived: files and folders right in ``inbox``, without what is hidden or still being written.

    The folder of a saved page counts with its page. Raises OSError where the folder cannot be read.
    """
    with os.scandir(inbox) as entries:
        found = {entry.name: entry for entry in entries if _counts(entry)}
    pages = {name.rpartition(".")[0] for name in found if name.lower().endswith((".html", ".htm"))}
    stamps: dict[Path, Stamp] = {}
    for name in sorted(found):
        if not _is_of(name, pages):
            parts = [path for path in parts_of(Path(found[name].path)) if path.exists()]
            stamps[Path(found[name].path)] = _sum([_stamp(path) for path in parts])
    return stamps


def parts_of(arrival: Path) -> tuple[Path, ...]:
    """The paths that an arrival may consist of: itself, and the folder of a page."""
    if arrival.suffix.lower() not in (".html", ".htm"):
        return (arrival,)
    return (arrival, *(arrival.with_name(f"{arrival.stem}{ending}") for ending in _OF_A_PAGE))


def at_rest(before: Mapping[Path, Stamp], now: Mapping[Path, Stamp]) -> tuple[Path, ...]:
    """The arrivals that have not changed between two looks."""
    return tuple(path for path, stamp in now.items() if before.get(path) == stamp)


def _counts(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith((".", "~$")) or name.lower().endswith(_UNFINISHED) or name == ADDED:
        return False
    try:
        return entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_of(name: str, pages: set[str]) -> bool:
    return any(name.endswith(ending) and name.removesuffix(ending) in pages for ending in _OF_A_PAGE)


def _stamp(path: Path) -> Stamp:
    if not path.is_dir():
        status = path.stat()
        return 1, status.st_size, status.st_mtime_ns
    stamps: list[Stamp] = []
    for place, _, names in os.walk(path, followlinks=False):
        for name in names:
            try:
                status = os.lstat(os.path.join(place, name))
            except OSError:  # gone again: the next look sees another count
                continue
            stamps.append((1, status.st_size, status.st_mtime_ns))
        if len(stamps) > MOST_FILES:
            break
    return _sum(stamps)


def _sum(stamps: list[Stamp]) -> Stamp:
    return (
        sum(stamp[0] for stamp in stamps),
        sum(stamp[1] for stamp in stamps),
        max((stamp[2] for stamp in stamps), default=0),
    )
