"""Why two articles belong together, in a few words that both of them use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from viewer.stories.related import Match

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

DUPLICATE_SCORE = 0.8
_MOST_NAMES = 4
_MOST_DAYS = 2


def shared_names(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The heaviest spellings that both have and that begin with a capital, names of several words first."""
    known = {name.casefold() for name in theirs}
    names = [name for name in ours if name.casefold() in known and name[:1].isupper()]
    return names[:_MOST_NAMES]


def shared_days(ours: Iterable[tuple[int, int]], theirs: Collection[tuple[int, int]]) -> list[str]:
    """Days, as day numbers (first, last), on which both report something; in words, the latest first."""
    known = {first for first, last in theirs if first == last}
    days = {first for first, last in ours if first == last} & known
    return [day_in_words(date.fromordinal(day)) for day in sorted(days, reverse=True)][:_MOST_DAYS]


def day_in_words(day: date) -> str:
    """A day as British news writes it: "1 November 2018"."""
    return f"{day.day} {day:%B} {day.year}"


def collapse(matches: Sequence[Match], linked: Mapping[int, str]) -> list[list[Match]]:
    """Linked articles first, whether they match or not, then the others; each with its near-duplicates."""
    scores = {match.number: match.score for match in matches}
    first = [Match(number, scores.get(number, 0.0)) for number in linked]
    rest = [match for match in matches if match.number not in linked]
    return [[match] for match in (*sorted(first, key=lambda match: -match.score), *rest)]
