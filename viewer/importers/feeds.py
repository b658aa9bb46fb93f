"""RSS (0.9 to 2.0) and Atom through feedparser, with nothing fetched."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from viewer.importers.bodies import body_of, original_page
from viewer.importers.drafts import Doubts, Found, each, extras, no_address, web_address
from viewer.importers.feed_people import author_names, written_authors, written_language
from viewer.importers.feed_slices import ITEMS_PER_SLICE, Slices, slices
from viewer.importers.json_items import Fields
from viewer.importers.markup import plain
from viewer.importers.moments import issued_text
from viewer.importers.sources import UnreadableError
from viewer.importers.text_blocks import as_markdown
from viewer.importers.words import address, one_line, title_or_address, unique
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

LARGEST_FEED = 256 * 1024 * 1024
LONGEST_DESCRIPTION = 4000
EMPTY = "The feed holds no items."


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """What a feed says of itself."""

    title: str
    site_url: str = ""
    language: str = ""


def read_feed(source: Source, url: str = "", most: int = 0) -> Iterator[ImportedArticle | ImportProblem]:
    """The entries of a feed, or its first ``most``. ``url`` is where it came from, for addresses relative to it.

    Raises UnreadableError for XML that was made to harm, before any parser sees it.
    """
    feed = slices(source.data(LARGEST_FEED), most)
    if not feed.items:
        yield ImportProblem(source.name, EMPTY)
    yield from each(_entries(feed, url, source.name), _from_entry)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a feed says of itself and of all its entries."""

    info: FeedInfo
    authors: list[str]
    is_atom: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as feedparser gives it and as it was written, and the feed around it."""

    item: str
    fields: Fields
    source: str
    feed: _Around


def _entries(feed: Slices, url: str, name: str) -> Iterator[_Entry | ImportProblem]:
    for at in range(0, len(feed.items), ITEMS_PER_SLICE):
        size = min(ITEMS_PER_SLICE, len(feed.items) - at)
        if found := _parsed(feed.part(at, at + size), url):
            yield from _numbered(found, feed, at, name)
            continue
        # One item of the slice breaks the parser: take them one by one, to lose that one alone.
        for number in range(at, at + size):
            if found := _parsed(feed.part(number, number + 1), url):
                yield from _numbered(found, feed, number, name)
            else:
                yield ImportProblem(f"{name}, item {number + 1}", "The item is damaged and cannot be read.")


def _numbered(found: _Parsed, feed: Slices, at: int, name: str) -> Iterator[_Entry]:
    around, entries = found
    for number, fields in enumerate(entries, at):
        begin, end = feed.items[number] if number < len(feed.items) else (0, 0)
        yield _Entry(f"{name}, item {number + 1}", fields, feed.text[begin:end], around)


def describe_feed(source: Source, url: str = "") -> FeedInfo:
    """The title, site and language of a feed. Raises UnreadableError like ``read_feed``."""
    found = _parsed(slices(source.data(LARGEST_FEED), 1).part(0, 1), url)
    if found is None:
        raise UnreadableError("The feed is damaged and cannot be read.")
    return found[0].info


_Parsed: TypeAlias = tuple[_Around, list[Fields]]


def _parsed(part: bytes, url: str) -> _Parsed | None:
    """What feedparser makes of a feed; None where it fails."""
    import feedparser  # loads slowly, and only feeds have need of it

    # As a stream: feedparser takes bytes and texts for addresses and file names too, and would open them.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        parsed = feedparser.parse(io.BytesIO(part), response_headers=headers, sanitize_html=False)
    except Exception:  # feedparser raises whatever it meets in broken XML
        return None
    # Plain dictionaries: those of feedparser answer for missing keys with others, and warn of it.
    return _around(parsed), [dict(entry) for entry in parsed["entries"]]


def _around(parsed: dict[str, Any]) -> _Around:
    is_atom = str(parsed.get("version", "")).startswith("atom")
    return _Around(_info(parsed), author_names(parsed.get("feed", {})) if is_atom else [], is_atom)


def _info(parsed: dict[str, Any]) -> FeedInfo:
    feed = parsed.get("feed", {})
    language = one_line(str(feed.get("language", ""))).replace("_", "-")
    return FeedInfo(one_line(plain(str(feed.get("title", "")))), address(str(feed.get("link", ""))), language)


def _from_entry(written: _Entry) -> Iterator[Found]:
    entry, info, doubts = written.fields, written.feed.info, Doubts(written.item)
    url = web_address(str(entry.get("link", "")), str(entry.get("id", "")))
    content, is_html = _content(entry)
    if not url and not content.strip():
        yield no_address(doubts.item, str(entry.get("title", "")))
        return
    published, origin = _published(entry)
    yield ImportedArticle(
        title=title_or_address(_title(written), url) or "Untitled",
        markdown=body_of(content, url, doubts) if is_html else as_markdown(content),
        url=url,
        authors=unique(_authors(written)),
        site=info.title,
        tags=unique([str(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags", [])]),
        tags_by_reader=False,
        language=one_line(str(entry.get("language") or written_language(written.source) or info.language)),
        description=_description(entry, content),
        published=published,
        published_from=origin,
        updated=issued_text(str(entry.get("updated", ""))),
        original=original_page(content) if is_html else None,
        item=doubts.item,
        extra=extras("feed", [("id", str(entry.get("id", ""))), ("enclosure", _enclosure(entry))]),
    )
    yield from doubts.problems()


def _title(written: _Entry) -> str:
    """The title without its markup; in Atom, what is not said to be HTML has none (RFC 4287, 3.1.1)."""
    title = str(written.fields.get("title", ""))
    detail = written.fields.get("title_detail") or {}
    return title if written.feed.is_atom and detail.get("type") == "text/plain" else plain(title)


def _authors(written: _Entry) -> list[str]:
    """Those of the entry, else of the feed that it was taken from, else of its Atom feed (RFC 4287, 4.2.1)."""
    entry = written.fields
    own = written_authors(written.source)
    if own is None:
        own = author_names(entry)
    return own or author_names(entry.get("source") or {}) or written.feed.authors


def _content(entry: Fields) -> tuple[str, bool]:
    """The longest text of the entry, and whether it is HTML."""
    details = [*entry.get("content", []), entry.get("summary_detail") or {}]
    texts = [(str(detail.get("value", "")), str(detail.get("type", "")) != "text/plain") for detail in details]
    return max(texts, key=lambda text: len(text[0]), default=("", False))


def _description(entry: Fields, content: str) -> str:
    """The summary, where it is not the text itself."""
    summary = str(entry.get("summary", ""))
    return one_line(plain(summary[:LONGEST_DESCRIPTION])) if summary and summary != content else ""


def _published(entry: Fields) -> tuple[str, str]:
    """When the entry was published; where it only says when it was changed, that, and so it is said."""
    if published := issued_text(str(entry.get("published", ""))):
        return published, "feed"
    updated = issued_text(str(entry.get("updated", "")))
    return updated, "feed (last change)" if updated else ""


def _enclosure(entry: Fields) -> str:
    links = (str(link.get("href", "")) for link in entry.get("links", []) if link.get("rel") == "enclosure")
    return next((found for link in links if (found := address(link))), "")
