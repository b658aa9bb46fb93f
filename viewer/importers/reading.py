"""One door to all readers: a file, an archive or a folder as articles and problems."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zipfile import BadZipFile

from viewer.importers.archives import base_name, entry_name, open_archive, why_not
from viewer.importers.folders import ArchiveFolder, Folder, is_companion
from viewer.importers.kinds import Kind, recognise_archive, recognise_source
from viewer.importers.omnivore import is_metadata, read_omnivore
from viewer.importers.sources import Source, UnreadableError, bytes_source, file_source
from viewer.importers.turns import in_turn
from viewer.importers.words import one_line
from viewer.model import DatelineError, ImportedArticle, ImportedFeed, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from zipfile import ZipInfo

    from viewer.importers.drafts import Found
    from viewer.importers.feeds import FeedInfo

MOST_FILES = 200_000
_ZIPPED = frozenset([Kind.EPUB, Kind.OMNIVORE, Kind.ARCHIVE])


@dataclass(frozen=True, slots=True)
class Portion:
    """A file to be read by itself, or a folder that is one export; its name for the report, its topmost folder."""

    path: Path
    name: str
    folder: Path


def read(path: Path) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of a file, an archive or a folder, one at a time, and what did not come, and why.

    Never raises for what it reads: a bad item is an ``ImportProblem``, and the next one follows. It is read in this
    very process, see ``viewer.importers.apart`` for what comes from strangers.
    """
    reader = PortionReader()
    return or_nothing(path, (one for part in portions(path) for one in _of_portion(part, reader)))


def _of_portion(part: Portion | ImportProblem, reader: PortionReader) -> Iterator[Found]:
    return iter([part]) if isinstance(part, ImportProblem) else reader.read(part)


def or_nothing(path: Path, found: Iterable[Found]) -> Iterator[Found]:
    """What was found in ``path``; where that is nothing, a problem that says so."""
    empty = True
    for one in found:
        empty = False
        yield one
    if empty:
        yield ImportProblem(one_line(path.name), "It holds no articles.")


def portions(path: Path) -> Iterator[Portion | ImportProblem]:
    """What a file or a folder is to be read in; nothing of it is opened. Hidden folders and links are passed over."""
    if not path.is_dir():
        yield Portion(path, one_line(path.name), path.parent)
        return
    try:
        yield from _portions_of_folder(Folder(path))
    except OSError as error:
        yield ImportProblem(one_line(path.name), in_words(error))


def _portions_of_folder(folder: Folder) -> Iterator[Portion | ImportProblem]:
    if any(is_metadata(path.name) for path in folder.path.iterdir()):
        yield Portion(folder.path, one_line(folder.path.name), folder.path)
        return
    for number, path in enumerate(folder.files()):
        if number >= MOST_FILES:
            reason = f"The folder holds more than {MOST_FILES:,} files; the rest did not come. Bring in its parts."
            yield ImportProblem(one_line(folder.path.name), reason)
            break
        yield Portion(path, _name_in(folder, path), folder.path)
    for error in folder.unreadable:
        yield ImportProblem(one_line(str(error.filename)), in_words(error))


class PortionReader:
    """Reads portions one after the other, and keeps what it knows of their folder meanwhile."""

    def __init__(self) -> None:
        self._folder = Folder(Path())

    def read(self, portion: Portion) -> Iterator[ImportedArticle | ImportProblem]:
        """The articles of a portion, and its problems. Never raises for what it reads."""
        if self._folder.path != portion.folder:
            self._folder = Folder(portion.folder)
        folder = self._folder
        if portion.path == portion.folder:
            return _guarded(lambda: _read_export(folder), portion.name)
        return _guarded(lambda: read_source(file_source(portion.path, folder=folder, name=portion.name)), portion.name)


def _guarded(start: Callable[[], Iterator[Found]], name: str) -> Iterator[Found]:
    """What ``start`` gives until it fails; the failure becomes the last problem."""
    try:
        yield from start()
    except (DatelineError, OSError) as error:
        yield ImportProblem(name, in_words(error))
    except (BadZipFile, zlib.error) as error:
        yield ImportProblem(name, f"Its part of the archive is damaged ({one_line(str(error))[:100]}).")
    except MemoryError:
        yield ImportProblem(name, "It needs more memory than there is.")
    except Exception as error:  # parsers of strangers' formats raise whatever they like on broken input
        yield ImportProblem(name, f"It could not be read ({type(error).__name__}: {one_line(str(error))[:200]}).")


def in_words(error: Exception) -> str:
    """A fault of the disk or of the source as a sentence."""
    if isinstance(error, OSError):
        return f"It could not be opened ({error.strerror or one_line(str(error))})."
    return str(error)


def read_feed(data: bytes, *, url: str, name: str = "", most: int = 0) -> Iterator[ImportedArticle | ImportProblem]:
    """The entries of a feed that was fetched from ``url`` (RSS, Atom or JSON Feed), or its first ``most``.

    Never raises for what it reads.
    """
    source = bytes_source(name or url, data)
    return _guarded(lambda: _entries_of(source, url, most), source.name)


def _entries_of(source: Source, url: str, most: int) -> Iterator[Found]:
    if _is_json_feed(source):
        from viewer.importers.json_feed import read_json_feed

        return read_json_feed(source, url, most)
    from viewer.importers import feeds

    return feeds.read_feed(source, url, most)


