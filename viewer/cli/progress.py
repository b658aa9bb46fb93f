"""How far a long command is: a line on a terminal, or JSON lines for the program that started it."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from viewer.library.pace import Pace

if TYPE_CHECKING:
    import argparse

    from viewer.library import Progress

_EVERY_S = 0.5
_EVERY_FOR_PROGRAMS_S = 0.1


class _Line:
    """Tells on a terminal, and only there, where the work stands."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._pace = Pace()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._last > _EVERY_S:
            self._last = now
            print(f"\r\033[K{self._pace.words(progress)}", end="", file=sys.stderr, flush=True)


class _Rows:
    """Tells the program that started this one, at most ten times a second."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last > _EVERY_FOR_PROGRAMS_S:
            self._last = now
            row = {"done": progress.done, "total": progress.total, "phase": progress.phase}
            print(json.dumps(row), file=sys.stderr, flush=True)


def told(options: argparse.Namespace) -> _Line | _Rows:
    """Whoever tells how far the command is, as its option ``--progress`` asks."""
    return _Rows() if options.progress else _Line()
