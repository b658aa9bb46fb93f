"""A very fast approximation of an article's text, for a first search index."""

from __future__ import annotations

import re

_TAGS = re.compile(r"<[^<>\n]{1,500}>")
_LINKS = re.compile(r"\]\([^()\n]{0,500}\)")
_GONE = "\x00"  # stands where markup was until all of it is known; an article's text holds none
_MARKUP = "*_`#>[]|~=!"
_STOPS = ".,;:?)”’"


def crude_text(markdown: str) -> str:
    """Roughly the words of ``markdown``: without tags, link targets and markup characters. Linear."""
    if "<" in markdown:
        markdown = _TAGS.sub(_GONE, markdown)
    if "](" in markdown:
        markdown = _LINKS.sub(_GONE, markdown)
    for mark in _MARKUP:
        markdown = markdown.replace(mark, _GONE)
    markdown = markdown.replace(_GONE * 2, _GONE).replace(_GONE * 2, _GONE)  # "**" and what stands beside it
    for stop in _STOPS:  # keeps close to its word
        markdown = markdown.replace(_GONE + stop, stop)
    return markdown.replace("(" + _GONE, "(").replace(_GONE, " ")
