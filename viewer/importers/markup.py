"""The tags of HTML and XML, one after the other, in linear time and without building anything.

Lists of bookmarks, lists of feeds and the package files of e-books need no more than this, and no entity is ever
expanded but those of HTML. Unclosed tags, quotes and comments cost one pass.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.importers.sources import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 500
LONGEST_TAG = 1_000_000
_OPENING = re.compile(r"<(?:(!--|!\[CDATA\[|\?)|(/?)([A-Za-z_!][^\s/>\"'=<\[]*))")
_CLOSERS = {"!--": "-->", "![CDATA[": "]]>", "?": ">"}
_STOP = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


class Tag(NamedTuple):
    """A tag of ``source``: its lower-case name, and where it begins and ends (offsets, the end exclusive)."""

    name: str
    closing: bool
    begin: int
    end: int
    source: str

    @property
    def empty(self) -> bool:
        """Whether the tag closes itself (``<outline/>``)."""
        return self.source.endswith("/>", self.begin, self.end)

    @property
    def local_name(self) -> str:
        """The name without its prefix: ``dc:title`` gives "title"."""
        return self.name.rpartition(":")[2]

    def attributes(self) -> dict[str, str]:
        """The attributes by lower-case name, character references resolved; of two with one name the first."""
        written = self.source[self.begin + 1 + len(self.name) : min(self.end - 1, self.begin + LONGEST_TAG)]
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(written):
            value = next((group for group in match.groups()[1:] if group is not None), "")
            found.setdefault(match[1].lower(), html.unescape(value))
        return found


def tags(text: str) -> Iterator[Tag]:
    """The tags and declarations (named "!doctype" and so on) of ``text``; comments and CDATA are passed over."""
    position, missing = 0, set[str]()
    while opening := _OPENING.search(text, position):
        if opening[1]:
            closer = _CLOSERS[opening[1]]
            found = text.find(closer, opening.end())
            if found < 0:
                return
            position = found + len(closer)
            continue
        position = _tag_end(text, opening.end(), missing)
        yield Tag(opening[3].lower(), bool(opening[2]), opening.start(), position, text)


def _tag_end(text: str, position: int, missing: set[str]) -> int:
    """The offset after the tag. ``missing`` remembers quotes that do not occur again: none is sought twice."""
    while stop := _STOP.search(text, position):
        if stop[0] == ">":
            return stop.end()
        position = stop.end()
        if stop[0] in missing:
            continue
        closing = text.find(stop[0], position)
        if closing < 0:
            missing.add(stop[0])
        else:
            position = closing + 1
    return len(text)


def plain(markup: str) -> str:
    """The characters of a piece of markup without its tags, character references resolved."""
    return html.unescape(re.sub(r"<[^<>]*>", "", markup.replace("<![CDATA[", "").replace("]]>", "")))


def check_xml(text: str) -> None:
    """Refuse XML that could cost or do more than its size, before any parser sees it: see ``checked_tags``."""
    for _ in checked_tags(text):
        pass


def checked_tags(text: str) -> Iterator[Tag]:
    """The tags of XML, its declarations left out.

    Raises UnreadableError for entity declarations, document types with declarations of their own, and more than 500
    levels.
    """
    depth = 0
    for tag in tags(text):
        if tag.name.startswith("!"):
            _check_declaration(tag)
            continue
        depth += -1 if tag.closing else 0 if tag.empty else 1
        if depth > DEEPEST:
            raise UnreadableError(f"Its XML is nested more than {DEEPEST} levels deep and was refused.")
        yield tag


def _check_declaration(tag: Tag) -> None:
    declared = "[" in tag.source[tag.begin : min(tag.end, tag.begin + 10_000)]
    if tag.name != "!doctype" or declared:
        raise UnreadableError("Its XML declares entities or a document type of its own and was refused.")
