"""Where words that somebody quoted stand in a text, whatever the white space, quotation marks and dashes of either."""

from __future__ import annotations

import re
from array import array
from functools import cached_property
from typing import NamedTuple

_SAME = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—\u00a0", '\'\'\'\'""""""----- ')
_WORD = re.compile(r"\S+")
_MOST_LOOKED_AT = 100
_CONTEXT = 64
_MOST_CONTEXT = 256
_ENOUGH = 16  # characters around a quotation by which its place is known again
_SPEAKS_FOR_ITSELF = 40  # characters of a quotation
_MOST_SEARCHED = 2_000_000_000  # characters: some seconds, where both text and quotations are beyond all reason


class Quotation(NamedTuple):
    """Words as somebody quoted them, with what stood before and after, and where they began and ended (-1: unknown).

    These are the selectors of a W3C Web Annotation: TextQuoteSelector and TextPositionSelector.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    begin: int = -1
    end: int = -1


class _Squeezed(NamedTuple):
    """A text with one blank for each run of white space, and for each of its characters the offset in the original."""

    text: str
    offsets: array[int]


class QuoteFinder:
    """Finds quotations in one text, in bounded time.

    What the search needs is made when the first of them is not where it says.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._searches = _MOST_SEARCHED // max(1, len(text))

    def find(self, quotation: Quotation) -> tuple[int, int] | None:
        """Where the words stand, as (begin, end) in code points; None where they do not.

        Where they stand more than once, the place that the quotation gives decides, then the words around it, then
        what is nearest to that place, then the first.
        """
        exact, begin, end = quotation.exact, quotation.begin, quotation.end
        if 0 <= begin < end and self._text[begin:end] == exact and not exact.isspace():
            return begin, end
        sought = squeezed(exact)
        if not sought:
            return None
        if 0 <= quotation.begin < quotation.end and squeezed(self._text[quotation.begin : quotation.end]) == sought:
            return quotation.begin, quotation.end
        places = self._places(sought, 1 if quotation == Quotation(quotation.exact) else _MOST_LOOKED_AT)
        return self._best(places, quotation) if len(places) > 1 else next(iter(places), None)

    def find_in_context(self, quotation: Quotation) -> tuple[int, int] | None:
        """Where the words stand as they did, among the words around them; None where only such words stand elsewhere.

        Without words around them they count where they stand once.
        """
        exact, begin, end = quotation.exact, quotation.begin, quotation.end
        if 0 <= begin < end and self._text[begin:end] == exact and self._fits((begin, end), quotation):
            return begin, end
        sought = squeezed(exact)
        places = self._places(sought, _MOST_LOOKED_AT) if sought else []
        if not (quotation.prefix or quotation.suffix):
            return places[0] if len(places) == 1 else None
        best = self._best(places, quotation) if places else None
        return best if best and self._fits(best, quotation) else None

    def _fits(self, place: tuple[int, int], quotation: Quotation) -> bool:
        """Whether enough of the words around a place are those of the quotation; many words stand for themselves."""
        context = _context(quotation)
        enough = min(_ENOUGH, sum(map(len, context)))
        return len(quotation.exact) >= _SPEAKS_FOR_ITSELF or self._alike(place, context) >= enough

    @cached_property
    def _in_one_line(self) -> _Squeezed:
        words, offsets = [], array("I")
        for word in _WORD.finditer(self._text.translate(_SAME)):
            words.append(word[0])
            offsets.extend(range(word.start(), word.end() + 1))  # the one more is the blank behind it
        return _Squeezed(" ".join(words), offsets)

    def _places(self, sought: str, most: int) -> list[tuple[int, int]]:
        """The first places where the words stand; none once all the searches are done that a text is worth."""
        if self._searches <= 0:
            return []
        self._searches -= 1
        line, offsets = self._in_one_line
        places, at = list[tuple[int, int]](), line.find(sought)
        while at >= 0 and len(places) < most:
            places.append((offsets[at], offsets[at + len(sought) - 1] + 1))
            at = line.find(sought, at + 1)
        return places

    def _best(self, places: list[tuple[int, int]], quotation: Quotation) -> tuple[int, int]:
        context = _context(quotation)

        def rank(place: tuple[int, int]) -> tuple[int, int]:
            near = -abs(place[0] - quotation.begin) if quotation.begin >= 0 else 0
            return self._alike(place, context), near

        return max(places, key=rank)

    def _alike(self, place: tuple[int, int], context: tuple[str, str]) -> int:
        """How many characters around a place are those of a context."""
        left = squeezed(self._text[max(0, place[0] - _CONTEXT) : place[0]])[::-1]
        right = squeezed(self._text[place[1] : place[1] + _CONTEXT])
        return _common(left, context[0]) + _common(right, context[1])


def _context(quotation: Quotation) -> tuple[str, str]:
    """The words before a quotation, from behind, and those after it, as far as they are looked at."""
    before, after = quotation.prefix[-_MOST_CONTEXT:], quotation.suffix[:_MOST_CONTEXT]
    return squeezed(before)[::-1][:_CONTEXT], squeezed(after)[:_CONTEXT]


def squeezed(words: str) -> str:
    """The words with one blank between each, and one form for each kind of quotation mark and dash."""
    return " ".join(words.translate(_SAME).split())


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
