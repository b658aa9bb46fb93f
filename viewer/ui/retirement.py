"""The end of a library that another takes the place of: nothing that was asked of it is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from viewer.library import Library
    from viewer.ui.jobs import Jobs, Lane, Ticket


class Retirement(QObject):
    """Walks a library past the lanes, one after the other, and closes it behind the last."""

    def __init__(self, library: Library, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._lanes: list[Lane] = ["write", "index", "read", "work"]

    def go_on(self, _result: object = None) -> None:
        """Wait for the next lane, or close."""
        if self._lanes:
            self._jobs.start(self._lanes.pop(0), _pass, self.go_on, essential=True)
        else:
            self._library.close()
            self.deleteLater()


def _pass(_ticket: Ticket) -> None:
    """Nothing: who waits for this has waited for all before it."""
