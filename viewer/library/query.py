"""The words that a reader types to find an article, as a question that full-text search understands.

border troops      both words            "border troops"   one after the other
Hajin OR Baghuz    either                -Raqqa            without it
reinf*             words that begin so   bukam             the last word may be unfinished
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 32


@dataclass(frozen=True, slots=True)
class Query:
    """``match`` is an FTS5 expression, "" where nothing can be looked for; ``wanted`` are the words to mark.

    A wanted word is folded (see ``fold``); one that ends in ``*`` stands for its beginnings.
    """

    match: str
    wanted: tuple[str, ...]


def read_query(text: str) -> Query:
    """The question in ``text``. Any text is a question; none raises."""
    alternatives: list[list[str]] = [[]]
    excluded: list[str] = []
    wanted: list[str] = []
    tokens = list(_TOKEN.finditer(text))
    for token in tokens:
        minus, phrase, word = token.groups()
        if word == "OR" and alternatives[-1]:
            alternatives.append([])
            continue
        words = [fold(part) for part in _WORD.findall(phrase if word is None else word)][:_MOST_WORDS]
        if not words:
            continue
        unfinished = word is not None and (word.endswith("*") or (token is tokens[-1] and text == text.rstrip()))
        clause = f'"{" ".join(words)}"{"*" if unfinished else ""}'
        if minus:
            excluded.append(clause)
            continue
        alternatives[-1].append(clause)
        wanted += [*words[:-1], words[-1] + ("*" if unfinished else "")]
    return Query(_match(alternatives, excluded), tuple(dict.fromkeys(wanted)))


def fold(text: str) -> str:
    """Lower case without diacritics, one character for each, so that places in the text stay the same."""
    return "".join(_folded(character) for character in text) if not text.isascii() else text.lower()


def _folded(character: str) -> str:
    plain = next(iter(unicodedata.normalize("NFD", character)), character).lower()
    return plain if len(plain) == 1 else character


def _match(alternatives: list[list[str]], excluded: list[str]) -> str:
    groups = [" AND ".join(clauses[:_MOST_WORDS]) for clauses in alternatives if clauses]
    if not groups:
        return ""
    wanted = " OR ".join(f"({group})" for group in groups[:_MOST_WORDS])
    return f"({wanted}) NOT ({' OR '.join(excluded[:_MOST_WORDS])})" if excluded else wanted
