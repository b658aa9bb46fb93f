"""The stretch of an article that answers a search best, with the words that were looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.library.hits import Finder

_LENGTH = 180
_LEAD = 50
_MOST_PLACES = 400
_SPACE = re.compile(r"\s")


def snippet_of(text: str, finder: Finder) -> tuple[str, tuple[tuple[int, int], ...]]:
    """About 180 characters around the place with the most different wanted words, and where they stand in it."""
    places = _first(finder, text)
    begin = _word_begin(text, max(0, _best_begin(places) - _LEAD)) if places else 0
    end = min(len(text), begin + _LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", begin + _LENGTH // 2, end), begin + _LENGTH // 2)
    lead, tail = "… " if begin else "", " …" if end < len(text) else ""
    cut = _SPACE.sub(" ", text[begin:end])
    shift = len(lead) - begin
    hits = ((first + shift, last + shift) for first, last, _ in places if begin <= first and last <= end)
    return f"{lead}{cut}{tail}", tuple(hits)


def _first(finder: Finder, text: str) -> list[tuple[int, int, str]]:
    return [place for place, _ in zip(finder.spans(text), range(_MOST_PLACES), strict=False)]


def _best_begin(places: Sequence[tuple[int, int, str]]) -> int:
    """Where the stretch begins that shows the most different words."""
    best, most = places[0][0], 0
    for index, (begin, _, _) in enumerate(places):
        words = {word for first, _, word in places[index : index + 12] if first < begin + _LENGTH - _LEAD}
        if len(words) > most:
            best, most = begin, len(words)
    return best


def _word_begin(text: str, begin: int) -> int:
    if begin == 0:
        return 0
    blank = text.find(" ", begin, begin + _LEAD)
    return blank + 1 if blank >= 0 else begin
