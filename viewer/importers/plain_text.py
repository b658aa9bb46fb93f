"""Plain text files, and news pages saved as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.markdown_files import name_and_day
from viewer.importers.news_text import ALONE, sort_out
from viewer.importers.text_blocks import blocks
from viewer.importers.words import clean, decode, one_line
from viewer.model import ImportedArticle, ImportedFile, ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from viewer.importers.sources import Source

LARGEST_FILE = 64_000_000
LONGEST_TITLE = 100


def read_text(source: Source) -> Iterator[ImportedArticle | ImportProblem]:
    """The file as one article; what the page had around the text is told apart, and the file itself is kept."""
    data = source.data(LARGEST_FILE)
    text = clean(decode(data))
    if not text.strip():
        yield ImportProblem(source.name, "The file is empty.")
        return
    found = blocks(text, ALONE)
    news = sort_out(found)
    first = found[0] if len(found[0]) <= LONGEST_TITLE and "\n" not in found[0] else ""
    yield ImportedArticle(
        title=news.headline or one_line(first) or name_and_day(source.name)[0],
        markdown=news.markdown,
        authors=news.authors,
        sections=news.sections,
        description=news.description,
        credit=news.credit,
        published=news.published,
        published_from="text" if news.published else "",
        original=ImportedFile("original.txt", data),
        item=source.name,
    )
    for doubt in news.doubts:
        yield ImportProblem(source.name, doubt)
