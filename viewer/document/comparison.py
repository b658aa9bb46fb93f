"""Two texts of record side by side: which paragraphs, sentences and words only one of them has.

Paragraphs are aligned first; where some differ, the likest are paired in their order, and within a pair sentences and
then words are aligned in the same way. All of it has a budget: what would take too long is marked as different whole.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from viewer.document.alignment import Budget, align
from viewer.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from viewer.document.alignment import Stretch
    from viewer.model import Block

STEPS = 2_000_000
CUT = "These texts are too long or too different to be compared word by word throughout; in places, all is marked."

_LIKE_PARAGRAPHS, _LIKE_SENTENCES = 0.4, 0.5
_MOST_PAIRS = 10_000
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


class Change(StrEnum):
    """What became of a paragraph or of some words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Piece(NamedTuple):
    """Words of a paragraph that are in both texts (SAME), only in the new (ADDED) or only in the old (REMOVED)."""

    text: str
    change: Change


class ComparedParagraph(NamedTuple):
    """A paragraph of either text; one that is CHANGED has pieces of both."""

    kind: BlockKind
    change: Change
    pieces: tuple[Piece, ...]


class Comparison(NamedTuple):
    """All paragraphs in order. ``added`` and ``removed`` count words; ``cut`` is "" or says what was not compared."""

    paragraphs: tuple[ComparedParagraph, ...]
    added: int
    removed: int
    cut: str = ""

    @property
    def is_same(self) -> bool:
        """Whether the two texts have the same words in the same paragraphs."""
        return all(one.change is Change.SAME for one in self.paragraphs)


class _Part(NamedTuple):
    """A paragraph, a sentence or a word: ``key`` is equal for equal ones, whatever the white space."""

    text: str
    key: str
    block: Block | None = None


def compare(old: Sequence[Block], new: Sequence[Block], steps: int = STEPS) -> Comparison:
    """What changed from the old text to the new one, in a time that ``steps`` bounds."""
    budget = Budget(steps)
    ours, theirs = [_part_of(block) for block in _shown(old)], [_part_of(block) for block in _shown(new)]
    paragraphs: list[ComparedParagraph] = []
    for stretch in _aligned(ours, theirs, budget):
        if stretch.same:
            paragraphs += [_whole(part, Change.SAME) for part in theirs[stretch.new_begin : stretch.new_end]]
            continue
        for before, after in _paired(*_sides(ours, theirs, stretch), _LIKE_PARAGRAPHS, budget):
            paragraphs.append(_paragraph(before, after, budget))
    added, removed = (_words(paragraphs, change) for change in (Change.ADDED, Change.REMOVED))
    return Comparison(tuple(paragraphs), added, removed, CUT if budget.spent else "")


