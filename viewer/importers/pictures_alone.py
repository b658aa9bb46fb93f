"""A picture of the web as an article that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.page_picture_kind import picture_kind
from viewer.importers.words import title_from_address
from viewer.model import ImportedArticle, ImportedFile

if TYPE_CHECKING:
    from datetime import datetime


def picture_article(data: bytes, *, url: str, saved: datetime | None = None) -> ImportedArticle | None:
    """The article that shows the picture fetched from ``url``; None where it is none that Dateline shows."""
    kind = picture_kind(data)
    if not kind:
        return None
    title = title_from_address(url)
    name = f"files/picture.{kind}"
    alt = title.replace("[", "(").replace("]", ")")
    return ImportedArticle(title, f"![{alt}]({name})\n", url, saved=saved, files=(ImportedFile(name, data),), item=url)
