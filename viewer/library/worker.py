"""A process that reads files for the index, apart from the window: it may be slow, and it may be killed."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.library.readers import read_safely
from viewer.workers.child import be_modest, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_COLLECT_EVERY = 64


def main() -> None:
    """Serve until standard input ends."""
    be_modest()
    gc.disable()
    serve(_Reading().handle)


class _Reading:
    def __init__(self) -> None:
        self._done = 0

    def handle(self, request: tuple[str, str, Sequence[str]], send: Callable[[object], None]) -> None:
        kind, root, paths = request
        for path in paths:
            send(read_safely(kind, Path(root), path))
            self._done += 1
            if self._done % _COLLECT_EVERY == 0:
                gc.collect()
