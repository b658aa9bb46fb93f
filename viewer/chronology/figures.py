"""Numbers with their bounds, as an article gives them: "up to 20,000 fighters", "five or six kilometres"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from viewer.chronology.events_words import PAST, PAST_ONLY, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_PLURAL = "dozens|scores|hundreds|thousands|millions|billions"
_DIGITS = r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CURRENCY = r"(?:US\$|A\$|C\$|\$|€|£|¥)?"
_NUMBER = rf"{_CURRENCY}(?:{_DIGITS}|(?:a|half a)\s(?:{_SCALE})|(?:{_SMALL})(?:-(?:{_SMALL}))?)(?:\s(?:{_SCALE}))*"
_BOUND = (
    "between|up to|at least|at most|more than|less than|fewer than|no fewer than|no more than|no less than|as many as|"
    "as much as|as few as|some|about|around|roughly|approximately|nearly|almost|over|under|an estimated|"
    "just over|just under|well over|only|close to|upwards of|a total of|from"
)
# How a number can begin: most words do not, and one look tells.
_BEGINNING = r"(?=[\d$€£¥]|one|t[whe]|f[io]|s[iec]|e[il]|ni|a\s|ha|do|hu|mi|bi|us\$|[ac]\$)"
_FIGURE = re.compile(
    rf"(?<![\w.,/-]){_BEGINNING}"
    rf"(?P<number>{_NUMBER}(?:\s?(?:–|-|to|or|and)\s(?=\S+\s)?{_NUMBER})?|(?:{_PLURAL})\sof(?:\s(?:{_PLURAL})\sof)?)"
    r"(?P<percent>\s?%|\sper\scent|\spercent)?(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
_BOUNDS = tuple(sorted(_BOUND.split("|"), key=len, reverse=True))  # of two that end alike, the longer one is meant
_REACH_OF_BOUND = len(_BOUNDS[0]) + 1
_NO_START = re.compile(r"[\w.,/-]")
_RANGE = re.compile(r"\s(?:and|to)\s")
_COUNTED = re.compile(r"\s([^\W\d_][\w’'-]*(?:\.[^\W\d_])*)")
_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = frozenset(f"{_SMALL}|{_SCALE}|{_PLURAL}".split("|"))
_BLANKS = str.maketrans(dict.fromkeys("-–—,.;:!?()[]\"'“”‘’/", " "))
_STOP = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "to",
        "with",
        "within",
        "and",
        "or",
        "but",
        "nor",
        "as",
        "than",
        "that",
        "which",
        "who",
        "whose",
        "were",
        "was",
        "are",
        "is",
        "be",
        "been",
        "being",
        "had",
        "has",
        "have",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "after",
        "before",
        "since",
        "until",
        "while",
        "when",
        "where",
        "into",
        "over",
        "under",
        "against",
        "across",
        "along",
        "around",
        "near",
        "during",
        "between",
        "among",
        "through",
        "throughout",
        "said",
        "says",
        "on",
        "out",
        "off",
        "up",
        "down",
        "inside",
        "outside",
        "away",
        "ago",
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "this",
        "these",
        "those",
        "last",
        "next",
        "more",
        "he",
        "she",
        "it",
        "they",
        "we",
        "not",
        "also",
        "per",
        "have",
        "left",
        "right",
        "without",
    ]
)
_POSSESSIVES = word_set("the its their his her these those")
_DEFINITE = word_set("the these those his her its their other all both")
_DONE = word_set("died fled perished drowned disappeared")
_PAST = PAST | PAST_ONLY
_UNITS = ("days", "weeks", "months", "years", "hours", "minutes")  # "ten long months" are counted
_MOST_NOUNS = 2
_MOST_FIGURES = 8


def bare_words(text: str) -> list[str]:
    """The words of a text in lower case, without the marks around and in them."""
    return text.lower().translate(_BLANKS).split()


def may_have_figures(text: str) -> bool:
    """Whether a text has a digit or a number in words at all."""
    return _DIGIT.search(text) is not None or not _NUMBER_WORDS.isdisjoint(bare_words(text))


def find_figures(text: str, taken: Sequence[tuple[int, int]] = ()) -> tuple[str, ...]:
    """The figures of a passage in order, each with its bound and the thing that is counted.

    ``taken`` are spans (begin, end) that belong to temporal expressions: no number in them is a figure.
    """
    if not may_have_figures(_without(text, taken) if taken else text):
        return ()
    found: list[str] = []
    done = 0
    for match in _FIGURE.finditer(text):
        bound = _bound_before(text, match.start(), done)
        first, done = match.start() - len(bound), match.end()
        if any(begin < done and first < end for begin, end in taken):
            continue
        dates = [begin for begin, end in taken if begin >= done and not text[begin:end].endswith(_UNITS)]
        figure = _with_noun(text[: min(dates)] if dates else text, match, bound)
        if figure and figure not in found:
            found.append(figure)
        if len(found) == _MOST_FIGURES:
            break
    return tuple(found)


def _bound_before(text: str, number: int, lowest: int) -> str:
    """The words that bound a number, with the blank behind them: "up to " of "up to 500"; "" where none do."""
    if number <= lowest or not text[number - 1].isspace():
        return ""
    before = text[max(lowest, number - _REACH_OF_BOUND) : number - 1].lower()
    if before.endswith(_BOUNDS):
        for bound in _BOUNDS:
            begin = number - len(bound) - 1
            if before.endswith(bound) and not _NO_START.match(text, begin - 1, begin):
                return text[begin:number]
    return ""


def _without(text: str, taken: Sequence[tuple[int, int]]) -> str:
    pieces = []
    position = 0
    for begin, end in taken:
        pieces.append(text[position:begin])
        position = max(position, end)
    return " ".join([*pieces, text[position:]])


def _with_noun(text: str, match: re.Match[str], bound: str) -> str:
    """The figure as written up to the noun it counts; "" where a bare word such as "one" counts nothing."""
    begin, end = match.start() - len(_kept(bound, match["number"])), match.end()
    counted = _counted(text, end)
    exact = _DIGIT.search(match["number"]) is not None
    if exact and counted.split()[:1] and counted.split()[0].lower() in _PAST and _is_a_name(text, begin):
        return ""  # "Flight 418 took off"
    if not counted and (not exact or _is_a_name(text, begin)):
        return ""
    if not bound and (match["number"].lower() == "one" or (not exact and _is_definite(text, begin))):
        return ""
    return text[begin : end + len(counted)]


def _kept(bound: str, number: str) -> str:
    """The bound as it belongs to a figure: of one that is only a preposition nothing is kept."""
    preposition = bound.strip().lower() in ("between", "from")
    return "" if preposition and not _RANGE.search(number) else bound


def _is_definite(text: str, begin: int) -> bool:
    """Whether a number in words only takes up what is known: "the two towns", "both of these three"."""
    return text[:begin].rstrip().rsplit(" ", 1)[-1].lower() in _DEFINITE


def _counted(text: str, end: int) -> str:
    """The words after a number that name what is counted, with their leading blank: " Iraqi soldiers"."""
    position = end
    nouns = 0
    for word in _COUNTED.finditer(text[end : end + 60]):
        if nouns == 0 and word.start() + end == position and word[1] == "of":
            position = end + word.end()
            continue
        if word.start() + end == position and word[1] in _POSSESSIVES and text[end:position].endswith(" of"):
            position = end + word.end()
            continue
        if word.start() + end != position or word[1].lower() in _STOP or nouns > _MOST_NOUNS:
            break
        if word[1] in _DONE or (nouns and (word[1].endswith(("ed", "ing")) or word[1] in _PAST)):
            break
        position = end + word.end()
        nouns += 1
    return text[end:position] if nouns else ""


def _is_a_name(text: str, begin: int) -> bool:
    """Whether a bare number belongs to a name in front of it: "Highway 4", "Resolution 2254"."""
    before = text[:begin].rstrip().rsplit(" ", 1)[-1]
    return bool(before[:1].isupper()) and begin > 0
