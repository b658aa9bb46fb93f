"""A place in the text of record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """The characters ``begin`` to ``end`` (code points, end exclusive) of block number ``block``."""

    block: int
    begin: int
    end: int
