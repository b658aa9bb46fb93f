"""A feed in slices of a few items, so that a feed of thousands costs the memory of fifty."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.importers.markup import check_xml, checked_tags
from viewer.importers.sources import UnreadableError
from viewer.importers.words import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEMS_PER_SLICE = 50
MOST_ITEMS = 50_000
LONGEST_FRAME = 1_000_000
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>", re.I)
_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,300}encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
_ENDS = ("item>", "entry>")
_HARMLESS = frozenset(["iso-8859-1", "iso-8859-15", "iso-8859-2", "windows-1250", "windows-1251", "windows-1252"])


def feed_text(data: bytes) -> str:
    """The characters of a feed, without the declaration of their encoding.

    A mark or valid UTF-8 decide; where neither does, the declared encoding if it is one of the common ones.
    """
    declared = _ENCODING.match(data[:1000])
    name = declared[1].decode("ascii").lower() if declared else ""
    text = data.decode(name, "replace") if name in _HARMLESS and not _is_utf8(data) else decode(data)
    return _DECLARATION.sub("", text, count=1)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Slices:
    """A feed whose ``items`` (begin and end of each) can be had a few at a time, with all that stands around them."""

    text: str
    items: tuple[tuple[int, int], ...]

    def part(self, begin: int, end: int) -> bytes:
        """The feed with the items ``begin`` to ``end`` (exclusive) alone."""
        head = self.text[: self.items[0][0]] if self.items else self.text
        tail = self.text[self.items[-1][1] :] if self.items else ""
        body = "".join(self.text[first:last] for first, last in self.items[begin:end])
        return f'<?xml version="1.0" encoding="utf-8"?>\n{head}{body}{tail}'.encode("utf-8", "replace")


def slices(data: bytes, most: int = 0) -> Slices:
    """A feed ready to be read in slices; of one with more than ``most`` items the first ``most`` (0: all of them).

    Raises UnreadableError, before any parser sees it, for XML that was made to harm (``checked_tags``), where more than
    a megabyte stands around the items, and for more than MOST_ITEMS of them.
    """
    text = feed_text(data)
    items = tuple(itertools.islice(_items(text), most or MOST_ITEMS + 1))
    if len(items) > max(most, MOST_ITEMS):
        raise UnreadableError(f"The feed was refused: more than {MOST_ITEMS:,} items. Divide it, and import the parts.")
    if most and len(items) == most:  # nobody looks at the rest, so that it costs nothing
        end = items[-1][1]
        tail = text[max(end, _end_of_items(text)) :]
        check_xml(tail)
        text = text[:end] + tail
    around = len(text) - (items[-1][1] - items[0][0] if items else 0)
    if around > LONGEST_FRAME:
        raise UnreadableError("It is no feed: more than a megabyte stands around its items.")
    return Slices(text, items)


def _end_of_items(text: str) -> int:
    """The offset behind the last item."""
    return max(found + len(name) if (found := text.rfind(name)) >= 0 else 0 for name in _ENDS)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where each item begins and ends; one that is not closed ends where the next begins."""
    begin = -1
    for tag in checked_tags(text):
        if tag.local_name not in ("item", "entry"):
            continue
        if begin >= 0:
            yield begin, tag.end if tag.closing else tag.begin
        begin = -1 if tag.closing or tag.empty else tag.begin