def _shown(blocks: Sequence[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.kind is not BlockKind.RULE)


def _part_of(block: Block) -> _Part:
    text = f"[Picture: {block.image.alt or block.image.source}]" if block.image else block.text
    return _Part(text, " ".join(text.split()), block)


def _aligned(old: Sequence[_Part], new: Sequence[_Part], budget: Budget) -> list[Stretch]:
    return align([part.key for part in old], [part.key for part in new], budget)


def _sides(old: Sequence[_Part], new: Sequence[_Part], stretch: Stretch) -> tuple[Sequence[_Part], Sequence[_Part]]:
    return old[stretch.old_begin : stretch.old_end], new[stretch.new_begin : stretch.new_end]


def _whole(part: _Part, change: Change) -> ComparedParagraph:
    kind = part.block.kind if part.block else BlockKind.PARAGRAPH
    return ComparedParagraph(kind, change, (Piece(part.text, change),))


def _paragraph(before: _Part | None, after: _Part | None, budget: Budget) -> ComparedParagraph:
    if before is None or after is None:
        return _whole(after or before or _Part("", ""), Change.ADDED if before is None else Change.REMOVED)
    pieces = _by_sentence(before, after, budget)
    kind = after.block.kind if after.block else BlockKind.PARAGRAPH
    return ComparedParagraph(kind, Change.CHANGED, tuple(_joined(pieces)))


# --- within a paragraph


def _by_sentence(before: _Part, after: _Part, budget: Budget) -> Iterator[Piece]:
    ours, theirs = _sentences(before), _sentences(after)
    for stretch in _aligned(ours, theirs, budget):
        if stretch.same:
            pairs = zip(*_sides(ours, theirs, stretch), strict=True)
            yield from (Piece(_set_off(part.text, before.text), Change.SAME) for before, part in pairs)
            continue
        for one, other in _paired(*_sides(ours, theirs, stretch), _LIKE_SENTENCES, budget):
            yield from _by_word(one, other, budget)


def _set_off(text: str, before: str) -> str:
    """The present sentence; with white space behind it where only the one before had some, for what came after it."""
    return text if text[-1:].isspace() or not before[-1:].isspace() else f"{text} "


def _by_word(before: _Part | None, after: _Part | None, budget: Budget) -> Iterator[Piece]:
    if before is None or after is None or not budget.spend(2 * len(before.text + after.text)):
        yield from _as_pieces([before] if before else [], [after] if after else [])
        return
    ours, theirs = _words_of(before.text), _words_of(after.text)
    for stretch in _aligned(ours, theirs, budget):
        mine, other = _sides(ours, theirs, stretch)
        if stretch.same:
            yield from (Piece(part.text, Change.SAME) for part in other)
        else:
            yield from _as_pieces(mine, other)


def _as_pieces(before: Sequence[_Part], after: Sequence[_Part]) -> Iterator[Piece]:
    yield from (Piece(part.text, Change.REMOVED) for part in before)
    yield from (Piece(part.text, Change.ADDED) for part in after)


def _sentences(part: _Part) -> list[_Part]:
    """The sentences of a paragraph, each with the white space behind it."""
    begins = [begin for begin, _ in part.block.sentences] if part.block and not part.block.image else []
    cuts = [0, *begins[1:], len(part.text)]
    texts = [part.text[begin:end] for begin, end in pairwise(cuts)]
    return [_Part(text, " ".join(text.split())) for text in texts if text]


def _words_of(text: str) -> list[_Part]:
    """Words, signs, and the white space between them."""
    return [_Part(found, found.strip()) for found in _WORD.findall(text)]


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with neighbours of one kind put together; of what changed together, the removed stands first.

    White space between two words that both changed belongs to the change.
    """
    runs = [(is_same, list(group)) for is_same, group in groupby(pieces, lambda piece: piece.change is Change.SAME)]
    removed: list[str] = []
    added: list[str] = []
    for number, (is_same, group) in enumerate(runs):
        text = "".join(piece.text for piece in group)
        if is_same and (text.strip() or not 0 < number < len(runs) - 1):
            yield from _changed(removed, added)
            removed, added = [], []
            yield Piece(text, Change.SAME)
        else:
            removed += [piece.text for piece in group if piece.change is not Change.ADDED]
            added += [piece.text for piece in group if piece.change is not Change.REMOVED]
    yield from _changed(removed, added)


def _changed(removed: list[str], added: list[str]) -> Iterator[Piece]:
    if removed:
        yield Piece("".join(removed), Change.REMOVED)
    if added:
        yield Piece("".join(added), Change.ADDED)


# --- which of the different parts are the same one, changed


def _paired(
    old: Sequence[_Part], new: Sequence[_Part], least: float, budget: Budget
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Pairs in the order of both sides: the likest together, and what is like nothing with None."""
    pairs = _best_pairs(old, new, least, budget)
    at = new_at = 0
    for one, other in [*pairs, (len(old), len(new))]:
        yield from ((part, None) for part in old[at:one])
        yield from ((None, part) for part in new[new_at:other])
        if one < len(old):
            yield old[one], new[other]
        at, new_at = one + 1, other + 1


def _best_pairs(old: Sequence[_Part], new: Sequence[_Part], least: float, budget: Budget) -> list[tuple[int, int]]:
    """The pairs, rising on both sides, whose likenesses add up to most; none where that would take too long."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    size = sum(len(part.key) for part in old) * len(new) + sum(len(part.key) for part in new) * len(old)
    if not budget.spend(size // 8):
        return []
    likeness = _likeness([_counted(part) for part in old], [_counted(part) for part in new], least)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in reversed(range(len(old))):
        for other in reversed(range(len(new))):
            together = likeness(one, other)
            skipped = max(best[one + 1][other], best[one][other + 1])
            best[one][other] = max(skipped, together + best[one + 1][other + 1]) if together else skipped
    return _walk(best, likeness)


def _counted(part: _Part) -> Counter[str]:
    return Counter(part.key.casefold().split())


def _likeness(old: list[Counter[str]], new: list[Counter[str]], least: float) -> Callable[[int, int], float]:
    """How many of the words two parts share, 0.0 to 1.0 (Dice); 0.0 below ``least``."""
    known: dict[tuple[int, int], float] = {}
    sizes, new_sizes = [one.total() for one in old], [one.total() for one in new]

    def likeness(one: int, other: int) -> float:
        if (one, other) not in known:
            shared = sum(min(count, new[other][word]) for word, count in old[one].items() if word in new[other])
            share = 2 * shared / ((sizes[one] + new_sizes[other]) or 1)
            known[one, other] = share if share >= least else 0.0
        return known[one, other]

    return likeness


def _walk(best: list[list[float]], likeness: Callable[[int, int], float]) -> list[tuple[int, int]]:
    pairs, one, other = [], 0, 0
    while one < len(best) - 1 and other < len(best[0]) - 1:
        together = likeness(one, other)
        if together and best[one][other] == together + best[one + 1][other + 1]:
            pairs.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            one += 1
        else:
            other += 1
    return pairs


def _words(paragraphs: Sequence[ComparedParagraph], change: Change) -> int:
    texts = (text for one in paragraphs for text, kind in one.pieces if kind is change)
    return sum(any(map(str.isalnum, word)) for text in texts for word in text.split())
