"""Who does the reading: this thread for a handful of files, worker processes for many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from viewer.library.digest import FullReading, QuickReading, Refusal, read_fully, read_quickly

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

Reading: TypeAlias = QuickReading | FullReading | Refusal

_READINGS: dict[str, Callable[[Path, str], Reading]] = {"quick": read_quickly, "full": read_fully}
_FAULT = "The article could not be read, by a fault in Dateline ({}: {}). Please report it."


class Readers(Protocol):
    """Reads files and gives a reading for each, in any order."""

    def read(self, kind: str, root: Path, paths: Sequence[str]) -> Generator[Reading]:
        """A reading of ``kind`` ("quick" or "full") of each path."""


class InThisThread:
    """Reads one file after the other, here."""

    def read(self, kind: str, root: Path, paths: Sequence[str]) -> Generator[Reading]:
        """A reading of each path, in their order."""
        return (read_safely(kind, root, path) for path in paths)


def read_safely(kind: str, root: Path, path: str) -> Reading:
    """A reading of one file; a fault in one must not stop the reading of the others, so it becomes a refusal."""
    try:
        return _READINGS[kind](root, path)
    except MemoryError:
        return Refusal(path, "The article needs more memory to be read than Dateline allows.")
    except Exception as error:
        return Refusal(path, _FAULT.format(type(error).__name__, error))
