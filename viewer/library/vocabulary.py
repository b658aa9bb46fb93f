"""All words of the library: those that hold a part, and those that are near to one that nobody wrote.

Parts of words are looked up here, among some hundred thousand words, and not in the articles: an index of every three
characters of every article would be three times as large as all the rest.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from viewer.library.folding import is_dense
from viewer.library.nearness import nearest

if TYPE_CHECKING:
    import sqlite3

_SHORTEST, _LONGEST = 3, 40
_MOST_PARTS = 200
_MOST_NEAR = 400


def put_vocabulary(connection: sqlite3.Connection, text: str) -> None:
    """Add the words of ``text``, terms between blanks, inside the caller's transaction."""
    terms = [term for term in set(text.split()) if _SHORTEST <= len(term) <= _LONGEST and not term.isdecimal()]
    statement = (  # twice as fast as OR IGNORE, which the trigger slows down for known words, too
        "INSERT INTO term (term) SELECT value FROM json_each(?) WHERE value NOT IN (SELECT term FROM term)"
    )
    connection.execute(statement, (json.dumps(terms),))


def holding(connection: sqlite3.Connection, part: str) -> tuple[str, ...]:
    """The words that hold ``part`` and are longer, the shortest first, 200 at most; none for one or two letters."""
    if len(part) < _SHORTEST:
        return ()
    statement = "SELECT term FROM term_part WHERE term_part MATCH ? AND length(term) > ? ORDER BY length(term) LIMIT ?"
    found = connection.execute(statement, (f'"{part}"', len(part), _MOST_PARTS))
    return tuple(term for (term,) in found)


def near(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """The words that ``word`` may have been meant to be, the nearest first; those that share most of its parts."""
    parts = sorted({word[at : at + 3] for at in range(len(word) - 2)})
    if not parts or is_dense(word) or len(word) > _LONGEST:
        return ()
    statement = (
        "SELECT term FROM term_part WHERE term_part MATCH ? AND length(term) BETWEEN ? AND ? ORDER BY rank LIMIT ?"
    )
    asked = " OR ".join(f'"{part}"' for part in parts)
    found = connection.execute(statement, (asked, len(word) - 2, len(word) + 2, _MOST_NEAR))
    return nearest(word, [term for (term,) in found])
