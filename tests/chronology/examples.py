"""The examples of the rules, as cases for the tests of each rule book."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from viewer.chronology import tag

if TYPE_CHECKING:
    from viewer.chronology.grammar import RuleBook

PUBLISHED = date(2018, 11, 2)


def cases(book: RuleBook):
    """One case for each example of each rule of a book."""
    return [
        pytest.param(phrase, values, id=f"{rule.name}: {phrase}")
        for rule in book.rules
        for phrase, values in rule.examples.items()
    ]


def values(text: str, published: date | None = PUBLISHED, language: str = "en") -> str:
    """The values found in a text, a blank between each."""
    return " ".join(timex.value for timex in tag(text, published=published, language=language))


def only(text: str, published: date | None = PUBLISHED):
    """The single expression of a text."""
    (timex,) = tag(text, published=published)
    return timex
