"""What is kept besides the present state: backups of the reader's marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.library import Changes, Library
    from viewer.library.restoring import Backup
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session

_RESTORED = (
    "Your marks are those of {} again. Those of before were kept: “Restore reading marks” in the File menu lists them."
)


class OriginalDesk(QObject):
    """Brings back what was. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._wanted = ""

    # Backups

    def restore_marks(self) -> None:
        """List the backups of the marks; the reader may restore one."""
        library = self._session.library
        if library is not None:
            self._jobs.start("read", partial(_backups, library), self._on_backups, slot="backups")

    def _on_backups(self, backups: Sequence[Backup]) -> None:
        from viewer.ui.backups_dialog import BackupsDialog

        dialog = BackupsDialog(backups, self._window)
        dialog.chosen.connect(self.restore)
        dialog.open()

    def restore(self, backup: Backup) -> None:
        """Bring the marks back to ``backup``."""
        library = self._session.library
        if library is not None:
            from viewer.ui.backups_dialog import called

            self._wanted = called(backup)
            self._jobs.start("write", partial(_restored, library, backup.name), self._on_restored, essential=True)

    def _on_restored(self, changes: Changes) -> None:
        self._session.changed.emit(changes)
        self.told.emit(_RESTORED.format(self._wanted))


def _backups(library: Library, _ticket: Ticket) -> tuple[Backup, ...]:
    return library.backups()


def _restored(library: Library, name: str, _ticket: Ticket) -> Changes:
    return library.restore_backup(name)
