"""A place in the text of record."""

from __future__ import annotations

from typing import NamedTuple


class Passage(NamedTuple):
    """The characters ``begin`` to ``end`` (code points, end exclusive) of block number ``block``."""

    block: int
    begin: int
    end: int
