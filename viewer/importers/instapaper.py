"""Instapaper's CSV, of all years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, long_text
from viewer.importers.link_rows import linked
from viewer.importers.words import listed, one_line, title_or_address
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source
    from viewer.importers.tables import Row

_OWN_FOLDERS = frozenset(["unread", "archive", "starred", ""])


def read_instapaper(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of the table. The folders Unread, Archive and Starred are states, all others become sections."""
    return linked(source, _article)


def _article(row: Row, url: str, doubts: Doubts) -> ImportedArticle:
    folder = one_line(row.get("folder"))
    state = folder.lower()
    return ImportedArticle(
        title=title_or_address(row.get("title"), url),
        url=url,
        sections=() if state in _OWN_FOLDERS else (folder,),
        tags=listed(row.get("tags")),
        description=long_text(row.get("selection")),
        saved=doubts.moment(row.get("timestamp"), "Timestamp"),
        read=state == "archive",
        archived=state == "archive",
        starred=state == "starred",
        item=row.item,
    )
