"""RSS (0.9 to 2.0) and Atom through feedparser, with nothing fetched."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from viewer.importers.bodies import body_of, original_page
from viewer.importers.drafts import Doubts, Found, each, extras, no_address, web_address
from viewer.importers.feed_slices import feed_text, slices
from viewer.importers.json_items import Fields, Item
from viewer.importers.markup import plain
from viewer.importers.moments import published_text
from viewer.importers.text_blocks import as_markdown
from viewer.importers.words import address, one_line, title_or_address, unique
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

LARGEST_FEED = 256 * 1024 * 1024
LONGEST_DESCRIPTION = 4000


@dataclass(frozen=True, slots=True)
class FeedInfo:
    """What a feed says of itself."""

    title: str
    site_url: str = ""
    language: str = ""


def read_feed(source: Source, url: str = "") -> Iterator[ImportedArticle | ImportProblem]:
    """The entries of a feed. ``url`` is where it came from, for addresses relative to it.

    Raises UnreadableError for XML that was made to harm, before any parser sees it.
    """
    text = feed_text(source.data(LARGEST_FEED))
    number = 0
    for part in slices(text):
        parsed = _parsed(part, url)
        info = _info(parsed)
        entries = [Item(f"{source.name}, item {number + at}", entry) for at, entry in enumerate(parsed["entries"], 1)]
        number += len(entries)
        yield from each(entries, partial(_from_entry, info))
    if not number:
        yield ImportProblem(source.name, "The feed holds no items.")


def describe_feed(source: Source, url: str = "") -> FeedInfo:
    """The title, site and language of a feed. Raises UnreadableError like ``read_feed``."""
    text = feed_text(source.data(LARGEST_FEED))
    return _info(_parsed(next(slices(text)), url))


def _parsed(part: bytes, url: str) -> dict[str, Any]:
    import feedparser  # loads slowly, and only feeds have need of it

    # As a stream: feedparser takes bytes and texts for addresses and file names too, and would open them.
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    parsed: dict[str, Any] = feedparser.parse(io.BytesIO(part), response_headers=headers, sanitize_html=False)
    return parsed


def _info(parsed: dict[str, Any]) -> FeedInfo:
    feed = parsed.get("feed", {})
    language = one_line(str(feed.get("language", ""))).replace("_", "-")
    return FeedInfo(one_line(plain(str(feed.get("title", "")))), address(str(feed.get("link", ""))), language)


def _from_entry(info: FeedInfo, item: Item) -> Iterator[Found]:
    entry, doubts = item.fields, Doubts(item.item)
    url = web_address(str(entry.get("link", "")), str(entry.get("id", "")))
    content, is_html = _content(entry)
    if not url and not content.strip():
        yield no_address(doubts.item, str(entry.get("title", "")))
        return
    published, origin = _published(entry)
    yield ImportedArticle(
        title=title_or_address(plain(str(entry.get("title", ""))), url) or "Untitled",
        markdown=body_of(content, url, doubts) if is_html else as_markdown(content),
        url=url,
        authors=unique([str(author.get("name", "")) for author in entry.get("authors", []) if author]),
        site=info.title,
        tags=unique([str(tag.get("label") or tag.get("term") or "") for tag in entry.get("tags", [])]),
        language=one_line(str(entry.get("language") or info.language)),
        description=_description(entry, content),
        published=published,
        published_from=origin,
        original=original_page(content) if is_html else None,
        item=doubts.item,
        extra=extras("feed", [("id", str(entry.get("id", ""))), ("enclosure", _enclosure(entry))]),
    )
    yield from doubts.problems()


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
    if published := published_text(str(entry.get("published", ""))):
        return published, "feed"
    updated = published_text(str(entry.get("updated", "")))
    return updated, "feed (last change)" if updated else ""


def _enclosure(entry: Fields) -> str:
    return next((found for one in entry.get("enclosures", []) if (found := address(str(one.get("href", ""))))), "")
