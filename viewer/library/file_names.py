"""Names of files, made by the program from a title: safe on Linux, macOS and Windows, and never given twice.

Systems differ in what they take for the same name: case, and the Unicode form of an accented letter. Two names that
any of them could confuse count as one here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from viewer.document import strip_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

COMPANIONS = (".md", ".markdown", ".txt", ".files", ".versions", ".original.html", ".annotations.json")
"""The endings of all that belongs to one article; a new name must be free with each of them."""

LONGEST = 120
"""Bytes of UTF-8, so that the longest ending and a number still fit into the 255 that most systems allow."""

_UNSAFE = re.compile(r'[<>:"/\\|?*#^\[\]%\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]+')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])(?=\s*(?:\.|$))", re.I)
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def safe_stem(title: str, *, otherwise: str = "Article", longest: int = LONGEST) -> str:
    """``title`` as a file's name without ending, at most ``longest`` bytes; ``otherwise`` where nothing is left."""
    text = unicodedata.normalize("NFC", strip_controls(title))
    text = " ".join(_UNSAFE.sub(" ", text).split()).strip(". ")
    text = _cut(text, longest).strip(". ")
    if _DEVICE.match(text):
        text = f"_{text}"
    return text or otherwise


def safe_name(name: str, *, otherwise: str) -> str:
    """The last part of a path as a file's name, its ending kept; for the files that belong to an article."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    ending = found[0].lower() if (found := _ENDING.search(last)) else ""
    return safe_stem(last[: len(last) - len(ending)], otherwise=otherwise, longest=80).replace(" ", "-") + ending


def name_key(name: str) -> str:
    """What is equal for names that some system takes for the same one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


class FreeNames:
    """Gives each article a name that nothing in its folder has yet."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {name_key(name) for name in taken}
        self._next: dict[str, int] = {}

    def take(self, title: str) -> str:
        """A free name made from ``title``: the title, or the title with a number from 2 behind it."""
        stem = safe_stem(title)
        key = name_key(stem)
        number = self._next.get(key, 1)
        while True:
            name = stem if number == 1 else f"{stem} {number}"
            number += 1
            endings = [name_key(f"{name}{ending}") for ending in COMPANIONS]
            if self._taken.isdisjoint(endings):
                self._taken.update(endings)
                self._next[key] = number
                return name


def distinct(names: Iterable[str]) -> list[str]:
    """The names, with a number behind the stem of each that some system would take for an earlier one."""
    taken: set[str] = set()
    chosen = []
    for name in names:
        candidate, number = name, 1
        while name_key(candidate) in taken:
            number += 1
            stem, dot, ending = name.rpartition(".")
            candidate = f"{stem}-{number}.{ending}" if dot else f"{name}-{number}"
        taken.add(name_key(candidate))
        chosen.append(candidate)
    return chosen


def _cut(text: str, longest: int) -> str:
    """At most ``longest`` bytes, ending with a whole character and, if that costs little, with a whole word."""
    encoded = text.encode("utf-8")
    if len(encoded) <= longest:
        return text
    cut = encoded[:longest].decode("utf-8", "ignore")
    while cut and unicodedata.combining(text[len(cut)]):
        cut = cut[:-1]
    blank = cut.rfind(" ")
    return cut[:blank] if blank > len(cut) * 2 // 3 else cut
