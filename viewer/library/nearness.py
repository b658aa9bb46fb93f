"""Which of some words is the one that was meant: the fewest slips of the keyboard away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 40


def nearest(word: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Those of ``known`` that differ from ``word`` by one slip, or two in a word of six letters or more; best first."""
    most = 2 if len(word) >= 6 else 1
    if not 2 < len(word) <= _LONGEST:
        return ()
    measured = ((distance(word, one, most), one) for one in known if one != word and abs(len(one) - len(word)) <= most)
    return tuple(one for slips, one in sorted(measured) if slips <= most)[:limit]


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, leave out, change or swap with the next; ``most + 1`` for all that are farther.

    Optimal string alignment (Damerau 1964), row by row, ended early.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        oldest, before, row = before, row, [at]
        for place, against in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != against))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == against:
                cost = min(cost, oldest[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
