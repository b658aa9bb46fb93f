"""Anchors of headings, as GitHub makes them, so that ``article.md#heading`` finds its place."""

from __future__ import annotations

import re

_DROPPED = re.compile(r"[^\w\- ]")
_LONGEST = 200


class Slugs:
    """Gives each heading of one document an anchor of its own."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def anchor(self, heading: str) -> str:
        """Lower case, punctuation dropped, spaces as hyphens; "-1", "-2" where the same heading comes again."""
        slug = _DROPPED.sub("", heading.lower())[:_LONGEST].strip().replace(" ", "-") or "section"
        count = self._used.get(slug)
        self._used[slug] = 0 if count is None else count + 1
        if count is None:
            return slug
        unique = f"{slug}-{count + 1}"
        self._used.setdefault(unique, 0)
        return unique
