"""HTML to readable text without a parser: for what is too deep or too large to be parsed. Linear."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*+|!--[^<>]*+|![^<>]*+|\?[^<>]*+)>")
_PARAGRAPH_NAMES = """
    address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2
    h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul
"""
_PARAGRAPHS = frozenset(_PARAGRAPH_NAMES.split())
_CELLS = frozenset(("td", "th"))
_DROPPED = ("script", "style", "svg", "math", "noscript", "iframe", "object", "template", "textarea", "select", "title")
_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _DROPPED}


def without_tags(text: str) -> str:
    """``text`` with an empty line for each tag that begins or ends a paragraph and without all other tags.

    What stands in ``<script>``, ``<style>`` and the like is left out; character references are resolved.
    """
    pieces: list[str] = []
    unclosed: set[str] = set()
    position = 0
    for match in _TAG.finditer(text):
        if match.start() < position:
            continue
        pieces.append(text[position : match.start()])
        name = (match[2] or "").lower()
        pieces.append("\n\n" if name in _PARAGRAPHS else " " if name in _CELLS else "")
        position = match.end()
        if name in _ENDS and not match[1] and name not in unclosed:
            end = _ENDS[name].search(text, position)
            position = end.end() if end else position
            unclosed |= set() if end else {name}
    pieces.append(text[position:])
    return unescape("".join(pieces))
