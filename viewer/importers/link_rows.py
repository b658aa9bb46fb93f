"""Tables in which every row is an address with what a reader noted of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from viewer.importers.drafts import Doubts, each, no_address, web_address
from viewer.importers.tables import Row, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from viewer.importers.sources import Source
    from viewer.model import ImportedArticle, ImportProblem


def linked(
    source: Source, make: Callable[[Row, str, Doubts], ImportedArticle]
) -> Iterator[ImportedArticle | ImportProblem]:
    """What ``make`` gives for each row and its address; a row without one is named."""
    return each(rows(source), partial(_from_row, make))


def _from_row(
    make: Callable[[Row, str, Doubts], ImportedArticle], row: Row
) -> Iterator[ImportedArticle | ImportProblem]:
    url = web_address(row.get("url"))
    if not url:
        yield no_address(row.item, row.get("url") or row.get("title"))
        return
    doubts = Doubts(row.item)
    yield make(row, url, doubts)
    yield from doubts.problems()
