"""How long and how large an answer may be."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_PAGE = 10_000_000
LARGEST_PICTURE = 20_000_000
LARGEST_FEED = 20_000_000
LARGEST_WHOLE = 60_000_000
"""A page with all of its pictures."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one request with all its redirects: seconds, bytes (after unpacking) and steps.

    ``silence`` is the longest wait for the next bytes, ``deadline`` the longest time from the first connection to the
    last byte: a server that sends one byte a second is stopped by the second.
    """

    bytes: int
    connect: float = 10.0
    silence: float = 20.0
    deadline: float = 60.0
    redirects: int = 8


PAGE = Limits(LARGEST_PAGE)
PICTURE = Limits(LARGEST_PICTURE, deadline=40.0)
FEED = Limits(LARGEST_FEED)
