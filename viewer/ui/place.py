"""Where the reader is: a place held while lines are set anew, and how far into a text it is, whatever its size."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.model import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.model import Block


class Held(NamedTuple):
    """The place at the top of a pane (None above the text), and how the pane stood there, in px.

    ``top`` is how far below the edge its line begins, ``height`` how far the pane was scrolled when the reader came
    there, ``now`` how far it is scrolled now.
    """

    place: Passage | None
    top: int
    height: int
    now: int


def share_of_passage(blocks: Sequence[Block], place: Passage | None) -> float:
    """The share of the text before ``place``, 0.0 to 1.0; None is the top."""
    total = sum(len(block.text) for block in blocks)
    if place is None or not total:
        return 0.0
    return (sum(len(block.text) for block in blocks[: place.block]) + place.begin) / total


def passage_at_share(blocks: Sequence[Block], share: float) -> Passage | None:
    """The place before which ``share`` of the text lies; None for a text without characters."""
    wanted = share * sum(len(block.text) for block in blocks)
    for number, block in enumerate(blocks):
        if wanted < len(block.text):
            return Passage(number, int(wanted), int(wanted))
        wanted -= len(block.text)
    return None
