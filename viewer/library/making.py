"""Which program made the index: a newer one reads dates, terms and front matter differently."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import viewer

_ROOMS = ("document", "chronology", "stories", "library", "model")


@cache
def made_by() -> str:
    """A key that changes with the version and with any source file that has a hand in what the index holds."""
    package = Path(viewer.__file__).parent
    files = sorted(path for room in _ROOMS for path in (package / room).glob("*.*") if path.is_file())
    seen = ((str(path.relative_to(package)), (status := path.stat()).st_size, status.st_mtime_ns) for path in files)
    return hashlib.blake2b(repr((viewer.__version__, *seen)).encode(), digest_size=8).hexdigest()
