"""A page's tree to pieces in reading order: one pass over the tags, nothing recursive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lxml import etree

from viewer.importers.html_footnotes import Footnotes, find_footnotes
from viewer.importers.html_images import images_without_scripts, picture_of
from viewer.importers.html_inline import BOLD, STYLE_OF_TAG, InlineText, plain_text
from viewer.importers.html_links import Links
from viewer.importers.html_names import beside_the_article, code_language, names_a_caption
from viewer.importers.html_pieces import Frame, PagePieces, Picture, Piece, PieceKind
from viewer.importers.html_tables import caption_of, holds_data, table_markdown
from viewer.importers.html_tree import is_hidden, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Not "source", "track" and "param": the parser does not know that they are empty, and puts what follows into them.
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "head",
        "iframe",
        "frame",
        "frameset",
        "embed",
        "button",
        "select",
        "textarea",
        "input",
        "audio",
        "video",
        "map",
        "link",
        "meta",
        "title",
        "dialog",
        "option",
        "datalist",
        "progress",
        "meter",
        "rp",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MAX_PIECES = 60_000
_BACK_MARKS = 4


@dataclass(slots=True)
class _State:
    """What holds for the text at one place of the page; never changed, but not frozen: that costs time."""

    container: int = 0
    frames: tuple[Frame, ...] = ()
    doubtful: tuple[int, ...] = ()
    kind: PieceKind = PieceKind.PARAGRAPH
    level: int = 0


@dataclass(slots=True)
class _List:
    """A list being read. ``number`` is the next item's, None in a list without numbers."""

    group: int
    number: int | None


def pieces_of(root: HtmlElement, url: str) -> PagePieces:
    """The pieces below ``root``. Links are made whole with ``url``, "" where the page's address is not known."""
    walk = _Walk(url, find_footnotes(root, url))
    walk.run(root)
    return PagePieces(walk.pieces, walk.parents)


