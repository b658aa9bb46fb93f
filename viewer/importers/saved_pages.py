"""Saved web pages among other sources: handed to the readers of pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source
    from viewer.model import ImportedArticle

LARGEST_PAGE = 64 * 1024 * 1024


def read_saved_page(source: Source) -> Iterator[ImportedArticle]:
    """The one article of a page; the folder it was saved with is looked for beside it."""
    from viewer.importers.pages import read_page  # loads the parser and the extraction of pages

    folder = source.path.parent if source.path else None
    article = read_page(source.data(LARGEST_PAGE), name=source.name, folder=folder)
    yield replace(article, item=source.name)


def read_web_archive(source: Source) -> Iterator[ImportedArticle]:
    """The one article of an ``.mhtml`` file."""
    from viewer.importers.mhtml import read_mhtml

    yield replace(read_mhtml(source.data(), name=source.name), item=source.name)
