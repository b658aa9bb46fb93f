"""Two worker processes that read many files, each of which is killed where one file takes too long."""

from __future__ import annotations

import contextlib
import queue
import threading
from typing import TYPE_CHECKING

from viewer.library.digest import FullReading, QuickReading, Refusal
from viewer.library.readers import read_safely
from viewer.workers.process import WorkerProcess, command_for, watched

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from viewer.library.readers import Reading

WORKERS = 2
SECONDS_FOR_A_FILE = 10.0
_BATCH = 8
_WAITING = 256
_TOO_SLOW = "The article takes too long to be laid out (over {:.0f} seconds), so it has no timeline yet."
_GONE = "The article could not be laid out: the process that read it ended unexpectedly."
_END = None


class WorkerPool:
    """Reads files in other processes; a file that kills or blocks its reader becomes a refusal."""

    def __init__(self, seconds: float = SECONDS_FOR_A_FILE, command: Sequence[str] | None = None) -> None:
        self._seconds = seconds
        self._command = list(command or command_for("viewer.library.worker"))

    def read(self, kind: str, root: Path, paths: Sequence[str]) -> Generator[Reading]:
        """A reading of each path, as they come. Closing the iterator ends the processes."""
        results: queue.Queue[Reading | None] = queue.Queue(_WAITING)
        jobs = _Jobs(paths)
        feeders = [_Feeder(self._command, self._seconds, kind, root, jobs, results) for _ in range(WORKERS)]
        for feeder in feeders:
            feeder.start()
        try:
            with watched([feeder.process for feeder in feeders]):
                yield from self._gather(results, len(feeders))
        finally:
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
        self._seconds, self._kind, self._root = seconds, kind, root
        self._jobs, self._results = jobs, results
        self.process = WorkerProcess(command)
        self._stopped = threading.Event()

    def run(self) -> None:
        """Work until no job is left."""
        try:
            while (paths := self._jobs.take()) and not self._stopped.is_set():
                while paths and not self._stopped.is_set():
                    paths = self._serve(paths)
        finally:
            self.process.end()
            self._results.put(_END)

    def stop(self) -> None:
        """Kill the process; its thread then ends."""
        self._stopped.set()
        self.process.stop()

    def _serve(self, paths: list[str]) -> list[str]:
        """Have some files read; gives those left over where one of them ended the process."""
        if not self.process.start():
            return self._read_here(paths)
        self.process.ask((self._kind, str(self._root), paths))
        for index, path in enumerate(paths):
            reading = self.process.answer(self._seconds)
            if not isinstance(reading, QuickReading | FullReading | Refusal):
                was_slow = self.process.was_slow
                self.process.end()
                if not self._stopped.is_set():
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


def _drain(results: queue.Queue[Reading | None]) -> None:
    with contextlib.suppress(queue.Empty):
        while True:
            results.get_nowait()
