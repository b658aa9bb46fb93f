"""The open library as the window sees it: asks in jobs, answers with signals, keeps no widget."""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, SignalInstance

from viewer import paths
from viewer.library import Changes, Library
from viewer.library.scan import ANNOTATIONS
from viewer.model import Article, Chronology, DatelineError, Document, RelatedRow
from viewer.ui.jobs import sentence_of
from viewer.ui.reader.images import Picture, inspect

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping, Sequence

    from viewer.library import Progress
    from viewer.library.highlights import Annotations
    from viewer.library.others import OtherText
    from viewer.library.searching import Found
    from viewer.model import IndexProblem, Passage
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.library_pane import ListWish
    from viewer.ui.search_rows import Snippets

    _Change = Callable[[Library], Changes]

_RELATED = 12
_SETTLE_MS = 400
_AGAIN_MS = 5_000
_GROWN_MS, _GROWN_MOST_MS = 1_500, 20_000
_WAIT_FOR_OTHERS_S = 1.0
SAMPLE_STAYS = "The sample library stays as it came. Open a library of your own first: “Open folder” in the File menu."


class OpenArticle(NamedTuple):
    """All that the window shows of one article. ``pictures`` are by block number; ``place`` is where to begin.

    ``hits`` are the places of what the search ``found`` that led here.
    """

    article: Article
    document: Document
    chronology: Chronology
    pictures: Mapping[int, Picture] = MappingProxyType({})
    place: Passage | None = None
    anchor: str = ""
    others: Sequence[OtherText] = ()
    found: Found | None = None
    hits: Sequence[Passage] = ()
    annotations: Annotations | None = None
    stamp: tuple[object, object] = (None, None)
    """When its file, and that of its annotations, was written, and how long each was."""


class _Answer(NamedTuple):
    """What a job found out about a library, and the signal that carries it."""

    library: Library
    signal: SignalInstance
    value: object


class Refreshed(NamedTuple):
    """What a look through the folder changed, how many files have a problem, and how many are conflicted copies.

    ``folders`` are those below the library's own.
    """

    library: Library
    changes: Changes
    problems: int
    copies: int
    folders: Sequence[Path] = ()


class Related(NamedTuple):
    """What is related to an article."""

    article: int
    rows: Sequence[RelatedRow]


class LookedAt(NamedTuple):
    """Whether the file of an open article is the same, what the reader keeps beside it by now, and their stamp."""

    document: Document
    is_same: bool
    annotations: Annotations | None
    stamp: tuple[object, object]


class Listing(NamedTuple):
    """A list for the library pane. ``query`` is empty where it is a view; ``snippets`` are by article id.

    ``found`` is set where a search made the list: the field's, or a view's that is a saved search.
    """

    ids: array[int]
    query: str = ""
    snippets: Snippets | None = None
    found: Found | None = None


