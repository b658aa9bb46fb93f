"""Articles as rows for other programs: JSON with their text, CSV without."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from viewer.exporters.tables import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from viewer.model import Article, SavedSearch, Story

_MOMENTS = ("published", "published_at", "updated", "saved")
_COLUMNS = (
    "id",
    "path",
    "title",
    "published",
    "published_at",
    "updated",
    "saved",
    "authors",
    "site",
    "sections",
    "tags",
    "language",
    "url",
    "description",
    "credit",
    "words",
    "minutes",
    "read",
    "starred",
    "archived",
    "trashed",
    "position",
)


def article_row(article: Article) -> dict[str, Any]:
    """All that the library knows of an article, dates as ISO 8601; a month or a year where no day is known."""
    row = {name: getattr(article, name) for name in _COLUMNS}
    row |= {"path": str(article.path)} | {name: _iso(row[name]) for name in _MOMENTS}
    return row | {"published": row["published"] or article.published_in or None}


def articles_json(articles: Iterable[tuple[Article, str]]) -> Iterator[str]:
    """A JSON object whose ``articles`` are rows; ``markdown`` is the article's file, where it is not empty.

    In pieces, so that a library of any size can be written.
    """
    yield '{"format": "dateline articles", "version": 1, "articles": ['
    for number, (article, markdown) in enumerate(articles):
        row = article_row(article) | ({"markdown": markdown} if markdown else {})
        yield f"{',' if number else ''}\n{json.dumps(row, ensure_ascii=False)}"
    yield "\n]}\n"


def shelves_json(stories: Iterable[Story], searches: Iterable[SavedSearch], articles: Iterable[Article]) -> str:
    """Stories with the paths of their articles, and saved searches, as a JSON object."""
    paths = {article.id: str(article.path) for article in articles}
    told = [{"name": one.name, "articles": [paths[id] for id in one.articles if id in paths]} for one in stories]
    asked = [{"name": one.name, "query": one.query} for one in searches]
    shelves = {"format": "dateline stories", "version": 1, "stories": told, "searches": asked}
    return json.dumps(shelves, ensure_ascii=False, indent=1) + "\n"


def articles_csv(articles: Iterable[Article]) -> str:
    """A line for each article; authors, sections and tags are parted by semicolons."""
    return csv_text(_COLUMNS, ({name: _cell(value) for name, value in article_row(one).items()} for one in articles))


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
