"""Names of works that hold a date and are none: the film Saturday Night Fever, The Guns of August, the album 1989."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.chronology.resolve import Mention

_REACH = 60  # characters of a name before its date
_CAPITAL = r"(?:[A-Z][\w’'.-]*|\d+)"
_SMALL = r"(?:of|the|a|an|and|in|on|at|to|for|from|with|by)"
_RUN = re.compile(rf"(?:{_CAPITAL} (?:(?:{_SMALL} ){{0,2}}{_CAPITAL} )*(?:{_SMALL} ){{0,2}})?$")
_STEMS = word_set(
    "film movie novel book memoir album song ballad musical opera sitcom thriller drama documentary poem series "
    "bestseller"
)
_ENDS = (" ", ", ", "s ", "s, ")
_KINDS = (
    r"\b(?:films?|movies?|novels?|books?|memoir|albums?|songs?|ballad|musicals?|operas?|sitcom|thriller|drama"
    r"|documentary|bestseller|poem|series),? "
)
_WORK = re.compile(rf"{_KINDS}(?:called |titled |entitled |named )?$")
_NAMED = re.compile(rf"[a-z,;] The (?:{_CAPITAL} )+of (?:the )?$")
_GOES_ON = re.compile(rf" (?:{_SMALL} ){{0,2}}[A-Z][a-z]")
_PREPOSITION = re.compile(r"\b(?:on|in|at|to|for|from|with|by) $")
_SMALL_WORD = re.compile(rf"(?!{_SMALL}\b)[a-z]{{2,}}")
_INSIDE = re.compile(r"\b(?:of|the|a|an|and) $")
_WHOLE = re.compile(r"\d{4}|[A-Z][a-z]+ [A-Z][a-z]+(?:[- ][A-Z]?[a-z]+)*")


def without_titles(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are no part of a work's name which stands without quotation marks."""
    works = any(stem in text and any(stem + end in text for end in _ENDS) for stem in _STEMS)
    return [mention for mention in mentions if not _is_of_title(text, mention, works=works)]


def _is_of_title(text: str, mention: Mention, *, works: bool) -> bool:
    """Whether a date stands in a row of capitals behind "film", "novel" and the like, or ends "The Guns of".

    ``works`` says whether the text speaks of films and the like at all.
    """
    left = text[max(0, mention.begin - _REACH) : mention.begin]
    if not works and " The " not in left:
        return False
    words = text[mention.begin : mention.end]
    if any(word[0].islower() and _SMALL_WORD.fullmatch(word) for word in words.split()):
        return False  # "the film Monday night"
    if _NAMED.search(left) and words.isalpha():
        return True
    run = _RUN.search(left)
    if run is None or not _WORK.search(left, 0, run.start()):
        return False
    if _PREPOSITION.search(left):
        return words.startswith("the ")  # "Born on the Fourth of July", but "the film Titanic on Monday"
    inside = _INSIDE.search(run[0]) or _GOES_ON.match(text, mention.end)
    return inside is not None or _WHOLE.fullmatch(words) is not None  # and not "the film Titanic Monday"
