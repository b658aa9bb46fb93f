"""Trying an import: what would come of files or folders, before any of it is added.

The work is done by ``dateline add --dry-run`` in a process of its own, as an import is.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.library import Progress
from viewer.ui.command_process import run_command
from viewer.ui.jobs import sentence_of
from viewer.ui.trial import Trial, trial_of
from viewer.ui.trial_dialog import TrialDialog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings


class TrialDesk(QObject):
    """Tries imports. ``told`` carries a sentence, ``agreed`` a Trial whose paths shall be added."""

    told = Signal(object)
    agreed = Signal(object)

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._jobs, self._window = session, settings, jobs, window
        self._dialog: TrialDialog | None = None
        self._ticket: Ticket | None = None
        session.closing.connect(self._on_closing)

    def open_dialog(self, given: Sequence[str] = ()) -> None:
        """Show the dialog, and try the paths that are ``given`` already."""
        if self._session.own_library() is None:
            return
        if self._dialog is None:
            self._dialog = self._new_dialog()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        if given:
            self.try_paths(tuple(given))

    def _new_dialog(self) -> TrialDialog:
        dialog = TrialDialog(self._settings.tries_first, self._window)
        dialog.wanted.connect(self.try_paths)
        dialog.stopped.connect(self._end)
        dialog.agreed.connect(self.agreed)
        dialog.told.connect(self.told)
        dialog.always.connect(self._on_always)
        dialog.finished.connect(self._on_finished)
        return dialog

    def try_paths(self, given: tuple[str, ...]) -> None:
        """Look what would come of these paths; what was looked at before is given up."""
        library = self._session.library
        if library is None or self._dialog is None:
            return
        self._end()
        self._dialog.show_work(given)
        self._dialog.show_progress(Progress(0, 0, "looking"))
        work = partial(try_out, library.root, given)
        self._ticket = self._jobs.start(
            "gather", work, self._on_tried, failed=self._on_failed, progress=self._dialog.show_progress
        )

    def _end(self) -> None:
        """Give up what is under way."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _on_tried(self, trial: Trial) -> None:
        self._ticket = None
        if self._dialog is not None:
            self._dialog.show_trial(trial)

    def _on_failed(self, error: Exception) -> None:
        self._ticket = None
        sentence = sentence_of(error)
        if self._dialog is not None:
            self._dialog.show_fault(sentence)

    def _on_always(self, wanted: bool) -> None:
        self._settings.tries_first = wanted

    def _on_finished(self) -> None:
        self._end()
        self._dialog = None

    def _on_closing(self) -> None:
        """Another library comes: what would come into this one is of no use there."""
        if self._dialog is not None:
            self._dialog.close()


def try_out(library: Path, given: tuple[str, ...], ticket: Ticket) -> Trial:
    """Run ``dateline add --dry-run`` and read its report. Raises LibraryError where it could not begin."""
    command = ["add", "--dry-run", "--json", "--progress", "--library", str(library), "--", *given]
    return trial_of(given, run_command(command, ticket))
