"""Small things in words: counts, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def plural(count: int, noun: str) -> str:
    """As in "1 minute", "12 minutes", "3 stories"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"


def as_tip(text: str) -> str:
    """A text that a stranger may have written, for a tool tip: Qt takes what looks like HTML for HTML, pictures too."""
    if "<" not in text:
        return text
    from html import escape  # loads a table of two thousand names, which no start needs

    return f"<p style='margin:0'>{escape(text)}</p>"


def one_line(text: str, longest: int) -> str:
    """A text in one line, cut behind ``longest`` characters."""
    return cut(" ".join(text.split()), longest)


def cut(text: str, longest: int) -> str:
    """As much of a text as ``longest`` characters, with a sign where more of it would follow."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"


def sentence_list(items: Sequence[str]) -> str:
    """As in "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
