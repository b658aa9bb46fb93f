"""Bringing articles into the library's folder: what is new is written, what is there already is left as it is."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from viewer.document import parse, strip_controls
from viewer.library.add_report import AddedArticle, AddedVersion, AddReport, KnownArticle
from viewer.library.annotating import Annotator
from viewer.library.article_files import files_of
from viewer.library.completing import completed, is_bare
from viewer.library.digest import text_key
from viewer.library.file_names import COMPANIONS, FreeNames
from viewer.library.front_matter import split_front_matter
from viewer.library.header_changes import HeaderError
from viewer.library.header_writing import one_address
from viewer.library.identity import first_id
from viewer.library.links import url_key
from viewer.library.locks import held
from viewer.library.metadata import read_metadata, readable_name
from viewer.library.places import refuse_sample
from viewer.library.planned_files import PlannedFiles
from viewer.library.questions import id_of_path
from viewer.library.scan import ANNOTATIONS, SUFFIXES
from viewer.library.source import UnreadableError, fingerprint_of, read_regular_file, source_of
from viewer.library.staging import Staging
from viewer.library.state import Identity
from viewer.library.tag_bringing import TagBringer
from viewer.library.values import Progress, ReportProgress
from viewer.library.version_keeping import VersionKeeper, text_of_item
from viewer.model import ImportedArticle, ImportProblem, LibraryError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from viewer.library.article_files import ArticleFiles
    from viewer.library.database import IndexDatabase
    from viewer.library.library import Library
    from viewer.library.state import StateStore

ADDING, TRYING = "Adding", "Looking at"

_WAIT_FOR_OTHERS = 20.0
_OF_THE_ITEM = {errno.ENAMETOOLONG, errno.EILSEQ, errno.EEXIST, errno.EINVAL}
_OWN_FOLDER = "Name a folder of your own: dateline add FILE --library FOLDER."
_BUSY = "Another Dateline is adding articles to this library. Wait until it is done, and then try again."
_GO_ON = "What was added so far is safe; give the same files again to go on."
_FULL = f"The disk of {{}} is full. Make room on it. {_GO_ON}"
_READ_ONLY = f"The folder {{}} cannot be written to ({{}}). Check its permissions, or choose another folder. {_GO_ON}"
_FAULT = f"Nothing more could be written to {{}} ({{}}). {_GO_ON}"
_EMPTY = "It holds neither text nor an address."
_MAY_BE_THERE = {*SUFFIXES, ANNOTATIONS}
_BEGINNING = 2000
"""Characters of a text in which its title is looked for."""


class _StoppedError(Exception):
    """Nothing more can be written; ``str(error)`` is a sentence."""


class Addition:
    """One import into ``library``. ``put_marks`` sets the reader's marks."""

    def __init__(
        self, library: Library, database: IndexDatabase, state: StateStore, put_marks: Callable[..., None]
    ) -> None:
        self._library, self._database, self._state = library, database, state
        self._root, self._put_marks = library.root, put_marks
        self._staging = Staging(self._root, lambda identity, marks: put_marks([identity], **marks))
        self._added: list[AddedArticle] = []
        self._already: list[KnownArticle] = []
        self._problems: list[ImportProblem] = []
        self._versions: list[AddedVersion] = []
        self._planned = PlannedFiles()
        self._keeper = VersionKeeper(self._root, self._planned)
        self._annotator = Annotator(self._root)
        self._tags = TagBringer(self._root, database, state, self._planned)
        self._names = FreeNames(())
        self._by_address: dict[str, str] = {}
        self._by_text: dict[bytes, str] | None = None
        self._ids: set[int] = set()
        self._marked: set[str] = set()
        self._given: dict[str, int] = {}

    def run(
        self,
        items: Iterable[ImportedArticle | ImportProblem],
        progress: ReportProgress | None,
        *,
        dry_run: bool,
    ) -> AddReport:
        """Take the items one by one. Raises as ``Library.add`` says."""
        refuse_sample(self._root, _OWN_FOLDER)
        stopped, cancelled = "", False
        with held(self._database.lock_path.with_name("add.lock"), _WAIT_FOR_OTHERS) as is_ours:
            if not is_ours:
                raise LibraryError(_BUSY)
            try:
                self._look_around(dry_run=dry_run)
                cancelled = self._take_all(items, progress, dry_run=dry_run)
            except _StoppedError as error:
                stopped = str(error)
            finally:
                self._tags.finish()
                self._planned.close()
            if self._added and not dry_run:
                stopped = self._list_the_new() or stopped
        report = AddReport(self._report(), tuple(self._versions), tuple(self._already), tuple(self._problems))
        return replace(report, stopped=stopped, cancelled=cancelled, dry_run=dry_run)

    def _list_the_new(self) -> str:
        """Bring the index up to the folder; gives a sentence where that fails."""
        try:
            self._library.refresh()
        except LibraryError as error:
            return str(error)
        return ""

    def _look_around(self, *, dry_run: bool) -> None:
        """Complete what an earlier run left, and learn what the library has."""
        if not dry_run:
            with self._told():
                self._staging.recover()
        self._library.refresh()
        marked = self._state.identities()
        self._marked = {one.path for one in marked}
        self._by_address, ids = self._database.read(_known)
        self._ids = ids | {one.id for one in marked}
        with self._told():
            names = [*os.listdir(self._root), *(one.path for one in marked if "/" not in one.path)]
        self._names = FreeNames(names)

    def _take_all(
        self, items: Iterable[ImportedArticle | ImportProblem], progress: ReportProgress | None, *, dry_run: bool
    ) -> bool:
        """Take every item; gives whether the caller cancelled."""
        for number, item in enumerate(items, 1):
            if isinstance(item, ImportProblem):
                self._problems.append(item)
            else:
                self._take(replace(item, title=_title(item)), dry_run=dry_run)
            if progress and progress(Progress(number, 0, TRYING if dry_run else ADDING)) is False:
                return True
        return False

    def _take(self, item: ImportedArticle, *, dry_run: bool) -> None:
        keys = self._keys(item)
        if keys is None:
            self._problems.append(ImportProblem(_called(item), _EMPTY))
            return
        key, known = keys
        try:
            if key not in known:
                known[key] = self._bring(item, dry_run=dry_run)
            elif not self._complete(item, known[key], dry_run=dry_run):
                self._join(item, known[key], dry_run=dry_run)
        except ValueError as error:
            self._problems.append(ImportProblem(_called(item), str(error)))

    def _bring(self, item: ImportedArticle, *, dry_run: bool) -> str:
        """Write a new article; gives its path. Raises ValueError for a fault of the item, _StoppedError for others."""
        name = self._names.take(_name_for(item))
        path = f"{name}.md"
        self._put(item, files_of(item, name), dry_run=dry_run)
        self._keeper.note(item, path)
        self._tags.note(item, path)
        highlights = self._annotator.note(item, path)
        marks = _in_names(_marks(item))
        self._added.append(AddedArticle(None, PurePosixPath(path), item.title, highlights=highlights, marks=marks))
        return path

    def _complete(self, item: ImportedArticle, path: str, *, dry_run: bool) -> bool:
        """Put the text into an article of which only the address was known; false where it is more than that."""
        name = path.removesuffix(".md")
        if is_bare(item) or name == path or "/" in path:
            return False
        try:
            raw, text = self._present(path)
        except UnreadableError:
            return False
        files = completed(text, item, name)
        if files is None or self._has_companions(name):
            return False
        has_some = self._has(f"{name}{ANNOTATIONS}")
        with suppress(HeaderError, UnreadableError):
            self._tags.known(path)  # before others come with the text
        self._put(item, _without_annotations(files) if has_some else files, fingerprint_of(raw), dry_run=dry_run)
        self._keeper.note(item, path)
        came_along = 0 if has_some else self._annotator.note(item, path)
        gains = self._gains(item, path, _marks(item), dry_run=dry_run)
        gains["highlights"] += came_along
        self._added.append(AddedArticle(None, PurePosixPath(path), item.title, completed=True, **gains))
        return True

    def _present(self, path: str) -> tuple[bytes, str]:
        """An article's file and its text, or what a dry run would have put there. Raises UnreadableError."""
        if (planned := self._planned.get(path)) is not None:
            return planned, planned.decode("utf-8")
        raw, status = read_regular_file(self._root / path)
        return raw, source_of(path, raw, status).text

    def _join(self, item: ImportedArticle, path: str, *, dry_run: bool) -> None:
        """Let a known article have what the item holds besides: another text, marks, tags, highlights and notes."""
        version = self._keep_version(item, path, dry_run=dry_run)
        marks = self._mark_untouched(item, path, dry_run=dry_run)
        gains = self._gains(item, path, marks, dry_run=dry_run)
        if version is None:
            self._already.append(KnownArticle(_called(item), item.title, PurePosixPath(path), **gains))
        else:
            self._versions.append(AddedVersion(PurePosixPath(path), version, item.title, **gains))

    def _gains(self, item: ImportedArticle, path: str, marks: Mapping[str, float], *, dry_run: bool) -> dict[str, Any]:
        """What a known article gets besides a text: its new tags and highlights, counted, and its ``marks``."""
        tags = self._tag(item, path, dry_run=dry_run)
        highlights = self._annotate(item, path, dry_run=dry_run)
        return {"highlights": highlights, "tags": tags, "marks": _in_names(marks)}

    def _tag(self, item: ImportedArticle, path: str, *, dry_run: bool) -> int:
        """Add the tags that a known article lacks; where that cannot be, say so and go on with the rest of the item."""
        try:
            with self._told():
                return self._tags.add(item, path, self._id_of(path), dry_run=dry_run)
        except ValueError as error:
            self._problems.append(ImportProblem(_called(item), str(error)))
            return 0

    def _annotate(self, item: ImportedArticle, path: str, *, dry_run: bool) -> int:
        with self._told():
            return self._annotator.add(item, path, dry_run=dry_run)

    def _keep_version(self, item: ImportedArticle, path: str, *, dry_run: bool) -> PurePosixPath | None:
        """Keep another text of a known article as a version of it; gives its path, None where it is none."""
        found = None if is_bare(item) else self._keeper.files_for(item, path)
        if found is None:
            return None
        folder, files = found
        if not dry_run:
            with self._told():
                self._staging.put(files, None, {}, folder=folder)
        self._keeper.note(item, path)
        return PurePosixPath(folder, f"{files.name}.md")

    def _mark_untouched(self, item: ImportedArticle, path: str, *, dry_run: bool) -> Mapping[str, float]:
        """Give a known article the marks of the item, unless it has any of the reader's own; gives those it got."""
        marks = _marks(item)
        if not marks or path in self._marked:
            return {}
        try:
            fingerprint = fingerprint_of(self._present(path)[0])
        except UnreadableError:
            return {}
        if not dry_run:
            with self._told():
                self._put_marks([Identity(self._id_of(path), path, fingerprint)], **marks)
        self._marked.add(path)
        return marks

    def _has_companions(self, name: str) -> bool:
        return any(self._has(f"{name}{ending}") for ending in COMPANIONS if ending not in _MAY_BE_THERE)

    def _has(self, name: str) -> bool:
        """Whether the folder has, or after a trial would have, something of this name."""
        return (self._root / name).exists() or name in self._planned

    def _put(self, item: ImportedArticle, files: ArticleFiles, replaces: bytes = b"", *, dry_run: bool) -> None:
        """Put files into the folder. Raises ValueError for a fault of the item, _StoppedError for any other."""
        path, marks = f"{files.name}.md", _marks(item)
        if dry_run:
            self._planned.put(path, files.article, files.beside)
            self._marked.update([path] if marks else [])
            return
        identity = Identity(self._id_of(path), path, fingerprint_of(files.article)) if marks else None
        with self._told():
            self._staging.put(files, identity, marks, replaces)
        if marks:
            self._marked.add(path)

    def _id_of(self, path: str) -> int:
        """The id of the article at ``path``, or the one that it is going to have."""
        if path not in self._given:
            known = self._database.read(lambda connection: id_of_path(connection, path))
            self._given[path] = known or first_id(path, self._ids.__contains__)
            self._ids.add(self._given[path])
        return self._given[path]

    def _keys(self, item: ImportedArticle) -> tuple[Any, dict[Any, str]] | None:
        """By what the item is known, and where to look for that; None for one that holds nothing."""
        address = url_key(_address_in_its_file(item))
        if address:
            return address, self._by_address
        text = text_of_item(item)
        if not text:
            return None
        if self._by_text is None:
            self._by_text = self._database.read(_known_texts)
        return text_key(text), self._by_text

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn faults of the system into sentences."""
        try:
            yield
        except OSError as error:
            if error.errno in _OF_THE_ITEM:
                raise ValueError(f"Its file could not be made ({error.strerror}).") from error
            raise _StoppedError(_in_words(error, str(self._root))) from error
        except LibraryError as error:
            raise _StoppedError(f"{error} {_GO_ON}") from error

    def _report(self) -> tuple[AddedArticle, ...]:
        ids = self._database.read(_ids_by_path) if self._added else {}
        return tuple(replace(one, id=ids.get(str(one.path))) for one in self._added)


def _without_annotations(files: ArticleFiles) -> ArticleFiles:
    """The files without highlights and notes: the article has some, and those are added to them."""
    name = f"{files.name}{ANNOTATIONS}"
    return replace(files, beside={path: data for path, data in files.beside.items() if path != name})


def _in_words(error: OSError, folder: str) -> str:
    reason = error.strerror or type(error).__name__
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _FULL.format(folder)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _READ_ONLY.format(folder, reason)
    return _FAULT.format(folder, reason)


def _called(item: ImportedArticle) -> str:
    return item.item or item.title


def _name_for(item: ImportedArticle) -> str:
    """What the file is called after: its title, or its own name where notes beside it may link to that."""
    path = PurePosixPath(item.item.replace("\\", "/"))
    return path.stem if item.header and path.suffix.lower() in SUFFIXES else item.title


def _address_in_its_file(item: ImportedArticle) -> str:
    """The address as the library will read it from the article's file."""
    if not item.header:
        return one_address(item.url)
    return read_metadata(split_front_matter(item.header).fields, "", PurePosixPath("x.md")).url


