"""Which characters a pattern may begin with, for the small part of regular expressions that rules use."""

from __future__ import annotations

import re
from functools import cache

_PIECE = re.compile(
    r"(?P<look>\(\?<?[!=])|(?P<open>\((?:\?P<\w+>|\?:)?)|(?P<close>\))|(?P<bar>\|)|(?P<many>[?*]|\{0,\d*\})"
    r"|(?P<some>\+|\{[1-9][\d,]*\})|\[(?P<set>[^\]]*)\]|(?P<one>.)",
    re.S,
)


@cache
def first_symbols(pattern: str) -> frozenset[str]:
    """The characters that can begin a match of ``pattern``; look-arounds are taken as always true."""
    pieces = [(match.lastgroup or "", match[match.lastgroup or 0]) for match in _PIECE.finditer(pattern)]
    return _alternatives(pieces, 0)[0]


def _alternatives(pieces: list[tuple[str, str]], at: int) -> tuple[frozenset[str], bool, int]:
    """(first characters, may be empty, position after the closing bracket)."""
    first: frozenset[str] = frozenset()
    empty = False
    while True:
        branch, branch_empty, at = _sequence(pieces, at)
        first |= branch
        empty |= branch_empty
        if at >= len(pieces) or pieces[at][0] == "close":
            return first, empty, at + 1
        at += 1


def _sequence(pieces: list[tuple[str, str]], at: int) -> tuple[frozenset[str], bool, int]:
    first: frozenset[str] = frozenset()
    reached = True
    while at < len(pieces) and pieces[at][0] not in ("close", "bar"):
        begins, empty, at = _item(pieces, at)
        if at < len(pieces) and pieces[at][0] in ("many", "some"):
            empty |= pieces[at][0] == "many"
            at += 1
        if reached:
            first |= begins
            reached = empty
    return first, reached, at


def _item(pieces: list[tuple[str, str]], at: int) -> tuple[frozenset[str], bool, int]:
    kind, text = pieces[at]
    if kind in ("open", "look"):
        inner, empty, after = _alternatives(pieces, at + 1)
        return (frozenset(), True, after) if kind == "look" else (inner, empty, after)
    return frozenset(text), False, at + 1
