"""A process that answers questions over pipes, and is killed where an answer takes too long.

It is started by hand rather than with ``multiprocessing``, whose children run the main module of whoever uses them
once more, window and all.
"""

from __future__ import annotations

import contextlib
import pickle
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import viewer
from viewer.workers.child import READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_LOOK_EVERY = 0.1
_SECONDS_TO_START = 60.0


def command_for(module: str) -> list[str]:
    """What starts ``module``'s ``main`` in a Python that finds the same packages as this one, and nothing else."""
    root = str(Path(viewer.__file__).resolve().parent.parent)
    places = [*dict.fromkeys([root, *(place for place in sys.path if place)])]
    return [sys.executable, "-P", "-c", f"import sys; sys.path[:] = {places!r}; from {module} import main; main()"]


class WorkerProcess:
    """One worker. ``load`` reads an answer from its pipe; the default trusts it."""

    def __init__(self, command: Sequence[str], load: Callable[[IO[bytes]], object] = pickle.load) -> None:
        self._command, self._load = command, load
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline = float("inf")
        self._overdue = False
        self._stopped = False

    @property
    def was_slow(self) -> bool:
        """Whether the last answer did not come because its time was up."""
        return self._overdue

    def start(self) -> bool:
        """Start the process if it does not run; false where none can be started."""
        if self._process is not None:
            return True
        pipe = subprocess.PIPE
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            process = subprocess.Popen(
                self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, creationflags=hidden
            )
        except OSError:
            return False
        self._process = process
        if self.answer(_SECONDS_TO_START) == READY:
            return True
        self.end()
        return False

    def ask(self, request: object) -> None:
        """Send a request; where the process is gone already, ``answer`` says so."""
        if self._process is not None:
            with contextlib.suppress(OSError):
                pickle.dump(request, _pipe(self._process.stdin), pickle.HIGHEST_PROTOCOL)
                _pipe(self._process.stdin).flush()

    def answer(self, seconds: float) -> object:
        """The next answer; None where the process ended, or was killed because its time was up."""
        if self._process is None:
            return None
        self._overdue = False
        self._deadline = time.monotonic() + seconds
        try:
            return self._load(_pipe(self._process.stdout))
        except (EOFError, OSError, ValueError, AttributeError, ImportError, pickle.UnpicklingError):
            return None
        finally:
            self._deadline = float("inf")

    def stop(self) -> None:
        """Kill the process, from any thread; whoever waits for an answer gets None."""
        process = self._process
        if process is not None:
            process.kill()

    def kill_if_overdue(self) -> None:
        """Kill the process where its time for the answer is up."""
        if time.monotonic() > self._deadline:
            self._overdue = True
            self.stop()

    def end(self) -> None:
        """Kill the process and clear away after it; ``start`` makes another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # of what was never read by anyone
                _pipe(stream).close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)


@contextmanager
def watched(processes: Sequence[WorkerProcess]) -> Iterator[None]:
    """Look all the while whether one of the processes is overdue."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK_EVERY):
            for process in processes:
                process.kill_if_overdue()

    threading.Thread(target=watch, name="worker-watch", daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise AssertionError("a worker has pipes")
    return stream
