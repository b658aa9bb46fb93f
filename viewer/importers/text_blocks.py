"""The lines of a plain text as blocks, and a block as Markdown that shows exactly its characters."""

from __future__ import annotations

import re
from itertools import pairwise

NARROWEST = 45
WIDEST = 120
SHORTEST_VERSE = 2
LONGEST_VERSE = 60
_BREAKS = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")
_SPECIAL = re.compile(r"[\\`*_\[\]]")
_LIST_ITEM = re.compile(r"(?:[-•*–]|(\d{1,2})[.)])[ \t]+(?=\S)")
_BLOCK_MARK = re.compile(r"(?=[#>+|~=:]|-(?:\s|-)|\d+[.)]\s)")


def blocks(text: str, alone: re.Pattern[str]) -> list[str]:
    """The blocks of a text: what empty lines part, and each line where lines are not wrapped.

    A line that matches ``alone`` (a byline, a date) is a block of its own. Lines of verse stay one block, with their
    line breaks.
    """
    found: list[str] = []
    for group in _BREAKS.split(text.strip("\n")):
        lines = [" ".join(line.split()) for line in group.split("\n")]
        found += _of_group([line for line in lines if line], alone)
    return found


def _of_group(lines: list[str], alone: re.Pattern[str]) -> list[str]:
    if len(lines) < 2:
        return lines
    if any(alone.match(line) for line in lines):
        return lines
    if _is_wrapped(lines):
        return [_joined(lines)]
    return ["\n".join(lines)] if _is_verse(lines) else lines


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines are those of a paragraph filled to a width: no line had room for the next one's first word."""
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST or any(_LIST_ITEM.match(line) for line in lines):
        return False
    if len(lines) == 2 and not SENTENCE_END.search(lines[1]):
        return False  # two headlines, the longer one first
    return all(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in pairwise(lines))


def _joined(lines: list[str]) -> str:
    """One paragraph of its lines; a word that a hyphen parts at the end of a line keeps it."""
    return " ".join(lines).replace("- ", "-") if lines[0].endswith("-") else " ".join(lines)


def _is_verse(lines: list[str]) -> bool:
    return len(lines) > SHORTEST_VERSE and all(len(line) < LONGEST_VERSE for line in lines)


def as_markdown(block: str) -> str:
    """A block as Markdown: lists stay lists, all else is shown as it is written."""
    lines = block.split("\n")
    if all(_LIST_ITEM.match(line) for line in lines):
        return "\n".join(_item(line) for line in lines)
    return "  \n".join(_escaped_line(line) for line in lines)


def _item(line: str) -> str:
    mark = _LIST_ITEM.match(line)
    if not mark:
        return _escaped_line(line)
    return f"{mark[1]}. {escaped(line[mark.end() :])}" if mark[1] else f"- {escaped(line[mark.end() :])}"


def _escaped_line(line: str) -> str:
    found = _BLOCK_MARK.match(line)
    written = escaped(line)
    if not found:
        return written
    digits = re.match(r"\d+", written)
    return f"{digits[0]}\\{written[digits.end() :]}" if digits else f"\\{written}"


def escaped(text: str) -> str:
    """``text`` so that Markdown shows its characters and makes nothing of them."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("&", "&amp;").replace("<", "&lt;")
