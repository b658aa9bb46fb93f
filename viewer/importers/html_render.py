"""Pieces to Markdown as ``viewer.document`` reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from viewer.importers.html_inline import FOOTNOTE_CLOSE, FOOTNOTE_OPEN, address, escaped, to_inline_markdown
from viewer.importers.html_pieces import Frame, Piece, PieceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_REFERENCE = re.compile(rf"{FOOTNOTE_OPEN}(\d+){FOOTNOTE_CLOSE}")
_TICKS = re.compile(r"^`{3,}", re.MULTILINE)
_MAX_FRAMES = 10


def to_markdown(pieces: Sequence[Piece], place: Callable[[str], str], whole: Callable[[str], str]) -> str:
    """``pieces`` as Markdown.

    ``place`` gives the address to write for a picture's, "" for one that is not to come; ``whole`` that for a link's.
    """
    writer = _Writer(
        place, whole, {frame.marker[2:-2] for piece in pieces for frame in piece.frames if frame.is_footnote}
    )
    position = 0
    while position < len(pieces):
        position += writer.write(pieces, position)
    return writer.finish()


@dataclass(slots=True)
class _Writer:
    place: Callable[[str], str]
    whole: Callable[[str], str]
    notes: set[str]
    lines: list[str] = field(default_factory=list)
    _last: Piece | None = None

    def write(self, pieces: Sequence[Piece], position: int) -> int:
        """Writes the piece at ``position``; how many pieces that took."""
        piece = pieces[position]
        if piece.kind is PieceKind.IMAGE:
            captions = _captions(pieces, position)
            self._add(piece, self._image(piece, " ".join(caption.text for caption in captions)))
            return 1 + len(captions)
        self._add(piece, self._body(piece))
        return 1

    def finish(self) -> str:
        """All that was written, with one line end."""
        return "\n".join(self.lines).strip("\n") + "\n" if self.lines else ""

    def _body(self, piece: Piece) -> str:
        text = piece.markdown or _REFERENCE.sub(self._reference, to_inline_markdown(piece.runs, self.whole))
        if piece.kind is PieceKind.HEADING:
            return f"{'#' * piece.level} {text}"
        if piece.kind is PieceKind.CODE:
            return _code(piece)
        if piece.kind is PieceKind.RULE:
            return "---"
        if piece.kind is PieceKind.TERM:
            return f"**{text}**" if "*" not in text else text
        return text

    def _reference(self, found: re.Match[str]) -> str:
        return f"[^{found[1]}]" if found[1] in self.notes else f"\\[{found[1]}\\]"

    def _image(self, piece: Piece, caption: str) -> str:
        picture = piece.picture
        source = self.place(picture.source) if picture else ""
        if not source or picture is None:
            return escaped(caption)
        quoted = _REFERENCE.sub("", caption).replace("\n", " ").replace('"', "”")
        title = f' "{quoted}"' if quoted else ""
        image = f"![{escaped(picture.alt)}]({address(source)}{title})"
        link = self.whole(picture.link) if picture.link else ""
        return f"[{image}]({address(link)})" if link else image

    def _add(self, piece: Piece, body: str) -> None:
        if not body:
            return
        frames = piece.frames[:_MAX_FRAMES]
        if self.lines and not self._continues_list(piece):
            shared = _shared(self._last.frames[:_MAX_FRAMES] if self._last else (), frames)
            self.lines.append(_indent(shared).rstrip())
        first, rest = _begin(frames), _indent(frames)
        for number, line in enumerate(body.split("\n")):
            self.lines.append(((rest if number else first) + line).rstrip("\n") if line else rest.rstrip())
        self._last = piece

    def _continues_list(self, piece: Piece) -> bool:
        """Whether the piece is the next short item of the list just written: no empty line between."""
        last = self._last
        return (
            last is not None
            and last.in_list
            and piece.in_list
            and not piece.frames[-1].written
            and last.kind is piece.kind is PieceKind.PARAGRAPH
        )


def _captions(pieces: Sequence[Piece], position: int) -> list[Piece]:
    """The captions right after the image at ``position``."""
    captions: list[Piece] = []
    for piece in pieces[position + 1 : position + 4]:
        if piece.kind is not PieceKind.CAPTION:
            break
        captions.append(piece)
    return captions


def _code(piece: Piece) -> str:
    """Between fences; within a quotation indented, for Python-Markdown knows no fences there."""
    if any(frame.is_quote for frame in piece.frames):
        return "\n".join(f"    {line}" for line in piece.text.split("\n"))
    longest = max((len(found) for found in _TICKS.findall(piece.text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{piece.info}\n{piece.text}\n{fence}"


def _shared(before: tuple[Frame, ...], now: tuple[Frame, ...]) -> tuple[Frame, ...]:
    count = 0
    while count < min(len(before), len(now)) and before[count] is now[count]:
        count += 1
    return now[:count]


def _begin(frames: tuple[Frame, ...]) -> str:
    """What stands before the first line of a piece: markers not written yet, else their width in spaces."""
    start = ""
    for frame in frames:
        start += _indent((frame,)) if frame.written and not frame.is_quote else f"{frame.marker} "
        frame.written = True
    return start


def _indent(frames: tuple[Frame, ...]) -> str:
    """What stands before further lines: footnotes go on four in, items under their text."""
    return "".join(
        "> " if frame.is_quote else "    " if frame.is_footnote else " " * (len(frame.marker) + 1) for frame in frames
    )
