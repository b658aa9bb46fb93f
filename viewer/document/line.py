"""One block in the making: pieces of text with their marks and links, white space collapsed as HTML does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.document.text import clean_characters
from viewer.model import Mark, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE_BREAK = "\u2028"
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\u2028]{1,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


class Line:
    """Collects what one block will hold."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._open = False  # whether a space may follow: the last character is neither a space nor a break

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, text: str, marks: Mark = Mark.NONE, link: str = "") -> None:
        """Appends ``text``; leading white space goes where a space or nothing precedes it."""
        text = _WHITE_SPACE.sub(" ", clean_characters(text).replace("\u2029", " "))
        if text[:1] == " " and not self._open:
            text = text[1:]
        if not text:
            return
        if not link and "://" in text and not marks & Mark.CODE:
            self._add_addresses(text, marks)
        else:
            self._append(text, marks, link)
        self._open = text[-1] not in " \u2028"

    def next_line(self) -> None:
        """A line separator unless the line is at its begin already."""
        if self._open or (self._pieces and self._pieces[-1][-1:] == " "):
            self.line_break()

    def line_break(self) -> None:
        """A line separator; the space before it goes."""
        if self._length and not self._open and self._pieces[-1].endswith(" "):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._length -= 1
        if self._length:
            self._append(LINE_BREAK, Mark.NONE, "")
        self._open = False

    def _append(self, text: str, marks: Mark, link: str) -> None:
        begin, end = self._length, self._length + len(text)
        if marks or link:
            last = self._runs[-1] if self._runs else None
            if last and (last.end, last.marks, last.link) == (begin, marks, link):
                self._runs[-1] = Run(last.begin, end, marks, link)
            else:
                self._runs.append(Run(begin, end, marks, link))
        self._pieces.append(text)
        self._length = end

    def _add_addresses(self, text: str, marks: Mark) -> None:
        """Appends ``text`` with the addresses in it as links."""
        position = 0
        for match in _ADDRESS.finditer(text):
            address = _without_trailing(match[0])
            if len(address) > len("https://"):
                self._append(text[position : match.start()], marks, "")
                self._append(address, marks, address)
                position = match.start() + len(address)
        self._append(text[position:], marks, "")

    def finish(self) -> tuple[str, tuple[Run, ...]]:
        """The text without white space at its ends, and the runs within it; the line is empty again."""
        whole = "".join(self._pieces)
        text = whole.lstrip(" \u2028")
        offset = len(whole) - len(text)
        text = text.rstrip(" \u2028\u00a0")
        runs = moved(self._runs, offset, len(text))
        self.__init__()  # type: ignore[misc]
        return text, runs


def moved(runs: Iterable[Run], offset: int, length: int) -> tuple[Run, ...]:
    """``runs`` as they stand in the ``length`` characters from ``offset`` on; what lies outside goes."""
    clipped = (Run(max(0, r.begin - offset), min(r.end - offset, length), r.marks, r.link) for r in runs)
    return tuple(run for run in clipped if run.begin < run.end)


def _without_trailing(address: str) -> str:
    """``address`` without punctuation that belongs to the sentence around it."""
    while address:
        last = address[-1]
        if last in _TRAILING or (last in _BRACKETS and address.count(last) > address.count(_BRACKETS[last])):
            address = address[:-1]
        else:
            break
    return address
