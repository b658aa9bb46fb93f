"""Scores the tagger: on our own corpus, and on TimeML files where a folder of them is at hand.

Strict: same extent. Relaxed: extents overlap, one to one. Value: relaxed F1 times the share of pairs with equal values
(as TempEval-3 task A has it). The document creation time is given to the tagger.
"""

from __future__ import annotations

import html
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.chronology import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CORPUS = Path(__file__).with_name("corpus.toml")
PUBLISHED = date(2018, 11, 2)

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_CREATED = re.compile(
    r'<TIMEX3[^>]*CREATION_TIME[^>]*value="(\d{4})-?(\d\d)-?(\d\d)|<DCT>.*?value="(\d{4})-?(\d\d)-?(\d\d)', re.S
)


@dataclass(frozen=True)
class Phrase:
    """A phrase of the corpus and the values that it must come to ("" for a phrase without dates)."""

    text: str
    values: str


def phrases() -> Iterator[Phrase]:
    """Every phrase of the corpus, the negative ones last."""
    corpus = tomllib.loads(CORPUS.read_text(encoding="utf-8"))
    for entry in corpus["expected"]:
        yield from (Phrase(text, entry["value"]) for text in entry["phrases"])
    yield from (Phrase(text, "") for text in corpus["negative"]["phrases"])


def found(phrase: str) -> str:
    """The values found in a phrase, a blank between each."""
    return " ".join(timex.value for timex in tag(phrase, published=PUBLISHED))


def read_timeml(path: Path) -> tuple[str, date | None, list[tuple[int, int, str]]]:
    """The text of a TimeML file, its date, and the expressions marked in it."""
    raw = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    match = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S)
    created = _CREATED.search(raw)
    pieces = [piece for piece in created.groups() if piece] if created else []
    text, marks = _without_tags(match[1] if match else raw)
    return text, date(*map(int, pieces)) if pieces else None, marks


def _without_tags(body: str) -> tuple[str, list[tuple[int, int, str]]]:
    text, marks, opened, at = "", [], [], 0
    for tag_ in _TAG.finditer(body):
        text += html.unescape(body[at : tag_.start()])
        at = tag_.end()
        if tag_[2] == "TIMEX3" and not tag_[1]:
            value = _VALUE.search(tag_[3])
            opened.append((len(text), html.unescape(value[1]) if value else ""))
        elif tag_[2] == "TIMEX3" and opened:
            begin, value_text = opened.pop()
            marks.append((begin, len(text), value_text))
    return text + html.unescape(body[at:]), sorted(marks)


def compare(gold: Sequence[tuple[int, int, str]], tagged: Sequence[tuple[int, int, str]]) -> tuple[int, int, int]:
    """(overlapping pairs, with the same extent, with the same value)."""
    free, pairs, strict, value = list(tagged), 0, 0, 0
    for begin, end, expected in gold:
        best = max(free, key=lambda mark: min(end, mark[1]) - max(begin, mark[0]), default=None)
        if best is None or min(end, best[1]) <= max(begin, best[0]):
            continue
        free.remove(best)
        pairs, strict, value = pairs + 1, strict + (best[:2] == (begin, end)), value + (best[2] == expected)
    return pairs, strict, value


def folder_line(folder: Path) -> str:
    """One line of figures for a folder of TimeML files."""
    total, marked, counts = 0, 0, [0, 0, 0]
    for path in sorted(folder.glob("*.tml")):
        text, created, gold = read_timeml(path)
        tagged = [(timex.begin, timex.end, timex.value) for timex in tag(text, published=created)]
        total, marked = total + len(gold), marked + len(tagged)
        counts = [a + b for a, b in zip(counts, compare(gold, tagged), strict=True)]
    pairs, strict, value = counts
    scale = 200 / max(total + marked, 1)
    figures = f"strict F1 {strict * scale:.1f}, relaxed {pairs * scale:.1f}, value {value * scale:.1f}"
    return f"{folder.name}: {total} expressions: {figures}"


def table(data: Path | None = None) -> list[str]:
    """Lines for ``make quality``: our corpus, then the labelled data where there is any."""
    every = list(phrases())
    wrong = [phrase for phrase in every if found(phrase.text) != phrase.values]
    lines = [f"own phrases: {len(every) - len(wrong)} of {len(every)} right"]
    lines += [f"  {phrase.text!r}: expected {phrase.values!r}, found {found(phrase.text)!r}" for phrase in wrong]
    folders = sorted({path.parent for path in data.rglob("*.tml")}) if data else []
    return lines + [folder_line(folder) for folder in folders]
