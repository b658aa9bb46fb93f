"""A date as the reader types it: EDTF, or words as they stand in a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology.edtf_reading import interval_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Interval, Timex

_LONGEST = 100
_AROUND = re.compile(
    r"(?:\b(?:from|between|to|and|until|till|in|on|at|since|by|about|around|circa|c|the|of|a)\b|[\s,.–—-])*"
)
_ABOUT = re.compile(r"\b(?:about|around|circa|c)\b")
_MARKED = re.compile(r"[~?%\]]$")


class TypedDate(NamedTuple):
    """A date that was typed, as EDTF and as days."""

    edtf: str
    interval: Interval


def read_typed(written: str, published: date | None = None, language: str = "en") -> TypedDate | None:
    """The one date, or the range of two, that ``written`` says; None where it says none, several, or in doubt.

    Words may be of ``language`` or English ones; those that need a day of publication ("last Thursday") are read from
    ``published``.
    """
    text = " ".join(written.split())
    interval = interval_of(text)
    if interval is not None:
        return TypedDate(text, interval)
    languages = dict.fromkeys((language, "en")) if len(text) <= _LONGEST else ()
    return next(filter(None, (_read_words(text, published, one) for one in languages)), None)


def _read_words(text: str, published: date | None, language: str) -> TypedDate | None:
    from viewer.chronology.openings import with_open_ends
    from viewer.chronology.reading import read  # what EDTF says needs no rules

    read_as = with_open_ends(text, read(text, published, language))
    found = [timex for timex in read_as if timex.interval and timex.edtf]
    if not found or len(found) > 2 or not _says_nothing_else(text, found):
        return None
    if any(timex.readings or timex.edtf.startswith(("[", "{")) for timex in found):
        return None
    return _range(*found) if len(found) > 1 else _one(found[0], text[: found[0].begin].lower())


def _says_nothing_else(text: str, found: Sequence[Timex]) -> bool:
    ends = [0, *(timex.end for timex in found)]
    begins = [*(timex.begin for timex in found), len(text)]
    return all(_AROUND.fullmatch(text[end:begin].lower()) for end, begin in zip(ends, begins, strict=True))


def _one(timex: Timex, words: str) -> TypedDate | None:
    assert timex.interval
    if not _ABOUT.search(words) or "/" in timex.edtf or _MARKED.search(timex.edtf) or "T" in timex.edtf:
        return TypedDate(timex.edtf, timex.interval)
    return TypedDate(f"{timex.edtf}~", replace(timex.interval, approximate=True))


def _range(begin: Timex, end: Timex) -> TypedDate | None:
    text = f"{begin.edtf.partition('/')[0]}/{end.edtf.rpartition('/')[2]}"
    interval = interval_of(text)
    return TypedDate(text, interval) if interval else None
