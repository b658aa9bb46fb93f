"""What a trial of an import would have written: kept aside, so that later items are judged as in the import itself."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_IN_MEMORY = 16 * 1024 * 1024


class PlannedFiles:
    """Contents by path below the library. The many of a large import lie in a temporary file, not in memory."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[int, int]] = {}
        self._others: set[str] = set()
        self._file: tempfile.SpooledTemporaryFile[bytes] | None = None
        self._end = 0

    def __contains__(self, path: str) -> bool:
        """Whether a file would stand at ``path``, or a folder."""
        return path in self._places or path in self._others

    def put(self, path: str, content: bytes, others: Iterable[str] = ()) -> None:
        """Keep what an article's file would hold, and which ``others`` would stand beside it."""
        if self._file is None:
            self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - until close
        self._file.seek(self._end)
        self._file.write(content)
        self._places[path] = self._end, len(content)
        self._end += len(content)
        self._others.update(other.partition("/")[0] for other in others)

    def get(self, path: str) -> bytes | None:
        """What an article's file would hold; None where this import would not write it."""
        place = self._places.get(path)
        if place is None or self._file is None:
            return None
        self._file.seek(place[0])
        return self._file.read(place[1])

    def close(self) -> None:
        """Forget all of it."""
        if self._file is not None:
            self._file.close()
        self._file = None
