"""A line of marked text to Markdown: bold, links, code, breaks."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FOOTNOTE_OPEN = "\x02"
FOOTNOTE_CLOSE = "\x03"


# How a stretch of text is set apart; plain numbers, for an enumeration costs a tenth of the whole import.
BOLD = 1
ITALIC = 2
CODE = 4
STRIKE = 8
SUPERSCRIPT = 16
SUBSCRIPT = 32
HIGHLIGHT = 64
SIGN = 128

Run = tuple[str, int, str]
STYLE_OF_TAG = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ITALIC),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), CODE),
    **dict.fromkeys(("s", "strike", "del"), STRIKE),
    "sup": SUPERSCRIPT,
    "sub": SUBSCRIPT,
    "mark": HIGHLIGHT,
}
_SIGNS = (
    (BOLD, "**", "b"),
    (ITALIC, "*", "i"),
    (STRIKE, "~~", "s"),
    (HIGHLIGHT, "==", "mark"),
)
_SIGN_MARK = "\x04"
_SPACES = re.compile(r"\s+")
_SPECIAL = re.compile(
    r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|=(?==)|(?<==)=|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)"
)
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", "=": "&#61;"}
_LINE_START = re.compile(r"^(?:[#>]|[-+](?=\s|$)|[-=]{2,}[ ]*$|:(?=\s))|^(\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_UNSAFE_IN_ADDRESS = re.compile(r"[\s<>()\[\]\\\"`|\x00-\x1f]")
_BACKTICKS = re.compile(r"`+")


def escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)


def escaped_lines(markdown: str) -> str:
    """``markdown`` so that no line of it begins a list, a heading or the like."""
    return _LINE_START.sub(_escaped_start, markdown)


def _escaped_start(found: re.Match[str]) -> str:
    if found[1]:
        return f"{found[1]}\\{found[2]}"
    return (
        f"&#58;{found[0][1:]}"
        if found[0][0] == ":"
        else f"\\{found[0]}"
        if found[0][0] != "="
        else f"&#61;{found[0][1:]}"
    )


def address(link: str) -> str:
    """``link`` so that it may stand between the brackets of a Markdown link."""
    return _UNSAFE_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), link)


class InlineText:
    """Collects stretches of text with their style and link."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self.has_text = False

    def add(self, text: str, style: int = 0, link: str = "") -> None:
        """Takes a stretch of text; white space counts as one space."""
        collapsed = _SPACES.sub(" ", text)
        if collapsed:
            self._runs.append((collapsed, style, link))
            self.has_text = self.has_text or collapsed != " "

    def add_break(self) -> None:
        """Takes a line break."""
        if self._runs:
            self._runs.append(("\n", 0, ""))

    def add_footnote(self, label: str) -> None:
        """Takes a reference to footnote ``label``, marked so that the writer can tell whether the note is there."""
        self._runs.append((f"{FOOTNOTE_OPEN}{label}{FOOTNOTE_CLOSE}", 0, ""))
        self.has_text = True

    def add_sign(self, text: str, source: str) -> None:
        """Takes a picture that stands for ``text`` within the line, such as a formula; ``source`` "" for none."""
        style = SIGN if source else 0
        self._runs.append((_SPACES.sub(" ", text), style, source))
        self.has_text = True

    def finish(self) -> list[Run]:
        """The stretches in order, without needless white space; what was collected is forgotten."""
        if not self._runs:
            return []
        runs = _tidy(self._runs) if self.has_text else []
        self._runs, self.has_text = [], False
        return runs


def plain_text(runs: Sequence[Run]) -> tuple[str, int]:
    """The text of ``runs``, and how many of its characters are links."""
    linked = sum(len(text) for text, style, link in runs if link and not style & SIGN)
    return "".join([text for text, _, _ in runs]), linked


def to_inline_markdown(runs: Sequence[Run], whole: Callable[[str], str]) -> str:
    """``runs`` as Markdown; ``whole`` gives the address to write for a link, "" for one that is not to be followed."""
    return escaped_lines(_markdown([(text, style, whole(link) if link else "") for text, style, link in runs]))


def _tidy(runs: list[Run]) -> list[Run]:
    """Runs with single spaces, none at either end or beside a break; alike neighbours joined."""
    tidy: list[Run] = []
    last = "\n"
    for text, style, link in runs:
        if last in " \n":
            text = text.lstrip(" ")
        if not text or (text == "\n" and not tidy):
            continue
        if text == "\n":
            _strip_end(tidy)
        tidy.append((text, style, link))
        last = text[-1]
    _strip_end(tidy, " \n")
    return [("".join([one[0] for one in alike]), *kind) for kind, alike in groupby(tidy, key=itemgetter(1, 2))]


def _strip_end(runs: list[Run], characters: str = " ") -> None:
    while runs:
        text, style, link = runs[-1]
        stripped = text.rstrip(characters)
        if stripped == text:
            return
        runs.pop()
        if stripped:
            runs.append((stripped, style, link))
            return


def _markdown(runs: Sequence[Run]) -> str:
    out: list[str] = []
    last = ""
    for link, group in groupby(runs, key=itemgetter(2)):
        part = _joined(list(group), last, has_link=bool(link))
        if link:
            is_sign = part.startswith(_SIGN_MARK)
            part = f"![{part[1:]}]({address(link)})" if is_sign else _linked(part, link)
        out.append(part)
        last = part[-1:] or last
    return "".join(out).replace(_SIGN_MARK, "")


def _joined(runs: Sequence[Run], last: str, *, has_link: bool) -> str:
    parts: list[str] = []
    for text, style, _ in runs:
        part = _styled(text, style, last, has_link=has_link)
        parts.append(_SIGN_MARK + part if style & SIGN else part)
        last = part[-1:] or last
    return "".join(parts)


def _linked(part: str, link: str) -> str:
    bare = part.strip()
    if not bare:
        return part
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{before}[{bare}]({address(link)}){after}"


def _styled(text: str, style: int, before: str, *, has_link: bool) -> str:
    """``text`` with its signs; HTML tags where signs would run into those before."""
    bare = text.strip(" \n")
    if not bare:
        return text if has_link else text.replace("\n", "  \n")
    lead, tail = text[: text.index(bare[0])], text[len(text.rstrip(" \n")) :]
    body = _code(bare) if style & CODE else escaped(bare)
    for one, name in ((SUPERSCRIPT, "sup"), (SUBSCRIPT, "sub")):
        body = f"<{name}>{body}</{name}>" if style & one else body
    touching = not lead and before in {"*", "~", "="}
    for one, sign, name in _SIGNS:
        if style & one:
            body = f"<{name}>{body}</{name}>" if touching else f"{sign}{body}{sign}"
    broken = "<br>" if has_link else "  \n"
    return lead.replace("\n", broken) + body.replace("\n", broken) + tail.replace("\n", broken)


def _code(text: str) -> str:
    longest = max((len(found) for found in _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"
