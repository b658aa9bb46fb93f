"""Dates as the reader sets them: the day of publication of an article, and what words of it mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from viewer.chronology.supposed import latest_day
from viewer.model import Basis, LibraryError, Passage, UsageError
from viewer.model.date_words import date_words, interval_words
from viewer.ui.date_dialog import DateDialog, Meaning, Wish
from viewer.ui.reader.receipt import date_around, meaning
from viewer.ui.timeline.wording import BASIS_WORDS
from viewer.ui.words import one_line

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QMenu, QWidget

    from viewer.library import Changes, Library
    from viewer.model import Article, DatedPassage, Document, Timex
    from viewer.ui.article_desk import ArticleDesk
    from viewer.ui.jobs import Jobs, Ticket
    from viewer.ui.organise_desk import OrganiseDesk, Work
    from viewer.ui.session import Session

_NONE = (
    "Which date? Go to one with D, click one in the text, or choose an event on the timeline; then its date can be set."
)
_OF_THE_SAMPLE = (
    "The sample library stays as it came, so no dates are set in it. Open a library of your own first: “Open "
    "folder” in the File menu."
)
_HINT = "1 Nov 2018, mid-October 2018, 26–28 Oct 2018, since 2014 …"
_DAY_HINT = "2 Nov 2018, 2018-11-02, Nov 2018, 2018"
_ELSEWHERE = "Another library is open by now, in which this article does not stand, so nothing was set."
_UNREAD = "This says no date that can be read. Write it as 1 Nov 2018, mid-October 2018 or 2018-10-26/2018-10-28."
_NO_DAY = "This says no day, month or year that can be read. Write it as 2 Nov 2018, 2018-11-02, 2018-11 or 2018."
_NO_DATE, _AS_READ = "no_date", "as_read"
_MOST_WORDS = 220
_CONTEXT = 60
_MOST_PROPOSALS = 4


class _Words(NamedTuple):
    """Words of an article whose date is to be set; ``timex`` is how they are read, None for an event without a date."""

    library: Library
    article: Article
    document: Document
    passage: Passage
    timex: Timex | None

    def read(self, written: str) -> Meaning:
        """What was typed for them."""
        from viewer.chronology.typed import read_typed

        found = read_typed(written, self.article.published, self.document.language)
        if found is None:
            return Meaning(written, "", _UNREAD)
        return Meaning(written, found.edtf, interval_words(found.interval, long=True))

    def keep(self, edtf: str) -> Changes:
        """Keep a date for them, "" for none."""
        return self.library.set_date(self.article.id, self.document, self.passage, edtf)

    def answer(self, name: str) -> Changes:
        """Keep one of the other answers."""
        if name == _NO_DATE:
            return self.keep("")
        return self.library.forget_date(self.article.id, self.document, self.passage)


class _Publication(NamedTuple):
    """The day of publication of an article."""

    library: Library
    article: Article
    passage: None = None

    def read(self, written: str) -> Meaning:
        """What was typed for it."""
        from viewer.chronology.edtf_reading import interval_of
        from viewer.library.published_writing import checked_day

        try:
            day = checked_day(written)
        except UsageError:
            return Meaning(written, "", _NO_DAY)
        interval = interval_of(day)
        return Meaning(written, day, interval_words(interval, long=True) if interval else day)

    def keep(self, edtf: str) -> Changes:
        """Keep a day for it."""
        return self.library.set_published([self.article.id], edtf)

    def answer(self, name: str) -> Changes:
        """Keep another answer, of which there is none."""
        raise ValueError(name)


class DateDesk(QObject):
    """Asks for dates and has them kept. ``told`` carries a sentence."""

    told = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, articles: ArticleDesk, organise: OrganiseDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._articles = session, jobs, articles
        self._organise, self._window = organise, window
        self._dialog: DateDialog | None = None
        session.closing.connect(self._on_closing)

    def _on_closing(self) -> None:
        """Another library is being opened: what is asked for is of this one."""
        if self._dialog is not None:
            self._dialog.leave()

    def set_date(self) -> None:
        """Ask what the date means that was gone to last, or that of the chosen event."""
        dated, event = self._articles.date_in_hand, self._articles.event_in_hand()
        if dated is None and event is not None:
            dated = event.dated_by
        if dated is not None:
            self.ask(dated.passage, dated.timex)
        elif event is not None:
            self.ask(event.passage, None)
        else:
            self.told.emit(_NONE)

    def fill(self, menu: QMenu, place: Passage | None) -> None:
        """Put on top of the menu of a place what can be done with the date there."""
        dated = date_around(self._articles.dates, place) if place is not None else None
        if dated is not None:
            first = (menu.actions() or [menu.addSeparator()])[0]
            menu.insertAction(first, _Setting(dated, self, menu))
            menu.insertSeparator(first)

    def ask(self, passage: Passage, timex: Timex | None) -> None:
        """Ask what words of the open article mean; ``timex`` is how they are read, None for an event without a date."""
        article, document, library = self._present(), self._articles.document, self._session.library
        if article is None or document is None or library is None:
            return
        is_set = timex is not None and timex.basis is Basis.READER
        others = [(_NO_DATE, "&No date", "These words name no date, or nobody knows it")] if timex else []
        others += [(_AS_READ, "As &Dateline reads it", "Take back what you set")] if is_set else []
        wish = Wish(
            "Set the date of these words" if timex else "Set the date of this event",
            in_context(document, passage),
            reading_words(timex),
            _HINT,
            timex.edtf if timex is not None and is_set else "",
            proposals_of(timex),
            others,
        )
        self._open(wish, _Words(library, article, document, passage, timex))

    def set_published(self) -> None:
        """Ask when the open article was published."""
        article, chronology, library = self._present(), self._articles.chronology, self._session.library
        if article is None or chronology is None or library is None:
            return
        latest = latest_day(chronology.timexes) if article.published is None else None
        wish = Wish(
            "Day of publication",
            f"When was “{one_line(article.title, 120)}” published?",
            publication_told(article, latest),
            _DAY_HINT,
            article.published.isoformat() if article.published else article.published_in,
            [date_words(latest)] if latest else (),
        )
        self._open(wish, _Publication(library, article))

    def _present(self) -> Article | None:
        """The open article, if dates can be set in it; else None, with a word."""
        if self._session.own_library(_OF_THE_SAMPLE) is None:
            return None
        return self._articles.present()

    def _open(self, wish: Wish, subject: _Words | _Publication) -> None:
        dialog = self._dialog = DateDialog(wish, subject, self._window)
        dialog.finished.connect(self._on_finished)
        dialog.typed.connect(self._on_typed)
        dialog.wanted.connect(self._on_wanted)
        dialog.other_wanted.connect(self._on_other_wanted)
        dialog.open()
        dialog.read_first()

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_typed(self, dialog: DateDialog) -> None:
        subject, written = _subject_of(dialog), dialog.written()

        def work(_ticket: Ticket) -> Meaning:
            return subject.read(written)

        self._jobs.start("read", work, dialog.on_read, failed=dialog.on_unread, slot="typed date")

    def _on_wanted(self, dialog: DateDialog) -> None:
        subject, edtf = _subject_of(dialog), dialog.edtf
        self._do(dialog, lambda _library, _report: subject.keep(edtf))

    def _on_other_wanted(self, dialog: DateDialog, name: str) -> None:
        subject = _subject_of(dialog)
        self._do(dialog, lambda _library, _report: subject.answer(name))

    def _do(self, dialog: DateDialog, work: Work) -> None:
        subject = _subject_of(dialog)
        if subject.library is not self._session.library:
            dialog.on_failed(LibraryError(_ELSEWHERE))
            return
        if subject.passage is not None:
            self._articles.choose_date(subject.article.id, subject.passage)
        self._organise.do(work, then=self._on_kept, failed=self._on_failed)

    def _on_kept(self, changes: Changes) -> None:
        if not changes:
            self._articles.choose_date(None, None)
        if self._dialog is not None:
            self._dialog.on_kept(changes)

    def _on_failed(self, error: Exception) -> None:
        self._articles.choose_date(None, None)
        if self._dialog is not None:
            self._dialog.on_failed(error)


class _Setting(QAction):
    """The entry of a menu that asks for a date."""

    def __init__(self, dated: DatedPassage, desk: DateDesk, menu: QMenu) -> None:
        super().__init__(f"Set the &date of “{one_line(dated.timex.text, 30).replace('&', '&&')}”…", menu)
        self._dated, self._desk = dated, desk
        self.triggered.connect(self._ask)

    def _ask(self) -> None:
        self._desk.ask(self._dated.passage, self._dated.timex)


def _subject_of(dialog: DateDialog) -> _Words | _Publication:
    subject = dialog.subject
    assert isinstance(subject, (_Words, _Publication))
    return subject


def in_context(document: Document, passage: Passage) -> str:
    """The words of a passage in those around them; an event's passage by itself."""
    text = document.blocks[passage.block].text
    words = one_line(text[passage.begin : passage.end], _MOST_WORDS)
    if passage.end - passage.begin > _CONTEXT:
        return f"“{words}”"
    before, after = text[max(0, passage.begin - _CONTEXT) : passage.begin], text[passage.end : passage.end + _CONTEXT]
    head = f"… {before.partition(' ')[2]}" if passage.begin > _CONTEXT else before
    tail = f"{after.rpartition(' ')[0]} …" if passage.end + _CONTEXT < len(text) else after
    return " ".join(f"{head}“{words}”{tail}".split())


def reading_words(timex: Timex | None) -> str:
    """How words are read now, and what is in doubt."""
    if timex is None:
        return "The text gives no date for it."
    if timex.basis is Basis.READER:
        return " ".join(timex.steps)
    said = (
        f"Dateline reads it as {meaning(timex)}, {BASIS_WORDS[timex.basis]}."
        if timex.edtf
        else "Dateline finds no day for it."
    )
    return f"{said} {timex.doubt}".strip()


def proposals_of(timex: Timex | None) -> list[str]:
    """The dates that contradicting words can mean."""
    readings = timex.readings if timex is not None else ()
    return list(dict.fromkeys(interval_words(reading) for reading in readings))[:_MOST_PROPOSALS]


def publication_told(article: Article, latest: date | None) -> str:
    """What is known of the day of publication, and what hangs on it."""
    if article.published is not None or article.published_in:
        return "Dates such as “last year” and “on Thursday” are worked out from it. It stands in the article’s file."
    said = "The file states none, so dates such as “last year” and “on Thursday” stay open."
    return f"{said} The latest date that the text names is {date_words(latest, long=True)}." if latest else said
