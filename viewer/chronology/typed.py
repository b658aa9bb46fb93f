"""A date as the reader types it: EDTF, or words as they stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from viewer.chronology.edtf_reading import interval_of

if TYPE_CHECKING:
    from datetime import date

    from viewer.model import Interval, Timex

_LONGEST = 100
_TWO = 2
_BEFORE = re.compile(
    r"(?:\b(?:from|between|until|till|in|on|at|since|by|before|about|around|circa|c|the|of|a)\b[\s.]*)*"
)
_BETWEEN = re.compile(r"\s*(?:to|until|till|[–—-])(?:\s+(?:the|about))?\s*")
_AND = re.compile(r"\s*and(?:\s+the)?\s*")
_BEHIND = re.compile(r"\s*[.,]?")
_ABOUT = re.compile(r"\b(?:about|around|circa|c)\b")
_OPENS = re.compile(r"\b(?:until|till|since|by|before|about|around|circa|c)\b")
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
    typed = _typed(text)
    if typed is not None:
        return typed
    languages = dict.fromkeys((language, "en")) if len(text) <= _LONGEST else ()
    return next(filter(None, (_read_words(text, published, one) for one in languages)), None)


def _read_words(text: str, published: date | None, language: str) -> TypedDate | None:
    from viewer.chronology.openings import with_open_ends
    from viewer.chronology.reading import read  # what EDTF says needs no rules

    read_as = with_open_ends(text, read(text, published, language))
    found = [timex for timex in read_as if timex.interval and timex.edtf]
    if not 0 < len(found) <= _TWO or any(timex.readings or timex.edtf.startswith(("[", "{")) for timex in found):
        return None
    words = text.lower()
    before, behind = words[: found[0].begin], words[found[-1].end :]
    if not _BEFORE.fullmatch(before) or not _BEHIND.fullmatch(behind):
        return None
    if len(found) < _TWO:
        return _one(found[0], before)
    link = _AND if "between" in before else _BETWEEN
    joined = link.fullmatch(words, found[0].end, found[1].begin) and not _OPENS.search(before)
    return _range(*found) if joined else None


def _one(timex: Timex, words: str) -> TypedDate | None:
    is_whole = "/" in timex.edtf or "T" in timex.edtf or _MARKED.search(timex.edtf)
    return _typed(f"{timex.edtf}~" if _ABOUT.search(words) and not is_whole else timex.edtf)


def _range(begin: Timex, end: Timex) -> TypedDate | None:
    return _typed(f"{begin.edtf.partition('/')[0]}/{end.edtf.rpartition('/')[2]}")


def _typed(edtf: str) -> TypedDate | None:
    """The days are those of the string, which is what will be kept."""
    interval = interval_of(edtf)
    return TypedDate(edtf, interval) if interval else None
