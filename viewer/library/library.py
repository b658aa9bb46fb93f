"""The one door to a folder of articles, its index and the reader's marks."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import OrderedDict
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, Self, TypeVar

from viewer.library import listing, questions
from viewer.library.database import IndexDatabase, is_damage, unusable
from viewer.library.keeping import Keeping
from viewer.library.layouts import Layouts
from viewer.library.locks import held
from viewer.library.organising import Organising
from viewer.library.places import find_places
from viewer.library.scan import ANNOTATIONS, beside, stamp_of_annotations
from viewer.library.search_door import Searching
from viewer.library.source import UnreadableError, fingerprint_of, read_regular_file, source_of
from viewer.library.state import StateStore
from viewer.library.values import Changes, Counts, NamedCount, ReportProgress
from viewer.model import (
    Article,
    Chronology,
    Document,
    Event,
    IndexProblem,
    LibraryError,
    RelatedRow,
    UsageError,
)

if TYPE_CHECKING:
    import os
    from array import array
    from collections.abc import Callable, Iterable, Sequence
    from types import TracebackType

    from viewer.library.add_report import AddReport
    from viewer.library.feed_memory import FeedStates
    from viewer.library.findings import Finding
    from viewer.library.places import Places
    from viewer.library.readers import Readers
    from viewer.library.relations import Relations
    from viewer.library.subscriptions import Subscriptions
    from viewer.model import ImportedArticle, ImportProblem, SetDate

Result = TypeVar("Result")

_DOCUMENTS_KEPT = 8
_WAIT_FOR_OTHERS = 600.0
_FEW = 64
_SMALL = 4_000_000


class Library(Organising, Keeping, Searching):
    """A folder of Markdown files with its index and the reader's marks. Safe to use from several threads, without Qt.

    ``open`` it, ``refresh`` it once, ask it; ids are 52-bit integers that survive a renaming of the file.
    """

    def __init__(self, folder: str | os.PathLike[str], *, cache: Path | None = None, data: Path | None = None) -> None:
        self._places = find_places(folder, cache, data)
        try:
            self._database = IndexDatabase(self._places.cache)
        except (OSError, sqlite3.Error) as error:
            raise LibraryError(unusable(self._places.cache / "index.db", error)) from error
        adopted = "" if self._places.data.exists() else _adopt(self._places)
        self._state = StateStore(self._places.data)
        if adopted:
            self._state.warnings.append(adopted)
        self._relations_made: Relations | None = None
        self._layouts = Layouts(self._places.cache.parent.parent / "layouts")
        self._documents: OrderedDict[tuple[int, bytes], Document] = OrderedDict()
        self._documents_guard = Lock()

    @classmethod
    def open(cls, folder: str | os.PathLike[str], *, cache: Path | None = None, data: Path | None = None) -> Self:
        """Open the library of a folder, or of the folder around one article file (then without its sub-folders).

        ``cache`` and ``data`` replace the folders of ``viewer.paths``. Quick: no article is read, see ``refresh``.
        Raises LibraryError where the folder does not exist or cannot be read, or there is no room for an index.
        """
        return cls(folder, cache=cache, data=data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the databases; the library must not be used afterwards."""
        self._database.close()
        self._state.close()

    @property
    def root(self) -> Path:
        """The real path of the folder."""
        return self._places.root

    @property
    def opened_file(self) -> PurePosixPath | None:
        """The path of the article that was opened, where ``open`` was given a file."""
        return PurePosixPath(self._places.opened_file) if self._places.opened_file else None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences about the library as a whole, such as that a damaged index was set aside."""
        return (*self._database.warnings, *self._state.warnings)

    # --- bringing the index up to the folder

    @property
    def is_indexed(self) -> bool:
        """Whether the folder was ever looked through to the end."""
        return self._read(lambda connection: questions.meta(connection, "listed")) == "1"

    def refresh(self, progress: ReportProgress | None = None, *, wait: float = _WAIT_FOR_OTHERS) -> Changes:
        """Bring the index up to the folder, to the end, and say what changed.

        ``progress`` is called with a Progress now and then; returning False cancels, and what was done is kept.
        While another process refreshes the same library this waits for it, at most ``wait`` seconds, and then leaves
        the work to it. Raises LibraryError where the folder cannot be read.
        """
        self._state.back_up()
        with held(self._database.lock_path, wait) as is_ours:
            if not is_ours:
                return Changes(elsewhere=True)
            try:
                return self._reconcile(progress)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise LibraryError(unusable(self._database.path, error)) from error
                self._database.set_aside()
                self._forget_relations()
                return self._reconcile(progress)

    def _reconcile(self, progress: ReportProgress | None) -> Changes:
        from viewer.library.reconcile import Reconciliation  # brings the parsers along, which a start must not wait for
        from viewer.library.relating import renew

        run = Reconciliation(
            self._database,
            self.root,
            recursive=self._places.recursive,
            first=self._places.opened_file or "",
            marked=self._state.identities,
            readers=_readers_for,
            progress=progress,
        )
        changes = run.run()
        self._state.follow(run.moved)
        if not changes.cancelled:
            renew(self._database, progress)
        return changes

    # --- bringing articles in

    def add(
        self,
        items: Iterable[ImportedArticle | ImportProblem],
        *,
        dry_run: bool = False,
        progress: ReportProgress | None = None,
    ) -> AddReport:
        """Write articles into the folder, each with its pictures, original page, highlights and marks, or not at all.

        What the library has already, by its address or else its text, is left out and only given the item's marks, if
        it has none, and the highlights and notes that it lacks; so an import that was cut short goes on when it is
        given again. ``items`` is read one by one; ``progress`` may cancel by returning False. A fault of one item is
        named in the report and the others go on; a full disk or a read-only folder ends the import with a sentence in
        the report. Raises UsageError for the sample library, and LibraryError where the folder cannot be read or
        another process is adding to it.
        """
        from viewer.library.adding import Addition  # brings the parsers along, which a start must not wait for

        return Addition(self, self._database, self._state, self._put_marks).run(items, progress, dry_run=dry_run)

    @property
    def feeds(self) -> Subscriptions:
        """The feeds that this library follows, as its ``feeds.opml`` lists them."""
        from viewer.library.subscriptions import Subscriptions  # only whoever has feeds has need of it

        return Subscriptions(self.root, self._places.cache / "feeds.lock")

    @property
    def feed_states(self) -> FeedStates:
        """How each feed was asked last."""
        from viewer.library.feed_memory import FeedStates

        return FeedStates(self._places.cache / "feeds.json")

    def examine(self, progress: ReportProgress | None = None, *, mend: bool = False) -> tuple[Finding, ...]:
        """Look whether files, index, marks and backups are sound; ``mend`` builds a damaged index anew.

        Raises LibraryError where the folder cannot be read.
        """
        from viewer.library.examining import Examination  # brings the parsers along, as above

        examination = Examination(self, self._places, self._database, self._state, self._put_marks)
        return examination.run(progress, mend=mend)

    # --- lists

    def articles(self, view: str = "all", order: str = "published") -> tuple[Article, ...]:
        """Every article of a view as rows, newest first. Looks through the folder first if that was never done."""
        if not self.is_indexed:
            self.refresh()
        return self.rows(self.ids(view, order))

    def ids(self, view: str = "all", order: str = "published") -> array[int]:
        """The ids of a view, in order, as a compact array.

        Views: all, unread, starred, archive, trash, section:NAME, tag:NAME, story:ID, search:QUERY; what is in the
        trash stands in that view alone, or where a search asks for it. Orders: published (newest first, undated last),
        saved, read (what was read last first), title, length. Raises UsageError for any other.
        """
        marks, chosen, latest = self._state.marks(), self._chosen(view), self._latest(order)
        return self._read(lambda connection: listing.ids(connection, marks, view, order, chosen, latest))

    def newest(self) -> int | None:
        """The article that was published last, None where there is none."""
        marks = self._state.marks()
        return self._read(lambda connection: listing.newest(connection, marks))

    def rows(self, ids: Sequence[int]) -> tuple[Article, ...]:
        """The articles with these ids, in this order; ids that are gone are left out."""
        marks = self._state.marks()
        return self._read(lambda connection: listing.rows(connection, marks, ids))

    def article(self, id: int) -> Article:
        """One article. Raises UsageError where there is none with this id."""
        found = self.rows([id])
        if not found:
            raise UsageError(f"There is no article with the id {id} in this library.")
        return found[0]

    def find(self, name: str) -> int:
        """The id of the article with this path, file name, id or beginning of a title.

        Raises UsageError, naming near misses, where none or several answer to ``name``.
        """
        exact = self._read(lambda connection: questions.id_of_path(connection, name))
        if exact is not None:
            return exact
        from viewer.library.finding import find  # a start that knows the path does without it

        return self._read(lambda connection: find(connection, self.root, name))

    def counts(self) -> Counts:
        """How many articles each of the fixed views holds."""
        marks = self._state.marks()
        return self._read(lambda connection: listing.counts(connection, marks))

    def sections(self) -> tuple[NamedCount, ...]:
        """The sections by name, with the number of articles of each."""
        trashed = self._state.marks().trashed
        return self._read(lambda connection: listing.labels(connection, "section", trashed))

    def tags(self) -> tuple[NamedCount, ...]:
        """The tags by name, with the number of articles of each."""
        trashed = self._state.marks().trashed
        return self._read(lambda connection: listing.labels(connection, "tag", trashed))

    def problems(self) -> tuple[IndexProblem, ...]:
        """Files that could not be read, or only in part, each with the reason; ``warnings`` stand first, at "."."""
        general = tuple(IndexProblem(PurePosixPath("."), warning) for warning in self.warnings)
        return (*general, *self._read(listing.problems))

    # --- one article

    def document(self, id: int) -> Document:
        """The article's text of record, from its file as it is now.

        Raises UsageError for an unknown id and LibraryError where the file is gone or no longer readable.
        """
        return self._document(id)[0]

    def _document(self, id: int) -> tuple[Document, bytes]:
        """The document and the fingerprint of the file that it was made from."""
        path = self.article(id).path.as_posix()
        try:
            raw, status = read_regular_file(self.root / path)
            key = (id, fingerprint_of(raw))
            document = self._kept(key) or self._layouts.get(key[1], path)
            if document is None:
                from viewer.library.digest import lay_out  # the parsers: a start that needs none does not load them

                document, _ = lay_out(source_of(path, raw, status))
                self._layouts.put(key[1], path, document)
        except UnreadableError as error:
            raise LibraryError(f"The article {path} cannot be shown. {error}") from error
        self._keep(key, document)
        return document, key[1]

    def _kept(self, key: tuple[int, bytes]) -> Document | None:
        with self._documents_guard:
            return self._documents.get(key)

    def _keep(self, key: tuple[int, bytes], document: Document) -> None:
        with self._documents_guard:
            self._documents[key] = document
            self._documents.move_to_end(key)
            while len(self._documents) > _DOCUMENTS_KEPT:
                self._documents.popitem(last=False)

    def chronology(self, id: int) -> Chronology:
        """The article's temporal expressions and events, in the text of ``document``.

        From the index, or worked out now where it has none yet or the file has changed since.
        """
        return self.read(id)[1]

    def read(self, id: int) -> tuple[Document, Chronology]:
        """The article's text of record and the chronology in it, of one and the same state of its file.

        Raises as ``document`` does.
        """
        document, fingerprint = self._document(id)
        dates = self.set_dates(id, document)
        stored = self._stored(id, fingerprint, dates)
        return document, stored if stored is not None else self._analysed(id, document, fingerprint)

    def _stored(self, id: int, fingerprint: bytes, dates: Sequence[SetDate]) -> Chronology | None:
        key = b""
        if dates:
            from viewer.library.set_dates import key_of_dates

            key = key_of_dates(dates)
        return self._read(lambda connection: questions.stored_chronology(connection, id, fingerprint, key))

    def _analysed(self, id: int, document: Document, fingerprint: bytes) -> Chronology:
        """The chronology, worked out now; the index takes it if it has one of the same text with other dates set."""
        from viewer.library.digest import analyse_document, dated_reading
        from viewer.library.writer import put_dated

        article = self.article(id)
        stamp = stamp_of_annotations(self.root / beside(article.path, ANNOTATIONS))
        dates = self.set_dates(id, document)
        chronology = analyse_document(document, article.published, article.published_in, dates)
        if self._read(lambda connection: questions.has_chronology(connection, id, fingerprint)):
            # Where the index cannot be written to just now, the next refresh does it.
            with contextlib.suppress(sqlite3.Error), self._database.writing() as connection:
                put_dated(connection, id, fingerprint, dated_reading(chronology, dates, stamp))
        return chronology

    def _dated_anew(self, id: int, changes: Changes) -> Changes:
        # What was written is written: whatever goes wrong now must not look as though it was not.
        with contextlib.suppress(LibraryError, UsageError):
            document, fingerprint = self._document(id)
            self._analysed(id, document, fingerprint)
        return changes._replace(status=(), changed=changes.status)

    def timeline(self, id: int) -> tuple[Event, ...]:
        """The events that the article reports, in the order of time."""
        return self.chronology(id).events

    def related(self, id: int, limit: int = 10, *, collapse: bool | None = None) -> tuple[RelatedRow, ...]:
        """The articles that tell the same story, linked ones first, then the nearest; each row says why.

        In a list to be read (25 rows at most) near-identical articles share one row, see ``RelatedRow.duplicates``;
        in a longer one, made for other programs, each has its own. ``collapse`` decides otherwise.
        """
        hidden = self._state.marks().trashed
        return self._read(lambda connection: self._relations.related(connection, id, limit, collapse, hidden))

    @property
    def _relations(self) -> Relations:
        with self._documents_guard:
            if self._relations_made is None:
                from viewer.library.relations import Relations  # not before the first article stands

                self._relations_made = Relations()
            return self._relations_made

    def _forget_relations(self) -> None:
        if self._relations_made is not None:
            self._relations_made.forget()

    def warm_up(self) -> None:
        """Do now, perhaps in the background, what the first ``related`` would otherwise have to wait for."""
        self._read(self._relations.warm_up)

    def link_target(self, id: int, link: str) -> int | None:
        """The id of the article that a link in article ``id`` leads to, by path or address; None for any other."""
        from viewer.library.links import target_key

        key = target_key(link, self.article(id).path)
        return self._read(lambda connection: questions.id_at(connection, key)) if key else None

    def at_address(self, url: str) -> int | None:
        """The id of the article that was saved from an address, however that is spelt; None for none."""
        from viewer.library.links import url_key

        key = url_key(url)
        return self._read(lambda connection: questions.id_at(connection, key)) if key else None

    def image_path(self, id: int, source: str) -> Path | None:
        """The file of a picture that article ``id`` names, if it is a regular file that lies below the library."""
        from viewer.library.links import regular_file_below

        return regular_file_below(self.root, source, self.article(id).path)

    def _read(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        generation = self._database.generation
        try:
            return self._database.read(question)
        except sqlite3.Error as error:
            raise LibraryError(unusable(self._database.path, error)) from error
        finally:
            if self._database.generation != generation:
                self._forget_relations()


def _readers_for(count: int, size: int) -> Readers:
    from viewer.library.pool import WorkerPool
    from viewer.library.readers import InThisThread

    """Whoever suits a job of ``count`` files with ``size`` bytes in all."""
    return InThisThread() if count < _FEW and size < _SMALL else WorkerPool()


def _adopt(places: Places) -> str:
    from viewer.library.adoption import adopt_marks  # only for a library without marks of its own

    return adopt_marks(places)
