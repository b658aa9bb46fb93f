"""The part of the door, ``Library``, that is about what is kept besides the present text and marks: backups of marks.

A base class of ``Library`` and of use to nobody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.library.values import Changes

if TYPE_CHECKING:
    from viewer.library.restoring import Backup
    from viewer.library.state import StateStore


class Keeping:
    """What ``Library`` says of earlier states."""

    _state: StateStore

    # --- backups of the reader's marks

    def backups(self) -> tuple[Backup, ...]:
        """The backups of the reader's marks, the newest first, each checked and with what it holds."""
        return self._state.backups()

    def restore_backup(self, name: str) -> Changes:
        """Bring the marks back to a backup, after the present ones were kept as one; on disk when this returns.

        Articles, highlights and notes lie in the folder and are not touched. Raises UsageError for a name that no
        backup has, and LibraryError where nothing could be restored.
        """
        before = {one.id for one in self._state.identities()}
        self._state.restore(name)
        return Changes(status=tuple(before | {one.id for one in self._state.identities()}))
