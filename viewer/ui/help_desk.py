"""What the Help menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer import __version__
from viewer.ui import dialogs
from viewer.ui.keys_dialog import KeysDialog
from viewer.ui.search_help import show_search_help

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.ui.actions import Actions
    from viewer.ui.settings import Settings


class HelpDesk(QObject):
    """Says what a search can say, lists the keys and lets the reader change them, and tells what this program is."""

    def __init__(self, actions: Actions, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._settings, self._window = actions, settings, window

    def show_search_help(self) -> None:
        """Say what a search can say."""
        show_search_help(self._window)

    def show_keys(self) -> None:
        """List every key, and let the reader change them."""
        dialog = KeysDialog(self._actions, self._window)
        dialog.changed.connect(self._on_keys_changed)
        dialog.open()

    def _on_keys_changed(self, keys: Mapping[str, Sequence[str]]) -> None:
        self._settings.keys = dict(keys)
        self._actions.change_keys(keys)

    def show_about(self) -> None:
        """Version and licences."""
        dialogs.tell(
            f"Dateline {__version__}\n\nA desktop reader for following a running story offline. MIT licence.\n\n"
            "With Qt for Python (LGPL), Markdown, nh3, PyYAML, Babel, trafilatura, lxml, feedparser, pypdf, "
            "urllib3 and Source Serif (SIL Open Font License).",
            self._window,
            "About Dateline",
        )
