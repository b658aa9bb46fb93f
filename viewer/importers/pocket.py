"""Pocket: the zip of CSV files of its last years, and ``ril_export.html`` of the years before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, no_address, web_address
from viewer.importers.link_rows import linked
from viewer.importers.markup import Tag, plain, tags
from viewer.importers.words import decode, names, one_line, title_or_address
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source
    from viewer.importers.tables import Row


def read_pocket_table(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of one ``part_000000.csv``: tags parted by a bar, Unix seconds, ``unread`` or ``archive``."""
    return linked(source, _article)


def _article(row: Row, url: str, doubts: Doubts) -> ImportedArticle:
    archived = row.get("status").strip().lower() == "archive"
    return ImportedArticle(
        title=title_or_address(row.get("title"), url),
        url=url,
        tags=names(row.get("tags"), "|"),
        saved=doubts.moment(row.get("time_added"), "time_added"),
        read=archived,
        archived=archived,
        item=row.item,
    )


def read_pocket_page(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of ``ril_export.html``: one heading for what is unread, one for the archive."""
    text = decode(source.data())
    archived, link, heading, number = False, None, None, 0
    for tag in tags(text):
        # A link or a heading that is not closed ends where the next one begins.
        if link and tag.name in ("a", "li", "ul", "h1"):
            number += 1
            yield from _from_link(link, text[link.end : tag.begin], archived, f"{source.name}, link {number}")
            link = None
        if heading and tag.name in ("h1", "ul", "a"):
            archived = "archive" in plain(text[heading.end : tag.begin]).lower()
            heading = None
        if not tag.closing:
            link = tag if tag.name == "a" else link
            heading = tag if tag.name == "h1" else heading
    if link:
        yield from _from_link(link, text[link.end :][:2000], archived, f"{source.name}, link {number + 1}")


def _from_link(link: Tag, title: str, archived: bool, item: str) -> Iterator[ImportedArticle | ImportProblem]:
    fields = link.attributes()
    url = web_address(fields.get("href", ""))
    if not url:
        yield no_address(item, fields.get("href", "") or one_line(plain(title)))
        return
    doubts = Doubts(item)
    yield ImportedArticle(
        title=title_or_address(plain(title), url),
        url=url,
        tags=names(fields.get("tags", "")),
        saved=doubts.moment(fields.get("time_added", ""), "time_added"),
        read=archived,
        archived=archived,
        item=item,
    )
    yield from doubts.problems()
