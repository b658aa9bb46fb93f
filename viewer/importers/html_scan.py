"""The linear look at a page before any parser sees it.

Scripts, styles, drawings and comments go; what they hold is never text. Elements nested too deeply are flattened:
parsers and everything that walks their trees take more than linear time on those, or stop.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from viewer.model import LibraryError

MAX_DEPTH = 150
MAX_CHARACTERS = 12_000_000
MAX_TAGS = 400_000
MAX_ATTRIBUTES = 3_000

_SILENT = re.compile(r"<!--|<(script|style|svg|template|object|applet|canvas)(?=[\s/>])", re.IGNORECASE)
_JSON_LD = re.compile(r"""type\s{0,9}=\s{0,9}["']?\s{0,9}application/ld\+json""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
_BARE_NAMES = """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd tr td th option thead tbody tfoot html head body
"""
_NOT_NESTED = frozenset(_BARE_NAMES.split())
# What is not counted by itself, but stands in each of these: the item of a list, the rows and cells of a table.
_LEVELS = {**dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), 2), "table": 4}
_ENTRIES = frozenset(("dt", "dd"))  # nested where the list around them is gone: become paragraphs
_LOADED_TAG = re.compile(r"<[a-zA-Z][^<>]{2000,}+")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{40000,}+")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page that a parser may see. ``json_ld`` are the texts of its linked-data scripts, ``tags`` how many it has."""

    text: str
    json_ld: tuple[str, ...]
    tags: int


def scan(text: str, name: str) -> ScannedPage:
    """``text`` without scripts and the like, at most ``MAX_DEPTH`` deep. Raises LibraryError where it is too large."""
    kept, json_ld = _without_silent_parts(text)
    kept = _LONG_TAG.sub(_without_bomb, kept) if len(kept) > 40_000 else kept
    names, length = _TAG.findall(kept), _length(kept)
    if length > MAX_CHARACTERS or len(names) > MAX_TAGS:
        raise LibraryError(f"{name} is too large for an article ({length:,} characters, {len(names):,} tags).")
    if _deepest(names) > MAX_DEPTH:
        kept = _flattened(kept)
    return ScannedPage(kept, tuple(json_ld), len(names))


def _without_silent_parts(text: str) -> tuple[str, list[str]]:
    kept: list[str] = []
    json_ld: list[str] = []
    ends = _Ends(text)
    position = 0
    while found := _SILENT.search(text, position):
        kept.append(text[position : found.start()])
        begin, position = ends.after(found)
        if found[1] and found[1].lower() == "script" and _JSON_LD.search(text, found.start(), begin):
            json_ld.append(text[begin:position].rpartition("</")[0] or text[begin:position])
    kept.append(text[position:])
    return " ".join(kept) if len(kept) > 1 else text, json_ld


class _Ends:
    """Where silent parts end. What has no end is looked for once only, so that the whole stays linear."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._without_end: set[str] = set()

    def after(self, found: re.Match[str]) -> tuple[int, int]:
        """Where the content of the part begins, and where the text goes on after it."""
        name = (found[1] or "").lower()
        if not name:
            return found.end(), self._find("-->", found.end(), found.end(), 3)
        begin = self._find(">", found.end(), found.end(), 1)
        if self._text.startswith("/>", begin - 2) and name == "svg":
            return begin, begin
        return begin, self._closing(name, begin)

    def _find(self, end: str, begin: int, otherwise: int, length: int) -> int:
        position = -1 if end in self._without_end else self._text.find(end, begin)
        if position < 0:
            self._without_end.add(end)
            return otherwise
        return position + length

    def _closing(self, name: str, begin: int) -> int:
        if name in self._without_end:
            return begin
        found = _CLOSINGS[name].search(self._text, begin)
        if found is None:
            self._without_end.add(name)
            return len(self._text) if name in {"script", "style"} else begin
        return found.end()


_CLOSINGS = {
    name: re.compile(rf"</{name}[^<>]{{0,200}}>", re.IGNORECASE)
    for name in ("script", "style", "svg", "template", "object", "applet", "canvas")
}


def _without_bomb(found: re.Match[str]) -> str:
    """A long tag as it is, " " for one of very many attributes."""
    return " " if found[0].count("=") + found[0].count(" ") > MAX_ATTRIBUTES else found[0]


def _length(text: str) -> int:
    """The characters of ``text`` without what is embedded in long tags: pictures that came with a page are no text."""
    if len(text) <= MAX_CHARACTERS:
        return len(text)
    return len(text) - sum(found.end() - found.start() for found in _LOADED_TAG.finditer(text))


def _deepest(names: list[tuple[str, str]]) -> int:
    """The most elements open at once; an end without a beginning counts for nothing."""
    opened: Counter[str] = Counter()
    depth = deepest = 0
    for closing, written in names:
        name = written.lower()
        if name in _NOT_NESTED:
            continue
        if not closing:
            opened[name] += 1
            depth += _LEVELS.get(name, 1)
            deepest = max(deepest, depth)
        elif opened[name] > 0:
            opened[name] -= 1
            depth -= _LEVELS.get(name, 1)
    return deepest


def _flattened(text: str) -> str:
    """``text`` without the tags that open below ``MAX_DEPTH``, nor their ends."""
    pieces: list[str] = []
    opened: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    depth = position = 0
    for found in _TAG.finditer(text):
        closing, name = found[1], found[2].lower()
        is_entry = name in _ENTRIES and dropped["dl"] > 0
        if found.start() < position or (name in _NOT_NESTED and not is_entry):
            continue
        if is_entry or (dropped[name] if closing else depth >= MAX_DEPTH):
            dropped[name] += 0 if is_entry else -1 if closing else 1
            pieces.append(text[position : found.start()] + ("<p>" if is_entry else ""))
            position = _end_of_tag(text, found.end())
            continue
        step = 1 if not closing else -1 if opened[name] else 0
        opened[name] += step
        depth += step * _LEVELS.get(name, 1)
    pieces.append(text[position:])
    return " ".join(pieces)


def _end_of_tag(text: str, position: int) -> int:
    end = text.find(">", position, position + 4_000)
    return end + 1 if end >= 0 else position
