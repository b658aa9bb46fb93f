"""The folders below a library in which articles may come and go, for whoever watches them."""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path

from viewer.library.scan import FILES, VERSIONS

MOST_FOLDERS = 200
"""A sane number to watch: some systems hold a file open for each."""

_MOST_ENTRIES = 20_000


def folders_below(root: Path, most: int = MOST_FOLDERS) -> tuple[Path, ...]:
    """Sub-folders of ``root``, the nearest first, at most so many; hidden ones and those of one article left out.

    Looks at some 20,000 names at most, so that a very large library is answered soon, if not in full.
    """
    found: list[Path] = []
    waiting = deque([str(root)])
    left = _MOST_ENTRIES
    while waiting and left > 0 and len(found) < most:
        inner, seen = _looked(waiting.popleft(), left)
        left -= seen
        waiting += inner
        found += map(Path, inner)
    return tuple(found[:most])


def _looked(folder: str, most: int) -> tuple[list[str], int]:
    """The folders in a folder, by name, and how many names were looked at."""
    inner, seen = [], 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                seen += 1
                if seen > most:
                    break
                if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                    inner.append(entry.path)
    except OSError:
        return [], seen
    return sorted(path for path in inner if not path.endswith((FILES, VERSIONS))), seen
