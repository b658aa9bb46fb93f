"""Changing a file of annotations, whole or not at all, and from what stands in it by then."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from viewer.library.annotations import MOST_BYTES, page_with, told_as_annotations
from viewer.library.rewriting import ChangedMeanwhileError, NotRewrittenError, rewrite
from viewer.library.saving import make_folder_durable, save
from viewer.library.source import read_regular_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path, PurePosixPath

_EMPTY = page_with({}, [])
_TRIES = 5

_LEADS_OUT = "It leads out of the library, so nothing is written to it. Put a file in its place."
_TOO_LARGE = "It would be larger than {} MB, so it stays as it is. Take some highlights away first."


class AnnotationFile:
    """The file of annotations at ``path`` below ``root``; one that is not there is an empty page of them."""

    def __init__(self, root: Path, path: PurePosixPath) -> None:
        self._root, self._path = root, root / path

    def change(self, step: Callable[[str], str]) -> bool:
        """Give the file the text that ``step`` makes of its own; durable when this returns.

        False where ``step`` changed nothing. What another program writes meanwhile is given to ``step`` anew. A page in
        which nothing is left is taken away if all around it is what Dateline itself writes there. Raises
        AnnotationsError where the file holds none, also where ``step`` raises ValueError, and OSError or
        NotRewrittenError where it cannot be written; it is as it was then.
        """
        for _ in range(_TRIES):
            raw = self._read()
            content = _changed(raw, step)
            if content is None:
                return False
            try:
                self._write(raw, content)
            except (ChangedMeanwhileError, FileExistsError):
                continue
            return True
        raise ChangedMeanwhileError

    def _read(self) -> bytes | None:
        """The content of the file; None where there is none."""
        if not os.path.lexists(self._path):
            return None
        if not self._path.resolve().is_relative_to(self._root.resolve()):
            raise NotRewrittenError(_LEADS_OUT)
        with told_as_annotations():
            return read_regular_file(self._path)[0]

    def _write(self, raw: bytes | None, content: bytes) -> None:
        if raw is None:
            save(self._path, content)
        elif content == _EMPTY.encode():
            self._clear_away(raw)
        else:
            rewrite(self._path.resolve(), raw, content)

    def _clear_away(self, raw: bytes) -> None:
        if self._read() != raw:
            raise ChangedMeanwhileError
        self._path.unlink()
        make_folder_durable(self._path.parent)


def _changed(raw: bytes | None, step: Callable[[str], str]) -> bytes | None:
    """The content to be, in the encoding that the file has; None for the same."""
    with told_as_annotations():
        encoding = json.detect_encoding(raw) if raw else "utf-8"
        text = raw.decode(encoding, "surrogatepass") if raw is not None else _EMPTY
        changed = step(text)
    if changed == text:
        return None
    content = changed.encode(encoding, "surrogatepass")
    if len(content) > MOST_BYTES and len(changed) > len(text):
        raise NotRewrittenError(_TOO_LARGE.format(MOST_BYTES // 1024**2))
    return content
