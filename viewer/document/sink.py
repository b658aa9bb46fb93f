"""Where finished blocks go: sentences, direction and anchors are worked out here, and the limits are kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from viewer.document.language import is_right_to_left
from viewer.document.sentences import sentences
from viewer.document.slug import Slugs
from viewer.document.words import count_words
from viewer.model import Block, BlockKind, Document, ImageReference, Run

MAX_BLOCKS = 20_000
LONGEST_BLOCK = 20_000
IMAGE_CHARACTER = "\ufffc"


@dataclass(slots=True)
class Sink:
    """The blocks of one document in the making. ``notices`` are sentences about what was left out."""

    language: str
    blocks: list[Block] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    _slugs: Slugs = field(default_factory=Slugs)

    @property
    def full(self) -> bool:
        """Whether no more blocks are taken; the notice then says so."""
        if len(self.blocks) < MAX_BLOCKS:
            return False
        self.note(f"Only the first {MAX_BLOCKS:,} paragraphs are shown.")
        return True

    def note(self, notice: str) -> None:
        """Adds a sentence to the notices, once."""
        if notice not in self.notices:
            self.notices.append(notice)

    def add(self, block: Block) -> None:
        """Takes ``block``, whose sentences, direction and (for a heading) anchor are filled in."""
        if len(block.text) > LONGEST_BLOCK:
            for piece in _split(block):
                self._add(piece)
        else:
            self._add(block)

    def _add(self, block: Block) -> None:
        if self.full:
            return
        anchor = block.anchor
        if block.kind is BlockKind.HEADING and not anchor:
            anchor = self._slugs.anchor(block.text)
        self.blocks.append(
            replace(
                block,
                sentences=self._sentences(block),
                anchor=anchor,
                right_to_left=block.kind is not BlockKind.CODE and is_right_to_left(block.text, self.language),
            )
        )

    def _sentences(self, block: Block) -> tuple[tuple[int, int], ...]:
        if block.kind is not BlockKind.CODE:
            return sentences(block.text, self.language)
        text = block.text.strip()
        begin = len(block.text) - len(block.text.lstrip())
        return ((begin, begin + len(text)),) if text else ()

    def add_image(self, image: ImageReference, quoted: int, anchor: str = "") -> None:
        """Takes a picture as a block of its own."""
        self.add(Block(BlockKind.IMAGE, IMAGE_CHARACTER, image=image, quoted=quoted, anchor=anchor))

    def document(self) -> Document:
        """What was taken so far."""
        words = sum(count_words(block.text) for block in self.blocks if block.kind is not BlockKind.IMAGE)
        return Document(tuple(self.blocks), self.language, words, " ".join(self.notices))


def split_points(text: str, limit: int = LONGEST_BLOCK) -> list[int]:
    """Where to cut ``text`` into pieces of at most ``limit`` characters: at spaces where one is in reach."""
    points = []
    begin = 0
    while len(text) - begin > limit:
        space = text.rfind(" ", begin + limit // 2, begin + limit)
        begin = space + 1 if space > 0 else begin + limit
        points.append(begin)
    return points


def _split(block: Block) -> list[Block]:
    """``block`` as several of at most LONGEST_BLOCK characters; marker, anchor and cell stay with the first."""
    points = [0, *split_points(block.text), len(block.text)]
    pieces = []
    for begin, end in pairwise(points):
        begin, end = _trimmed(block.text, begin, end)
        if begin == end:
            continue
        runs = tuple(_clipped(run, begin, end) for run in block.runs if run.begin < end and run.end > begin)
        pieces.append(replace(block, text=block.text[begin:end], runs=runs))
        block = replace(block, marker="", anchor="")
    return pieces


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    piece = text[begin:end]
    begin += len(piece) - len(piece.lstrip())
    return begin, begin + len(piece.strip())


def _clipped(run: Run, begin: int, end: int) -> Run:
    return run._replace(begin=max(run.begin, begin) - begin, end=min(run.end, end) - begin)
