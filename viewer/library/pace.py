"""How fast a long job gets on and how long it will still take, in words."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.library.values import Progress

_LOOK_BACK_S = 20.0
_SURE_AFTER_S = 3.0
_NOTED_EVERY_S = 0.25


class Pace:
    """Watches one job. ``words`` is to be asked with every Progress of it.

    The rate is that of the last 20 seconds: what comes first, or was done already, says little about the rest.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._phase = ""
        self._noted: deque[tuple[float, int]] = deque()

    def words(self, progress: Progress) -> str:
        """As in "Reading 1,200 of 100,000 · 85 a second · about 19 minutes left"; at first the count alone."""
        self._note(progress)
        of = f" of {progress.total:,}" if progress.total else ""
        count = f" {progress.done:,}{of}" if progress.done or progress.total else ""
        rate = self._rate()
        parts = [f"{progress.phase[:1].upper()}{progress.phase[1:]}{count}"]
        if rate > 0:
            parts.append(_rate_words(rate))
            if progress.total:
                parts.append(_left_words((progress.total - progress.done) / rate))
        return " · ".join(parts)

    def _note(self, progress: Progress) -> None:
        now = self._clock()
        if progress.phase != self._phase or (self._noted and progress.done < self._noted[-1][1]):
            self._phase = progress.phase
            self._noted.clear()
        if not self._noted or now - self._noted[-1][0] >= _NOTED_EVERY_S:
            self._noted.append((now, progress.done))
        while now - self._noted[0][0] > _LOOK_BACK_S and len(self._noted) > 1:
            self._noted.popleft()

    def _rate(self) -> float:
        """Items a second; 0 as long as nobody can tell."""
        (begin, first), (end, last) = self._noted[0], self._noted[-1]
        return (last - first) / (end - begin) if end - begin >= _SURE_AFTER_S else 0.0


def _rate_words(rate: float) -> str:
    if rate >= 1:
        return f"{rate:,.0f} a second"
    return f"{rate * 60:.0f} a minute" if rate * 60 >= 1 else "less than one a minute"


def _left_words(seconds: float) -> str:
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10} seconds left"
    if seconds < 90:
        return "about a minute left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} minutes left"
    return f"about {round(seconds / 3600)} hours left"
