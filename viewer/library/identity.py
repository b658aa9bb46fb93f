"""Article ids: 52 bits, so that they pass unharmed through JSON and a double, made from the path at first sight."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BITS = 52


def first_id(path: str, is_taken: Callable[[int], bool]) -> int:
    """The id of an article first seen at ``path``: always the same, unless another article holds that id already."""
    for attempt in count():
        salted = f"{path}\0{attempt}" if attempt else path
        digest = hashlib.blake2b(salted.encode("utf-8", "surrogateescape"), digest_size=8).digest()
        candidate = int.from_bytes(digest, "big") >> (64 - _BITS)
        if candidate and not is_taken(candidate):
            return candidate
    raise AssertionError("unreachable: count() has no end")
