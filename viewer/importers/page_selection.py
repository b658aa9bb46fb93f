"""From an opinion on each piece to the article: its box, what stands between its paragraphs, its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.importers.html_pieces import PieceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.importers.html_pieces import PagePieces, Piece

CORE_SHARE = 0.8
TRUSTED_SHARE = 0.3
MOST_LINKED = 0.5

_STRUCTURE = frozenset((PieceKind.TABLE, PieceKind.CODE, PieceKind.IMAGE, PieceKind.CAPTION, PieceKind.RULE))


def select(page: PagePieces, opinion: Sequence[bool]) -> list[Piece]:
    """The pieces of the article in order: those of ``opinion``, and what belongs to them."""
    weights = _weights(page, opinion)
    if not weights[0]:
        return []
    core = _core(weights, page.parents)
    first, last = _span(page, opinion, core)
    trusted = {box for box, weight in enumerate(weights) if weight >= TRUSTED_SHARE * weights[0]}
    chosen = [
        piece
        for index, piece in enumerate(page.pieces)
        if opinion[index]
        or (core[piece.container] and trusted.issuperset(piece.doubtful) and _belongs(piece, first <= index <= last, index < first))
    ]
    return _without_loose_headings(chosen)


def _weights(page: PagePieces, opinion: Sequence[bool]) -> list[int]:
    """For each box the characters in it that belong to the article; box 0 holds all."""
    weights = [0] * len(page.parents)
    for piece, yes in zip(page.pieces, opinion, strict=True):
        if yes:
            weights[piece.container] += len(piece.key)
    for box in range(len(weights) - 1, 0, -1):
        weights[page.parents[box]] += weights[box]
    return weights


def _core(weights: list[int], parents: list[int]) -> list[bool]:
    """For each box whether it lies in the smallest box that holds ``CORE_SHARE`` of the article."""
    enough = CORE_SHARE * weights[0]
    core = max(box for box, weight in enumerate(weights) if weight >= enough)
    while weights[core] and core and _is_paragraph(core, weights, parents):
        core = parents[core]
    inside = [False] * len(parents)
    inside[core] = True
    for box in range(core + 1, len(parents)):
        inside[box] = inside[parents[box]]
    return inside


def _is_paragraph(box: int, weights: list[int], parents: list[int]) -> bool:
    """Whether the box holds no other box with text: the article is then what is around it."""
    return not any(weights[inner] for inner in range(box + 1, len(parents)) if parents[inner] == box)


def _span(page: PagePieces, opinion: Sequence[bool], core: list[bool]) -> tuple[int, int]:
    """The numbers of the first and the last piece of the article within its box."""
    numbers = [
        number for number, piece in enumerate(page.pieces) if opinion[number] and core[piece.container]
    ]
    return (numbers[0], numbers[-1]) if numbers else (0, -1)


def _belongs(piece: Piece, between: bool, before: bool) -> bool:
    """Whether a piece of the article's box that the opinion leaves out belongs to it all the same."""
    if piece.kind is PieceKind.IMAGE:
        return True
    if piece.kind is PieceKind.CAPTION:
        return True
    if piece.kind in _STRUCTURE:
        return between
    if piece.frames and piece.frames[0].is_footnote:
        return True
    return between and piece.link_share < MOST_LINKED


def _without_loose_headings(chosen: list[Piece]) -> list[Piece]:
    """``chosen`` without headings and rules at the end, which nothing follows."""
    end = len(chosen)
    while end and chosen[end - 1].kind in {PieceKind.HEADING, PieceKind.RULE}:
        end -= 1
    return chosen[:end]
