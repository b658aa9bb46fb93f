"""From an opinion on each piece to the article: its box, what stands between its paragraphs, its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.importers.html_names import leads_elsewhere
from viewer.importers.html_pieces import PieceKind
from viewer.importers.page_edges import paragraphs_at_the_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.importers.html_pieces import PagePieces, Piece

CORE_SHARE = 0.9
TRUSTED_SHARE = 0.3
TRUSTED_OF_ITSELF = 0.5
MOST_LINKED = 0.5
FIRST_PICTURES = 3

_ENDING = frozenset((PieceKind.HEADING, PieceKind.RULE))


@dataclass(slots=True)
class _Article:
    """Where the article is.

    ``core`` says for each box whether it lies in the article's, ``trusted`` are the boxes whose names are not to be
    believed, ``first`` and ``last`` the pieces of the opinion within the core.
    """

    core: list[bool]
    trusted: set[int]
    first: int
    last: int

    def holds(self, piece: Piece) -> bool:
        """Whether the piece stands in the article's box, and in no box beside the article."""
        return self.core[piece.container] and self.trusts(piece)

    def trusts(self, piece: Piece) -> bool:
        """Whether no box around the piece is, by its name, one beside the article."""
        return not piece.doubtful or self.trusted.issuperset(piece.doubtful)


def select(page: PagePieces, opinion: Sequence[bool]) -> list[Piece]:
    """The pieces of the article in order: those of ``opinion``, and what belongs to them."""
    article = _article(page, opinion)
    if article is None:
        return []
    numbers = [
        number
        for number in range(len(page.pieces))
        if opinion[number] or _belongs(page.pieces[number], number, article)
    ]
    edges = paragraphs_at_the_edges(page, opinion, article.first, article.last)
    numbers = sorted({*numbers, *edges, *_first_pictures(page.pieces, article)})
    return _without_loose_ends(_without_repeated(_without_other_stories([page.pieces[number] for number in numbers])))


def _article(page: PagePieces, opinion: Sequence[bool]) -> _Article | None:
    own, all_text = [0] * len(page.parents), [0] * len(page.parents)
    for piece, yes in zip(page.pieces, opinion, strict=True):
        all_text[piece.container] += len(piece.key)
        own[piece.container] += len(piece.key) if yes else 0
    inner = [0] * len(page.parents)
    for box in range(len(own) - 1, 0, -1):
        own[page.parents[box]] += own[box]
        all_text[page.parents[box]] += all_text[box]
        inner[page.parents[box]] += own[box]
    if not own[0]:
        return None
    core = _core(own, inner, page.parents)
    numbers = [number for number, piece in enumerate(page.pieces) if opinion[number] and core[piece.container]]
    trusted = {
        box
        for box, weight in enumerate(own)
        if weight >= TRUSTED_SHARE * own[0] or weight > TRUSTED_OF_ITSELF * all_text[box]
    }
    return _Article(core, trusted, numbers[0], numbers[-1]) if numbers else None


def _core(own: list[int], inner: list[int], parents: list[int]) -> list[bool]:
    """For each box whether it lies in the smallest box of several that holds ``CORE_SHARE`` of the article."""
    enough = CORE_SHARE * own[0]
    core = max(box for box, weight in enumerate(own) if weight >= enough)
    while core and not inner[core]:
        core = parents[core]
    inside = [False] * len(parents)
    inside[core] = True
    for box in range(core + 1, len(parents)):
        inside[box] = inside[parents[box]]
    return inside


def _belongs(piece: Piece, number: int, article: _Article) -> bool:
    """Whether a piece that the opinion leaves out belongs to the article all the same."""
    if not article.holds(piece):
        return False
    if piece.kind in {PieceKind.IMAGE, PieceKind.CAPTION} or (piece.frames and piece.frames[0].is_footnote):
        return True
    return article.first <= number <= article.last


def _first_pictures(pieces: Sequence[Piece], article: _Article) -> list[int]:
    """The numbers of pictures and their captions between the title and the first paragraph, wherever they stand."""
    headings = [number for number in range(article.first) if pieces[number].kind is PieceKind.HEADING]
    begin = next((number for number in headings if pieces[number].level == 1), headings[-1] if headings else None)
    found = [
        number
        for number in range(begin or 0, article.first if begin is not None else 0)
        if pieces[number].kind in {PieceKind.IMAGE, PieceKind.CAPTION} and article.trusts(pieces[number])
    ]
    return found[: FIRST_PICTURES * 2]


def _without_other_stories(chosen: list[Piece]) -> list[Piece]:
    """``chosen`` without lines such as "Read more: ...", and without the links that follow a heading of that kind."""
    kept: list[Piece] = []
    skipping = False
    for piece in chosen:
        if piece.kind in {PieceKind.PARAGRAPH, PieceKind.HEADING} and leads_elsewhere(piece.text, piece.link_share):
            skipping = piece.link_share < MOST_LINKED
            continue
        skipping = skipping and (piece.kind is PieceKind.IMAGE or piece.link_share >= MOST_LINKED)
        if not skipping:
            kept.append(piece)
    return kept


def _without_repeated(chosen: list[Piece]) -> list[Piece]:
    """``chosen`` without captions and pictures that come again, as in galleries; text that repeats a caption."""
    captions = {piece.key for piece in chosen if piece.kind is PieceKind.CAPTION and len(piece.key) > 20}
    seen: set[str] = set()
    kept: list[Piece] = []
    for piece in chosen:
        key = piece.picture.source if piece.picture else piece.key
        may_repeat = piece.kind in {PieceKind.IMAGE, PieceKind.CAPTION} or piece.key in captions
        if may_repeat and key in seen and not (piece.picture and piece.picture.link):
            continue
        seen.add(key)
        kept.append(piece)
    return kept


def _without_loose_ends(chosen: list[Piece]) -> list[Piece]:
    """``chosen`` without headings and rules at the end, which nothing follows."""
    end = len(chosen)
    while end and chosen[end - 1].kind in _ENDING:
        end -= 1
    return chosen[:end] or chosen
