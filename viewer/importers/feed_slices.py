"""A feed in slices of a few items, so that a feed of 100,000 costs the memory of fifty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.importers.markup import checked_tags
from viewer.importers.sources import UnreadableError
from viewer.importers.words import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEMS_PER_SLICE = 50
LONGEST_FRAME = 1_000_000
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>", re.I)
_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,300}encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
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


def slices(text: str) -> Iterator[bytes]:
    """The feed over and over, each time with the next fifty items and all that stands around the items.

    Raises UnreadableError, before the first slice, for XML that was made to harm (``checked_tags``) and where more than
    a megabyte stands around the items.
    """
    places = list(_items(text))
    head = text[: places[0][0]] if places else text
    tail = text[places[-1][1] :] if places else ""
    if len(head) + len(tail) > LONGEST_FRAME:
        raise UnreadableError("It is no feed: more than a megabyte stands around its items.")
    for at in range(0, max(len(places), 1), ITEMS_PER_SLICE):
        body = "".join(text[begin:end] for begin, end in places[at : at + ITEMS_PER_SLICE])
        yield f'<?xml version="1.0" encoding="utf-8"?>\n{head}{body}{tail}'.encode("utf-8", "replace")


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where each item begins and ends; one that is not closed ends where the next begins."""
    begin = -1
    for tag in checked_tags(text):
        if tag.local_name not in ("item", "entry"):
            continue
        if begin >= 0:
            yield begin, tag.end if tag.closing else tag.begin
        begin = -1 if tag.closing or tag.empty else tag.begin
