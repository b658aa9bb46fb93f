"""The one way to leave the UI thread.

A job is a plain function that runs on one of five threads and touches no QObject; what it returns
is delivered on the UI thread. A job with a slot name replaces the one before it under that name: only the latest
delivers.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from viewer.model import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable

Lane = Literal["read", "write", "work", "index", "gather"]
_LANES: tuple[Lane, ...] = ("read", "write", "work", "index", "gather")


def sentence_of(fault: Exception) -> str:
    """What a failed job says to the reader. Raises what is no fault of the world: that is a bug of ours."""
    if not isinstance(fault, DatelineError):
        raise fault
    return str(fault)


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised inside a job that was told to stop."""


@dataclass(eq=False, slots=True)
class Ticket:
    """A job under way. The job may ask ``cancelled`` and report through ``progress``, from its own thread."""

    slot: str
    essential: bool
    _send: Callable[[Ticket, object], None]
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def cancelled(self) -> bool:
        """Whether the job should stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; nothing of it is delivered any more."""
        self._stop.set()

    def progress(self, value: object) -> None:
        """Deliver ``value`` to the job's progress receiver on the UI thread; raises Cancelled after ``cancel``."""
        if self.cancelled:
            raise Cancelled
        self._send(self, value)


class _Receivers(NamedTuple):
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    progress: Callable[[Any], None] | None


class _Delivery(NamedTuple):
    ticket: Ticket
    receiver: Callable[[Any], None] | None
    value: object
    final: bool = True


class _Thread:
    """Does one thing after the other, on a thread that begins with the first."""

    def __init__(self, name: str) -> None:
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._ended = False

    def submit(self, task: Callable[[], None]) -> None:
        """Do ``task`` after all that was submitted before; after ``end``, do nothing."""
        if self._ended:
            return
        if not self._thread.is_alive():
            self._thread.start()
        self._queue.put(task)

    def end(self) -> None:
        """Do what was submitted, then end; waits for it."""
        self._ended = True
        if self._thread.is_alive():
            self._queue.put(None)
            self._thread.join()

    def _work(self) -> None:
        while (task := self._queue.get()) is not None:
            task()


def _alive(receiver: Callable[[Any], None]) -> bool:
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Jobs(QObject):
    """Runs jobs and delivers on the UI thread. ``failed`` is emitted with the exception of a job without receiver."""

    failed = Signal(object)
    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {name: _Thread(name) for name in _LANES}
        self._latest: dict[str, Ticket] = {}
        self._running: dict[Ticket, _Receivers] = {}
        self._deliver.connect(self._on_delivery, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        lane: Lane,
        work: Callable[[Ticket], Any],
        done: Callable[[Any], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[Any], None] | None = None,
        slot: str = "",
        essential: bool = False,
    ) -> Ticket:
        """Run ``work(ticket)`` on ``lane``; ``done`` gets what it returns, ``failed`` the exception it raised.

        An ``essential`` job writes something of the reader's: it is never cancelled with the others.
        """
        ticket = Ticket(slot, essential, self._send_progress)
        if slot:
            previous = self._latest.get(slot)
            if previous is not None:
                previous.cancel()
            self._latest[slot] = ticket
        self._running[ticket] = _Receivers(done, failed, progress)
        self._lanes[lane].submit(lambda: self._run(ticket, work))
        return ticket

    @property
    def busy(self) -> bool:
        """Whether any job is under way or waiting."""
        return bool(self._running)

    def cancel_all(self) -> None:
        """Ask every job to stop that writes nothing of the reader's."""
        for ticket in tuple(self._running):
            if not ticket.essential:
                ticket.cancel()

    def close(self) -> None:
        """Cancel what can be cancelled and wait for what is being written."""
        self.cancel_all()
        for thread in self._lanes.values():
            thread.end()

    def _run(self, ticket: Ticket, work: Callable[[Ticket], Any]) -> None:
        receivers = self._running[ticket]
        receiver: Callable[[Any], None] | None = receivers.done
        value: object
        try:
            if ticket.cancelled:
                raise Cancelled
            value = work(ticket)
        except Cancelled:
            receiver, value = None, None
        except Exception as error:  # whatever went wrong is told on the UI thread
            receiver, value = receivers.failed or self.failed.emit, error
        self._emit(_Delivery(ticket, receiver, value))

    def _send_progress(self, ticket: Ticket, value: object) -> None:
        receivers = self._running.get(ticket)
        if receivers and receivers.progress:
            self._deliver.emit(_Delivery(ticket, receivers.progress, value, final=False))

    def _emit(self, delivery: _Delivery) -> None:
        if isValid(self):
            self._deliver.emit(delivery)

    def _on_delivery(self, delivery: _Delivery) -> None:
        if delivery.final:
            self._running.pop(delivery.ticket, None)
        receiver = delivery.receiver
        if receiver is None or delivery.ticket.cancelled or not _alive(receiver):
            return
        receiver(delivery.value)
