"""Two worker processes that read many files, each of which is killed where one file takes too long.

They are started by hand rather than with ``multiprocessing``, whose children run the main module of whoever uses
the library once more, window and all.
"""

from __future__ import annotations

import contextlib
import pickle
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

import viewer
from viewer.library.digest import FullReading, QuickReading, Refusal
from viewer.library.readers import read_safely
from viewer.library.worker import READY

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from viewer.library.readers import Reading

WORKERS = 2
SECONDS_FOR_A_FILE = 10.0
_BATCH = 8
_WAITING = 256
_LOOK_EVERY = 0.25
_SECONDS_TO_START = 60.0
_TOO_SLOW = "The article takes too long to be laid out (over {:.0f} seconds), so it has no timeline yet."
_GONE = "The article could not be laid out: the process that read it ended unexpectedly."
_END = None


class WorkerPool:
    """Reads files in other processes; a file that kills or blocks its reader becomes a refusal."""

    def __init__(self, seconds: float = SECONDS_FOR_A_FILE, command: Sequence[str] | None = None) -> None:
        self._seconds = seconds
        self._command = list(command or _command())

    def read(self, kind: str, root: Path, paths: Sequence[str]) -> Generator[Reading]:
        """A reading of each path, as they come. Closing the iterator ends the processes."""
        results: queue.Queue[Reading | None] = queue.Queue(_WAITING)
        jobs = _Jobs(paths)
        feeders = [_Feeder(self._command, self._seconds, kind, root, jobs, results) for _ in range(WORKERS)]
        done = threading.Event()
        watch = threading.Thread(target=_watch, args=(feeders, done), name="index-watch", daemon=True)
        for thread in (*feeders, watch):
            thread.start()
        try:
            yield from self._gather(results, len(feeders))
        finally:
            done.set()
            jobs.stop()
            for feeder in feeders:
                feeder.stop()
            _drain(results)
            for feeder in feeders:
                feeder.join(timeout=5)

    @staticmethod
    def _gather(results: queue.Queue[Reading | None], running: int) -> Generator[Reading]:
        while running:
            reading = results.get()
            if reading is _END:
                running -= 1
            else:
                yield reading


class _Jobs:
    """The paths that nobody has taken yet."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = list(reversed(paths))
        self._guard = threading.Lock()

    def take(self) -> list[str]:
        """The next few paths, none where all are taken."""
        with self._guard:
            return [self._paths.pop() for _ in range(min(_BATCH, len(self._paths)))]

    def stop(self) -> None:
        """Leave nothing to be taken."""
        with self._guard:
            self._paths.clear()


class _Feeder(threading.Thread):
    """Looks after one worker process: gives it jobs, takes its answers, starts another where it had to be killed."""

    def __init__(
        self,
        command: Sequence[str],
        seconds: float,
        kind: str,
        root: Path,
        jobs: _Jobs,
        results: queue.Queue[Reading | None],
    ) -> None:
        super().__init__(name="index-feeder", daemon=True)
        self._command, self._seconds, self._kind, self._root = command, seconds, kind, root
        self._jobs, self._results = jobs, results
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = threading.Event()
        self._deadline = float("inf")

    def run(self) -> None:
        """Work until no job is left."""
        try:
            while (paths := self._jobs.take()) and not self._stopped.is_set():
                while paths and not self._stopped.is_set():
                    paths = self._serve(paths)
        finally:
            self._end_process()
            self._results.put(_END)

    def stop(self) -> None:
        """Kill the process; its thread then ends."""
        self._stopped.set()
        process = self._process
        if process is not None:
            process.kill()

    def kill_if_overdue(self) -> None:
        """End the process where its time for the file in hand is up."""
        process = self._process
        if process is not None and time.monotonic() > self._deadline:
            process.kill()

    def _serve(self, paths: list[str]) -> list[str]:
        """Have some files read; gives those left over where one of them ended the process."""
        process = self._process or self._start()
        if process is None:
            return self._read_here(paths)
        with contextlib.suppress(OSError):
            pickle.dump((self._kind, str(self._root), paths), _pipe(process.stdin))
            _pipe(process.stdin).flush()
        for index, path in enumerate(paths):
            began = time.monotonic()
            reading = self._answer(process, self._seconds)
            if not isinstance(reading, QuickReading | FullReading | Refusal):
                self._end_process()
                if not self._stopped.is_set():
                    was_slow = time.monotonic() - began >= self._seconds
                    self._results.put(Refusal(path, _TOO_SLOW.format(self._seconds) if was_slow else _GONE))
                return paths[index + 1 :]
            self._results.put(reading)
        return []

    def _read_here(self, paths: Sequence[str]) -> list[str]:
        """Where no process can be started, an index that slows the window down is better than none."""
        for path in paths:
            if not self._stopped.is_set():
                self._results.put(read_safely(self._kind, self._root, path))
        return []

    def _answer(self, process: subprocess.Popen[bytes], seconds: float) -> object:
        """The next answer; None where the process ended, or was killed because its time was up."""
        self._deadline = time.monotonic() + seconds
        try:
            return pickle.load(_pipe(process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        finally:
            self._deadline = float("inf")

    def _start(self) -> subprocess.Popen[bytes] | None:
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        pipe = subprocess.PIPE
        try:
            process = subprocess.Popen(
                self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, creationflags=hidden
            )
        except OSError:
            return None
        self._process = process
        if self._answer(process, _SECONDS_TO_START) == READY:
            return process
        self._end_process()
        return None

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with contextlib.suppress(OSError):
            process.communicate(timeout=5)


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise AssertionError("a worker has pipes")
    return stream


def _watch(feeders: Sequence[_Feeder], done: threading.Event) -> None:
    while not done.wait(_LOOK_EVERY):
        for feeder in feeders:
            feeder.kill_if_overdue()


def _command() -> list[str]:
    """A Python that finds the same packages as this one and runs nothing of the main module."""
    root = str(Path(viewer.__file__).resolve().parent.parent)
    places = [*dict.fromkeys([root, *(place for place in sys.path if place)])]
    return [
        sys.executable,
        "-P",
        "-c",
        f"import sys; sys.path[:] = {places!r}; from viewer.library.worker import main; main()",
    ]


def _drain(results: queue.Queue[Reading | None]) -> None:
    with contextlib.suppress(queue.Empty):
        while True:
            results.get_nowait()
