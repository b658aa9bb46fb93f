"""Dates that the words behind them tell: "the year the war began", "the night of the raid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.vocabulary import word_set

if TYPE_CHECKING:
    from viewer.chronology.grammar import Parts

_INSIDE = word_set("all in during by of through throughout into until till for over later")
_LINKS = word_set("when that before after following preceding")
_SUBJECTS = word_set("the a an he she it they we you his her its their our my")


def is_told_by_event(part: Parts) -> bool:
    """Whether a restrictive clause or phrase follows "the night", so that it is none of its own.

    It does not where the date stands inside a phrase that ends with it: "In the evening the army moved on".
    """
    after = part.after()
    inside = part.before(2 if part.before() == "the" else 1) in _INSIDE
    if after in _LINKS:
        return not inside or after in ("when", "that")
    return not inside and (after in _SUBJECTS or (after[:1].isupper() and after[1:2].islower()))
