"""Reading in processes apart: what strangers made can neither stop the program nor reach the network.

Two of them read what there is to read, each at most 10 seconds for an item (a page, a row, a chapter, an entry of an
archive) and within 1 GB. An item that takes its reader down is named in a problem; a new reader goes on behind it.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from viewer.importers.answers import Alive, Begun, Done, Ended, Failed, load
from viewer.importers.reading import or_nothing, portions
from viewer.model import ImportedArticle, ImportProblem, LibraryError
from viewer.workers.process import WorkerProcess, command_for, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from viewer.importers.drafts import Found
    from viewer.importers.reading import Portion
    from viewer.importers.turns import Place

WORKERS = 2
SECONDS_FOR_AN_ITEM = 10.0
MOST_ENDED = 20
"""How often readers may be ended over one file before the rest of it is given up."""

_LONG_ITEM = 6  # times as long for an item that says that it gets on
_AHEAD = 8
_WAITING = 16
_LOOK_EVERY = 0.2
_MODULE = "viewer.importers.worker"
_TOO_SLOW = "takes too long to be read (over {:.0f} seconds), so it did not come."
_GONE = "did not come: the process that read it ended, perhaps because it needs more than 1 GB of memory."
_MANY = (
    f"The rest of it did not come: {MOST_ENDED} of its items could not be read within the limits of time and memory."
)
_NO_PROCESS = "It was not read: the process apart that reads files could not be started."
_END = None


def read_apart(
    path: Path, *, seconds: float = SECONDS_FOR_AN_ITEM, command: Sequence[str] | None = None
) -> Iterator[ImportedArticle | ImportProblem]:
    """What ``importers.read`` gives, in the same order, read in processes that are ended where one item hangs.

    Closing the iterator ends them. Never raises for what it reads.
    """
    return or_nothing(path, _in_order(portions(path), command or command_for(_MODULE), seconds))


def ask_apart(question: str, *arguments: object, seconds: float = SECONDS_FOR_AN_ITEM, **options: object) -> list[Any]:
    """What a function of ``viewer.importers`` gives, worked out in a process of its own; one value is a list of one.

    ``viewer.importers.worker`` lists the questions; their arguments must be plain values.
    Raises LibraryError, with a sentence, where it came to nothing, took too long or needed too much memory.
    """
    process = WorkerProcess(command_for(_MODULE), load)
    try:
        with watched([process]):
            return _ask(process, ("question", question, arguments, options), seconds)
    finally:
        process.end()


class Questioner:
    """Asks as ``ask_apart`` does, one question after the other of one process, which is started again when it ended.

    A context manager: its end is that of the process. For one thread at a time.
    """

    def __init__(self, seconds: float = SECONDS_FOR_AN_ITEM) -> None:
        self._seconds = seconds
        self._process = WorkerProcess(command_for(_MODULE), load)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.end()

    def ask(self, question: str, *arguments: object, **options: object) -> list[Any]:
        """What the function gives. Raises LibraryError as ``ask_apart`` does."""
        try:
            with watched([self._process]):
                return _ask(self._process, ("question", question, arguments, options), self._seconds)
        except BaseException:
            self._process.end()  # there may be more of its answer on the way
            raise


def _ask(process: WorkerProcess, request: tuple[Any, ...], seconds: float) -> list[Any]:
    if not process.start():
        raise LibraryError(_NO_PROCESS)
    process.ask(request)
    found: list[Any] = []
    while not isinstance(answer := process.answer(seconds), Done):
        if answer is None:
            raise LibraryError(f"It {_TOO_SLOW.format(seconds) if process.was_slow else _GONE}")
        if isinstance(answer, Failed):
            raise LibraryError(answer.reason)
        if not isinstance(answer, Begun | Ended | Alive):
            found.append(answer)
    return found


def _in_order(parts: Iterator[Portion | ImportProblem], command: Sequence[str], seconds: float) -> Generator[Found]:
    """What is found in the parts, part by part, though several are read at once."""
    line = _Line(parts)
    readers = [_Reader(line, WorkerProcess(command, load), seconds) for _ in range(WORKERS)]
    try:
        with watched([reader.process for reader in readers]):
            for reader in readers:
                reader.start()
            for lane in line.lanes():
                yield from lane
    finally:
        line.stop()
        for reader in readers:
            reader.process.stop()
        for reader in readers:
            reader.join(timeout=5)


class _Lane:
    """What was found in one part, as it comes."""

    def __init__(self, stopped: threading.Event, *, first: ImportProblem | None = None) -> None:
        self._stopped = stopped
        self._found: queue.Queue[Found | None] = queue.Queue(_WAITING)
        if first:
            self._found.put(first)
            self._found.put(_END)

    def __iter__(self) -> Iterator[Found]:
        while (one := self._found.get()) is not _END:
            yield one

    def put(self, one: Found | None) -> None:
        """Add a find, or the end; waits while there are many that nobody took, and gives up when all is stopped."""
        while not self._stopped.is_set():
            with contextlib.suppress(queue.Full):
                self._found.put(one, timeout=_LOOK_EVERY)
                return


class _Line:
    """The parts that nobody has taken yet, and the lanes of those that were, in order."""

    def __init__(self, parts: Iterator[Portion | ImportProblem]) -> None:
        self._parts = parts
        self._guard = threading.Lock()
        self._lanes: queue.Queue[_Lane | None] = queue.Queue()
        self._room = threading.Semaphore(_AHEAD)
        self._stopped = threading.Event()
        self._ended = False

    def take(self) -> tuple[Portion, _Lane] | None:
        """The next part and where its finds go; None at the end. Waits while readers are far ahead of the consumer."""
        while not self._room.acquire(timeout=_LOOK_EVERY):
            if self._stopped.is_set():
                return None
        with self._guard:
            return None if self._stopped.is_set() or self._ended else self._next()

    def _next(self) -> tuple[Portion, _Lane] | None:
        self._ended = True  # so it stays where the folder cannot be looked through any further
        try:
            for part in self._parts:
                if not isinstance(part, ImportProblem):
                    lane = _Lane(self._stopped)
                    self._lanes.put(lane)
                    self._ended = False
                    return part, lane
                self._lanes.put(_Lane(self._stopped, first=part))
            return None
        finally:
            if self._ended:
                self._lanes.put(None)

    def lanes(self) -> Iterator[_Lane]:
        """Every lane in the order of the parts."""
        while (lane := self._lanes.get()) is not None:
            yield lane
            self._room.release()

    def stop(self) -> None:
        """Let readers end."""
        self._stopped.set()


@dataclass(slots=True)
class _Course:
    """How far the reading of one part came: the items in hand by name, and what was said already."""

    portion: Portion
    in_hand: Place = ()
    names: list[str] = field(default_factory=list)
    came: list[int] = field(default_factory=lambda: [0])
    said: set[ImportProblem] = field(default_factory=set)
    ended: int = 0
    began: float = 0.0

    def begin(self, begun: Begun) -> None:
        """An item, perhaps within another, is in hand."""
        depth = len(begun.place)
        self.in_hand = begun.place
        self.names[depth - 1 :] = [begun.name]
        self.came[depth:] = [0]
        self.began = time.monotonic()

    def take(self, one: Found) -> bool:
        """Note a find; false for a problem that an earlier reader told of."""
        if isinstance(one, ImportProblem):
            is_new = one not in self.said
            self.said.add(one)
            return is_new
        self.came = [count + 1 for count in self.came]
        return True

    def problem(self, fault: str) -> ImportProblem:
        """What became of the item in hand, or of the rest of the part where none was."""
        depth = len(self.in_hand)
        name = self.names[depth - 1] if depth else self.portion.name
        return ImportProblem(name, f"{'The rest of it' if self.came[depth] else 'It'} {fault}")


class _Reader(threading.Thread):
    """Looks after one process: gives it parts, takes what it finds, starts another where it had to be ended."""

    def __init__(self, line: _Line, process: WorkerProcess, seconds: float) -> None:
        super().__init__(name="import-reader", daemon=True)
        self.process = process
        self._line, self._seconds = line, seconds

    def run(self) -> None:
        """Work until no part is left."""
        try:
            while taken := self._line.take():
                portion, lane = taken
                try:
                    self._read(_Course(portion), lane.put)
                finally:
                    lane.put(_END)
        finally:
            self.process.end()

    def _read(self, course: _Course, put: Callable[[Found], None]) -> None:
        while not self._read_on(course, put):
            fault = _TOO_SLOW.format(self._seconds) if self.process.was_slow else _GONE
            self.process.end()
            course.ended += 1
            put(course.problem(fault))
            if not course.in_hand:
                return
            if course.ended >= MOST_ENDED:
                put(ImportProblem(course.portion.name, _MANY))
                return

    def _read_on(self, course: _Course, put: Callable[[Found], None]) -> bool:
        """Read from behind what was in hand last; false where the process ended over what is in hand now."""
        if not self.process.start():
            put(ImportProblem(course.portion.name, _NO_PROCESS))
            return True
        self.process.ask(("portion", course.portion, course.in_hand))
        course.in_hand, course.began = (), time.monotonic()
        while not isinstance(answer := self.process.answer(self._left(course)), Done | Failed):
            if isinstance(answer, Begun):
                course.begin(answer)
            elif isinstance(answer, Ended):
                course.in_hand = answer.place[:-1]
            elif isinstance(answer, ImportedArticle | ImportProblem):
                course.began = time.monotonic()
                if course.take(answer):
                    put(answer)
            elif answer is None:
                return False
        if isinstance(answer, Failed):
            put(ImportProblem(course.portion.name, answer.reason))
        if isinstance(answer, Failed) or answer.is_worn:
            self.process.end()
        return True

    def _left(self, course: _Course) -> float:
        """How long the next answer may take: an item that gets on has longer, but not for ever."""
        whole = self._seconds * _LONG_ITEM
        return max(0.0, min(self._seconds, course.began + whole - time.monotonic()))
