"""Why two articles belong together, in words that both of them use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.date_words import day_words
from viewer.stories.terms import hashes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

_MOST_NAMES = 3
_MOST_DAYS = 2
_COMMON = 3.0
_FADING = 0.015


def shared_names(ours: Sequence[str], theirs: Sequence[str], rarity: Callable[[int], float]) -> list[str]:
    """The names that both have, first those that are rare in the library and frequent in the two.

    ``ours`` and ``theirs`` are most frequent first. A name within a longer shared one is left out.
    """
    places = {name.casefold(): place for place, name in enumerate(theirs)}
    worth = {}
    for place, name in enumerate(ours):
        if name.casefold() in places:
            rarest = max(map(rarity, hashes_of(name)), default=0.0)
            worth[name] = rarest / (1 + _FADING * (place + places[name.casefold()]))
    chosen: list[str] = []
    for name in sorted(worth, key=lambda name: -worth[name]):
        if not any(_is_within(name, other) for other in chosen):
            chosen = [*(other for other in chosen if not _is_within(other, name)), name]
    return chosen[:_MOST_NAMES]


def shared_words(ours: Sequence[str], theirs: Sequence[str], rarity: Callable[[int], float]) -> list[str]:
    """Rare words that both have, for articles without names in common."""
    known = {tuple(hashes_of(word)) for word in theirs}
    shared = {word: max(map(rarity, hashes), default=0.0) for word in ours if (hashes := hashes_of(word))}
    rare = [word for word in shared if tuple(hashes_of(word)) in known and shared[word] > _COMMON]
    return sorted(rare, key=lambda word: -shared[word])[:_MOST_NAMES]


def shared_days(ours: Iterable[tuple[int, int]], theirs: Collection[tuple[int, int]]) -> list[str]:
    """Days (from pairs of first and last day number) on which both report something; in words, the latest first."""
    known = {first for first, last in theirs if first == last}
    days = {first for first, last in ours if first == last} & known
    return [day_words(day) for day in sorted(days, reverse=True)][:_MOST_DAYS]


def _is_within(name: str, other: str) -> bool:
    return f" {name.casefold()} " in f" {other.casefold()} "
