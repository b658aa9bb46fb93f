"""Files and folders: opening them, bringing them into the library, and what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.model import ImportProblem
    from viewer.ui.bringing import Bringing
    from viewer.ui.jobs import Jobs
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings
    from viewer.ui.trial import Trial
    from viewer.ui.trial_desk import TrialDesk

_ARTICLES = {".md", ".markdown", ".txt"}


class FileDesk(QObject):
    """What the File menu does.

    ``told`` carries a sentence, ``progressed`` how far an import is, ``offered`` feeds among the addresses.
    """

    told = Signal(object)
    offered = Signal(object)
    progressed = Signal(object)

    def __init__(self, session: Session, settings: Settings, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._jobs, self._window = session, settings, jobs, window
        self._bringing: Bringing | None = None
        self._trials: TrialDesk | None = None

    def take(self, paths: Sequence[str]) -> None:
        """Open one folder or article; bring anything else into the library."""
        if len(paths) == 1 and (Path(paths[0]).is_dir() or Path(paths[0]).suffix.lower() in _ARTICLES):
            self.open_path(paths[0])
        else:
            self.add_paths(list(paths))

    def open_folder(self) -> None:
        """Ask for a folder and open it as a library."""
        from viewer.ui.dialogs import ask_for_folder

        ask_for_folder("Open a folder of articles", self._window).fileSelected.connect(self.open_path)

    def open_file(self) -> None:
        """Ask for a Markdown or text file and open it."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, "Open an article", "", "Articles (*.md *.markdown *.txt)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    def open_sample(self) -> None:
        """Open the library that comes with Dateline."""
        self._session.open_sample()

    def add_files(self) -> None:
        """Ask for files and bring them into the library."""
        from viewer.ui.dialogs import ask_for_files

        if self._session.own_library() is not None:
            ask_for_files("Add to the library", self._window).filesSelected.connect(self.add_paths)

    def add_folder(self) -> None:
        """Ask for a folder and bring the articles in it into the library."""
        from viewer.ui.dialogs import ask_for_folder

        if self._session.own_library() is not None:
            ask_for_folder("Add the articles of a folder", self._window).filesSelected.connect(self.add_paths)

    def add_paths(self, paths: list[str]) -> None:
        """Bring files or folders into the library; where the reader set it so, after a trial."""
        if paths and self._settings.tries_first:
            self._trying().open_dialog(paths)
        else:
            self._ready().add(paths)

    def try_import(self) -> None:
        """Ask what would come of files or a folder, and add nothing yet."""
        self._trying().open_dialog()

    def _trying(self) -> TrialDesk:
        """Whoever tries imports, made when first needed."""
        if self._trials is None:
            from viewer.ui.trial_desk import TrialDesk

            self._trials = TrialDesk(self._session, self._settings, self._jobs, self._window)
            self._trials.told.connect(self.told)
            self._trials.agreed.connect(self._on_agreed)
        return self._trials

    def _on_agreed(self, trial: Trial) -> None:
        self._ready().add(trial.paths, known=trial.problems)

    def fetch(self, addresses: Sequence[str]) -> None:
        """Fetch addresses of the web and bring in what is there."""
        self._ready().fetch(addresses)

    def paste(self, text: str, *, is_html: bool) -> None:
        """Bring in what was copied elsewhere."""
        self._ready().paste(text, is_html=is_html)

    def _ready(self) -> Bringing:
        """Whoever brings things in, made when first needed: a start does without."""
        if self._bringing is None:
            from viewer.ui.bringing import Bringing

            self._bringing = Bringing(self._session, self._jobs, self)
            self._bringing.told.connect(self.told)
            self._bringing.progressed.connect(self.progressed)
            self._bringing.refused.connect(self.show_refused)
            self._bringing.offered.connect(self.offered)
        return self._bringing

    def cancel(self) -> None:
        """End the import that is under way; what came until now stays."""
        if self._bringing is not None:
            self._bringing.cancel()

    def show_refused(self, problems: Sequence[ImportProblem]) -> None:
        """List what did not come, each with the reason."""
        from viewer.ui.refused_dialog import RefusedDialog

        dialog = RefusedDialog(problems, self._window)
        dialog.told.connect(self.told)
        dialog.open()

    def open_path(self, path: str) -> None:
        """Open a folder or a file by its path."""
        self._session.open_path(path)

    def refresh_library(self) -> None:
        """Compare the folder with the index now."""
        self._session.refresh()

    def show_problems(self) -> None:
        """List the files that could not be read, and conflicted copies."""
        from viewer.ui import dialogs

        if self._session.library is not None:
            dialogs.show_problems(self._session.library.problems(), self._window)
