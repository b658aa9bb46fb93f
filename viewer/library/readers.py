"""Who does the reading: this thread for a handful of files, worker processes for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from viewer.library.digest import FullReading, QuickReading, Refusal, read_fully, read_quickly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Reading: TypeAlias = "QuickReading | FullReading | Refusal"
READINGS: dict[str, Callable[[Path, str], Reading]] = {"quick": read_quickly, "full": read_fully}
FEW = 64


class Readers(Protocol):
    """Reads files and gives a reading for each, in any order."""

    def read(self, kind: str, root: Path, paths: Sequence[str]) -> Iterator[Reading]:
        """A reading of ``kind`` ("quick" or "full") of each path."""


class InThisThread:
    """Reads one file after the other, here."""

    def read(self, kind: str, root: Path, paths: Sequence[str]) -> Iterator[Reading]:
        """A reading of each path, in their order."""
        reading = READINGS[kind]
        return (reading(root, path) for path in paths)


def readers_for(count: int) -> Readers:
    """Whoever suits a job of ``count`` files."""
    return InThisThread()
