"""The English grammar: all rule books and the English vocabulary."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from viewer.chronology import (
    absolute,
    counted,
    day_lists,
    daytimes,
    durations,
    fiscal,
    formats,
    holidays,
    joins,
    mixed_durations,
    modifiers,
    numbers,
    numeric,
    ordinals,
    ranges,
    references,
    relative,
    seasons,
    sets,
    times,
    years,
)
from viewer.chronology.engine import Engine
from viewer.chronology.vocabulary import TRIGGERS, UNIONS, VOCABULARY

if TYPE_CHECKING:
    from viewer.chronology.grammar import Rule


def rules() -> list[Rule]:
    """Every rule of English, in the order that decides between matches of one length."""
    books = (
        numbers,
        absolute,
        day_lists,
        years,
        seasons,
        numeric,
        formats,
        holidays,
        relative,
        counted,
        fiscal,
        sets,
        durations,
        mixed_durations,
        times,
        references,
        ordinals,
        ranges,
        daytimes,
        joins,
        modifiers,
    )
    return [rule for book in books for rule in book.BOOK.rules]


@cache
def english() -> Engine:
    """The English engine, built on first use."""
    return Engine(rules(), VOCABULARY, UNIONS, TRIGGERS)
