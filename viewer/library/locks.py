"""A lock between processes, held on a file, released by the system when its holder ends in any way."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: the databases still guard every transaction
            return True
        return True


@contextmanager
def held(path: Path, wait: float, still_wanted: Callable[[], bool] = lambda: True) -> Iterator[bool]:
    """Hold the lock ``path`` for the block; yields whether it was got within ``wait`` seconds."""
    deadline = time.monotonic() + wait
    with path.open("ab") as file:
        got = _try_lock(file)
        while not got and time.monotonic() < deadline and still_wanted():
            time.sleep(0.05)
            got = _try_lock(file)
        yield got
