"""Articles already laid out as documents, kept in the cache folder: opening one again costs no parsing.

One small file for each, named after the bytes of the article and the program that laid it out, so that nothing here
can be stale; a file that is missing, cut off or foreign is as good as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

from viewer.library.codec import pack_document, unpack_document
from viewer.library.making import made_by

if TYPE_CHECKING:
    from pathlib import Path

    from viewer.model import Document

_KEPT = 400
_PRUNE_ABOVE = 500
_LARGEST = 400_000  # bytes packed: the layout of a huge article is not worth its room


class Layouts:
    """The documents laid out last, at most some hundreds. Safe to use from several threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, fingerprint: bytes, path: str) -> Document | None:
        """The document of the article with this fingerprint, None where it is not kept."""
        try:
            return unpack_document((self._folder / _name(fingerprint, path)).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, fingerprint: bytes, path: str, document: Document) -> None:
        """Keep a document. What cannot be kept is left out: it can always be made again."""
        packed = pack_document(document)
        if len(packed) > _LARGEST:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            name = _name(fingerprint, path)
            draft = self._folder / f"{name}.{os.getpid()}"
            draft.write_bytes(packed)
            draft.replace(self._folder / name)
            self._prune()

    def _prune(self) -> None:
        with os.scandir(self._folder) as entries:
            ages = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
        if len(ages) > _PRUNE_ABOVE:
            for _, path in sorted(ages)[: len(ages) - _KEPT]:
                os.unlink(path)


def _name(fingerprint: bytes, path: str) -> str:
    """Also of the path: it decides how a file is read, and the title that an article falls back to."""
    key = repr((made_by(), path)).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(fingerprint + key, digest_size=16).hexdigest()
