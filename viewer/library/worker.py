"""A process that reads files for the index, apart from the window: it may be slow, and it may be killed.

Jobs come in on standard input and readings go out on standard output, both pickled, one after the other. The end
of standard input is the end of the process, so that it never outlives the program that started it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import sys
from pathlib import Path
from typing import IO

from viewer.library.readers import read_safely

READY = "ready"
"""The first thing that a worker says."""

MOST_MEMORY = 1024**3
_LESS_URGENT = 10
_COLLECT_EVERY = 64


def main() -> None:
    """Serve until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that prints may get between the answers
    _be_modest()
    gc.disable()
    _send(READY, answers)
    done = 0
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            kind, root, paths = pickle.load(sys.stdin.buffer)
            for path in paths:
                _send(read_safely(kind, Path(root), path), answers)
                done += 1
                if done % _COLLECT_EVERY == 0:
                    gc.collect()
    os._exit(0)


def _send(answer: object, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _be_modest() -> None:
    """Leave the processor to the window, and stop before the machine runs out of memory."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError):
            os.nice(_LESS_URGENT)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
