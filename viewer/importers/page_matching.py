"""Paragraphs of an extraction that come back changed: which pieces of the page they are.

trafilatura drops ``time``, ``math`` and the readings of ``ruby`` with their text, and the marks of ``q``; it writes
references to footnotes in its own way. What is left of the paragraph keeps its order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from viewer.importers.html_inline import FOOTNOTE_CLOSE, FOOTNOTE_OPEN
from viewer.importers.html_pieces import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viewer.importers.html_pieces import Piece

SHORTEST = 20
LONGEST = 20_000
SMALLEST_KEPT = 0.5
SMALLEST_KEPT_OF_THEIRS = 0.8

_END = 2
_MOST_ALIKE = 4
_REFERENCE = re.compile(rf"{FOOTNOTE_OPEN}\d+{FOOTNOTE_CLOSE}")
_WITH_WORDS = frozenset((PieceKind.PARAGRAPH, PieceKind.HEADING, PieceKind.TERM, PieceKind.DEFINITION))


def changed_pieces(pieces: Sequence[Piece], paragraphs: Iterable[str]) -> set[int]:
    """The numbers of the pieces that ``paragraphs``, without white space, hold but for what was dropped or changed.

    A paragraph that is a piece to the letter speaks for no other. Linear in the text.
    """
    changed = _by_ends(set(paragraphs).difference(piece.key for piece in pieces))
    if not changed:
        return set()
    return {number for number, piece in enumerate(pieces) if piece.kind in _WITH_WORDS and _is_one_of(piece, changed)}


def _by_ends(paragraphs: Iterable[str]) -> dict[str, list[str]]:
    """The paragraphs by how they begin and by how they end: one of the two is seldom changed. A few for each."""
    found: dict[str, list[str]] = defaultdict(list)
    for paragraph in sorted(paragraphs):
        if SHORTEST <= len(paragraph) <= LONGEST:
            for end in (f"^{paragraph[:_END]}", f"{paragraph[-_END:]}$"):
                if len(found[end]) < _MOST_ALIKE:
                    found[end].append(paragraph)
    return found


def _is_one_of(piece: Piece, changed: dict[str, list[str]]) -> bool:
    key = _REFERENCE.sub("", piece.key)
    if not SHORTEST <= len(key) <= LONGEST:
        return False
    alike = [*changed.get(f"^{key[:_END]}", ()), *changed.get(f"{key[-_END:]}$", ())]
    return any(
        _is_rest(theirs, key, SMALLEST_KEPT) or _is_rest(key, theirs, SMALLEST_KEPT_OF_THEIRS) for theirs in alike
    )


def _is_rest(rest: str, whole: str, smallest: float) -> bool:
    """Whether ``rest`` is ``whole`` without some stretches, and at least the share ``smallest`` of it."""
    if not smallest * len(whole) <= len(rest) <= len(whole):
        return False
    characters = iter(whole)
    return all(character in characters for character in rest)
