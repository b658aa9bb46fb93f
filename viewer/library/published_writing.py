"""Changing the day of publication in an article's front matter and nothing else.

It is written where the library reads it: in the value of the key that states it now, else behind the other keys.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from viewer.library.front_matter import header_place, split_front_matter
from viewer.library.header_changes import (
    Reading,
    is_same,
    place_of,
    read_header,
    strange,
    text_of,
    with_line,
    with_new_header,
)
from viewer.library.header_dates import named_weekday, read_header_date, read_period
from viewer.library.header_writing import header_line
from viewer.library.metadata import PUBLISHED_KEYS, Metadata, publication_key
from viewer.model import UsageError
from viewer.model.date_words import date_words

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from viewer.library.front_matter import HeaderPlace

_OTHER_WEEKDAY = "The weekday does not fit: that day was {}. Write the day that was meant, without a weekday."
_NO_DAY = "“{}” names no day, month or year of publication. Write it as 2018-11-02, 2 Nov 2018, 2018-11 or 2018."


def checked_day(written: str) -> str:
    """The day, month or year that was written, as EDTF. Raises UsageError for anything else.

    It also does for a day that was not the weekday which stands before it: one of the two is a slip.
    """
    found = read_header_date(written)
    if found and named_weekday(written) not in (0, found.day.isoweekday()):
        raise UsageError(_OTHER_WEEKDAY.format(date_words(found.day, long=True)))
    day = found.day.isoformat() if found else read_period(written)
    if not day:
        raise UsageError(_NO_DAY.format(written.strip()[:60]))
    return day


def with_published(raw: bytes, path: PurePosixPath, day: str) -> bytes:
    """The content of an article file that was published on ``day``, which is one of ``checked_day``.

    Raises HeaderError where the file stays as it is.
    """
    text = text_of(raw)
    before = read_header(raw, path)
    if _day_of(before.metadata) == day:
        return raw  # perhaps with a time, which is not lost then
    header = header_place(text)
    key = publication_key(split_front_matter(text).fields)
    if header is None:
        text = with_new_header(text, header_line("published", day))
    else:
        text = header.around(_in_block(header, key, day))
    changed = text.encode("utf-8")
    _check(before, read_header(changed, path), day)
    return changed


def _in_block(header: HeaderPlace, key: str, day: str) -> str:
    for name in (key,) if key else PUBLISHED_KEYS:
        place = place_of(header, name)
        node = place.value
        if node is None and not key:
            return with_line(header, place, header_line(name, day))
        if node is None or node.is_list or node.is_block_text or "\n" in header.block[node.begin : node.end]:
            raise strange()
        if key or not node.text:
            written = header_line(name, day).partition(" ")[2]
            begin = node.begin if node.begin != node.end else place.key_end
            blank = " " if node.begin == node.end else ""
            return header.block[:begin] + blank + written + header.block[node.end if not blank else begin :]
    raise strange()


def _check(before: Reading, after: Reading, day: str) -> None:
    """Raises HeaderError unless only the day of publication differs, and is the one wanted."""
    if _day_of(after.metadata) != day or not is_same(before, after, _besides):
        raise strange()


def _day_of(metadata: Metadata) -> str:
    return metadata.published.isoformat() if metadata.published else metadata.published_in


def _besides(metadata: Metadata) -> Metadata:
    """What is said besides the day of publication."""
    return replace(metadata, published=None, published_at=None, published_in="", problems=())
