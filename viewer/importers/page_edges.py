"""What stands right before the first and right after the last paragraph of an opinion, and is of the article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from viewer.importers.html_inline import FOOTNOTE_CLOSE, FOOTNOTE_OPEN
from viewer.importers.html_names import leads_elsewhere
from viewer.importers.html_pieces import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viewer.importers.html_pieces import PagePieces, Piece

SHORTEST = 40
SHORTEST_WITHOUT_BLANKS = 16
MOST_LINKED = 0.2

_TEXTS = frozenset((PieceKind.PARAGRAPH, PieceKind.DEFINITION))
_BETWEEN = frozenset((PieceKind.IMAGE, PieceKind.CAPTION))
_END = re.compile(rf"""[.!?…。！？।۔؟]["'”’»›)\]」』）]*(?:{FOOTNOTE_OPEN}\d+{FOOTNOTE_CLOSE})*\Z""")
_ABOUT_THE_TEXT = re.compile(
    r"this (?:entry|post|article|story|piece|page|text) (?:was|has been|is|first|originally|also)\b|"
    r"(?:originally|first) (?:published|appeared)\b|"
    r"[^.!?,]{3,60},? is (?:an?|the) (?:[\w’'-]+ ){0,4}"
    r"(?:reporter|writer|editor|correspondent|journalist|columnist|contributor|blogger|freelancer|producer|author)\b",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"@|©|\(c\) ?\d{4}|all rights reserved|newsletter|cookies|privacy policy|terms of (?:use|service)|"
    r"alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|"
    r"tutti i diritti riservati|все права защищены",
    re.IGNORECASE,
)


def paragraphs_at_the_edges(page: PagePieces, opinion: Sequence[bool], first: int, last: int) -> list[int]:
    """The numbers of the paragraphs that go on with the article beyond the pieces ``first`` and ``last``.

    They stand in the very box that holds most of the article's paragraphs, follow one another without anything else
    between them, and read as sentences, not as a call to the reader. Writers set such paragraphs in other ways than
    the rest, so that the opinion misses them.
    """
    home = _home(page, opinion)
    before, after = range(first - 1, -1, -1), range(last + 1, len(page.pieces))
    return [*_run(page, home, before), *_run(page, home, after)]


def _home(page: PagePieces, opinion: Sequence[bool]) -> int:
    """The box that directly holds most of the paragraphs' text."""
    weights: Counter[int] = Counter()
    for piece, yes in zip(page.pieces, opinion, strict=True):
        if yes and piece.kind in _TEXTS:
            weights[page.parents[piece.container]] += len(piece.key)
    return weights.most_common(1)[0][0] if weights else -1


def _run(page: PagePieces, home: int, numbers: Iterable[int]) -> list[int]:
    found: list[int] = []
    for number in numbers:
        piece = page.pieces[number]
        if piece.kind in _BETWEEN:
            continue
        if home not in {piece.container, page.parents[piece.container]} or not _goes_on(piece):
            break
        found.append(number)
    return found


def _goes_on(piece: Piece) -> bool:
    """Whether the piece reads as a paragraph of the article."""
    return (
        piece.kind in _TEXTS
        and not piece.doubtful
        and not piece.in_list
        and piece.link_share <= MOST_LINKED
        and _is_long_enough(piece)
        and _END.search(piece.text) is not None
        and not leads_elsewhere(piece.text, 1.0)
        and not _ABOUT_THE_TEXT.match(piece.text)
        and not _CALLS.search(piece.text)
    )


def _is_long_enough(piece: Piece) -> bool:
    """Whether the text is as long as a sentence; scripts without blanks need less."""
    blanks = piece.text.count(" ")
    return len(piece.text) >= (SHORTEST if blanks * 20 > len(piece.text) else SHORTEST_WITHOUT_BLANKS)
