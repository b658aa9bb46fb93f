"""The first time of a range, which leaves its half of the day or its day to the second: "3:21 to 3:28 p.m. Sunday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.meaning import Clock, Timed

if TYPE_CHECKING:
    from viewer.chronology.meaning import Meaning
    from viewer.chronology.resolve import Mention

_LINK = re.compile(r"\s?(?:-|–|—|(?<=\s)(?:to|and|or|until|till)(?=\s))\s?")
_BARE = re.compile(r"(?:\w+ )*1?\d[:.][0-5]\d")
_AFTERNOON = re.compile(r"\d\s?p\.?\s?m\b", re.I)
_NOON = "T12"


def completed(text: str, mention: Mention, after: Mention) -> Meaning | None:
    """What the first of two times means beside the second; None where these are no range of times."""
    first, last = mention.meaning, after.meaning
    if not isinstance(first, Clock | Timed) or not isinstance(last, Clock | Timed):
        return None
    if not _LINK.fullmatch(text, mention.end, after.begin):
        return None
    value = _of(first)
    if _BARE.fullmatch(text, mention.begin, mention.end) and _AFTERNOON.search(text, after.begin, after.end):
        later = f"T{int(value[1:3]) + 12}{value[3:]}"
        value = later if value < _NOON and later <= _of(last) else value
    if isinstance(first, Timed):
        return first._replace(clock=value)
    if isinstance(last, Timed) and value <= last.clock:
        return Timed(last.day, value, first.zone or last.zone)
    return first._replace(value=value)


def _of(meaning: Clock | Timed) -> str:
    return meaning.value if isinstance(meaning, Clock) else meaning.clock
