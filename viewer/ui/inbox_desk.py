"""A folder that the reader chose: what arrives there while the window is open is brought in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from viewer.library.arrivals import ADDED, arrivals, at_rest, check_inbox
from viewer.model import UsageError
from viewer.ui.bringing import report_of, sentence
from viewer.ui.command_process import run_command
from viewer.ui.jobs import sentence_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.library.arrivals import Stamp
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings

AT_REST_MS = 2_000
_NOW_AND_THEN_MS = 60_000
_SAMPLE = "The sample library takes nothing in. Open a folder of your own: “Open folder” in the File menu."
_OFF = "What you put into a folder of your choice can come into this library by itself while Dateline is open."
_ON = "What arrives in {} comes into this library while Dateline is open."
_HOW = f"What came is moved to its sub-folder “{ADDED}”; what could not be read stays where it is. Nothing is deleted."


class InboxDesk(QObject):
    """Watches the inbox of the open library. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._jobs, self._window = session, settings, jobs, window
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._look = QTimer(self, singleShot=True, interval=AT_REST_MS)
        self._look.timeout.connect(self.look)
        self._now_and_then = QTimer(self, interval=_NOW_AND_THEN_MS)
        self._now_and_then.timeout.connect(self.look)
        self._folder: Path | None = None
        self._seen: Mapping[Path, Stamp] = {}
        self._left: dict[Path, Stamp] = {}
        self._is_busy = False
        session.opened.connect(self._on_opened)
        self._on_opened()

    def show_inbox(self) -> None:
        """Say what the inbox is, and let the reader choose one or do without."""
        from PySide6.QtWidgets import QMessageBox

        library = self._session.own_library(_SAMPLE)
        if library is None:
            return
        folder = self._settings.inbox(library.root)
        from viewer.ui.dialogs import put_sign

        box = QMessageBox(self._window)
        put_sign(box, "open-folder")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Inbox")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(_ON.format(folder) if folder else _OFF)
        box.setInformativeText(_HOW)
        choose = box.addButton(
            "Choose another folder…" if folder else "Choose a folder…", QMessageBox.ButtonRole.ActionRole
        )
        choose.clicked.connect(self._ask)
        if folder:
            box.addButton("Do without", QMessageBox.ButtonRole.DestructiveRole).clicked.connect(self.stop)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Close))
        box.open()

    def _ask(self) -> None:
        from viewer.ui.dialogs import ask_for_folder

        ask_for_folder("Choose the inbox", self._window).fileSelected.connect(self.watch)

    def watch(self, folder: str) -> None:
        """Take ``folder`` as the inbox of the open library."""
        library = self._session.library
        if library is None:
            return
        try:
            inbox = check_inbox(Path(folder), library.root)
        except UsageError as error:
            self.told.emit(str(error))
            return
        self._settings.set_inbox(library.root, inbox)
        self._on_opened()
        self.told.emit(_ON.format(inbox))

    def stop(self) -> None:
        """Do without an inbox from now on."""
        if self._session.library is not None:
            self._settings.set_inbox(self._session.library.root, None)
            self._on_opened()
            self.told.emit("No folder is watched any more.")

    def _on_opened(self, _library: object = None) -> None:
        """Another library or another inbox: watch that one."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._seen, self._left, self._is_busy = {}, {}, False
        library = self._session.library
        self._folder = self._settings.inbox(library.root) if library is not None else None
        if self._folder is None:
            self._look.stop()
            self._now_and_then.stop()
            return
        self._watcher.addPath(str(self._folder))
        self._now_and_then.start()
        self._look.start()

    def _on_changed(self) -> None:
        self._look.start()

    def look(self) -> None:
        """See what has arrived."""
        if self._folder is not None and not self._is_busy:
            self._jobs.start("gather", partial(_arrivals, self._folder), self._on_look, slot="inbox")

    def _on_look(self, found: Mapping[Path, Stamp]) -> None:
        """Bring in what is at rest; look again while anything still changes."""
        settled = [path for path in at_rest(self._seen, found) if self._left.get(path) != found[path]]
        is_quiet = dict(found) == dict(self._seen)
        self._seen = found
        if settled:
            self._bring(settled)
        elif not is_quiet:
            self._look.start()

    def _bring(self, arrived: Sequence[Path]) -> None:
        library = self._session.library
        if library is None or self._folder is None:
            return
        self._is_busy = True
        options = ["--json", "--progress", "--library", str(library.root), "--inbox", str(self._folder)]
        command = ["add", *options, "--", *map(str, arrived)]
        self._jobs.start("gather", partial(run_command, command), self._on_brought, failed=self._on_failed)

    def _on_brought(self, found: dict[str, Any]) -> None:
        """Tell it; what is still there after this is not tried again until it changes."""
        self._is_busy = False
        self._left = dict(self._seen)
        brought = report_of(found)
        problem = f" {brought.problems[0].item}: {brought.problems[0].reason}" if brought.problems else ""
        self.told.emit(f"From the inbox: {sentence(brought)}{problem}")
        self._session.refresh()
        self._look.start()

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self._left = dict(self._seen)
        self.told.emit(f"The inbox could not be taken in. {sentence_of(error)}")


def _arrivals(folder: Path, _ticket: Ticket) -> Mapping[Path, Stamp]:
    """What lies in the inbox; nothing where it cannot be reached just now."""
    try:
        return arrivals(folder)
    except OSError:
        return {}
