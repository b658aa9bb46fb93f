"""Which part of the content is in view: zoom and offset, kept within their bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from viewer.ui.timeline.axis import Axis

if TYPE_CHECKING:
    from viewer.ui.timeline.scale import Scale

_WIDEST_DAY = 420.0
_LEFT = 26.0
_RIGHT = 40.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """A window ``width`` pixels wide on a content ``zoom`` times as wide, ``offset`` pixels from its left edge.

    ``room`` is kept free at the right of the last date, for its card.
    """

    scale: Scale
    width: float
    zoom: float = 1.0
    offset: float = 0.0
    room: float = _RIGHT

    @property
    def content(self) -> float:
        """Width of the whole content."""
        return self.width * self.zoom

    @property
    def axis(self) -> Axis:
        """The axis of the content."""
        return Axis(self.scale, _LEFT, max(self.content - _LEFT - self.room, 1.0))

    @property
    def farthest_zoom(self) -> float:
        """The zoom at which the widest day is as wide as is of any use."""
        stretches = pairwise(zip(self.scale.days, self.scale.places, strict=True))
        pace = max((place - before) / (day - earlier) for (earlier, before), (day, place) in stretches)
        return max(1.0, min(_WIDEST_DAY / pace, 1e8) / max(self.width, 1.0))

    def resized(self, width: float, room: float) -> Viewport:
        """The same middle in a window of another width."""
        if width == self.width and room == self.room:
            return self
        day = self.axis.day(self.offset + self.width / 2)
        wider = replace(self, width=width, room=room)
        return wider.at(wider.axis.x(day) - width / 2)

    def at(self, offset: float) -> Viewport:
        """The same zoom at another offset, as far as the content goes."""
        return replace(self, offset=min(max(offset, 0.0), max(self.content - self.width, 0.0)))

    def zoomed(self, factor: float, x: float) -> Viewport:
        """Zoomed so that the day under the pixel ``x`` of the window stays there."""
        day = self.axis.day(self.offset + x)
        nearer = replace(self, zoom=min(max(self.zoom * factor, 1.0), self.farthest_zoom))
        return nearer.at(nearer.axis.x(day) - x)

    def fitting(self, begin: float, end: float) -> Viewport:
        """Zoomed and moved so that the days ``begin`` to ``end`` fill most of the window."""
        axis = self.axis
        share = max((axis.x(end) - axis.x(begin)) / max(self.width * 0.6, 1.0), 1e-9)
        zoom = min(max(self.zoom / share, 1.0), self.farthest_zoom)
        nearer = replace(self, zoom=zoom)
        return nearer.at((nearer.axis.x(begin) + nearer.axis.x(end) - self.width) / 2)

    def showing(self, left: float, right: float) -> Viewport:
        """Moved as little as needed to have the content's pixels ``left`` to ``right`` in view."""
        if left < self.offset:
            return self.at(left)
        return self.at(right - self.width) if right > self.offset + self.width else self
