"""What a worker process does with itself: it answers over its pipes, is modest, and keeps within limits.

Requests come in on standard input and answers go out on standard output, both pickled, one after the other. The end
of standard input is the end of the process, so that it never outlives the program that started it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

READY = "ready"
"""The first thing that a worker says."""

MOST_MEMORY = 1024**3
_LESS_URGENT = 10
_LOOK_EVERY = 0.1
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile")


def serve(handle: Callable[[Any, Callable[[object], None]], None]) -> NoReturn:
    """Give each request to ``handle``, with the function that sends an answer, until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that prints may get between the answers

    def send(answer: object) -> None:
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        send(READY)
        while True:
            handle(pickle.load(sys.stdin.buffer), send)
    os._exit(0)


def be_modest() -> None:
    """Leave the processor to the window, and stop before the machine runs out of memory."""
    if sys.platform == "win32":
        _watch_memory()
        return
    import resource

    with contextlib.suppress(OSError):
        os.nice(_LESS_URGENT)
    for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))
    if not sys.platform.startswith("linux"):  # elsewhere the limit is taken and not kept
        _watch_memory()


def shut_off() -> None:
    """Never again a connection, nor another process: what is read here may have been made to harm.

    Python's own doors are locked everywhere; on Linux, where the system lets it, the network itself is taken away.
    """
    _leave_the_network()
    sys.addaudithook(_refuse)


def die_in(seconds: float) -> None:
    """Let the system end this process in ``seconds``, should whoever watches it be gone; 0 takes that back."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # the system's own doing, whatever a parser is busy with
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"A reader of files asked for {event}, which it must not.")


def _leave_the_network() -> None:
    """Move to a name space of the network that holds nothing. It is not given everywhere; then it is done without."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)


def _watch_memory() -> None:
    threading.Thread(target=_end_when_too_large, name="memory", daemon=True).start()


def _end_when_too_large() -> None:
    while most_memory_used() < MOST_MEMORY:
        time.sleep(_LOOK_EVERY)
    os._exit(1)


def most_memory_used() -> int:
    """The most memory that this process ever held at once, in bytes."""
    if sys.platform == "win32":
        return _windows_memory()
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if sys.platform == "win32":

    def _windows_memory() -> int:
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("faults", wintypes.DWORD),
                *((f"n{i}", ctypes.c_size_t) for i in range(8)),
            )

        counters = Counters(cb=ctypes.sizeof(Counters))
        ask = ctypes.windll.kernel32.K32GetProcessMemoryInfo
        ask.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        process = wintypes.HANDLE(-1)  # this one
        return int(counters.size0) if ask(process, ctypes.byref(counters), counters.cb) else 0
