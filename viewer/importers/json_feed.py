"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from viewer.importers.bodies import body_of, original_page
from viewer.importers.drafts import Doubts, Found, each, extras, long_text, no_address, web_address
from viewer.importers.feeds import FeedInfo
from viewer.importers.json_items import Fields, Item, as_text, read_object
from viewer.importers.moments import issued_text
from viewer.importers.text_blocks import as_markdown
from viewer.importers.words import decode, one_line, title_or_address, unique
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

LARGEST_FEED = 64 * 1024 * 1024


def read_json_feed(source: Source, url: str = "", most: int = 0) -> Iterator[ImportedArticle | ImportProblem]:
    """The items of the feed, or its first ``most``. Raises UnreadableError where it is not valid JSON."""
    feed = read_object(decode(source.data(LARGEST_FEED)))
    info = _info(feed, source.name)
    found = feed.get("items")
    entries = (
        Item(f"{source.name}, item {number}", fields if isinstance(fields, dict) else {})
        for number, fields in enumerate(found[: most or None] if isinstance(found, list) else [], 1)
    )
    yield from each(entries, lambda item: _from_item(item, info, feed, url))


def describe_json_feed(source: Source) -> FeedInfo:
    """The title, site and language of the feed. Raises UnreadableError where it is not valid JSON."""
    return _info(read_object(decode(source.data(LARGEST_FEED))), source.name)


def _info(feed: Fields, name: str) -> FeedInfo:
    whole = Item(name, feed)
    return FeedInfo(one_line(whole.text("title")), web_address(whole.text("home_page_url")), whole.text("language"))


def _from_item(item: Item, info: FeedInfo, feed: Fields, url: str) -> Iterator[Found]:
    base = url or as_text(feed.get("feed_url"))
    link = web_address(_joined(base, item.text("url")), item.text("external_url"), item.text("id"))
    html, text, summary = item.text("content_html"), item.text("content_text"), item.text("summary")
    if not html.strip() and not text.strip():
        text, summary = summary, ""
    if not link and not (html or text).strip():
        yield no_address(item.item, item.text("url", "title", "id"))
        return
    doubts = Doubts(item.item)
    published = issued_text(item.text("date_published"))
    updated = issued_text(item.text("date_modified"))
    yield ImportedArticle(
        title=title_or_address(item.text("title"), link) or one_line(text)[:100] or "Untitled",
        markdown=body_of(html, link, doubts) if html.strip() else _paragraphs(text),
        url=link,
        authors=unique(_authors(item.fields) or _authors(feed)),
        site=info.title,
        tags=unique(item.texts("tags", "name")),
        tags_by_reader=False,
        language=one_line(item.text("language") or info.language),
        description=long_text(summary),
        published=published or updated,
        published_from="feed" if published else "feed (last change)" if updated else "",
        updated=updated,
        original=original_page(html),
        item=item.item,
        extra=_extra(item),
    )
    yield from doubts.problems()


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return link


def _authors(fields: Fields) -> list[str]:
    """The names under ``authors`` (version 1.1) or ``author`` (version 1.0)."""
    written: Any = fields.get("authors") or [fields.get("author")]
    people = written if isinstance(written, list) else [written]
    return [as_text(person.get("name")) for person in people if isinstance(person, dict)]


def _extra(item: Item) -> tuple[tuple[str, str], ...]:
    attachments = item.fields.get("attachments")
    first = attachments[0] if isinstance(attachments, list) and attachments else None
    enclosure = as_text(first.get("url")) if isinstance(first, dict) else ""
    names = [(name, item.text(name)) for name in ("id", "external_url", "image")]
    return extras("feed", [*names, ("enclosure", enclosure)])


def _paragraphs(text: str) -> str:
    return "\n\n".join(as_markdown(block.strip()) for block in long_text(text).split("\n\n") if block.strip())
