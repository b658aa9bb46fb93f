"""The lines of printed pages as paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from viewer.importers.text_blocks import SENTENCE_END

EDGE = 2
FEWEST_REPEATS = 3
SHORT_LINE = 0.8
NARROWEST = 40
SHORTEST_WORD = 3
_DIGITS = re.compile(r"\d+")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(r"\W*(?:page |seite )?\d{1,4}(?: ?(?:/|of|von) ?\d{1,4})?\W*", re.I)
_LIST_ITEM = re.compile(r"(?:[•▪‣·●]|\d{1,2}[.)])\s+\S")


def paragraphs(pages: list[str]) -> list[str]:
    """The paragraphs of the pages: heads and feet left out, lines and parted words joined, also across pages."""
    lines = [[" ".join(line.split()) for line in page.split("\n")] for page in pages]
    repeated = _repeated(lines)
    kept = [line for page in lines for line in _without_edges(page, repeated)]
    return _joined(kept)


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    """The forms (digits aside) of lines that stand at the edge of at least three pages and of half of all."""
    counts = Counter(form for page in pages for form in {_form(line) for line in _edges(page)})
    enough = max(FEWEST_REPEATS, len(pages) / 2)
    return frozenset(form for form, count in counts.items() if count >= enough)


def _edges(page: list[str]) -> list[str]:
    filled = [line for line in page if line]
    return filled[:EDGE] + filled[EDGE:][-EDGE:]


def _form(line: str) -> str:
    return _DIGITS.sub("#", line)


def _without_edges(page: list[str], repeated: frozenset[str]) -> list[str]:
    """The page's lines but for a head and a foot, which are the same on all pages or a number."""
    filled = [number for number, line in enumerate(page) if line]
    edges = {*filled[:EDGE], *filled[-EDGE:]}
    numbers = {*filled[:1], *filled[-1:]}
    kept = [number for number in filled if not (number in edges and _form(page[number]) in repeated)]
    kept = [number for number in kept if not (number in numbers and _PAGE_NUMBER.fullmatch(page[number]))]
    # Empty lines between what is kept part paragraphs; those at the edge only part it from the foot.
    wanted = set(kept)
    inside = range(kept[0], kept[-1] + 1) if kept else range(0)
    return [page[number] for number in inside if number in wanted or not page[number]]


def _joined(lines: list[str]) -> list[str]:
    lengths = sorted(len(line) for line in lines if line)
    width = max(NARROWEST, lengths[len(lengths) * 9 // 10] if lengths else 0)
    words = frozenset(word.lower() for line in lines for word in re.findall(r"[^\W\d_]+", _HYPHEN.sub("", line)))
    found, current = list[str](), ""
    for line in lines:
        if not line or _LIST_ITEM.match(line):
            found, current = [*found, current] if current else found, line
            continue
        current = _append(current, line, words)
        if len(line) < SHORT_LINE * width and (SENTENCE_END.search(line) or len(line) < width / 2):
            found.append(current)
            current = ""
    return [*found, current] if current else found


def _append(current: str, line: str, words: frozenset[str]) -> str:
    """``line`` after ``current``. A hyphen at its end goes, unless it stands between words ("US-backed")."""
    parted = _HYPHEN.search(current)
    if not parted or not line[:1].islower():
        return f"{current} {line}" if current else line
    rest = re.match(r"[^\W\d_]*", line)
    whole = f"{parted[1]}{rest[0] if rest else ''}".lower()
    is_word = len(parted[1]) > SHORTEST_WORD and parted[1].lower() in words
    keeps = (parted[1].isupper() or is_word) and whole not in words
    return current + line if keeps else current[: parted.end(1)] + line
