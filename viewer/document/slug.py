"""Anchors of headings, as GitHub makes them, so that ``article.md#heading`` finds its place."""

from __future__ import annotations

import re

_DROPPED = re.compile(r"[^\w\- ]")
_LONGEST = 200


def slug(heading: str) -> str:
    """``heading`` in lower case, punctuation dropped, spaces as hyphens; "section" where nothing is left."""
    return _DROPPED.sub("", heading.lower())[:_LONGEST].strip().replace(" ", "-") or "section"


class Slugs:
    """Gives each heading of one document an anchor of its own."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def anchor(self, heading: str) -> str:
        """The slug of ``heading``, with "-1", "-2" behind it where it was given before."""
        plain = anchor = slug(heading)
        while anchor in self._used:
            self._used[plain] += 1
            anchor = f"{plain}-{self._used[plain]}"
        self._used[anchor] = 0
        return anchor
