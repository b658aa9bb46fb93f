"""What an importer makes of a file, a page or an entry of another reader's export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ImportedHighlight:
    """A passage that the reader marked elsewhere: its text as quoted, a note, when it was made.

    ``location`` is where it stood, in the words of the export ("location 312", "page 7").
    """

    quote: str
    note: str = ""
    made: datetime | None = None
    color: str = ""
    tags: tuple[str, ...] = ()
    location: str = ""


@dataclass(frozen=True, slots=True)
class ImportedFeed:
    """A feed that a list of feeds names. ``folders`` are the folders it stands in, the outermost first."""

    url: str
    title: str = ""
    site_url: str = ""
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that belongs to an article: ``name`` as the Markdown names it (relative), and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article on its way into the library.

    ``markdown`` is the body without front matter; "" where only the address is known. ``published`` is ISO 8601 as
    precise as the source was ("2018-11-02", "2018-11-02T20:10:00+03:00") or "". ``published_from`` names the source of
    that date ("json-ld", "meta article:published_time", "time element", "address", "export"). ``updated`` is when the
    source says that it was changed last, written in the same way. ``progress`` is 0.0 to
    1.0. ``original`` is the page as it came, to be kept beside the article. ``item`` says where it came from, for the
    report ("part_000000.csv, row 12"). ``header`` is the front matter of a Markdown file as it stands there, its fences
    included, so that ``header + markdown`` is the file's own text; "" for all else. ``extra`` is what the source says
    that has no field here, as (key, value), the key begun with the name of the source ("wallabag_id").
    ``tags_by_reader`` is false where the tags are keywords of the publisher's.
    """

    title: str
    markdown: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    description: str = ""
    credit: str = ""
    published: str = ""
    published_from: str = ""
    updated: str = ""
    saved: datetime | None = None
    read: bool = False
    archived: bool = False
    starred: bool = False
    progress: float = 0.0
    note: str = ""
    highlights: tuple[ImportedHighlight, ...] = ()
    files: tuple[ImportedFile, ...] = ()
    original: ImportedFile | None = None
    item: str = ""
    header: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    tags_by_reader: bool = True


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """An item that did not come, or only in part, and why, in a sentence."""

    item: str
    reason: str
