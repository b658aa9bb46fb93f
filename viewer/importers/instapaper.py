"""Instapaper's CSV, of all years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, each, long_text, no_address, web_address
from viewer.importers.tables import Row, rows
from viewer.importers.words import listed, one_line, title_or_address
from viewer.model import ImportedArticle, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

_OWN_FOLDERS = frozenset(["unread", "archive", "starred", ""])


def read_instapaper(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The articles of the table. The folders Unread, Archive and Starred are states, all others become sections."""
    return each(rows(source), _from_row)


def _from_row(row: Row) -> Iterator[ImportedArticle | ImportProblem]:
    url = web_address(row.get("url"))
    if not url:
        yield no_address(row.item, row.get("url") or row.get("title"))
        return
    folder = one_line(row.get("folder"))
    state = folder.lower()
    doubts = Doubts(row.item)
    yield ImportedArticle(
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
    yield from doubts.problems()
