"""What kind of thing a file is: by its content first, then by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.importers.archives import base_name, entry_name, open_archive
from viewer.importers.omnivore import is_metadata
from viewer.importers.sources import Source, UnreadableError, file_source
from viewer.importers.tables import columns
from viewer.importers.words import decode

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence


class Kind(StrEnum):
    """The kinds of things that can be brought in. The values are words for the reader."""

    FOLDER = "a folder"
    ARCHIVE = "an archive of files"
    POCKET_TABLE = "a CSV export of Pocket"
    POCKET_PAGE = "an HTML export of Pocket"
    INSTAPAPER = "a CSV export of Instapaper"
    OMNIVORE = "an export of Omnivore"
    OMNIVORE_LIST = "a list of articles from Omnivore"
    WALLABAG = "a JSON export of wallabag"
    WALLABAG_TABLE = "a CSV export of wallabag"
    READWISE_HIGHLIGHTS = "a CSV of highlights from Readwise"
    READWISE_READER = "a CSV export of Readwise Reader"
    RAINDROP = "a CSV export of Raindrop"
    BOOKMARKS = "a file of bookmarks"
    OPML = "a list of feeds"
    FEED = "a feed"
    JSON_FEED = "a JSON feed"
    EPUB = "an e-book"
    PDF = "a PDF"
    MHTML = "a web archive (MHTML)"
    PAGE = "a saved web page"
    MARKDOWN = "a Markdown file"
    TEXT = "a text file"
    UNKNOWN = "unknown"


_TABLES: tuple[tuple[Kind, str, frozenset[str]], ...] = (
    (Kind.READWISE_HIGHLIGHTS, ",", frozenset(["highlight", "book title"])),
    (Kind.READWISE_READER, ",", frozenset(["url", "reading progress", "saved date"])),
    (Kind.READWISE_READER, ",", frozenset(["url", "document tags", "seen"])),
    (Kind.RAINDROP, ",", frozenset(["url", "folder", "created"])),
    (Kind.RAINDROP, ",", frozenset(["url", "excerpt", "cover"])),
    (Kind.POCKET_TABLE, ",", frozenset(["url", "time_added"])),
    (Kind.INSTAPAPER, ",", frozenset(["url", "title", "selection"])),
    (Kind.INSTAPAPER, ",", frozenset(["url", "title", "folder"])),
    (Kind.WALLABAG_TABLE, ";", frozenset(["title", "url", "content"])),
    (Kind.WALLABAG_TABLE, ";", frozenset(["url", "creation date"])),
)
_NAMES = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".mdown": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".mhtml": Kind.MHTML,
    ".mht": Kind.MHTML,
}
_BEGINNINGS = (
    (Kind.BOOKMARKS, re.compile(r"<!doctype\s+netscape-bookmark", re.I)),
    (Kind.OPML, re.compile(r"<opml[\s>]", re.I)),
    (Kind.FEED, re.compile(r"<(?:rss|feed|rdf:rdf|(?:atom|a):feed)[\s>]", re.I)),
    (Kind.PAGE, re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.I)),
)
_ROOT = re.compile(r"<(rss|feed|rdf:rdf|opml)[\s>]", re.I)
_PROLOGUE = re.compile(
    r"\s+|<\?[^>]{0,2000}>|<!--(?:(?!-->).){0,20000}-->|<!doctype\s+(?!html|netscape)[^>\[]{0,1000}", re.I | re.S
)
_POCKET_PAGE = re.compile(
    r"<title>\s*pocket export|<h1>\s*(?:unread|read archive)\s*</h1>.{0,4000}?\stime_added=", re.I | re.S
)
_MHTML = re.compile(r"^(?:MIME-Version:|Content-Type:[ \t]*multipart/related|From: <Saved by )", re.I | re.M)
_JSON_FEED = re.compile(r"\"version\"\s*:\s*\"https?:(?:\\?/){2}jsonfeed\.org")
_OMNIVORE = re.compile(r"\"(?:readingProgress|savedAt)\"\s*:")
_WALLABAG = re.compile(r"\"(?:is_archived|is_starred|given_url|domain_name|preview_picture|mimetype)\"\s*:")


def recognise(path: Path) -> Kind:
    """The kind of a file or folder; ``Kind.UNKNOWN`` for what Dateline does not read. Raises OSError."""
    if path.is_dir():
        return Kind.FOLDER
    try:
        return recognise_source(file_source(path))
    except UnreadableError:
        return Kind.UNKNOWN


def recognise_source(source: Source) -> Kind:
    """The kind of a file or of an archive's entry. Raises OSError, and UnreadableError for a damaged archive."""
    head = source.head()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        with open_archive(source) as entries:
            return recognise_archive(entries)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    return _of_text(decode(head), Path(source.name).suffix.lower())


def recognise_archive(entries: Sequence[Source | zipfile.ZipInfo]) -> Kind:
    """The kind of an archive, by the names of its entries."""
    names = [entry.name if isinstance(entry, Source) else entry_name(entry.filename) for entry in entries]
    if any(name.lower() == "meta-inf/container.xml" for name in names):
        return Kind.EPUB
    if any(is_metadata(name) for name in names):
        return Kind.OMNIVORE
    # Word processors keep their files in archives too: those are no collection of articles.
    return Kind.UNKNOWN if any(base_name(name) == "[Content_Types].xml" for name in names) else Kind.ARCHIVE


def _of_text(head: str, suffix: str) -> Kind:
    text = head.lstrip("\ufeff").lstrip()
    if text.startswith("<"):
        found = _of_markup(text)
    elif text.startswith(("{", "[")):
        found = _of_json(text)
    elif suffix in (".md", ".markdown", ".mdown"):
        found = Kind.MARKDOWN
    elif _MHTML.match(text) and "multipart/related" in text[:4000].lower():
        found = Kind.MHTML
    else:
        found = _of_table(text)
    return found or _of_name(text, suffix)


def _of_markup(text: str) -> Kind | None:
    if _POCKET_PAGE.search(text[:8000]):
        return Kind.POCKET_PAGE
    position = 0
    while prologue := _PROLOGUE.match(text, position):
        position = prologue.end()
    if text.startswith(">", position):
        position += 1 + len(text[position + 1 :]) - len(text[position + 1 :].lstrip())
    found = next((kind for kind, beginning in _BEGINNINGS if beginning.match(text, position)), None)
    return found or _behind_declarations(text)


def _behind_declarations(text: str) -> Kind | None:
    """The kind of XML whose document type declares things, so that its reader can say that it refuses that."""
    root = _ROOT.search(text) if text[:9].lower().startswith(("<?xml", "<!doctype")) else None
    return (Kind.OPML if root[1].lower() == "opml" else Kind.FEED) if root else None


def _of_json(text: str) -> Kind | None:
    if text.startswith("{"):
        return Kind.JSON_FEED if _JSON_FEED.search(text) else None
    if _OMNIVORE.search(text):
        return Kind.OMNIVORE_LIST
    return Kind.WALLABAG if _WALLABAG.search(text) else None


def _of_table(text: str) -> Kind | None:
    found = {delimiter: columns(text, delimiter) for delimiter in (",", ";")}
    return next((kind for kind, delimiter, needed in _TABLES if needed <= found[delimiter]), None)


def _of_name(text: str, suffix: str) -> Kind:
    """By the name, where the content speaks for nothing: a text that begins with ``---`` is Markdown, too."""
    named = _NAMES.get(suffix, Kind.UNKNOWN)
    if named is Kind.UNKNOWN and not suffix and text and text.isprintable():
        return Kind.TEXT
    return named
