"""The library that a command works on."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import paths
from viewer.cli.output import complain

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from viewer.library import Library, Progress

_WAIT_FOR_OTHERS = 20.0


@contextlib.contextmanager
def opened_library(options: argparse.Namespace, name: str = "") -> Iterator[Library]:
    """The library that was asked for, refreshed; that of the article's own folder where ``name`` is a file."""
    from viewer.library import Library

    folder = options.library
    if folder is None and name and Path(name).is_file():
        folder = Path(name)
    with Library.open(folder or paths.sample_library()) as library:
        if library.refresh(ProgressLine(), wait=_WAIT_FOR_OTHERS).elsewhere:
            complain("Another Dateline is still reading this library; what it has read so far is shown.")
        yield library


class ProgressLine:
    """Tells on a terminal, and only there, how far a refresh is that takes longer than a second."""

    def __init__(self) -> None:
        from viewer.library.pace import Pace

        self._began = time.monotonic()
        self._pace = Pace()

    def __call__(self, progress: Progress) -> None:
        """Say where the work stands, unless it just began."""
        if sys.stderr.isatty() and progress.total and time.monotonic() - self._began > 1:
            end = "\n" if progress.done >= progress.total else ""
            print(f"\r\033[K{self._pace.words(progress)}", end=end, file=sys.stderr, flush=True)
