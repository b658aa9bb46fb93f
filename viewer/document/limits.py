"""The linear look at Markdown before it is parsed: what Python-Markdown or nh3 would be slow on is found here."""

from __future__ import annotations

import re

MAX_CHARACTERS = 1_000_000
MAX_OPEN_TAGS = 200
MAX_NESTING = 24
MAX_FOOTNOTES = 500
MAX_DECLARATIONS = 100
MAX_BRACKET_WORK = 400_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "option",
    ]
)
_BRACKET = re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)
_NESTED_LINE = re.compile(r"^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){%d}" % MAX_NESTING, re.MULTILINE)
_DEEP_ITEM = re.compile(r"^[ ]{%d}|^\t{%d}" % (4 * MAX_NESTING, MAX_NESTING), re.MULTILINE)


def reason_for_plain_text(markdown: str) -> str:
    """Why ``markdown`` must not be given to the parser, as a sentence for the reader; "" where it may."""
    if len(markdown) > MAX_CHARACTERS:
        return _shown(f"it is very long ({len(markdown):,} characters)")
    if markdown.count("<") > 50 and _open_tags(markdown) > MAX_OPEN_TAGS:
        return _shown("its HTML is nested too deeply")
    if markdown.count("<!") + markdown.count("<?") > MAX_DECLARATIONS:
        return _shown("it holds too many HTML declarations or comments")
    if _NESTED_LINE.search(markdown):
        return _shown("its lists or quotations are nested too deeply")
    if markdown.count("\n[^") > MAX_FOOTNOTES:
        return _shown("it has too many footnotes")
    if _bracket_work(markdown) > MAX_BRACKET_WORK:
        return _shown("it has too many open brackets")
    return ""


def _shown(reason: str) -> str:
    return f"This article is shown as plain text because {reason}."


def _open_tags(markdown: str) -> int:
    """The most HTML elements that are open at one place, as far as tags alone tell."""
    depth = most = 0
    for closing, name in _TAG.findall(markdown):
        if name.lower() not in _UNNESTED:
            depth = max(0, depth - 1) if closing else depth + 1
            most = max(most, depth)
    return most


def _bracket_work(markdown: str) -> int:
    """How many characters a parser looks at to find the ends of all brackets: unclosed ones reach to the block's end."""
    work = 0
    opened: list[int] = []
    for match in _BRACKET.finditer(markdown):
        mark = match[0]
        if mark == "[":
            opened.append(match.start())
        elif mark == "]" and opened:
            work += match.start() - opened.pop() if opened else 0
        elif mark[0] == "\n":
            work += sum(match.start() - position for position in opened)
            opened.clear()
    return work + sum(len(markdown) - position for position in opened)
