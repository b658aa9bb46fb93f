"""Whether two texts are nearly the same, told from a small sketch of each: the smallest hashes of its shingles.

A shingle is four words in a row (Broder, "On the resemblance and containment of documents"); of their hashes the
smallest 48 are kept ("bottom-k"), whose overlap estimates that of all. Texts that share much also share some of
their very smallest hashes, which serve as keys to find them by.
"""

from __future__ import annotations

import re
import zlib
from array import array
from typing import TYPE_CHECKING

from viewer.stories.terms import unpack_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE = 48
KEYS = 8
LEAST_LIKENESS = 0.5
AMPLE_LIKENESS = 0.85
LEAST_COSINE = 0.8

_LENGTH = 4
_FEWEST = 16
_MOST_WORDS = 20_000
_SPREAD = 2_654_435_761  # the golden ratio as 32 bits (Knuth): crc32 alone is not evenly spread
_SCRIPTS_WITHOUT_BLANKS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff"
_WORD = re.compile(rf"[{_SCRIPTS_WITHOUT_BLANKS}]|[^\W{_SCRIPTS_WITHOUT_BLANKS}]+")


def sketch_of(texts: Iterable[str]) -> bytes:
    """The sketch of a text in blocks: up to 48 hashes of 32 bits, rising; b"" for one too short to be compared."""
    words = _WORD.findall("\n".join(texts).casefold())[:_MOST_WORDS]
    if len(words) < _FEWEST:
        return b""
    rows = zip(*(words[begin:] for begin in range(_LENGTH)), strict=False)
    hashes = {zlib.crc32(" ".join(row).encode("utf-8", "replace")) * _SPREAD & 0xFFFFFFFF for row in rows}
    return array("I", sorted(hashes)[:SIZE]).tobytes()


def keys_of(sketch: bytes) -> array[int]:
    """The hashes by which nearly the same texts are looked up."""
    return _unpacked(sketch)[:KEYS]


def likeness(one: bytes, other: bytes) -> float:
    """The share of shingles that two texts have in common (Jaccard), estimated from their sketches; 0.0 to 1.0."""
    ours, theirs = set(_unpacked(one)), set(_unpacked(other))
    smallest = sorted(ours | theirs)[:SIZE]
    return sum(item in ours and item in theirs for item in smallest) / len(smallest) if smallest else 0.0


def are_nearly_the_same(sketch: bytes, terms: bytes, other_sketch: bytes, other_terms: bytes) -> bool:
    """Whether two texts are nearly the same, by their shingles and by their terms (``TermVector.packed``).

    Where hardly a shingle differs the terms are not asked: in scripts without blanks a term is a whole line.
    """
    shared = likeness(sketch, other_sketch)
    return shared >= AMPLE_LIKENESS or (shared >= LEAST_LIKENESS and _cosine(terms, other_terms) > LEAST_COSINE)


def _cosine(one: bytes, other: bytes) -> float:
    ours, theirs = (dict(zip(*unpack_terms(packed), strict=True)) for packed in (one, other))
    shared = sum(weight * theirs[term] for term, weight in ours.items() if term in theirs)
    lengths = sum(weight**2 for weight in ours.values()) * sum(weight**2 for weight in theirs.values())
    return float(shared / lengths**0.5) if lengths else 0.0


def _unpacked(sketch: bytes) -> array[int]:
    hashes = array("I")
    hashes.frombytes(sketch)
    return hashes