def _title(item: ImportedArticle) -> str:
    """The item's title; where it has none, its first heading, its address or the first words of its text."""
    title = " ".join(strip_controls(item.title).split())
    if title:
        return title
    unnamed = PurePosixPath(".md")
    heading = read_metadata({}, item.markdown, unnamed).title
    if heading != readable_name(unnamed):
        return heading
    address = url_key(one_address(item.url)).removeprefix("//")
    return address or _first_words(item.markdown) or "Article"


def _first_words(markdown: str) -> str:
    text = " ".join(block.text for block in parse(markdown[:_BEGINNING]).blocks)
    return " ".join(strip_controls(text).split()[:8])


def _marks(item: ImportedArticle) -> Mapping[str, float]:
    progress = min(1.0, max(0.0, item.progress))
    marks = {
        "read": int(item.read or item.archived),
        "archived": int(item.archived),
        "starred": int(item.starred),
        "position": progress,
    }
    return {name: value for name, value in marks.items() if value}


def _in_names(marks: Mapping[str, float]) -> tuple[str, ...]:
    """Marks as a report has them."""
    return tuple("begun" if name == "position" else name for name in marks)


def _known(connection: sqlite3.Connection) -> tuple[dict[str, str], set[int]]:
    rows = connection.execute("SELECT url_key, path, id FROM article ORDER BY number DESC").fetchall()
    return {key: path for key, path, _ in rows if key}, {id for _, _, id in rows}


def _known_texts(connection: sqlite3.Connection) -> dict[bytes, str]:
    return dict(connection.execute("SELECT text_key, path FROM article ORDER BY number DESC").fetchall())


def _ids_by_path(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT path, id FROM article").fetchall())
