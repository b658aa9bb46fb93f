"""Readwise: the CSV of highlights, and the CSV of its Reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, each, extras, long_text, no_address, quoted, web_address, yes
from viewer.importers.tables import Row, rows
from viewer.importers.words import listed, names, one_line, title_or_address, unique
from viewer.model import ImportedArticle, ImportedHighlight, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source


def read_highlights(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """One article for each book, with all its highlights; its text is the highlights as quotations.

    The rows of a book need not stand together, so that all rows are read before the first book comes.
    """
    books: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows(source):
        if isinstance(row, ImportProblem):
            yield row
        elif not row.get("highlight").strip() and not row.get("note").strip():
            yield ImportProblem(row.item, "It has neither a highlight nor a note, so there is nothing to bring in.")
        else:
            key = (one_line(row.get("book title")), one_line(row.get("book author")), row.get("amazon book id").strip())
            books.setdefault(key, []).append(row)
    for (title, author, book), found in books.items():
        yield from _from_book(title, author, book, found)


def _from_book(title: str, author: str, book: str, found: list[Row]) -> Iterator[ImportedArticle | ImportProblem]:
    doubts = Doubts(found[0].item)
    highlights = tuple(_highlight(row, doubts) for row in found)
    moments = [highlight.made for highlight in highlights if highlight.made]
    yield ImportedArticle(
        title=title or "Highlights without a title",
        markdown="\n\n".join(_as_markdown(highlight) for highlight in highlights),
        authors=(author,) if author else (),
        tags=unique([tag for row in found for tag in listed(row.get("document tags"))]),
        saved=min(moments, default=None),
        highlights=highlights,
        item=found[0].item,
        extra=extras("readwise", [("amazon_book_id", book)]),
    )
    yield from doubts.problems()


def _highlight(row: Row, doubts: Doubts) -> ImportedHighlight:
    return ImportedHighlight(
        quote=long_text(row.get("highlight")),
        note=long_text(row.get("note")),
        made=doubts.moment(row.get("highlighted at"), "Highlighted at"),
        color=one_line(row.get("color")).lower(),
        tags=names(row.get("tags")),
        location=one_line(f"{row.get('location type')} {row.get('location')}"),
    )


def _as_markdown(highlight: ImportedHighlight) -> str:
    return "\n\n".join(text for text in (quoted(highlight.quote), highlight.note) if text)


def read_reader(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The documents of Readwise Reader. What only passed through a feed was never saved, and is named instead."""
    return each(rows(source), _from_row)


def _from_row(row: Row) -> Iterator[ImportedArticle | ImportProblem]:
    url = web_address(row.get("url"))
    location = row.get("location").strip().lower()
    if location == "feed":
        title = title_or_address(row.get("title"), url)
        yield ImportProblem(row.item, f"“{title}” is an item of a feed that was never saved. Save it in Reader first.")
        return
    if not url:
        yield no_address(row.item, row.get("url") or row.get("title"))
        return
    doubts = Doubts(row.item)
    yield ImportedArticle(
        title=title_or_address(row.get("title"), url),
        url=url,
        tags=listed(row.get("document tags")),
        saved=doubts.moment(row.get("saved date"), "Saved date"),
        read=yes(row.get("seen")) or location == "archive",
        archived=location == "archive",
        progress=doubts.progress(row.get("reading progress"), 1.0),
        item=row.item,
        extra=extras("reader", [("id", row.get("id")), ("location", location)]),
    )
    yield from doubts.problems()
