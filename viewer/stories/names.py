"""Names in running text, told by their capitals: "Deir Ezzor", "Hashd al-Shaabi", "SDF"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from viewer.stories.words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_NAMES = 48
_LONGEST = 5

_CAPITAL = r"(?:al-|el-|an-|ar-|as-|at-)?[^\W\d_a-zß-öø-ÿ][\w'’-]*(?:\.(?=[A-Z]\.)[A-Z]\.?)*"
_NAME = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:(?:of|de|de la|del|der|von|van|bin|ibn|al)[ ]){{0,1}}{_CAPITAL})*")
_SENTENCE_BEGIN = re.compile(r"(?:\A|[.!?:;]|[\"“”‘(—\[])\s*\Z")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def names_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of up to five words, most frequent first. A capital at the beginning of a sentence alone is no name."""
    counts: Counter[str] = Counter()
    doubtful: Counter[str] = Counter()
    for text in texts:
        for found in _NAME.finditer(text):
            name, starts = _trimmed(found.group(), _begins_sentence(text, found.start()))
            if name:
                (doubtful if starts else counts)[name] += 1
    for name, count in doubtful.items():
        if name in counts or " " in name:
            counts[name] += count
    return tuple(name for name, _ in counts.most_common(MOST_NAMES))


def _begins_sentence(text: str, place: int) -> bool:
    return bool(_SENTENCE_BEGIN.search(text[max(0, place - 4) : place])) if place else True


def _trimmed(name: str, starts: bool) -> tuple[str, bool]:
    """The name without leading and closing words that are none, and whether it still begins its sentence."""
    words = name.split()
    while words and _is_empty(words[0]):
        words, starts = words[1:], False
    while words and _is_empty(words[-1]):
        words.pop()
    if not words or len(words) > _LONGEST:
        return "", starts
    return _POSSESSIVE.sub("", " ".join(words)), starts


def _is_empty(word: str) -> bool:
    is_adjective = word.endswith(("-led", "-backed", "-based", "-held", "-run", "-born"))
    return is_adjective or word.casefold().strip("'’.") in STOP_WORDS or (len(word) == 1 and word.isascii())
