"""Addresses of the web and what was copied elsewhere, on their way into the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from viewer.library import Changes, Progress
from viewer.model import ImportProblem
from viewer.ui.clipboard import Copied, copied, copied_address
from viewer.ui.command_process import run_command
from viewer.ui.jobs import sentence_of

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from viewer.model import Article
    from viewer.ui.file_desk import FileDesk
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session

_NO_ADDRESS = "This article has no address, so there is no page to fetch."
_NOTHING = "What was copied is neither an address nor an article. Copy a text of some length, a page, or an address."


class AddressDesk(QObject):
    """Takes addresses and pasted text. ``told`` carries a sentence, ``progressed`` how far a fetching is."""

    told = Signal(object)
    progressed = Signal(object)

    def __init__(self, files: FileDesk, session: Session, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._files, self._session, self._jobs, self._window = files, session, jobs, window
        self._article: Article | None = None
        self._ticket: Ticket | None = None
        self._wanted = 0

    def on_shown(self, article: Article) -> None:
        """Another article is open."""
        self._article = article

    def add_address(self) -> None:
        """Ask for addresses and fetch what is there."""
        from viewer.ui.address_dialog import AddressDialog

        if self._session.own_library() is None:
            return
        dialog = AddressDialog(copied_address(QGuiApplication.clipboard().mimeData()), self._window)
        dialog.given.connect(self._files.fetch)
        dialog.open()

    def paste_into_library(self) -> None:
        """Bring in what was copied: addresses, files, a piece of a page, or text."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData | None) -> None:
        """Bring in what was copied or dropped."""
        found = copied(data)
        if found == Copied():
            self.told.emit(_NOTHING)
        elif found.files:
            self._files.add_paths(list(found.files))
        elif found.addresses:
            self._files.fetch(found.addresses)
        else:
            self._files.paste(found.text, is_html=found.is_html)

    # The whole page of the open article

    def fetch_whole_page(self) -> None:
        """Fetch the page of the open article and show it in the place of its text, which is kept as a version."""
        library, article = self._session.own_library(), self._article
        if library is None or article is None:
            return
        if not article.url:
            self.told.emit(_NO_ADDRESS)
            return
        self._wanted = article.id
        command = ["add", "--whole", str(article.id), "--json", "--progress", "--library", str(library.root)]
        self.progressed.emit(Progress(0, 0, "fetching"))
        self._ticket = self._jobs.start(
            "gather",
            partial(run_command, command),
            self._on_whole,
            failed=self._on_failed,
            progress=self.progressed.emit,
            slot="whole page",
        )

    def cancel(self) -> None:
        """End the fetching of a whole page; the article stays as it is."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self.progressed.emit(None)
            self._session.refresh()

    def _on_whole(self, found: dict[str, Any]) -> None:
        self._ticket = None
        self.progressed.emit(None)
        self.told.emit(found["sentence"])
        if found["problems"]:
            self._files.show_refused([ImportProblem(one["item"], one["reason"]) for one in found["problems"]])
        if found["changed"]:  # the index knows it already, so no look through the folder would tell
            self._session.changed.emit(Changes(changed=(self._wanted,)))

    def _on_failed(self, error: Exception) -> None:
        self._ticket = None
        self.progressed.emit(None)
        self.told.emit(sentence_of(error))
