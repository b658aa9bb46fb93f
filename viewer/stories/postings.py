"""Who has which term, as one run of bytes that can be mapped into memory: only what is asked for is read.

The layout, in 32-bit numbers of the machine's own order: a head; the articles' numbers, rising; their norms; the terms,
rising; how many articles have each; where the entries of each begin; the entries. An entry is an article's place among
the numbers, shifted left by eight bits, and the weight of the term in it.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Buffer = bytes | memoryview

WEIGHT_BITS = 8
_MAGIC = b"Dateline who has which term, 1; " + sys.byteorder.encode().ljust(8)
_HEAD = struct.Struct("<40s16sQQQQ")


class Postings:
    """Postings that do not change. ``token`` says of which index they were made, ``revision`` how far they go."""

    def __init__(self, buffer: Buffer) -> None:
        """Raises ValueError where the bytes are not of this form."""
        view = memoryview(buffer)
        if len(view) < _HEAD.size:
            raise ValueError("too short")
        magic, self.token, self.revision, articles, terms, entries = _HEAD.unpack(view[: _HEAD.size])
        if magic != _MAGIC or len(view) != _HEAD.size + 4 * (2 * articles + 3 * terms + 1 + entries):
            raise ValueError("another form, or cut short")
        words = view[_HEAD.size :]
        sizes = (articles, articles, terms, terms, terms + 1, entries)
        parts = list(_parts(words, sizes))
        self.numbers = parts[0].cast("I")
        self.norms = parts[1].cast("f")
        self._terms, self._frequencies, self._begins, self._entries = (part.cast("I") for part in parts[2:])

    def frequency(self, term: int) -> int:
        """How many articles have the term, be it among their heaviest or not."""
        at = self._place(term)
        return self._frequencies[at] if at >= 0 else 0

    def entries(self, term: int) -> Sequence[int]:
        """Who has the term among the heaviest, with its weight."""
        at = self._place(term)
        return self._entries[self._begins[at] : self._begins[at + 1]] if at >= 0 else ()

    def slot(self, number: int) -> int:
        """The place of an article, -1 where it is not there."""
        at = bisect_left(self.numbers, number)
        return at if at < len(self.numbers) and self.numbers[at] == number else -1

    def _place(self, term: int) -> int:
        at = bisect_left(self._terms, term)
        return at if at < len(self._terms) and self._terms[at] == term else -1


def packed(
    token: bytes,
    revision: int,
    articles: tuple[Sequence[int], array[float]],
    frequencies: Mapping[int, int],
    postings: Mapping[int, array[int]],
) -> Iterator[bytes]:
    """The bytes of postings, in pieces. ``articles`` are the numbers, rising, and the norms."""
    numbers, norms = articles
    terms = array("I", sorted(frequencies))
    begins, total = array("I", [0]), 0
    for term in terms:
        total += len(postings.get(term, ()))
        begins.append(total)
    yield _HEAD.pack(_MAGIC, token, revision, len(numbers), len(terms), total)
    for part in (array("I", numbers), norms, terms, array("I", map(frequencies.__getitem__, terms)), begins):
        yield part.tobytes()
    for term in terms:
        if term in postings:
            yield postings[term].tobytes()


def _parts(words: memoryview, sizes: Sequence[int]) -> Iterator[memoryview]:
    begin = 0
    for size in sizes:
        yield words[begin : begin + 4 * size]
        begin += 4 * size
