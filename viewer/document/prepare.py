"""Markdown as people write it (CommonMark, Obsidian), rewritten to what Python-Markdown reads. Linear.

Python-Markdown wants nested items indented by four, an empty line before a list or a term, "1." for "1)", and takes
"#tag" for a heading. Nothing else is touched; code is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_LEVELS = 12

_ANY_ITEM = re.compile(r"^[ \t]*+(?:[-+*]|\d{1,9}[.)])[ \t]", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE)
_HASHTAG = re.compile(r"^[ ]{0,3}#{1,6}[^#\s]", re.MULTILINE)
_ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])[ ]++(?=\S)")
_RULE = re.compile(r"([-*_])(?:[ ]*+\1){2,}[ ]*+$")
_CALLOUT = re.compile(r"^([ ]{0,3}>[> ]*+)\[!(\w+)\][+-]?[ ]*+([^\n]*)$", re.MULTILINE)
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")


def prepare(markdown: str) -> str:
    """``markdown`` with lists, numbers and hash tags as Python-Markdown expects them."""
    if "[!" in markdown:
        markdown = _CALLOUT.sub(_callout_title, markdown)
    if not any(pattern.search(markdown) for pattern in (_ANY_ITEM, _HASHTAG, _DEFINITION)):
        return markdown
    reader = _Reader()
    for line in markdown.split("\n"):
        reader.read(line)
    return "\n".join(reader.lines)


def _callout_title(match: re.Match[str]) -> str:
    """``> [!note] Title`` as a bold line of the quotation."""
    return f"{match[1]}**{match[3].strip() or match[2].capitalize()}**\n{match[1].rstrip()}"


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: lines indented by at least ``reach`` belong to it; its text begins at ``content``."""

    reach: int
    content: int


@dataclass(slots=True)
class _Reader:
    """Reads line by line; ``lines`` is what comes out."""

    lines: list[str] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _after_item: bool = False
    _fence: str = ""
    _fence_indent: int = 0

    def read(self, line: str) -> None:
        """Takes the next line."""
        expanded = line.expandtabs(4)
        text = expanded.lstrip(" ")
        indent = len(expanded) - len(text)
        if self._fence:
            self._inside_fence(line, expanded, text)
        elif not text:
            self.lines.append("")
        elif indent >= 4 and not self._items:
            self.lines.append(line)
        elif found := _FENCE.match(text):
            self._open_fence(line, found[1], indent)
        elif (item := _ITEM.match(text)) and not _RULE.match(text):
            self._item(line, text, indent, item)
        else:
            self._other(line, text, indent)

    def _close_items(self, indent: int) -> None:
        while self._items and indent < self._items[-1].reach:
            self._items.pop()

    def _inner_indent(self) -> int:
        return 4 * min(len(self._items), MAX_LEVELS)

    def _item(self, line: str, text: str, indent: int, item: re.Match[str]) -> None:
        within_paragraph = bool(self.lines and self.lines[-1]) and not self._after_item
        if within_paragraph and not self._items and item[2] not in {None, "1"}:
            self.lines.append(line)  # within a paragraph only a bullet or the number 1 begins a list (CommonMark 5.3)
            return
        if within_paragraph:
            self.lines.append("")
        self._close_items(indent)
        marker = f"{item[2]}." if item[2] else item[1]
        self.lines.append(f"{' ' * self._inner_indent()}{marker} {text[item.end() :]}")
        self._items.append(_Item(indent + 2, indent + item.end()))
        self._after_item = True

    def _other(self, line: str, text: str, indent: int) -> None:
        after_empty_line = not self.lines or not self.lines[-1]
        if after_empty_line:
            self._close_items(indent)
        if self._items and (after_empty_line or indent):
            deeper = max(0, indent - self._items[-1].content) if after_empty_line else 0
            line = " " * (self._inner_indent() + deeper) + text
        elif _HASHTAG.match(line):
            line = line.replace("#", "\\#", 1)
        elif _DEFINITION.match(line):
            self._part_definitions()
        self.lines.append(line)
        self._after_item = False

    def _part_definitions(self) -> None:
        """An empty line before a term that follows a definition: without one each costs a level of recursion."""
        before, term = self.lines[-2:] if len(self.lines) > 1 else ("", "")
        if term and _DEFINITION.match(before) and not _DEFINITION.match(term):
            self.lines.insert(-1, "")

    def _open_fence(self, line: str, fence: str, indent: int) -> None:
        """Code within an item becomes indented code, which Python-Markdown reads there."""
        self._close_items(indent)
        self._fence, self._fence_indent = fence, indent
        self.lines.append("" if self._items else line)

    def _inside_fence(self, line: str, expanded: str, text: str) -> None:
        closes = text.rstrip() == self._fence
        self._fence = "" if closes else self._fence
        if not self._items:
            self.lines.append(line)
        elif closes:
            self.lines.append("")
        else:
            body = text if expanded[: self._fence_indent].strip() else expanded[self._fence_indent :]
            self.lines.append(" " * (self._inner_indent() + 4) + body)
