"""Raindrop's CSV."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, extras, long_text, yes
from viewer.importers.link_rows import linked
from viewer.importers.words import names, title_or_address
from viewer.model import ImportedArticle, ImportedHighlight, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source
    from viewer.importers.tables import Row

_MARKED = re.compile(r"^(highlight|note|color|created)[ \t]*:[ \t]*", re.I | re.M)


def read_raindrop(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The bookmarks of the table: tags by comma and blank, folders as sections, favourites as stars."""
    return linked(source, _article)


def _article(row: Row, url: str, doubts: Doubts) -> ImportedArticle:
    return ImportedArticle(
        title=title_or_address(row.get("title"), url),
        url=url,
        sections=tuple(name for name in names(row.get("folder"), "/") if name.lower() != "unsorted"),
        tags=names(row.get("tags")),
        description=long_text(row.get("excerpt")),
        saved=doubts.moment(row.get("created"), "created"),
        starred=yes(row.get("favorite")),
        note=long_text(row.get("note")),
        highlights=_highlights(row.get("highlights"), doubts),
        item=row.item,
        extra=extras("raindrop", [("id", row.get("id")), ("cover", row.get("cover"))]),
    )


def _highlights(text: str, doubts: Doubts) -> tuple[ImportedHighlight, ...]:
    """Highlights under ``Highlight:`` with ``Note:``, ``Color:`` and ``Created:``; without those, one a paragraph."""
    written = long_text(text)
    parts = _MARKED.split(written)
    if len(parts) == 1:
        return tuple(ImportedHighlight(quote.strip()) for quote in re.split(r"\n[ \t]*\n", written) if quote.strip())
    found: list[dict[str, str]] = []
    for name, value in zip(parts[1::2], parts[2::2], strict=True):
        if name.lower() == "highlight" or not found:
            found.append({})
        found[-1][name.lower()] = value.strip()
    return tuple(_highlight(fields, doubts) for fields in found if fields.get("highlight"))


def _highlight(fields: dict[str, str], doubts: Doubts) -> ImportedHighlight:
    made = doubts.moment(fields.get("created", ""), "highlight, created")
    return ImportedHighlight(fields["highlight"], fields.get("note", ""), made, fields.get("color", ""))
