"""What the reader does with articles, one or many: marks, archive, trash, tags, stories; and undoing any of it."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from viewer.library.values import Changes
from viewer.model import LibraryError
from viewer.ui.deed_words import deed_words, is_quiet
from viewer.ui.jobs import sentence_of
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.library import Library, Progress
    from viewer.library.deeds import Deed
    from viewer.library.values import ReportProgress
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.jobs import Jobs, Lane, Ticket
    from viewer.ui.list_desk import ListDesk
    from viewer.ui.session import Session

    Work = Callable[[Library, ReportProgress], Changes]

_STEPS = 200
_FEW = 25
_NONE = "There is no article to do this with. Open one, or select some in the list."
_EMPTY_TRASH = "The trash is empty."
_NO_SEARCH = "Search for something first (Ctrl+L); then the search can be saved."
_NO_LIBRARY = "No library is open, so nothing was done."
_UNCHANGED = "There was nothing to change."
_NOTHING_TO_UNDO, _NOTHING_TO_REDO = "There is nothing to undo.", "There is nothing to do again."


class _Done(NamedTuple):
    """What came of an action. ``turn`` is -1 for an undoing, 1 for doing it again, 0 for anything else."""

    library: Library
    changes: Changes
    turn: int
    many: bool
    then: Callable[[Changes], None] | None = None


class OrganiseDesk(QObject):
    """Does what the Organise menu says with the selected articles, or the open one.

    Signals: ``told`` with a sentence, ``offered`` with one about what can be undone, ``progressed`` with a Progress or
    None, ``chosen`` with the id of the article to open next.
    """

    told = Signal(object)
    offered = Signal(object)
    progressed = Signal(object)
    chosen = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, articles: ArticleDesk, lists: ListDesk, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._articles, self._lists = articles, lists
        self._undo: list[Deed] = []
        self._redo: list[Deed] = []
        self._query = ""
        self._pending = 0
        self._left: list[int] = []
        self._undo_when_done = 0
        self._stop = threading.Event()
        session.closing.connect(self._forget)

    # Marks

    def toggle_read(self) -> None:
        """Mark read, or unread where all are read."""
        self._toggle("read")

    def toggle_star(self) -> None:
        """Star, or take the star away where all have one."""
        self._toggle("starred")

    def toggle_archive(self) -> None:
        """Archive, or take back where all are archived; then go on to the next article."""
        if not self._pending:  # pressed again before the next article came, it would take this one back
            self._toggle("archived")

    def move_to_trash(self) -> None:
        """Move to the trash, and go on to the next article; what is there already is deleted, after a question."""
        ids = self.targets()
        library = self._session.library
        if ids and library is not None and all(row.trashed for row in library.rows(ids[:_FEW])):
            self._ask_to_delete(ids)
        elif ids:
            self.do(lambda library, _report: library.trash(ids))

    def empty_trash(self) -> None:
        """Ask, and then delete for good what is in the trash."""
        library = self._session.library
        if library is not None:
            self._ask_to_delete(library.ids("trash"))

    def _ask_to_delete(self, ids: Sequence[int]) -> None:
        from viewer.ui.trash_dialog import DeleteQuestion

        if not ids:
            self.told.emit(_EMPTY_TRASH)
            return
        question = DeleteQuestion(ids, self._window)
        question.confirmed.connect(self.delete_for_good)
        question.open()

    def delete_for_good(self, ids: Sequence[int]) -> None:
        """Delete articles that are in the trash for good: their files go to the system's wastebasket."""
        from viewer.ui.trash_dialog import move_to_wastebasket

        self.do(lambda library, report: library.delete_for_good(ids, move_to_wastebasket, report), many=True)

    def save_search(self) -> None:
        """Ask for a name, and keep the search under it."""
        from PySide6.QtWidgets import QInputDialog

        self._query = self._lists.query
        if not self._query:
            self.told.emit(_NO_SEARCH)
            return
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle("Save this search")
        dialog.setLabelText("It will stand among the shelves under this name:")
        dialog.setTextValue(self._query)
        dialog.textValueSelected.connect(self._on_search_named)
        dialog.open()

    def _on_search_named(self, name: str) -> None:
        query = self._query
        self.do(lambda library, _report: library.save_search(name, query))

    def put_back(self) -> None:
        """Put back from the trash."""
        self._with_targets(lambda ids: lambda library, _report: library.trash(ids, False))

    def mark_all_read(self) -> None:
        """Mark every article of the list read."""
        ids = self._lists.listed()
        self.do(lambda library, _report: library.mark_read(ids))

    def _toggle(self, mark: str) -> None:
        self._with_targets(lambda ids: lambda library, _report: library.toggle(ids, mark))

    def _with_targets(self, work: Callable[[Sequence[int]], Work]) -> None:
        ids = self.targets()
        if ids:
            self.do(work(ids))

    def targets(self) -> Sequence[int]:
        """The articles to act on: those selected in the list, else the open one; a word where there is none."""
        selected = self._lists.selected()
        if len(selected) > 1 or (selected and self._lists.has_focus):
            return selected
        if self._articles.article is None:
            self.told.emit(_NONE)
            return ()
        present = self._articles.present()
        return [present.id] if present else ()

    # Doing and undoing

    def do(
        self,
        work: Work,
        *,
        many: bool = False,
        turn: int = 0,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` in a job, show what changed, and remember how to undo it. ``many`` files may take long.

        ``then`` gets what changed; ``failed`` gets what went wrong, which is told where nobody does.
        """
        library = self._session.library
        if library is None:
            if failed is not None:
                failed(LibraryError(_NO_LIBRARY))
            return
        stop = self._stop = threading.Event()

        def run(ticket: Ticket) -> _Done:
            def report(progress: Progress) -> bool:
                if not ticket.cancelled:
                    ticket.progress(progress)
                return not (ticket.cancelled or stop.is_set())

            return _Done(library, work(library, report), turn, many, then)

        self._pending += 1
        lane: Lane = "work" if many else "write"
        shown = self.progressed.emit if many else None
        unable = partial(self._on_failed, instead=failed) if failed else self._on_failed
        self._jobs.start(lane, run, self._on_done, failed=unable, progress=shown, essential=not many)

    def undo(self) -> None:
        """Undo what was done last."""
        if self._pending:
            self._undo_when_done += 1
        elif self._undo:
            self._take_back(self._undo.pop(), -1)
        else:
            self.told.emit(_NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._redo:
            self._take_back(self._redo.pop(), 1)
        else:
            self.told.emit(_NOTHING_TO_REDO)

    def cancel(self) -> None:
        """Stop what is under way with many files; what was done stays, and can be undone."""
        self._stop.set()

    def _take_back(self, deed: Deed, turn: int) -> None:
        many = len(getattr(deed, "splices", ())) > _FEW
        self.do(lambda library, report: library.undo(deed, report), many=many, turn=turn)

    def _on_done(self, done: _Done) -> None:
        self._pending -= 1
        if done.many:
            self.progressed.emit(None)
        if done.library is not self._session.library:
            if done.then is not None:  # whoever waits for it waits no longer
                done.then(Changes())
            return
        self._remember(done)
        following = self._returning(done.changes) if done.turn < 0 else self._following(done.changes)
        if done.changes:
            self._session.changed.emit(done.changes)
        if following is not None:
            self.chosen.emit(following)
        self._tell(done)
        if done.then is not None:
            done.then(done.changes)
        if self._undo_when_done and not self._pending:
            self._undo_when_done -= 1
            self.undo()

    def _on_failed(self, error: Exception, instead: Callable[[Exception], None] | None = None) -> None:
        self._pending -= 1
        self._undo_when_done = 0
        self.progressed.emit(None)
        if instead is None:
            self.told.emit(sentence_of(error))
        else:
            instead(error)

    def _remember(self, done: _Done) -> None:
        deed = done.changes.undo
        if deed is None or not done.changes:
            return
        (self._redo if done.turn < 0 else self._undo).append(deed)
        del self._undo[:-_STEPS]
        if done.turn == 0:
            self._redo.clear()

    def _forget(self) -> None:
        """Another library is being opened: what was done in this one is done."""
        self._stop.set()
        self._undo.clear()
        self._redo.clear()
        self._left.clear()
        self._undo_when_done = 0

    def _following(self, changes: Changes) -> int | None:
        """The article to open after the open one was put away."""
        article, deed = self._articles.article, changes.undo
        put_away = any(after for _, after, _ in getattr(deed, "moves", ())) and changes.moved
        if not put_away or not article or article.id not in changes.status:
            return None
        self._left = [*self._left, article.id][-_STEPS:]
        return self._lists.beyond(changes.status)

    def _returning(self, changes: Changes) -> int | None:
        """The article that was open when it was put away, once that is undone."""
        left = next((one for one in reversed(self._left) if one in changes.status), None) if changes.moved else None
        if left is not None:
            self._left.remove(left)
        return left

    def _tell(self, done: _Done) -> None:
        changes = done.changes
        sentence = " ".join(filter(None, (_outcome(done), _remainder(changes))))
        if not sentence:
            sentence = _UNCHANGED
        elif changes.undo is not None and not done.turn and is_quiet(changes.undo) and not _remainder(changes):
            return
        (self.offered if changes and changes.undo is not None and not done.turn else self.told).emit(sentence)


def _outcome(done: _Done) -> str:
    """What was done or undone; "" for nothing."""
    if done.changes.removed:
        return f"{plural(len(done.changes.removed), 'article')} deleted; the files are in the system's wastebasket."
    if done.changes.undo is None or not done.changes:
        return ""
    words = deed_words(done.changes.undo)
    return f"Undone: {words}" if done.turn < 0 else words


def _remainder(changes: Changes) -> str:
    """What was not done, and why; "" where all was."""
    if changes.kept:
        return f"{plural(len(changes.kept), 'thing')} changed since and stayed so."
    if changes.problems:
        first, *more = changes.problems
        others = f" The same is so with {plural(len(more), 'other file')}." if more else ""
        return f"{first.path} stays as it was: {first.reason}{others}"
    return "The rest was stopped." if changes.cancelled else ""
