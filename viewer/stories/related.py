"""Articles that tell the same story: the cosine of log-tf-idf vectors, looked up in an inverted index in memory."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.stories.terms import STEPS, unpack_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

HEAVIEST = 128


@dataclass(frozen=True, slots=True)
class Match:
    """An article, by the library's number, and its cosine with the one asked about."""

    number: int
    score: float


class RelatedIndex:
    """The vectors of a library, ready to be compared. Not safe for use by two threads at once."""

    def __init__(self) -> None:
        self._vectors: dict[int, bytes] = {}
        self._postings: dict[int, dict[int, float]] = {}
        self._norms: dict[int, float] = {}
        self._is_stale = True

    def __len__(self) -> int:
        return len(self._vectors)

    def __contains__(self, number: int) -> bool:
        return number in self._vectors

    def numbers(self) -> set[int]:
        """Every article that has a vector here."""
        return set(self._vectors)

    def update(self, vectors: Iterable[tuple[int, bytes]]) -> None:
        """Put in or replace vectors, as ``TermVector.pack`` gives them."""
        for number, packed in vectors:
            self._vectors[number] = packed
            self._is_stale = True

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget articles."""
        for number in numbers:
            self._is_stale |= self._vectors.pop(number, None) is not None

    def related(self, number: int, least: float, limit: int) -> list[Match]:
        """The articles with a cosine of ``least`` or more, best first."""
        if self._is_stale:
            self._build()
        scores: dict[int, float] = {}
        for term, weight in self._weights(number):
            for other, other_weight in self._postings.get(term, {}).items():
                scores[other] = scores.get(other, 0.0) + weight * other_weight
        scores.pop(number, None)
        own = self._norms.get(number, 0.0) or 1.0
        ranked = ((score / (own * self._norms[other]), other) for other, score in scores.items())
        best = sorted((pair for pair in ranked if pair[0] >= least), reverse=True)[:limit]
        return [Match(other, min(1.0, score)) for score, other in best]

    def _weights(self, number: int) -> list[tuple[int, float]]:
        hashes, weights = unpack_terms(self._vectors.get(number, b""))
        pairs = [(term, weight / STEPS * self._rarity(term)) for term, weight in zip(hashes, weights, strict=True)]
        pairs.sort(key=lambda pair: -pair[1])
        return pairs[:HEAVIEST]

    def _rarity(self, term: int) -> float:
        return math.log((len(self._vectors) + 1) / self._frequencies.get(term, 1)) + 0.1

    def _build(self) -> None:
        self._frequencies: dict[int, int] = {}
        for packed in self._vectors.values():
            for term in unpack_terms(packed)[0]:
                self._frequencies[term] = self._frequencies.get(term, 0) + 1
        self._postings, self._norms = {}, {}
        for number in self._vectors:
            pairs = self._weights(number)
            self._norms[number] = math.sqrt(sum(weight * weight for _, weight in pairs)) or 1.0
            for term, weight in pairs:
                if self._frequencies[term] > 1:
                    self._postings.setdefault(term, {})[number] = weight
        self._is_stale = False
