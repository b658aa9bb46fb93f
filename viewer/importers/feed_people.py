"""Who wrote the entry of a feed, and in which language, from what stands there: feedparser loses some of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from viewer.importers.markup import plain, tags
from viewer.importers.words import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+")
_LONGEST = 1_000


def author_names(fields: Mapping[str, Any]) -> list[str]:
    """The names of the authors that feedparser found in an entry or a feed."""
    names = (one_line(str(author.get("name", ""))) for author in fields.get("authors", []) if author)
    return [name for name in names if name]


def written_authors(source: str) -> list[str] | None:
    """The names in the ``author`` and ``dc:creator`` of an RSS item, without their addresses for mail; None: no such.

    feedparser cuts addresses that end with more than four letters in two, and takes the rest for the name.
    """
    texts = list(_written(source))
    return [name for text in texts if (name := _without_mail(text))] if texts else None


def written_language(source: str) -> str:
    """The language that an item or entry says of itself (``xml:lang``); "" where it says none."""
    first = next(tags(source), None)
    return first.attributes().get("xml:lang", "").replace("_", "-") if first else ""


def _written(source: str) -> Iterator[str]:
    """The text of the elements that name people and hold no further elements."""
    begin, name = -1, ""
    for tag in tags(source):
        if begin >= 0 and tag.closing and tag.name == name:
            yield plain(source[begin : min(tag.begin, begin + _LONGEST)])
        is_author = not tag.closing and not tag.empty and tag.local_name in ("author", "creator")
        begin, name = (tag.end, tag.name) if is_author else (-1, "")


def _without_mail(text: str) -> str:
    without = _MAIL.sub("", text)
    return one_line(text if without == text else re.sub(r"[()<>]", " ", without))
