"""A command of the program as a process of its own: it tells how far it is, and can be ended.

What comes from strangers is fetched and read there, and the window goes on meanwhile.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from typing import IO, TYPE_CHECKING, Any

from viewer.library import Progress
from viewer.model import LibraryError
from viewer.ui.jobs import Cancelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.ui.jobs import Ticket

_LOOK_EVERY_S = 0.1
_USAGE = 2
_NOTHING_SAID = "It could not be done, and nothing says why."
_LONGEST_COMPLAINT = 2_000


def run_command(arguments: Sequence[str], ticket: Ticket, data: bytes = b"") -> dict[str, Any]:
    """What a command that was given ``--json`` and ``--progress`` says at its end; ``data`` is its standard input.

    Progress is passed on to ``ticket``; the process is ended when that is cancelled, which raises Cancelled. Raises
    LibraryError with the command's own sentence where it could not begin.
    """
    pipe = subprocess.PIPE
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    command = [sys.executable, "-m", "viewer", *arguments]
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=hidden)
    conversation = _Conversation(process, ticket, data)
    try:
        while True:
            try:
                process.wait(_LOOK_EVERY_S)
                break
            except subprocess.TimeoutExpired:
                if ticket.cancelled:
                    raise Cancelled from None
    finally:
        process.kill()
        process.wait()
        conversation.end()
    return conversation.answer(process.returncode)


class _Conversation:
    """Writes to a process and listens to it, on threads of its own, so that neither waits for the other."""

    def __init__(self, process: subprocess.Popen[bytes], ticket: Ticket, data: bytes) -> None:
        self._ticket, self._data = ticket, data
        self._said = bytearray()
        self._complaint = ""
        self._streams = [stream for stream in (process.stdin, process.stdout, process.stderr) if stream]
        self._threads = [
            threading.Thread(target=work, args=(stream,), daemon=True)
            for work, stream in zip((self._tell, self._collect, self._listen), self._streams, strict=True)
        ]
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Hear the process out, which has ended, and close what led to it."""
        for thread in self._threads:
            thread.join(timeout=5)
        for stream in self._streams:
            with contextlib.suppress(OSError):
                stream.close()

    def answer(self, status: int) -> dict[str, Any]:
        """What it said. Raises LibraryError where that is no answer."""
        if status == _USAGE or not self._said.strip():
            raise LibraryError(self._complaint.removeprefix("dateline: ") or _NOTHING_SAID)
        found: dict[str, Any] = json.loads(self._said)
        return found

    def _tell(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError), stream:
            stream.write(self._data)

    def _collect(self, stream: IO[bytes]) -> None:
        self._said += stream.read()

    def _listen(self, stream: IO[bytes]) -> None:
        for line in stream:
            text = line.decode("utf-8", "replace").strip()
            progress = _progress(text)
            if progress is None:
                self._complaint = text[:_LONGEST_COMPLAINT] or self._complaint
            else:
                with contextlib.suppress(Cancelled):
                    self._ticket.progress(progress)


def _progress(line: str) -> Progress | None:
    """How far it is, where the line says that."""
    if not line.startswith("{"):
        return None
    try:
        row = json.loads(line)
        return Progress(int(row["done"]), int(row["total"]), str(row["phase"]))
    except (ValueError, KeyError, TypeError):
        return None
