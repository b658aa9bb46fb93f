"""Earlier and other states: backups of the reader's marks, versions and conflicted copies of the article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from viewer.library.others import EXTRACTION, OtherText
from viewer.ui.jobs import sentence_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from viewer.document.comparison import Comparison
    from viewer.library import Changes, Library
    from viewer.library.extracting import Extraction
    from viewer.library.restoring import Backup
    from viewer.model import Article
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.compare_dialog import CompareDialog
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.session import Session

_RESTORED = (
    "Your marks are those of {} again. Those of before were kept: “Restore reading marks” in the File menu lists them."
)
_NO_OTHER = (
    "There is nothing to compare this article with. An update that you bring in is kept as a version, and conflicted "
    "copies of a synchroniser are found."
)
_NO_ORIGINAL = (
    "The page that this article was made from is not kept, so it cannot be extracted again. It is kept for pages that "
    "you bring in."
)
_USED = "The text of {} is shown now. The one before is kept as a version."


class _Compared(NamedTuple):
    comparison: Comparison
    other: OtherText
    extraction: Extraction | None = None


class _Used(NamedTuple):
    called: str
    placed: int
    unplaced: int


class OriginalDesk(QObject):
    """Brings back what was, and shows what else there is. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, articles: ArticleDesk, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._articles, self._window = session, jobs, articles, window
        self._wanted = ""
        self._article: Article | None = None
        self._dialog: CompareDialog | None = None
        self._extraction: Extraction | None = None

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

    # Extracting again

    def extract_again(self) -> None:
        """Offer other extractions of the page that is kept, each with what would change."""
        library, article = self._session.library, self._articles.article
        if library is not None and article is not None:
            self._article, self._extraction = article, None
            self._jobs.start("read", partial(_has_original, library, article.id), self._on_has_original, slot="others")

    def _on_has_original(self, has_original: bool) -> None:
        article = self._article
        if article is None or not has_original:
            self.told.emit(_NO_ORIGINAL)
            return
        from viewer.ui.others_words import EXTRACTIONS

        others = [OtherText(EXTRACTION, article.path, mode) for mode in EXTRACTIONS]
        self._show(f"Extract “{article.title[:80]}” again", others)

    # Other texts

    def compare_texts(self) -> None:
        """Compare the article with another text of it."""
        library, article = self._session.library, self._articles.article
        if library is not None and article is not None:
            self._article = article
            self._jobs.start("read", partial(_others, library, article.id), self._on_others, slot="others")

    def _on_others(self, others: Sequence[OtherText]) -> None:
        if others and self._article is not None:
            self._show(f"Compare “{self._article.title[:80]}”", others)
        else:
            self.told.emit(_NO_OTHER)

    def _show(self, title: str, others: Sequence[OtherText]) -> None:
        style = self._articles.style
        if style is None:
            return
        from viewer.ui.compare_dialog import CompareDialog

        dialog = CompareDialog(title, others, style, self._window)
        dialog.wanted.connect(self._compare)
        dialog.used.connect(self.use)
        dialog.opened.connect(self._open)
        dialog.destroyed.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        dialog.ask()

    def _forget(self) -> None:
        self._dialog = None

    def _compare(self, other: OtherText) -> None:
        library, article = self._session.library, self._article
        if library is not None and article is not None:
            is_extraction = other.kind == EXTRACTION
            work = partial(_extracted if is_extraction else _compared, library, article.id, other)
            self._jobs.start("work", work, self._on_compared, failed=self._on_not_compared, slot="compare")

    def _on_compared(self, compared: _Compared) -> None:
        if self._dialog is not None:
            self._extraction = compared.extraction
            remark = highlights_in_words(compared.extraction) if compared.extraction else ""
            self._dialog.show_comparison(compared.comparison, compared.other, remark)

    def _on_not_compared(self, error: Exception) -> None:
        sentence = sentence_of(error)
        if self._dialog is not None:
            self._dialog.show_fault(sentence)

    def _open(self, other: OtherText) -> None:
        self._articles.open(other.id)

    def use(self, other: OtherText) -> None:
        """Show a version or an extraction instead of the article's text, which is kept."""
        library, article = self._session.library, self._article
        if library is None or article is None:
            return
        from viewer.ui.others_words import called

        words = called(other).removesuffix(", newer")
        words = f"{words[:1].lower()}{words[1:]}"
        if other.kind != EXTRACTION:
            work = partial(_used, library, article.id, other.name, words)
        elif self._extraction is not None and self._extraction.mode == other.name:
            work = partial(_used_extraction, library, article.id, self._extraction, words)
        else:
            return
        self._jobs.start("write", work, self._on_used, essential=True)

    def _on_used(self, used: _Used) -> None:
        self.told.emit(" ".join(filter(None, [_USED.format(f"the {used.called}"), highlights_in_words(used)])))
        self._session.refresh()


def highlights_in_words(used: _Used | Extraction) -> str:
    """What became of the highlights, in a sentence; "" where there are none or all have their place."""
    if not used.unplaced:
        return ""
    total = used.placed + used.unplaced
    one = "does not stand" if used.unplaced == 1 else "do not stand"
    return f"{used.unplaced:,} of {total:,} highlights {one} in it; they are kept with their words."


def _backups(library: Library, _ticket: Ticket) -> tuple[Backup, ...]:
    return library.backups()


def _restored(library: Library, name: str, _ticket: Ticket) -> Changes:
    return library.restore_backup(name)


def _others(library: Library, article: int, _ticket: Ticket) -> tuple[OtherText, ...]:
    return library.others(article)


def _compared(library: Library, article: int, other: OtherText, _ticket: Ticket) -> _Compared:
    return _Compared(library.compare(article, other), other)


def _used(library: Library, article: int, name: str, called: str, _ticket: Ticket) -> _Used:
    return _Used(called, *library.use_version(article, name))


def _has_original(library: Library, article: int, _ticket: Ticket) -> bool:
    return library.has_original(article)


def _extracted(library: Library, article: int, other: OtherText, _ticket: Ticket) -> _Compared:
    extraction = library.extract(article, other.name)
    return _Compared(library.compare_extraction(article, extraction), other, extraction)


def _used_extraction(library: Library, article: int, extraction: Extraction, called: str, _ticket: Ticket) -> _Used:
    return _Used(called, *library.use_extraction(article, extraction))
