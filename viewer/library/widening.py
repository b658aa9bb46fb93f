"""Words inside longer words: Kanzler in Bundeskanzler, the word behind an Arabic or Hebrew article or preposition.

In languages that write words together, and in scripts that write small words onto others, a word is looked for inside
others as well, after the articles that have it as it is. In English that would find a cat in education: there it is
done only where nothing else was found, and said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.library.query import Leaf, Query, Words, changed
from viewer.library.vocabulary import holding

if TYPE_CHECKING:
    import sqlite3

COMPOUNDING = ("af", "da", "de", "et", "eu", "fi", "fo", "fy", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv", "tr")
IN_THOSE = f"substr(language, 1, 2) IN ({', '.join(map(repr, COMPOUNDING))})"
_ATTACHING = re.compile("[\u05d0-\u05ea\u0620-\u06ff]")
_SHORTEST = 4
_SHORTEST_ATTACHING = 3
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Widening:
    """The search with longer words; ``some_languages``: for articles in COMPOUNDING alone."""

    query: Query
    some_languages: bool

    def holds_for(self, language: str) -> bool:
        """Whether longer words count in an article of this language."""
        return not self.some_languages or language[:2].lower() in COMPOUNDING


def widened(connection: sqlite3.Connection, query: Query, *, everywhere: bool = False) -> Widening | None:
    """The wider search; None where no longer word holds one of it. ``everywhere``: in every language."""
    words = [leaf for leaf in query.wanted if _may_be_inside(leaf)][:_MOST_WORDS]
    attaching = any(_ATTACHING.match(leaf.terms[0]) for leaf in words)
    if query.root is None or not words or not (everywhere or attaching or _has_compounds(connection)):
        return None
    found = {leaf: replace(leaf, inside=holding(connection, leaf.terms[0])) for leaf in words}
    if not any(leaf.inside for leaf in found.values()):
        return None

    def wide(leaf: Leaf) -> Leaf:
        return found.get(leaf, leaf) if isinstance(leaf, Words) else leaf

    root = changed(query.root, wide, negated=False)
    return Widening(replace(query, root=root), some_languages=not (everywhere or attaching))


def _may_be_inside(leaf: Words) -> bool:
    if len(leaf.terms) > 1 or leaf.field or leaf.exact:
        return False
    term = leaf.terms[0]
    return len(term) >= (_SHORTEST_ATTACHING if _ATTACHING.match(term) else _SHORTEST) and not term.isdecimal()


def _has_compounds(connection: sqlite3.Connection) -> bool:
    return connection.execute(f"SELECT 1 FROM article WHERE {IN_THOSE} LIMIT 1").fetchone() is not None
