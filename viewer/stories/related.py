"""Articles that tell the same story: the cosine of tf-idf vectors, looked up in an inverted index in memory.

The article asked about is first widened by its four nearest neighbours (Rocchio, "pseudo-relevance feedback"), so
that a report finds the story's other parts as well as its own words. A vector keeps its 128 heaviest terms.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING, TypeAlias

from viewer.stories.postings import WEIGHT_BITS
from viewer.stories.postings import packed as postings_packed
from viewer.stories.terms import unpack_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from viewer.stories.postings import Postings

HEAVIEST = 128
_NEIGHBOURS = 4
_NEIGHBOUR_WEIGHT = 6.0
_LEAST_NEIGHBOUR = 0.12
_WIDENED = 256
# Rarity is reckoned as if so many articles on other things stood in the library too: in a small one, a word that
# half of the articles have still tells their story from everything else.
_ELSEWHERE = 300
_REBUILD_SHARE = 0.25
_MOST_ENTRIES = 15_000

Fetch: TypeAlias = "Callable[[Sequence[int]], Mapping[int, bytes]]"


@dataclass(frozen=True, slots=True)
class Match:
    """An article, by the library's number, and its cosine, 0.0 to 1.0, with the one asked about."""

    number: int
    score: float


class RelatedIndex:
    """Who has which term. Vectors stay where they are stored: ``fetch`` brings those of a few numbers.

    First ``count`` every vector, then ``add`` it: rarity must be known before the heaviest terms are. ``base`` is what
    was packed earlier; what is added, or removed, since stands beside it. Not safe for use by two threads at once.
    """

    def __init__(self, fetch: Fetch, base: Postings | None = None) -> None:
        self._fetch = fetch
        self._base = base
        self._base_size = len(base.numbers) if base else 0
        self._gone: set[int] = set()
        self._frequencies: Counter[int] = Counter()
        self._rarities: dict[int, float] = {}
        self._postings: dict[int, array[int]] = {}
        self._numbers: list[int] = []
        self._norms = array("f")
        self._slots: dict[int, int] = {}
        self._counted = self._base_size

    def __len__(self) -> int:
        return self._base_size - len(self._gone) + len(self._slots)

    @property
    def numbers(self) -> set[int]:
        """Every article that is in the index."""
        based = set(self._base.numbers) - self._gone if self._base else set[int]()
        return based | self._slots.keys()

    @property
    def added(self) -> int:
        """How many vectors were added since it began, or since its base was packed."""
        return len(self._numbers)

    def is_worn(self, coming: int) -> bool:
        """Whether so much was replaced or is coming that beginning again gives better weights."""
        return len(self._numbers) - len(self._slots) + coming > _REBUILD_SHARE * len(self._slots)

    def count(self, packed: bytes) -> None:
        """Take note of the terms of one more vector (``TermVector.packed``)."""
        self._counted += 1
        self._frequencies.update(unpack_terms(packed)[0])
        self._rarities.clear()

    def add(self, number: int, packed: bytes) -> None:
        """Put an article in, or in the place of what it was."""
        if self._base and self._base.slot(number) >= 0:
            self._gone.add(number)
        slot = self._slots[number] = self._base_size + len(self._numbers)
        self._numbers.append(number)
        triples = self._weigh(packed)
        self._norms.append(_norm(product for product, _, _ in triples))
        postings, marker = self._postings, slot << WEIGHT_BITS
        for _, term, weight in triples:
            posting = postings.get(term)
            if posting is None:
                postings[term] = array("I", (marker | weight,))
            else:
                posting.append(marker | weight)

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget articles."""
        for number in numbers:
            self._slots.pop(number, None)
            if self._base and self._base.slot(number) >= 0:
                self._gone.add(number)

    def packed(self, token: bytes, revision: int) -> Iterator[bytes]:
        """All of it as the bytes of ``Postings``; it must have been added by rising numbers and without a base."""
        return postings_packed(token, revision, (self._numbers, self._norms), self._frequencies, self._postings)

    def rarity(self, term: int) -> float:
        """How much a term, by its hash, tells one story from others (idf)."""
        frequency = self._frequencies.get(term, 0) + (self._base.frequency(term) if self._base else 0)
        known = self._rarities.get(frequency)
        if known is None:
            known = math.log((self._counted + _ELSEWHERE + 1) / (frequency + 0.5))
            self._rarities[frequency] = known
        return known

    def related(self, number: int, least: float, limit: int) -> list[Match]:
        """The articles with a cosine of ``least`` or more to the widened article, best first."""
        own = self.unit_vector(self._fetch([number]).get(number, b""))
        nearest = self._nearest(own, number, _LEAST_NEIGHBOUR, _NEIGHBOURS)
        vectors = self._fetch([match.number for match in nearest])
        widened = dict(own)
        for match in nearest:
            for term, weight in self.unit_vector(vectors.get(match.number, b"")).items():
                widened[term] = widened.get(term, 0.0) + _NEIGHBOUR_WEIGHT * match.score**2 * weight
        heaviest = dict(nlargest(_WIDENED, widened.items(), key=lambda item: item[1]))
        norm = _norm(heaviest.values())
        return self._nearest({term: weight / norm for term, weight in heaviest.items()}, number, least, limit)

    def unit_vector(self, packed: bytes) -> dict[int, float]:
        """The heaviest terms of a vector (``TermVector.packed``) with weights whose squares add up to 1."""
        triples = self._weigh(packed)
        norm = _norm(product for product, _, _ in triples)
        return {term: product / norm for product, term, _ in triples}

    def _weigh(self, packed: bytes) -> list[tuple[float, int, int]]:
        """The heaviest terms of a vector: product of weight and rarity, hash, weight in sixteenths."""
        hashes, weights = unpack_terms(packed)
        triples = [
            (weight * rarity, term, weight)
            for term, weight, rarity in zip(hashes, weights, map(self.rarity, hashes), strict=True)
        ]
        if len(triples) > HEAVIEST:
            triples.sort(reverse=True)
        return triples[:HEAVIEST]

    def _nearest(self, vector: Mapping[int, float], number: int, least: float, limit: int) -> list[Match]:
        scores: dict[int, float] = {}
        mask = (1 << WEIGHT_BITS) - 1
        for posting, factor in self._telling(vector):
            for entry in posting:
                slot = entry >> WEIGHT_BITS
                scores[slot] = scores.get(slot, 0.0) + factor * (entry & mask)
        near = ((score / norm, slot) for slot, score in scores.items() if score >= least * (norm := self._norm(slot)))
        alive = [(min(1.0, score), found) for score, slot in near if (found := self._number(slot)) is not None]
        best = nlargest(limit + 1, alive)
        return [Match(other, score) for score, other in best if other != number][:limit]

    def _norm(self, slot: int) -> float:
        if self._base and slot < self._base_size:
            return self._base.norms[slot]
        return self._norms[slot - self._base_size]

    def _number(self, slot: int) -> int | None:
        """The article in a place; None where it was removed or replaced."""
        if self._base and slot < self._base_size:
            number = self._base.numbers[slot]
            return None if number in self._gone else number
        number = self._numbers[slot - self._base_size]
        return number if self._slots.get(number) == slot else None

    def _telling(self, vector: Mapping[int, float]) -> Iterator[tuple[Sequence[int], float]]:
        """Who has each term, and its factor: rare terms first, the commonest left out where the work would grow.

        What every fifth article says adds next to nothing to a score.
        """
        found = [
            (postings, weight * self.rarity(term)) for term, weight in vector.items() for postings in self._who(term)
        ]
        found.sort(key=lambda pair: len(pair[0]))
        budget = _MOST_ENTRIES
        for posting, factor in found:
            budget -= len(posting)
            if budget < 0:
                return
            yield posting, factor

    def _who(self, term: int) -> Iterator[Sequence[int]]:
        if self._base and (based := self._base.entries(term)):
            yield based
        if term in self._postings:
            yield self._postings[term]


def _norm(weights: Iterable[float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights)) or 1.0


def cosine(ours: Mapping[int, float], theirs: Mapping[int, float]) -> float:
    """How near two unit vectors are: 1.0 for the same text, 0.0 where they share no term."""
    shared = ours.keys() & theirs.keys()
    return min(1.0, sum(ours[term] * theirs[term] for term in shared))
