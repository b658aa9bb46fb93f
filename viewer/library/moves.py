"""Recognising a file that was renamed or moved, so that its article keeps its id and the reader's marks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from viewer.library.digest import QuickReading
    from viewer.library.scan import FileStamp


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as the index remembers it. ``number`` is None for one that was refused."""

    stamp: FileStamp
    number: int | None = None
    id: int = 0
    fingerprint: bytes = b""
    title: str = ""
    url: str = ""
    stage: int = 0


class MissingFiles:
    """The articles whose files are no longer where they were; iterates over those nobody took."""

    def __init__(self, files: Iterable[KnownFile]) -> None:
        self._files = {one.stamp.path: one for one in files if one.number is not None}
        self._by_content: dict[bytes, list[str]] = defaultdict(list)
        self._by_inode: dict[int, list[str]] = defaultdict(list)
        for path, one in sorted(self._files.items()):
            self._by_content[one.fingerprint].append(path)
            self._by_inode[one.stamp.inode].append(path)

    def __iter__(self) -> Iterator[KnownFile]:
        return iter(self._files.values())

    def take(self, reading: QuickReading) -> KnownFile | None:
        """The article that a new file was before, if it is one of these; it then no longer counts as missing."""
        same_content = [path for path in self._by_content[reading.fingerprint] if path in self._files]
        same_inode = [path for path in self._by_inode[reading.stamp.inode] if path in self._files]
        both = [path for path in same_inode if path in same_content]
        # Systems use inodes again, so a file that was moved and edited must also have kept its title or address.
        edited = [path for path in same_inode if self._is_same_article(path, reading)]
        found = next(iter(both or same_content or edited), None)
        return self._files.pop(found) if found else None

    def _is_same_article(self, path: str, reading: QuickReading) -> bool:
        before, now = self._files[path], reading.metadata
        return before.url == now.url if before.url or now.url else before.title == now.title
