"""From days to places on the axis and back: a strictly increasing, piecewise linear mapping.

News clusters: half of what an article reports lies in its last week, the rest years back. The *elastic* scale gives
every stretch between two dates a minimum and a share that grows only with the logarithm of its length, so that a
week and a year are both legible. The *even* scale is one straight line. Places run from 0.0 to 1.0.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MINIMUM = 0.4
_GROWTH = 0.5
_DATED_DAY = 1.0
_COMPRESSION = 4.0
_SHORTEST_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in days, the end exclusive; ``end`` is greater than ``begin``."""

    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A mapping between days and places, and the empty stretches that it compresses (in order)."""

    days: tuple[float, ...]
    places: tuple[float, ...]
    gaps: tuple[Span, ...] = ()

    def place(self, day: float) -> float:
        """Where a day lies; beyond the first and the last date the outer slopes go on."""
        return _interpolate(day, self.days, self.places)

    def day(self, place: float) -> float:
        """Which day lies at a place: the inverse of ``place``."""
        return _interpolate(place, self.places, self.days)


def _interpolate(value: float, given: Sequence[float], wanted: Sequence[float]) -> float:
    index = min(max(bisect_right(given, value) - 1, 0), len(given) - 2)
    share = (value - given[index]) / (given[index + 1] - given[index])
    return wanted[index] + share * (wanted[index + 1] - wanted[index])


def even_scale(spans: Iterable[Span]) -> Scale:
    """The straight line from the first to the last of the spans; one day around today's origin where there is none."""
    known = list(spans) or [Span(0.0, 1.0)]
    begin, end = min(span.begin for span in known), max(span.end for span in known)
    return Scale((begin, end), (0.0, 1.0))


def elastic_scale(spans: Iterable[Span]) -> Scale:
    """The scale that compresses long stretches, most of all those that no span covers."""
    known = list(spans) or [Span(0.0, 1.0)]
    days = sorted({edge for span in known for edge in (span.begin, span.end)})
    covered = _covered(days, known)
    weights = [_weight(end - begin, inside) for begin, end, inside in zip(days, days[1:], covered, strict=False)]
    total, place, places = math.fsum(weights), 0.0, [0.0]
    for weight in weights[:-1]:
        place += weight / total
        places.append(place)
    return Scale(tuple(days), (*places, 1.0), tuple(_gaps(days, weights, covered)))


def _weight(length: float, covered: bool) -> float:
    if covered and length <= 1.0:
        return _DATED_DAY
    return _MINIMUM + _GROWTH * math.log10(1.0 + length)


def _covered(days: Sequence[float], spans: Iterable[Span]) -> list[bool]:
    """For each stretch between two neighbouring days, whether any span lies over it."""
    change = dict.fromkeys(days, 0)
    for span in spans:
        change[span.begin] += 1
        change[span.end] -= 1
    depth, inside = 0, []
    for day in days[:-1]:
        depth += change[day]
        inside.append(depth > 0)
    return inside


def _gaps(days: Sequence[float], weights: Sequence[float], covered: Sequence[bool]) -> Iterable[Span]:
    """The empty stretches that run much faster than the slowest stretch of the axis."""
    pace = [(end - begin) / weight for begin, end, weight in zip(days, days[1:], weights, strict=False)]
    slowest = min(pace)
    for index, inside in enumerate(covered):
        length = days[index + 1] - days[index]
        if not inside and length >= _SHORTEST_GAP and pace[index] >= _COMPRESSION * slowest:
            yield Span(days[index], days[index + 1])
