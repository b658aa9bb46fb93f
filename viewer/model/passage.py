"""A place in the text of record."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """The characters ``begin`` to ``end`` (code points, end exclusive) of block number ``block``."""

    block: int
    begin: int
    end: int

    def is_about(self, other: Passage) -> bool:
        """Whether both are about the same words: what they share is more than half of either."""
        if self.block != other.block:
            return False
        shared = min(self.end, other.end) - max(self.begin, other.begin)
        return 2 * shared > max(self.end - self.begin, other.end - other.begin)
