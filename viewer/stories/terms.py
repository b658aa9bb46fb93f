"""An article as a vector of terms: log of the frequency, the title counted three times, the lead twice.

The weight that rarity adds (idf) is left to ``RelatedIndex``, which knows the whole library.
"""

from __future__ import annotations

import math
import re
import zlib
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from viewer.stories.words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_CANDIDATES = 256
TITLE_WEIGHT = 3
LEAD_TERMS = 60
LEAD_WEIGHT = 2
STEPS = 16

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_BEGIN = re.compile(r"[.!?:;\"“”‘(\n]\s*\Z")


@dataclass(frozen=True, slots=True)
class TermVector:
    """Up to 256 terms, heaviest first. ``hashes`` are 32-bit; ``weights`` sixteenths; ``spellings`` one for each."""

    hashes: bytes
    weights: bytes
    spellings: tuple[str, ...]

    def pack(self) -> bytes:
        """One blob: the hashes, then the weights."""
        return self.hashes + self.weights


def describe(title: str, texts: Sequence[str]) -> TermVector:
    """The vector of an article with this title and these blocks of text."""
    counts: Counter[str] = Counter()
    spellings: dict[str, str] = {}
    position = 0
    for word in _words([title]):
        _count(counts, spellings, word, TITLE_WEIGHT)
    for word in _words(texts):
        position += _count(counts, spellings, word, LEAD_WEIGHT if position < LEAD_TERMS else 1)
    heaviest = counts.most_common(MOST_CANDIDATES)
    return TermVector(
        array("I", [term_hash(term) for term, _ in heaviest]).tobytes(),
        bytes(min(255, round(STEPS * (1 + math.log(count)))) for _, count in heaviest),
        tuple(spellings[term] for term, _ in heaviest),
    )


def unpack_terms(packed: bytes) -> tuple[array[int], bytes]:
    """The hashes and the weights of ``TermVector.pack``."""
    size = len(packed) // 5
    hashes = array("I")
    hashes.frombytes(packed[: 4 * size])
    return hashes, packed[4 * size :]


def term_hash(term: str) -> int:
    """32 bits that stand for a term."""
    return zlib.crc32(term.encode("utf-8", "replace"))


def normal_form(word: str) -> str:
    """The term of a word: without case, possessive and plural; "" for a word that says nothing of the subject."""
    term = word.casefold().replace("’", "'")
    if term in STOP_WORDS:
        return ""
    term = term.removesuffix("'s").replace("'", "").replace(".", "")
    if len(term) > 4 and term.isascii():
        term = _singular(term)
    return "" if len(term) < 2 or term in STOP_WORDS or (term.isdecimal() and len(term) < 3) else term


def _singular(term: str) -> str:
    if term.endswith("ies"):
        return term[:-3] + "y"
    if term.endswith("s") and not term.endswith(("ss", "us", "is")):
        return term[:-1]
    return term


def _words(texts: Iterable[str]) -> Iterable[str]:
    return chain.from_iterable(_WORD.findall(text) for text in texts)


def _count(counts: Counter[str], spellings: dict[str, str], word: str, weight: int) -> int:
    term = normal_form(word)
    if not term:
        return 0
    counts[term] += weight
    spellings.setdefault(term, word)
    return 1
