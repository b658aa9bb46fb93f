"""Which pieces of a page are the article: trafilatura's opinion, and a second one of our own.

The second is that of Arc90's Readability: paragraphs give points for length and commas to the boxes around them.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.importers.html_pieces import PieceKind
from viewer.importers.page_matching import changed_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from viewer.importers.html_pieces import PagePieces, Piece

MAX_TAGS_FOR_TRAFILATURA = 40_000
SHORT = 600
SMALL_SHARE = 0.2
CLEARLY_MORE = 2.0

_SHORTEST_PARAGRAPH = 25
_SHORTEST_FOUND = 12
_PARAGRAPHS = ("p", "item", "head", "quote")  # as trafilatura names them


@dataclass(frozen=True, slots=True)
class _Extracted:
    """What trafilatura takes for the article, without white space: the whole, its lines, its paragraphs."""

    text: str = ""
    lines: frozenset[str] = frozenset()
    paragraphs: Sequence[str] = ()

    def holds(self, key: str) -> bool:
        """Whether a piece with this ``key`` is there to the letter."""
        return key in self.lines or (len(key) >= _SHORTEST_FOUND and key in self.text)


def opinion(root: HtmlElement, page: PagePieces, tags: int) -> list[bool]:
    """For each piece whether it belongs to the article: trafilatura's word, unless it found too little."""
    first = trafilatura_opinion(root, page.pieces) if tags <= MAX_TAGS_FOR_TRAFILATURA else [False] * len(page.pieces)
    found = _length(page.pieces, first)
    if found >= SHORT and found >= SMALL_SHARE * _prose(page.pieces):
        return first
    second = own_opinion(page)
    return second if _length(page.pieces, second) > CLEARLY_MORE * found else first


def _length(pieces: Sequence[Piece], chosen: Sequence[bool]) -> int:
    return sum(len(piece.text) for piece, yes in zip(pieces, chosen, strict=True) if yes)


def _prose(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces if not piece.doubtful and piece.link_share < 0.5)


def trafilatura_opinion(root: HtmlElement, pieces: Sequence[Piece]) -> list[bool]:
    """For each piece whether trafilatura's extraction holds its text, to the letter or but for what it drops.

    The spans of cells are taken from ``root``.
    """
    extracted = _extracted(root)
    changed = changed_pieces(pieces, extracted.paragraphs)
    return [extracted.holds(piece.key) or number in changed for number, piece in enumerate(pieces)]


def _extracted(root: HtmlElement) -> _Extracted:
    """What trafilatura takes for the article; nothing where it fails."""
    import trafilatura  # takes most of a second to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    _drop_spans(root)
    try:
        document = trafilatura.bare_extraction(root, fast=True, include_comments=False, favor_precision=True)
    except Exception:
        return _Extracted()
    body = getattr(document, "body", None)
    if body is None:
        return _Extracted()
    lines = [_without_space(part) for part in body.itertext()]
    paragraphs = [_without_space("".join(element.itertext())) for element in body.iter(*_PARAGRAPHS)]
    return _Extracted("".join(lines), frozenset(filter(None, lines)), paragraphs)


def _drop_spans(root: HtmlElement) -> None:
    """Takes the spans from all cells: trafilatura fills them with empty cells, up to a hundred for each of a page's."""
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            cell.attrib.pop(name, None)


def _without_space(text: str) -> str:
    return "".join(text.split())


def own_opinion(page: PagePieces) -> list[bool]:
    """For each piece whether it stands in the box that gathers most points."""
    points = _points(page)
    if not any(points):
        return [bool(piece.key) and not piece.doubtful for piece in page.pieces]
    best = max(range(len(points)), key=points.__getitem__)
    best = _wider(best, points, page.parents)
    inside = _inside(best, page.parents)
    return [inside[piece.container] and _is_prose(piece) for piece in page.pieces]


def _is_prose(piece: Piece) -> bool:
    return bool(piece.key) and not piece.doubtful and piece.link_share < 0.5


def _points(page: PagePieces) -> list[float]:
    """Points of each box from the paragraphs in it, half from those one box further in."""
    points = [0.0] * len(page.parents)
    for piece in page.pieces:
        if piece.kind in {PieceKind.HEADING, PieceKind.CAPTION} or not _is_prose(piece):
            continue
        if len(piece.text) < _SHORTEST_PARAGRAPH or piece.link_share > 0.33:
            continue
        score = (
            1 + piece.text.count(",") + piece.text.count("，") + piece.text.count("、") + min(len(piece.text) / 100, 3)
        )
        parent = page.parents[piece.container]
        points[parent] += score
        points[page.parents[parent]] += score / 2
    return points


def _wider(best: int, points: list[float], parents: list[int]) -> int:
    """The box around ``best`` where other boxes in it, beside ``best``, gather a fair share too."""
    while best:
        parent = parents[best]
        beside = sum(score for box, score in enumerate(points) if parents[box] == parent and box not in {best, parent})
        if beside < 0.35 * points[best] or parent == best:
            return best
        best = parent
    return best


def _inside(box: int, parents: list[int]) -> list[bool]:
    """For each box whether it is ``box`` or within it. Parents have smaller numbers than what they hold."""
    inside = [False] * len(parents)
    inside[box] = True
    for number in range(box + 1, len(parents)):
        inside[number] = inside[parents[number]]
    return inside