class Session(QObject):
    """One library at a time. With ``collapse`` a list shows one of the articles that are nearly the same.

    Signals: ``closing`` (before another library takes its place), ``opened`` (Library), ``listed`` (Listing),
    ``surveyed`` (Counts), ``article_ready`` (OpenArticle), ``related_ready`` (Related), ``looked_at`` (LookedAt),
    ``changed`` (Changes; empty while a long look through the folder goes on), ``progressed`` (Progress, or None at the
    end), ``told`` (a sentence).
    """

    closing = Signal()
    opened = Signal(object)
    listed = Signal(object)
    surveyed = Signal(object)
    article_ready = Signal(object)
    related_ready = Signal(object)
    looked_at = Signal(object)
    changed = Signal(object)
    progressed = Signal(object)
    told = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.library: Library | None = None
        self.found: Found | None = None
        self.has_looked = False
        """Whether the folder was looked through to the end since it was opened."""
        self.collapse = True
        self._problems = self._copies = 0
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._watcher.fileChanged.connect(self._on_folder_changed)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._grown = QTimer(self, singleShot=True, interval=_GROWN_MS)
        self._grown.timeout.connect(self._on_grown)
        self._stop = threading.Event()
        self._is_first = False
        jobs.failed.connect(self._on_failed)

    @property
    def waiting(self) -> bool:
        """Whether the folder is about to be looked through."""
        return self._settle.isActive()

    # The library

    def own_library(self, refusal: str = SAMPLE_STAYS) -> Library | None:
        """The open library, unless it is the sample: then ``refusal`` is told."""
        library = self.library
        if library is not None and paths.is_sample(library.root):
            self.told.emit(refusal)
            return None
        return library

    def open(self, path: Path) -> None:
        """Open the library at ``path``; the one before stays open where this fails."""

        def work(_ticket: Ticket) -> Library:
            return Library.open(path)

        self._jobs.start("read", work, self.adopt, failed=self._on_failed, slot="open")

    def open_path(self, path: str) -> None:
        """Open a folder as a library, or a file in its folder and show it."""
        self.open(Path(path))

    def open_sample(self) -> None:
        """Open the library that comes with the program."""
        self.open(paths.sample_library())

    def adopt(self, library: Library) -> None:
        """Take over a library that is open already."""
        if self.library is not None:
            self.closing.emit()
            self._jobs.cancel_all()
            self._retire(self.library)
        self.library, self.found = library, None
        self.has_looked = False
        self._problems = self._copies = 0
        self.opened.emit(library)

    def refresh_soon(self) -> None:
        """Reconcile once the window stands; at once where the library has no list to show yet."""
        if self.library is not None and self.library.is_indexed:
            self._settle.start()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Reconcile index and folder in the background."""
        library = self.library
        if library is None:
            return
        self._watch(library)
        self._is_first = not library.is_indexed
        self._grown.setInterval(_GROWN_MS)
        self._stop.clear()

        def report(ticket: Ticket, progress: Progress) -> bool:
            if not ticket.cancelled:
                ticket.progress(progress)
            return not (ticket.cancelled or self._stop.is_set())

        def work(ticket: Ticket) -> Refreshed:
            from viewer.library.folders import folders_below

            changes = library.refresh(partial(report, ticket), wait=_WAIT_FOR_OTHERS_S)
            folders = folders_below(library.root) if library.opened_file is None else ()
            return Refreshed(library, changes, *_counted(library.problems()), folders)

        self._jobs.start(
            "index",
            work,
            self._on_refreshed,
            failed=self._on_refresh_failed,
            progress=self._on_progress,
            slot="refresh",
        )

    def stop_refresh(self) -> None:
        """Stop looking through the folder; what was read until now is kept and shown."""
        self._stop.set()

    def _retire(self, library: Library) -> None:
        """Close a library once every lane has done with it: what is being written is written before."""
        from viewer.ui.retirement import Retirement  # a start has nothing to close

        Retirement(library, self._jobs, self).go_on()

    def close(self) -> None:
        """Close the library; call after Jobs has ended."""
        if self.library is not None:
            self.library.close()
            self.library = None

    def _watch(self, library: Library, folders: Sequence[Path] = ()) -> None:
        """Look out for changes in the library's folder and, once they are known, in those below it."""
        wanted = {str(library.root), *map(str, folders)}
        watched = set(self._watcher.directories())
        if watched - wanted and (folders or str(library.root) not in watched):
            self._watcher.removePaths(list(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def watch_file(self, path: Path) -> None:
        """Look out for changes of the file of the article that is open, and of the annotations beside it."""
        old = self._watcher.files()
        if old:
            self._watcher.removePaths(old)
        for one in (path, path.with_name(f"{path.stem}{ANNOTATIONS}")):
            if one.is_file():
                self._watcher.addPath(str(one))

    def _on_folder_changed(self) -> None:
        self._settle.start()

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress)
        if self._is_first and (progress.done or progress.total):
            self._is_first = False  # what there is by now is shown at once
            self.changed.emit(Changes())
        elif not self._grown.isActive():
            self._grown.start()

    def _on_grown(self) -> None:
        """A long look through the folder goes on: show what was read until now, the longer it takes the less often."""
        self._grown.setInterval(min(_GROWN_MOST_MS, self._grown.interval() * 3 // 2))
        self.changed.emit(Changes())

    def _on_refreshed(self, refreshed: Refreshed) -> None:
        self._grown.stop()
        self.progressed.emit(None)
        if refreshed.library is not self.library:
            return
        self._watch(refreshed.library, refreshed.folders)
        self.has_looked = True
        self.changed.emit(refreshed.changes)
        if refreshed.changes.elsewhere:
            self._again.start()
        if refreshed.problems > self._problems:
            files = "One file" if refreshed.problems == 1 else f"{refreshed.problems:,} files"
            self.told.emit(f"{files} could not be read, or only in part. The File menu lists each with the reason.")
        if refreshed.copies > self._copies:
            found = "A conflicted copy was" if refreshed.copies == 1 else f"{refreshed.copies:,} conflicted copies were"
            self.told.emit(f"{found} found, left by a synchroniser. The File menu lists each with its original.")
        self._problems, self._copies = refreshed.problems, refreshed.copies

    def _on_refresh_failed(self, error: Exception) -> None:
        self._grown.stop()
        self.progressed.emit(None)
        self.has_looked = True
        self._on_failed(error)
        self.changed.emit(Changes())

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(sentence_of(error))

    # Lists

    def list(self, wish: ListWish) -> None:
        """Ask for the articles of a view."""
        library = self.library
        if library is None:
            return
        collapse = self.collapse and wish.view != "trash"

        def work(_ticket: Ticket) -> _Answer:
            kind, _, query = wish.view.partition(":")
            found = library.look_up(query) if kind == "search" else None
            ids = library.ids(wish.view, wish.order)
            return _Answer(library, self.listed, Listing(library.collapsed(ids) if collapse else ids, found=found))

        self._jobs.start("read", work, self._on_answer, slot="list")

    def survey(self) -> None:
        """Ask how many articles each view has."""
        library = self.library
        if library is None:
            return

        def work(_ticket: Ticket) -> _Answer:
            return _Answer(library, self.surveyed, library.counts())

        self._jobs.start("read", work, self._on_answer, slot="survey")

    def search(self, query: str) -> None:
        """Ask for what ``query`` finds."""
        library = self.library
        if library is None:
            return

        def work(_ticket: Ticket) -> _Answer:
            from viewer.ui.search_rows import searched  # not before somebody searches

            return _Answer(library, self.listed, searched(library, query))

        self._jobs.start("read", work, self._on_answer, slot="list")

    # Articles

    def open_article(self, article_id: int, place: Passage | None = None, anchor: str = "") -> None:
        """Ask for an article; ``place`` or the heading ``anchor`` is where to begin."""
        library, found = self.library, self.found
        if library is None:
            return

        def work(_ticket: Ticket) -> _Answer:
            return _Answer(library, self.article_ready, load(library, article_id, place, anchor, found))

        self._jobs.start("read", work, self._on_answer, slot="article")

    def relate(self, article_id: int) -> None:
        """Ask for the articles that are related to one."""
        library = self.library
        if library is None:
            return

        def work(_ticket: Ticket) -> _Answer:
            found = Related(article_id, library.related(article_id, limit=_RELATED))
            return _Answer(library, self.related_ready, found)

        # The first of them reads every vector of a large library: articles must not wait behind that.
        self._jobs.start("work", work, self._on_answer, slot="related")

    def look_at(self, opened: OpenArticle) -> None:
        """Ask whether the file of an article, or what stands beside it, has changed; one that has gone has not."""
        library, article_id, document = self.library, opened.article.id, opened.document
        if library is None:
            return

        def work(_ticket: Ticket) -> _Answer:
            stamp, now = _stamp(library, opened.article), opened.annotations
            is_there = stamp[0] is not None and bool(library.rows([article_id]))
            if is_there and stamp[1] != opened.stamp[1]:
                now = library.annotations(article_id, document)
            is_same = not is_there or stamp[0] == opened.stamp[0]
            return _Answer(library, self.looked_at, LookedAt(document, is_same, now, stamp))

        self._jobs.start("read", work, self._on_answer, slot="look")

    def prefetch(self, ids: Sequence[int]) -> None:
        """Lay out what the reader may open next, so that it stands at once."""
        library = self.library
        if library is None:
            return

        def work(ticket: Ticket) -> None:
            for article_id in ids:
                if ticket.cancelled:
                    return
                with suppress(DatelineError):
                    library.read(article_id)

        self._jobs.start("work", work, self._on_prefetched, slot="prefetch")

    def _on_prefetched(self, _result: None) -> None:
        """What was laid out is kept by the library."""

    def _on_answer(self, answer: _Answer) -> None:
        """Pass an answer on, unless another library is open by now."""
        if answer.library is self.library:
            if isinstance(answer.value, Listing):
                self.found = answer.value.found
            answer.signal.emit(answer.value)

    # What the reader marks

    def note_opened(self, article_id: int) -> None:
        """Note that an article was opened: it counts as read from now on."""
        self._write(lambda library: library.note_opened(article_id))

    def keep_position(self, article_id: int, position: float) -> None:
        """Keep how far the reader came, 0.0 to 1.0."""
        self._write(lambda library: library.set_position(article_id, position), self._on_kept)

    def _on_kept(self, _changes: Changes) -> None:
        """A place that was kept changes nothing to be seen."""

    def _write(self, change: _Change, done: Callable[[Changes], None] | None = None) -> None:
        library = self.library
        if library is None:
            return

        def work(_ticket: Ticket) -> Changes:
            return change(library)

        self._jobs.start("write", work, done or self._on_written, essential=True)

    def _on_written(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)


def load(
    library: Library, article_id: int, place: Passage | None = None, anchor: str = "", found: Found | None = None
) -> OpenArticle:
    """Everything about an article, read and worked out. Raises LibraryError where it has gone."""
    article = library.article(article_id)
    stamp = _stamp(library, article)
    document, chronology = library.read(article_id)
    pictures = {
        number: inspect(library.image_path(article_id, block.image.source))
        for number, block in enumerate(document.blocks)
        if block.image is not None
    }
    return OpenArticle(
        article,
        document,
        chronology,
        pictures,
        place,
        anchor,
        library.others(article_id),
        found,
        library.hits(found, article_id, document) if found is not None and article_id in found.ids else (),
        library.annotations(article_id, document),
        stamp,
    )


def _stamp(library: Library, article: Article) -> tuple[object, object]:
    path = library.root / article.path
    return _state_of(path), _state_of(path.with_name(f"{path.stem}{ANNOTATIONS}"))


def _state_of(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _counted(problems: Sequence[IndexProblem]) -> tuple[int, int]:
    """How many files have a problem, and how many are conflicted copies; what is said of the library is neither."""
    files = [problem for problem in problems if problem.path.name]
    failed = sum(problem.failed for problem in files)
    return failed, len(files) - failed
