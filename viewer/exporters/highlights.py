"""Highlights and notes for people, as Markdown, and for programs, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from viewer.exporters.article_lists import article_row
from viewer.exporters.markdown_page import autolink, escaped
from viewer.model.date_words import publication_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from viewer.model import Article

_OF_THE_ARTICLE = ("path", "title", "url", "authors", "published")
_NOWHERE = "these words do not stand in the text as it is now"


class Highlight(NamedTuple):
    """Words that were highlighted, and what was noted on them; a note on the whole article has no ``quote``.

    ``is_placed`` says that the words stand in the article.
    """

    quote: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    color: str = ""
    made: datetime | None = None
    is_placed: bool = True


class Highlighted(NamedTuple):
    """An article with its highlights and notes, in their order."""

    article: Article
    highlights: Sequence[Highlight]


def highlights_markdown(articles: Iterable[Highlighted]) -> str:
    """A heading for each article, its source, then every quotation with the note and the tags on it."""
    return "\n\n".join("\n\n".join(_paragraphs(one)) for one in articles) + "\n"


def highlights_json(articles: Iterable[Highlighted]) -> str:
    """A JSON object whose ``articles`` are rows, each with its ``highlights``; moments as ISO 8601."""
    rows = [_row(one) for one in articles]
    whole = {"format": "dateline highlights", "version": 1, "articles": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _paragraphs(one: Highlighted) -> Iterator[str]:
    yield f"# {escaped(one.article.title)}"
    when = publication_words(one.article.published, one.article.published_in, long=True)
    about = [escaped(", ".join(one.article.authors)), escaped(one.article.site), when]
    address = autolink(one.article.url) if one.article.url else ""
    if source := " · ".join(filter(None, (*about, address))):
        yield source
    for highlight in one.highlights:
        yield from _of(highlight)


def _of(highlight: Highlight) -> Iterator[str]:
    if highlight.quote:
        yield "\n>\n".join(f"> {escaped(part)}" for part in highlight.quote.split("\n") if part.strip())
    yield from (escaped(part) for part in highlight.note.split("\n") if part.strip())
    about = [f"#{tag}" for tag in highlight.tags]
    if highlight.quote and not highlight.is_placed:
        about.append(_NOWHERE)
    if about:
        yield f"*{escaped(', '.join(about))}*"


def _row(one: Highlighted) -> dict[str, object]:
    article = article_row(one.article)
    return {name: article[name] for name in _OF_THE_ARTICLE} | {
        "highlights": [
            highlight._asdict() | {"made": highlight.made.isoformat() if highlight.made else None}
            for highlight in one.highlights
        ]
    }
