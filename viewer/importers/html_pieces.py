"""What a page is made of once its boxes are gone: pieces in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.importers.html_inline import Run


class PieceKind(StrEnum):
    """What a piece of a page is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    TERM = "term"
    DEFINITION = "definition"
    RULE = "rule"


@dataclass(slots=True, eq=False)
class Frame:
    """What stands around pieces: a quotation (``marker`` ">"), a list item ("-", "3."), a footnote ("[^2]:").

    ``group`` numbers the list that the item belongs to. ``written`` is for the writer: the marker stands once.
    """

    marker: str
    group: int = 0
    written: bool = False

    @property
    def is_quote(self) -> bool:
        """Whether this is a quotation."""
        return self.marker == ">"

    @property
    def is_footnote(self) -> bool:
        """Whether this is the text of a footnote."""
        return self.marker.startswith("[^")


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the page: its address as written, alternative text, and the address that it links to."""

    source: str
    alt: str = ""
    link: str = ""


@dataclass(slots=True, eq=False)
class Piece:
    """A paragraph, heading, table, image or the like.

    ``text`` is plain; ``runs`` are the same with styles and links, and ``markdown`` is ready made where there are none.
    ``linked`` counts the characters of ``text`` in links.
    ``container`` numbers the box that holds the piece, ``doubtful`` the boxes around it that by their name hold
    something beside the article. ``level`` is that of a heading; ``info`` the language of code.
    """

    kind: PieceKind
    text: str
    container: int
    runs: Sequence[Run] = ()
    markdown: str = ""
    frames: tuple[Frame, ...] = ()
    doubtful: tuple[int, ...] = ()
    linked: int = 0
    level: int = 0
    info: str = ""
    picture: Picture | None = None
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.key = "".join(self.text.split())

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0.0 to 1.0."""
        return min(1.0, self.linked / len(self.text)) if self.text else 0.0

    @property
    def in_list(self) -> bool:
        """Whether the piece stands in a list item."""
        return bool(self.frames) and not (self.frames[-1].is_quote or self.frames[-1].is_footnote)


@dataclass(slots=True)
class PagePieces:
    """The pieces of a page in order, and for each box the number of the box around it (the outermost is 0)."""

    pieces: list[Piece]
    parents: list[int]