def describe_feed(data: bytes, *, url: str) -> FeedInfo:
    """What a feed says of itself: its title, site and language. Raises UnreadableError where it is no feed."""
    source = bytes_source(url, data)
    if _is_json_feed(source):
        from viewer.importers.json_feed import describe_json_feed

        return describe_json_feed(source)
    from viewer.importers import feeds

    return feeds.describe_feed(source, url)


def _is_json_feed(source: Source) -> bool:
    """Whether it is a JSON Feed rather than one of XML. Raises UnreadableError where it is neither."""
    kind = recognise_source(source)
    if kind not in (Kind.JSON_FEED, Kind.FEED):
        raise UnreadableError("It is no feed (RSS, Atom or JSON Feed). Look for the feed's own address on the site.")
    return kind is Kind.JSON_FEED


def read_feed_list(path: Path) -> Iterator[ImportedFeed | ImportProblem]:
    """The feeds that an OPML file lists. Never raises for what it reads, like ``read``."""
    from viewer.importers.opml import read_opml

    try:
        source = file_source(path)
        if recognise_source(source) is Kind.OPML:
            yield from read_opml(source)
        else:
            yield ImportProblem(source.name, "It is no list of feeds (OPML).")
    except (DatelineError, OSError) as error:
        yield ImportProblem(one_line(path.name), in_words(error))


def read_source(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of one file or of one entry of an archive. Raises OSError, UnreadableError, and what parsers do."""
    kind = recognise_source(source)
    if kind in _ZIPPED:
        with open_archive(source) as entries:
            yield from _read_archive(source, entries)
    elif kind is Kind.UNKNOWN:
        yield ImportProblem(source.name, _not_known(source))
    else:
        yield from _reader(kind)(source)


def _not_known(source: Source) -> str:
    if not source.size:
        return "The file is empty."
    return "It is none of the formats that Dateline reads: its content speaks for none of them, nor does its name."


def _read_archive(source: Source, entries: Sequence[Source | ZipInfo]) -> Iterator[Found]:
    kind = recognise_archive(entries)
    if kind is Kind.OMNIVORE:
        yield from read_omnivore(entries)
    elif kind is Kind.EPUB:
        from viewer.importers.epub import read_epub

        yield from read_epub(source, entries)
    else:
        yield from _read_entries(entries)


def _read_entries(entries: Sequence[Source | ZipInfo]) -> Iterator[Found]:
    folder = ArchiveFolder(entry for entry in entries if isinstance(entry, Source))
    for entry in in_turn(entries, _entry_name):
        if not isinstance(entry, Source):
            yield ImportProblem(entry_name(entry.filename), why_not(entry))
        elif not _passed_over(entry.name):
            yield from _guarded(lambda entry=entry: _read_entry(replace(entry, folder=folder)), entry.name)  # type: ignore[misc]


def _entry_name(entry: Source | ZipInfo) -> str:
    return entry.name if isinstance(entry, Source) else entry_name(entry.filename)


def _read_entry(entry: Source) -> Iterator[Found]:
    if entry.head().startswith(b"PK\x03\x04") and not entry.name.lower().endswith(".epub"):
        raise UnreadableError("It is an archive within an archive. Unpack it and bring it in by itself.")
    yield from read_source(entry)


def _passed_over(name: str) -> bool:
    """What belongs to a system or to a page and is no article: hidden files, the pictures of a folder."""
    parts = name.split("/")
    hidden = any((part.startswith(".") and part.strip(".")) or part == "__MACOSX" for part in parts)
    return hidden or is_companion(base_name(name))


def _read_export(folder: Folder) -> Iterator[Found]:
    """The articles of an unpacked export of Omnivore."""
    return read_omnivore([file_source(path, name=_name_in(folder, path)) for path in folder.files()])


def _name_in(folder: Folder, path: Path) -> str:
    return one_line(path.relative_to(folder.path).as_posix())


_READERS = {
    Kind.POCKET_TABLE: ("pocket", "read_pocket_table"),
    Kind.POCKET_PAGE: ("pocket", "read_pocket_page"),
    Kind.INSTAPAPER: ("instapaper", "read_instapaper"),
    Kind.WALLABAG: ("wallabag", "read_wallabag"),
    Kind.WALLABAG_TABLE: ("wallabag", "read_wallabag_table"),
    Kind.READWISE_HIGHLIGHTS: ("readwise", "read_highlights"),
    Kind.READWISE_READER: ("readwise", "read_reader"),
    Kind.RAINDROP: ("raindrop", "read_raindrop"),
    Kind.BOOKMARKS: ("bookmarks", "read_bookmarks"),
    Kind.OMNIVORE_LIST: ("omnivore", "read_list"),
    Kind.OPML: ("opml", "read_as_articles"),
    Kind.FEED: ("feeds", "read_feed"),
    Kind.JSON_FEED: ("json_feed", "read_json_feed"),
    Kind.PDF: ("pdf", "read_pdf"),
    Kind.TEXT: ("plain_text", "read_text"),
    Kind.MARKDOWN: ("markdown_files", "read_markdown"),
    Kind.PAGE: ("saved_pages", "read_saved_page"),
    Kind.MHTML: ("saved_pages", "read_web_archive"),
}


def _reader(kind: Kind) -> Callable[[Source], Iterator[Found]]:
    """The reader of a kind, loaded when it is first needed: together they take long to load."""
    module, name = _READERS[kind]
    return cast("Callable[[Source], Iterator[Found]]", getattr(import_module(f"viewer.importers.{module}"), name))
