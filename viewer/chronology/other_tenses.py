"""Which way a date points in languages whose tenses are not known: ahead where one of some words stands near."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

_REACH_BACK, _REACH_AHEAD = 110, 90


def has_future_word(text: str, begin: int, end: int, words: Set[str]) -> bool:
    """Whether one of ``words`` stands near ``text[begin:end]`` in its sentence, in any language."""
    cue = _any_of(words)
    left, right = text[max(0, begin - _REACH_BACK) : begin], text[end : end + _REACH_AHEAD]
    if found := cue.search(right):
        stop = _ANY_END.search(right)
        if stop is None or found.start() < stop.start():
            return True
    return any(not _ANY_END.search(left, found.end()) for found in cue.finditer(left))


@lru_cache(maxsize=16)
def _any_of(words: Set[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b" if words else r"(?!)", re.IGNORECASE)


_ANY_END = re.compile(r"(?:(?<!\d)|(?<=\d{4}))[.][\s\"”»’)]|[!?؟。\n]")
