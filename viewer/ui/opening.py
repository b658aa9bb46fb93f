"""Which article comes up when a library has been opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer import paths
from viewer.model import DatelineError

if TYPE_CHECKING:
    from viewer.library import Library
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.session import Session
    from viewer.ui.settings import Settings

SAMPLE_LEAD = "border-troops-reinforced.md"


class Opening(QObject):
    """Opens the first article: the one asked for, the one open last, the sample's lead, else the newest.

    A library that was never indexed has no articles yet; then the choice waits for the first look through the folder,
    and so it does where the article that was asked for is not known yet.
    ``told`` carries a sentence where an article that was asked for is not there.
    """

    told = Signal(object)

    def __init__(self, session: Session, settings: Settings, desk: ArticleDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings, self._desk = session, settings, desk
        self.wanted = ""
        self._pending = False
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)

    def _on_opened(self, library: Library) -> None:
        self._pending = True
        if library.is_indexed:
            self._open(library)

    def _on_changed(self, _changes: object) -> None:
        if self._pending:
            QTimer.singleShot(0, self, self._open_now)  # the list is asked for first: it is there sooner

    def _open_now(self) -> None:
        if self._pending and self._session.library is not None:
            self._open(self._session.library)

    def _open(self, library: Library) -> None:
        article = self.choose(library)
        if article is not None:
            self._pending, self.wanted = False, ""
            self._desk.open(article)

    def choose(self, library: Library) -> int | None:
        """The id of the article to open, None in a library without articles."""
        for name in filter(None, (self.wanted, str(library.opened_file or ""))):
            try:
                found = library.find(name)
            except DatelineError as error:
                if not self._session.has_looked:
                    return None  # it may yet come to light
                self.told.emit(str(error))
                self.wanted = ""
            else:
                return found
        last = self._settings.last_article(library.root)
        if last is not None and library.rows([last]):
            return last
        if paths.is_sample(library.root):
            try:
                return library.find(SAMPLE_LEAD)
            except DatelineError:
                pass  # a sample library that was changed: the newest will do
        return library.newest()
