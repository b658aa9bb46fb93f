"""wallabag: JSON of all versions, and CSV with semicolons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.importers.bodies import body_of, original_page
from viewer.importers.drafts import Doubts, each, extras, long_text, no_address, web_address
from viewer.importers.json_items import Item, as_text, items
from viewer.importers.moments import published_text, read_day_first
from viewer.importers.tables import Row, rows
from viewer.importers.words import listed, one_line, title_or_address, unique
from viewer.model import ImportedArticle, ImportedHighlight, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

_EXTRA = ("id", "archived_at", "starred_at", "updated_at", "mimetype", "reading_time", "domain_name", "preview_picture")


def read_wallabag(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The entries of the JSON export, with their text, state, stars, tags and annotations."""
    return each(items(source), _from_item)


def _from_item(item: Item) -> Iterator[ImportedArticle | ImportProblem]:
    url = web_address(item.text("url"), item.text("given_url"), item.text("origin_url"))
    content = item.text("content")
    if not url and not content.strip():
        yield no_address(item.item, item.text("url", "title"))
        return
    doubts = Doubts(item.item)
    archived = item.yes("is_archived")
    published = published_text(item.text("published_at"))
    yield ImportedArticle(
        title=title_or_address(item.text("title"), url),
        markdown=body_of(content, url, doubts),
        url=url,
        authors=unique(item.texts("published_by", "name")),
        site=one_line(item.text("domain_name")),
        tags=unique(item.texts("tags", "label")),
        language=_language(item.text("language")),
        published=published,
        published_from="export" if published else "",
        saved=doubts.moment(item.text("created_at"), "created_at"),
        read=archived,
        archived=archived,
        starred=item.yes("is_starred"),
        highlights=tuple(_annotations(item.fields.get("annotations"), doubts)),
        original=original_page(content),
        item=item.item,
        extra=_extra(item, url),
    )
    yield from doubts.problems()


def _extra(item: Item, url: str) -> tuple[tuple[str, str], ...]:
    """The fields without a place of their own, and the addresses that differ from the article's."""
    addresses = [(name, item.text(name)) for name in ("origin_url", "given_url") if item.text(name) != url]
    return extras("wallabag", [*((name, item.text(name)) for name in _EXTRA), *addresses])


def _annotations(value: object, doubts: Doubts) -> Iterator[ImportedHighlight]:
    for annotation in value if isinstance(value, list) else []:
        if isinstance(annotation, dict):
            yield from _annotation(annotation, doubts)


def _annotation(annotation: dict[str, Any], doubts: Doubts) -> Iterator[ImportedHighlight]:
    quote = long_text(as_text(annotation.get("quote")))
    note = long_text(as_text(annotation.get("text")))
    if quote or note:
        yield ImportedHighlight(quote, note, doubts.moment(as_text(annotation.get("created_at")), "annotation"))


def _language(written: str) -> str:
    """``en_US`` as the tag ``en-US``."""
    return one_line(written).replace("_", "-")


def read_wallabag_table(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The entries of the CSV export: ``Title;URL;Content;Tags;MIME Type;Language;Creation date``."""
    return each(rows(source, ";"), _from_row)


def _from_row(row: Row) -> Iterator[ImportedArticle | ImportProblem]:
    url = web_address(row.get("url"))
    content = row.get("content")
    if not url and not content.strip():
        yield no_address(row.item, row.get("url") or row.get("title"))
        return
    doubts = Doubts(row.item)
    yield ImportedArticle(
        title=title_or_address(row.get("title"), url),
        markdown=body_of(content, url, doubts),
        url=url,
        tags=listed(row.get("tags")),
        language=_language(row.get("language")),
        saved=doubts.moment(row.get("creation date"), "Creation date", read_day_first),
        original=original_page(content),
        item=row.item,
        extra=extras("wallabag", [("mimetype", row.get("mime type"))]),
    )
    yield from doubts.problems()
