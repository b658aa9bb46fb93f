"""Where days lie in pixels: a scale, stretched over a length and moved by a margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.ui.timeline.scale import Scale


@dataclass(frozen=True, slots=True)
class Axis:
    """``x`` of the first date is ``left``, of the last ``left + length``, in logical pixels of the whole content."""

    scale: Scale
    left: float
    length: float

    def x(self, day: float) -> float:
        """Pixels from the content's left edge to a day (its begin, 0:00; add 0.5 for its middle)."""
        return self.left + self.length * self.scale.place(day)

    def day(self, x: float) -> float:
        """The day at a pixel: the inverse of ``x``."""
        return self.scale.day((x - self.left) / self.length)