class _Walk:
    def __init__(self, url: str, footnotes: Footnotes) -> None:
        self.pieces: list[Piece] = []
        self.parents: list[int] = [0]
        self._whole = Links(url).whole
        self._footnotes = footnotes
        self._state = _State()
        self._states: list[_State] = []
        self._inline = InlineText()
        self._style = 0
        self._styles: list[int] = []
        self._links: list[str] = []
        self._lists: list[_List] = []
        self._waiting: list[Picture] = []
        self._code: list[str] | None = None
        self._code_depth = 0
        self._code_language = ""
        self._groups = 0

    def run(self, root: HtmlElement) -> None:
        """Reads the tree below ``root`` to its end."""
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Any = None
        for event, element in walk:
            if event == "start":
                if self._start(element):
                    self._text(element.text)
                else:
                    skipped = element
                    walk.skip_subtree()
                continue
            if element is skipped:
                skipped = None
            else:
                self._end(element)
            if element is not root:
                self._text(element.tail)
            if len(self.pieces) > _MAX_PIECES:
                break
        self._flush()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._code is not None:
            self._code.append(text)
        elif self._inline.has_text or not text.isspace():
            self._inline.add(text, self._style, self._links[-1] if self._links else "")

    def _start(self, element: HtmlElement) -> bool:
        """Whether the element is to be entered; what it begins is begun."""
        tag = element.tag
        if tag in _DROPPED or is_hidden(element):
            if tag == "noscript":
                self._without_scripts(element)
            return False
        if tag in _BLOCKS and self._code is None:
            self._flush()
            if tag == "table" and holds_data(element):
                self._table(element)
                return False
            self._open(element, tag)
        elif tag in _BLOCKS:
            self._code_depth += tag == "pre"
            self._new_code_line()
        elif tag in STYLE_OF_TAG:
            self._styles.append(self._style)
            self._style |= STYLE_OF_TAG[tag]
        elif tag != "span":
            return self._start_other(element, tag)
        return True

    def _start_other(self, element: HtmlElement, tag: str) -> bool:
        if tag == "a":
            return self._start_link(element)
        if tag == "br":
            self._break()
        elif tag in {"img", "amp-img"}:
            self._image(element)
        elif tag == "q":
            self._text("“")
        return True

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            if self._code is not None and not self._ends_code(tag):
                return
            self._flush()
            self._state = self._states.pop()
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()
        elif tag in STYLE_OF_TAG:
            self._style = self._styles.pop()
        elif tag == "a":
            self._links.pop()
        elif tag == "q":
            self._text("”")

    # boxes

    def _open(self, element: HtmlElement, tag: str) -> None:
        state = self._state
        self._states.append(state)
        self.parents.append(state.container)
        number = len(self.parents) - 1
        frames, kind, level = state.frames, state.kind, state.level
        if element in self._footnotes.notes:
            frames = (Frame(f"[^{self._footnotes.notes[element]}]:"),)
        elif tag == "li":
            frames = (*frames, self._item())
        elif tag == "blockquote":
            frames = (*frames, Frame(">"))
        elif tag in {"ul", "ol"}:
            self._open_list(element, tag)
        if tag in _HEADINGS:
            kind, level = PieceKind.HEADING, _HEADINGS[tag]
        elif tag in {"dt", "dd"}:
            kind = PieceKind.TERM if tag == "dt" else PieceKind.DEFINITION
        elif kind is PieceKind.PARAGRAPH and (tag == "figure" or names_a_caption(element)):
            kind = PieceKind.CAPTION
        elif tag in {"table", "pre"} and kind is PieceKind.CAPTION:
            kind = PieceKind.PARAGRAPH
        doubtful = (*state.doubtful, number) if beside_the_article(element) else state.doubtful
        self._state = _State(number, frames, doubtful, kind, level)
        if tag == "pre":
            self._code, self._code_depth, self._code_language = [], 1, code_language(element)
        elif tag == "hr":
            self._add(Piece(PieceKind.RULE, "", number))

    def _open_list(self, element: HtmlElement, tag: str) -> None:
        self._groups += 1
        digits = (element.get("start") or "1").strip()[:6]
        start = int(digits) if digits.isascii() and digits.isdigit() else 1
        self._lists.append(_List(self._groups, start if tag == "ol" else None))

    def _item(self) -> Frame:
        if not self._lists:
            return Frame("-")
        current = self._lists[-1]
        if current.number is None:
            return Frame("-", current.group)
        current.number += 1
        return Frame(f"{current.number - 1}.", current.group)

    # text

    def _flush(self) -> None:
        runs = self._inline.finish()
        if runs:
            state = self._state
            if state.kind is PieceKind.HEADING:
                runs = [(text.replace("\n", " "), style & ~BOLD, link) for text, style, link in runs]
            plain, linked = plain_text(runs)
            self._add(Piece(state.kind, plain, state.container, runs=runs, linked=linked, level=state.level))
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            for picture in waiting:
                self._add_picture(picture)

    def _add(self, piece: Piece) -> None:
        piece.frames, piece.doubtful = self._state.frames, self._state.doubtful
        self.pieces.append(piece)

    def _break(self) -> None:
        if self._code is not None:
            self._code.append("\n")
        else:
            self._inline.add_break()

    def _start_link(self, element: HtmlElement) -> bool:
        """Opens a link, or takes it as the mark of a footnote, or leaves out the way back from one."""
        if label := self._footnotes.references.get(element):
            self._inline.add_footnote(label)
            return False
        href = element.get("href") or ""
        in_note = bool(self._state.frames) and self._state.frames[0].is_footnote
        if in_note and "#" in href and len("".join(element.itertext()).strip()) <= _BACK_MARKS:
            return False
        self._links.append(href if href != "#" else "")
        return True

    # code

    def _new_code_line(self) -> None:
        if self._code and not self._code[-1].endswith("\n"):
            self._code.append("\n")

    def _ends_code(self, tag: str) -> bool:
        """Whether the end of ``tag`` ends the code being read, which then becomes a piece."""
        self._code_depth -= tag == "pre"
        if self._code_depth:
            return False
        code = "".join(self._code or ()).replace("\xa0", " ").expandtabs(4).strip("\n").rstrip()
        self._code = None
        if code.strip():
            self._add(Piece(PieceKind.CODE, code, self._state.container, info=self._code_language))
        return True

    # pictures and tables

    def _image(self, element: HtmlElement) -> None:
        picture = picture_of(element)
        if picture is None or self._code is not None:
            return
        if picture.is_sign:
            self._inline.add_sign(picture.alt, picture.source)
            return
        link = self._links[-1] if self._links and not self._links[-1].startswith("#") else ""
        found = Picture(picture.source, picture.alt, link)
        if self._inline.has_text:
            self._waiting.append(found)
        else:
            self._add_picture(found)

    def _without_scripts(self, noscript: HtmlElement) -> None:
        for image in images_without_scripts(noscript):
            self._image(image)

    def _add_picture(self, picture: Picture) -> None:
        self._add(Piece(PieceKind.IMAGE, "", self._state.container, picture=picture))

    def _table(self, element: HtmlElement) -> None:
        state = self._state
        self.parents.append(state.container)
        number = len(self.parents) - 1
        doubtful = (*state.doubtful, number) if beside_the_article(element) else state.doubtful
        self._state = replace(state, container=number, doubtful=doubtful)
        if caption := caption_of(element):
            self._inline.add(caption)
            self._flush()
        plain, markdown, linked = table_markdown(element, self._whole)
        if plain:
            self._add(Piece(PieceKind.TABLE, one_line(plain), number, markdown=markdown, linked=linked))
        for image in element.iter("img"):
            self._image(image)
        self._state = state
