"""Bringing files into the library from the window.

The work is done by ``dateline add`` in a process of its own: what a page or an export holds is not to be trusted, and
a process can be ended when the reader cancels.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from viewer.library import Progress
from viewer.model import ImportProblem, LibraryError
from viewer.ui.jobs import Cancelled
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session

_LOOK_EVERY_S = 0.2
_USAGE = 2


@dataclass(frozen=True, slots=True)
class Brought:
    """What came: how many articles are new, how many were there, what did not come, and why it stopped early."""

    added: int
    already: int
    problems: tuple[ImportProblem, ...]
    stopped: str = ""


class Bringing(QObject):
    """Adds files to the open library. ``told`` carries a sentence, ``refused`` the items that did not come."""

    told = Signal(object)
    refused = Signal(object)
    progressed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs

    def add(self, paths: Sequence[str]) -> None:
        """Add files or folders to the open library."""
        library = self._session.library
        if library is None or not paths:
            return
        root = library.root

        def work(ticket: Ticket) -> Brought:
            return bring(root, paths, ticket)

        self.progressed.emit(Progress(0, 0, f"adding {plural(len(paths), 'file')}"))
        self._jobs.start("work", work, self._on_brought, failed=self._on_failed, slot="add")

    def _on_brought(self, brought: Brought) -> None:
        self.progressed.emit(None)
        self.told.emit(sentence(brought))
        if brought.problems:
            self.refused.emit(brought.problems)
        self._session.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.progressed.emit(None)
        if not isinstance(error, LibraryError):
            raise error
        self.told.emit(str(error))


def bring(library: Path, paths: Sequence[str], ticket: Ticket) -> Brought:
    """Run ``dateline add`` and read its report. Raises LibraryError with its sentence where it could not begin."""
    command = [sys.executable, "-m", "viewer", "add", "--json", "--library", str(library), "--", *paths]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    while True:
        try:
            out, complaints = process.communicate(timeout=_LOOK_EVERY_S)
            break
        except subprocess.TimeoutExpired:
            if ticket.cancelled:
                process.kill()
                process.communicate()
                raise Cancelled from None
    if process.returncode == _USAGE or not out.strip():
        words = complaints.decode("utf-8", "replace").strip().removeprefix("dateline: ")
        raise LibraryError(words.splitlines()[-1] if words else "The files could not be added, and nothing says why.")
    return _report(json.loads(out))


def _report(found: dict[str, Any]) -> Brought:
    problems = tuple(ImportProblem(str(one["item"]), str(one["reason"])) for one in found["problems"])
    return Brought(len(found["added"]), len(found["already"]), problems, found["stopped"])


def sentence(brought: Brought) -> str:
    """What came, in a sentence or two."""
    parts = [f"{plural(brought.added, 'article')} added"]
    if brought.already:
        parts.append(f"{brought.already:,} already there")
    if brought.problems:
        parts.append(f"{plural(len(brought.problems), 'item')} did not come")
    return ", ".join(parts) + "." + (f" {brought.stopped}" if brought.stopped else "")
