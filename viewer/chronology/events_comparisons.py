"""Dates of what a figure is compared with: "sales rose to $5 million from $4 million a year earlier"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.events_tokens import (
    CAPITAL,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    STRONG_MARK,
    TIMEX,
    VERBAL,
    Sentence,
)
from viewer.chronology.events_words import word_set
from viewer.model import Precision

if TYPE_CHECKING:
    from viewer.model import Timex

_AGO = ("earlier", "ago", "before")
_LONGEST = 16  # tokens from "from" to the date
_TO_FIGURE = 6
_COMPARING = word_set("from against versus vs")
_DIRECT = _COMPARING | {"than"}
_WITH = word_set("with to")
_COMPARED = word_set("compared compare compares comparing")
_TIMES = word_set("twice double triple half times")
_CHANGED = word_set(
    """
    up down rose rise risen rising fell fall fallen falling climbed gained jumped surged soared advanced increased
    increase grew grown growth improved doubled tripled dropped drop declined decline decreased decrease slipped
    slid tumbled plunged shrank shrunk narrowed widened eased edged higher lower
    """
)
_BOUNDS = word_set("earlier sooner later")  # "no earlier than Saturday"
_PERCENT = word_set("percent percentage points cent")
_MONEY_AND_SHARES = "$€£¥%"


def is_compared(sentence: Sentence, token: int, timex: Timex) -> bool:
    """Whether the expression at ``token`` dates only what the clause compares with, and not the clause."""
    at = token - 1
    while at > 0 and sentence.kinds[at] & (PREPOSITION | DETERMINER) and sentence.words[at] not in _DIRECT:
        at -= 1
    if at < 0:
        return False
    if sentence.kinds[at] & COORDINATOR and (before := sentence.timexes.get(at - 1)):
        return is_compared(sentence, at - 1, before)  # "more than on Oct. 28 or 29"
    if sentence.words[at] in _COMPARED:
        return True
    if sentence.words[at] in _DIRECT:
        if sentence.word(at - 1) in _BOUNDS and sentence.word(at - 2) == "no":
            return False
        return sentence.words[at] == "than" or _tells_change(sentence, at)
    if timex.interval is None:
        return False
    if timex.interval.precision is Precision.DAY and not timex.text.endswith(_AGO):
        return _is_up_from(sentence, at)
    if _is_base_of_change(sentence, token):
        return True
    if (first := _first_compared(sentence, token)) is not None:
        return is_compared(sentence, first, sentence.timexes[first])
    governor = _governor(sentence, at)
    return governor >= 0 and _compares(sentence, governor, token)


def _first_compared(sentence: Sentence, token: int) -> int | None:
    """The date before an "and" that goes on comparing: "down from 8.7 percent in May and a peak of 11.4 in October"."""
    for at in range(token - 1, max(0, token - _LONGEST), -1):
        kind = sentence.kinds[at]
        if kind & COORDINATOR:
            return at - 1 if at - 1 in sentence.timexes else None
        if kind & (STRONG_MARK | TIMEX | VERBAL | COMMA):
            return None
    return None


def _is_base_of_change(sentence: Sentence, token: int) -> bool:
    """Whether a change is measured on it: "up 12% on the previous year"."""
    at = token - 1 - bool(sentence.kind(token - 1) & DETERMINER)
    if sentence.word(at) != "on":
        return False
    figure = sentence.kind(at - 1) & NUMBER or sentence.word(at - 1) in _PERCENT
    return bool(figure) and _tells_change(sentence, at)


def _is_up_from(sentence: Sentence, at: int) -> bool:
    """Whether a figure behind "up from" or "down from" leads to token ``at``: "up from 25,000 on Friday"."""
    figure = sentence.kinds[at] & NUMBER or sentence.words[at] in _PERCENT
    first = at - (sentence.words[at] in _PERCENT)
    return bool(figure) and sentence.word(first - 1) == "from" and sentence.word(first - 2) in {"up", "down"}


def _governor(sentence: Sentence, at: int) -> int:
    """The "from", "against", "compared with" or "twice" ahead of a figure; -1 where something else comes first."""
    for token in range(at, max(-1, at - _LONGEST), -1):
        word, kind = sentence.words[token], sentence.kinds[token]
        if word in _COMPARING or word in _TIMES or (word in _WITH and sentence.word(token - 1) in _COMPARED):
            return token
        describes = kind & CAPITAL or sentence.kind(token - 1) & DETERMINER  # "a restated loss"
        if kind & (STRONG_MARK | TIMEX) or (kind & VERBAL and not describes):
            return -1
    return -1


def _compares(sentence: Sentence, governor: int, token: int) -> bool:
    """Whether a figure of money or shares follows, or one behind a word of change: not "left from 40 bases in May"."""
    before = sentence.word(governor - 1)
    if before in _COMPARED or before in ("up", "down"):
        return True
    figures = [at for at in range(governor + 1, min(governor + _TO_FIGURE, token)) if sentence.kinds[at] & NUMBER]
    if not figures:
        return False
    if any(mark in sentence.original(at) for at in figures for mark in _MONEY_AND_SHARES):
        return True
    return _tells_change(sentence, governor)


def _tells_change(sentence: Sentence, token: int) -> bool:
    """Whether a word of change stands ahead of a token: "fell 5% from 1987"."""
    return not _CHANGED.isdisjoint(sentence.words[max(0, token - _LONGEST) : token])
