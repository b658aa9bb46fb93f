"""A very fast approximation of an article's text, for a first search index."""

from __future__ import annotations

import re

_TAGS = re.compile(r"<[^<>\n]{1,500}>")
_LINKS = re.compile(r"\]\([^()\n]{0,500}\)")
_MARKUP = "*_`#>[]|~=!"


def crude_text(markdown: str) -> str:
    """Roughly the words of ``markdown``: without tags, link targets and markup characters. Linear."""
    if "<" in markdown:
        markdown = _TAGS.sub(" ", markdown)
    if "](" in markdown:
        markdown = _LINKS.sub(" ", markdown)
    for mark in _MARKUP:
        markdown = markdown.replace(mark, " ")
    return markdown
