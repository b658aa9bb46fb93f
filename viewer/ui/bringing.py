"""Bringing files, addresses and what was copied into the library from the window.

The work is done by ``dateline add`` in a process of its own: what a page or an export holds is not to be trusted, and
a process can be ended when the reader cancels.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from viewer.library import Progress
from viewer.model import ImportProblem
from viewer.ui.command_process import run_command
from viewer.ui.jobs import sentence_of
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session


_MOST_WAITING = 100


@dataclass(frozen=True, slots=True)
class OfferedFeed:
    """An address that turned out to be a feed."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What came: the titles of the new articles, how many were there, what did not come, and why it stopped early.

    ``known`` are problems that the reader has seen before.
    ``highlights`` and ``tags`` count what came to articles that were there.
    """

    titles: tuple[str, ...]
    already: int
    problems: tuple[ImportProblem, ...]
    stopped: str = ""
    feeds: tuple[OfferedFeed, ...] = ()
    versions: int = 0
    known: frozenset[ImportProblem] = frozenset()
    highlights: int = 0
    tags: int = 0

    @property
    def added(self) -> int:
        """How many articles are new."""
        return len(self.titles)


class Bringing(QObject):
    """Adds to the open library.

    ``told`` carries a sentence, ``refused`` the items that did not come, ``offered`` the feeds that came up.
    """

    told = Signal(object)
    refused = Signal(object)
    offered = Signal(object)
    progressed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._tickets: deque[Ticket] = deque(maxlen=_MOST_WAITING)

    def add(self, paths: Sequence[str], known: Collection[ImportProblem] = ()) -> None:
        """Add files or folders to the open library. ``known`` problems were seen: they are not listed again."""
        if paths:
            self._start(["--", *paths], f"adding {plural(len(paths), 'file')}", known=known)

    def fetch(self, addresses: Sequence[str]) -> None:
        """Fetch addresses of the web and add what is there."""
        if addresses:
            self._start(["--", *addresses], "fetching")

    def paste(self, text: str, *, is_html: bool) -> None:
        """Add what was copied elsewhere."""
        self._start(
            ["--paste", "html" if is_html else "text"], "adding what was pasted", text.encode("utf-8", "replace")
        )

    def _start(
        self, arguments: Sequence[str], phase: str, data: bytes = b"", known: Collection[ImportProblem] = ()
    ) -> None:
        library = self._session.own_library()
        if library is None:
            return
        self.progressed.emit(Progress(0, 0, phase))
        work = partial(bring, library.root, arguments, data, frozenset(known))
        ticket = self._jobs.start(
            "gather", work, self._on_brought, failed=self._on_failed, progress=self.progressed.emit
        )
        self._tickets.append(ticket)

    def cancel(self) -> None:
        """End the import that is under way, and those that wait; what came until now stays, and is shown."""
        if self._tickets:
            for ticket in self._tickets:
                ticket.cancel()
            self._tickets.clear()
            self.progressed.emit(None)
            self._session.refresh()

    def _on_brought(self, brought: Brought) -> None:
        self.progressed.emit(None)
        self.told.emit(sentence(brought))
        if new := tuple(problem for problem in brought.problems if problem not in brought.known):
            self.refused.emit(new)
        if brought.feeds:
            self.offered.emit(brought.feeds)
        self._session.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.progressed.emit(None)
        self.told.emit(sentence_of(error))


def bring(
    library: Path, arguments: Sequence[str], data: bytes, known: frozenset[ImportProblem], ticket: Ticket
) -> Brought:
    """Run ``dateline add`` and read its report. Raises LibraryError with its sentence where it could not begin."""
    command = ["add", "--json", "--progress", "--library", str(library), *arguments]
    return replace(report_of(run_command(command, ticket, data)), known=known)


def report_of(found: dict[str, Any]) -> Brought:
    """The report of ``dateline add --json``. A feed among the addresses is offered, and no problem."""
    feeds = tuple(OfferedFeed(str(one["url"]), str(one["title"])) for one in found["feeds"])
    offered = {one["item"] for one in found["feeds"]}
    problems = tuple(
        ImportProblem(str(one["item"]), str(one["reason"])) for one in found["problems"] if one["item"] not in offered
    )
    titles = tuple(str(one["title"]) for one in found["added"])
    known = [*found["versions"], *found["already"]]
    highlights, tags = (sum(one[name] for one in known) for name in ("highlights", "tags"))
    stopped, versions = str(found["stopped"]), len(found["versions"])
    brought = Brought(titles, len(found["already"]), problems, stopped, feeds, versions)
    return replace(brought, highlights=highlights, tags=tags)


def sentence(brought: Brought) -> str:
    """What came, in a sentence or two."""
    if brought.feeds and not (brought.titles or brought.versions or brought.already or brought.problems):
        return "It is a feed." if len(brought.feeds) == 1 else "They are feeds."
    added = plural(brought.added, "article") if brought.added else "No articles"
    parts = [f"“{brought.titles[0]}” added" if brought.added == 1 else f"{added} added"]
    if brought.versions:
        parts.append(f"{plural(brought.versions, 'newer or other version')} kept")
    if brought.already:
        parts.append(f"{brought.already:,} already there")
    if brought.highlights:
        parts.append(
            f"{brought.highlights:,} new {'highlight or note' if brought.highlights == 1 else 'highlights or notes'}"
        )
    if brought.tags:
        parts.append(plural(brought.tags, "new tag"))
    if brought.problems:
        parts.append(f"{plural(len(brought.problems), 'item')} did not come")
    return ", ".join(parts) + "." + (f" {brought.stopped}" if brought.stopped else "")
