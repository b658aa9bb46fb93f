"""Other texts of an article in words: what they are called, and what the page says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.library.others import COPY, EXTRACTION, NOTES, ORIGINAL, TWIN, VERSION
from viewer.model.date_words import date_words
from viewer.ui.reader.front import ARTICLE, COMPARE
from viewer.ui.words import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.document.comparison import Comparison
    from viewer.library.others import OtherText

_MOST_TWINS = 3
EXTRACTIONS = {"other": "Other extraction", "page": "Whole page", "article": "First choice"}


def called(other: OtherText) -> str:
    """A text's name in a list: "Version of 3 November 2018"."""
    if other.kind == VERSION:
        number = other.name.partition(" ")[2]
        day = date_words(other.day, long=True) if other.day else other.name
        newer = ", newer" if other.is_newest else ""
        return f"Version of {day}{f' ({number})' if number else ''}{newer}"
    if other.kind == EXTRACTION:
        return EXTRACTIONS[other.name]
    what = {COPY: "Conflicted copy", ORIGINAL: "Original", NOTES: "Conflicted copy of the highlights"}
    return f"{what.get(other.kind, 'Nearly the same')}: {other.name}"


def lines_beside(others: Sequence[OtherText]) -> list[list[tuple[str, str]]]:
    """What the page of an article says of its other texts: lines of words with the link that they carry."""
    return [*_of_versions(others), *_of_copies(others), *_of_twins(others)]


def _of_versions(others: Sequence[OtherText]) -> Iterator[list[tuple[str, str]]]:
    newest = next((one for one in others if one.is_newest), None)
    count = sum(one.kind == VERSION for one in others)
    if newest is not None:
        day = date_words(newest.day, long=True) if newest.day else newest.name
        yield [(f"A newer version of {day} is here. ", ""), ("Compare, and use it", COMPARE)]
    elif count:
        yield [(f"{plural(count, 'other version')} kept. ", ""), ("Compare", COMPARE)]


def _of_copies(others: Sequence[OtherText]) -> Iterator[list[tuple[str, str]]]:
    copies = sum(one.kind == COPY for one in others)
    if copies:
        has = "is a conflicted copy" if copies == 1 else f"are {copies} conflicted copies"
        yield [(f"There {has} of this article, left by a synchroniser. ", ""), ("Compare", COMPARE)]
    if any(one.kind == ORIGINAL for one in others):
        words = "This is a conflicted copy, left by a synchroniser. "
        yield [(words, ""), ("Compare with the original", COMPARE)]
    if any(one.kind == NOTES for one in others):
        yield [("There is a conflicted copy of its highlights. ", ""), ("Compare", COMPARE)]


def _of_twins(others: Sequence[OtherText]) -> Iterator[list[tuple[str, str]]]:
    twins = [one for one in others if one.kind == TWIN]
    if twins:
        links = [(one.name, f"{ARTICLE}{one.id}") for one in twins[:_MOST_TWINS]]
        named = [part for number, link in enumerate(links) for part in ([(", ", "")] if number else []) + [link]]
        more = len(twins) - len(links)
        yield [("Nearly the same: ", ""), *named, (f" and {more:,} more. " if more else ". ", ""), ("Compare", COMPARE)]


def summary(comparison: Comparison, other: OtherText) -> str:
    """What a comparison found, in a sentence or two."""
    if comparison.is_same:
        return "Both texts have the same words."
    found = ((comparison.added, "added"), (comparison.removed, "removed"))
    counts = (
        ", ".join(f"{plural(number, 'word')} {how}" for number, how in found if number) or "No words added or removed"
    )
    order = "from this article to that text" if other.is_later else "from that text to this article"
    return " ".join(filter(None, [f"{counts}, {order}.", comparison.cut]))
