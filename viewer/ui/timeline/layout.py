"""Where everything of the timeline goes: marks on a rail above the axis, cards in lanes above the rail.

Made once per chronology, size and zoom, over the whole content and not only what is in view, so that nothing jumps when
the view is moved. All lengths are logical pixels; no Qt in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.ui.timeline.entries import Entry, Shape
from viewer.ui.timeline.packing import Card, Packing, Want, pack_cards, pack_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from viewer.ui.timeline.axis import Axis

MARK = 5.5  # half the width of a mark
OPEN_END = 70.0
LANE_GAP = 4.0
_NARROWEST_BAR = 9.0
_FEWEST_ROWS, _MOST_ROWS = 2, 3
_POINT_ROW, _BAR_ROW = 2 * MARK + 2.0, 10.0
_RAIL_GAP = 2.0
_LOW = 96.0
_WIDE, _SHARES = 80.0, (0.25, 0.75, 0.1, 0.9)
_CHIP_REACH = 44.0
_MANY = 40


@dataclass(frozen=True, slots=True)
class Metrics:
    """What the fonts dictate, in logical pixels."""

    small: float  # height of a line in the small type of dates and ticks
    label: float  # height of a line of a label
    widest: float  # widest card
    narrowest: float
    padding: float = 7.0

    def card_height(self, lines: int) -> float:
        """Height of a card whose label has ``lines`` lines."""
        return self.small + lines * self.label + 6.5

    @property
    def chip(self) -> float:
        """Height of the row of chips."""
        return self.small + 5.0

    @property
    def axis(self) -> float:
        """Height of the two rows of tick labels."""
        return 2 * self.small + 9.0


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's mark: from ``left`` to ``right`` (centres of the outer days for a point), row 0 on the axis.

    ``points`` are the centres of the readings of a conflict. ``row`` is -1 where no row is free.
    """

    index: int
    left: float
    right: float
    row: int
    points: tuple[float, ...] = ()

    @property
    def middle(self) -> float:
        """Where the stem stands: the middle, and the first reading of a conflict."""
        return self.points[0] if self.points else (self.left + self.right) / 2

    @property
    def stems(self) -> tuple[float, ...]:
        """Where the stem may stand, best first: each reading of a conflict, anywhere along a wide bar."""
        if self.points:
            return self.points
        width = self.right - self.left
        return (self.middle, *(self.left + width * share for share in _SHARES)) if width > _WIDE else (self.middle,)


@dataclass(frozen=True, slots=True)
class Chip:
    """The chip "+7": the events around ``x`` that found no room for a card."""

    x: float
    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished layout. ``base`` is the y of the axis line; lanes are counted upwards from ``lanes_bottom``."""

    width: float
    height: float
    base: float
    lanes_bottom: float
    lane_height: float
    card_height: float
    lines: int
    marks: tuple[Mark, ...]
    cards: tuple[Card, ...]
    chips: tuple[Chip, ...]
    rows: tuple[float, ...]

    def card_top(self, card: Card) -> float:
        """Upper edge of a card."""
        return self.lanes_bottom - (card.lane + 1) * self.lane_height

    def mark_y(self, mark: Mark) -> float:
        """Centre of a mark's row."""
        row = max(mark.row, 0)
        return self.base - _RAIL_GAP - sum(self.rows[:row]) - self.rows[row] / 2


@dataclass(frozen=True, slots=True)
class _Density:
    """One try at the cards: lines of label, the share of its width that a card has to get, and a factor for widest."""

    lines: int
    share: float
    stretch: float = 1.0


_DENSITIES = (
    _Density(2, 1.0, stretch=1.35),
    *(_Density(lines, share) for lines in (2, 1) for share in (1.0, 0.8, 0.6, 0.0)),
)
_CROWDED = _DENSITIES[-1:]


def lay_out(
    entries: Sequence[Entry],
    axis: Axis,
    size: tuple[float, float],
    metrics: Metrics,
    widths: Mapping[int, tuple[float, float]],
    selected: int = -1,
) -> Layout:
    """The layout of the dated ``entries`` in a content of ``size``.

    ``widths`` gives, per entry, the pixels that its date and its label need. The entry ``selected`` gets a card first.
    The roomiest density at which every card finds a place wins, else the one that hides the fewest.
    """
    width, height = size
    base = height - metrics.axis
    marks = _marks(entries, axis, _FEWEST_ROWS if base < _LOW else _MOST_ROWS)
    rows = _row_heights(marks)
    plan = _Plan(marks, width, base - sum(rows) - 2 * _RAIL_GAP, metrics, widths, selected)
    density, packing, bottom = plan.best()
    return Layout(
        width=width,
        height=height,
        base=base,
        lanes_bottom=bottom,
        lane_height=metrics.card_height(density.lines) + LANE_GAP,
        card_height=metrics.card_height(density.lines),
        lines=density.lines,
        marks=marks,
        cards=packing.cards,
        chips=_chips(packing.hidden, marks),
        rows=rows,
    )


def _marks(entries: Sequence[Entry], axis: Axis, rows: int) -> tuple[Mark, ...]:
    extents = [(entry.index, *_extent(entry, axis)) for entry in entries if entry.spans]
    extents.sort(key=lambda each: (each[1], -each[2]))
    placed = pack_rows([(left - MARK, right + MARK) for _index, left, right, _points in extents], rows)
    marks = [
        Mark(index, left, right, row, points) for (index, left, right, points), row in zip(extents, placed, strict=True)
    ]
    return tuple(sorted(marks, key=lambda mark: mark.index))


def _row_heights(marks: Sequence[Mark]) -> tuple[float, ...]:
    """A row that holds nothing but bars is lower than one with points."""
    count = max((mark.row for mark in marks), default=0) + 1
    pointed = {mark.row for mark in marks if mark.points or mark.left == mark.right}
    return tuple(_POINT_ROW if row in pointed else _BAR_ROW for row in range(count))


def _extent(entry: Entry, axis: Axis) -> tuple[float, float, tuple[float, ...]]:
    if entry.shape == Shape.CONFLICT:
        points = tuple(axis.x((span.begin + span.end) / 2) for span in entry.spans)
        return min(points), max(points), points
    span = entry.spans[0]
    if entry.shape == Shape.DAY:
        middle = axis.x(span.begin + 0.5)
        return middle, middle, ()
    left = axis.x(span.begin) if not entry.open_begin else axis.x(span.end) - OPEN_END
    right = axis.x(span.end) if not entry.open_end else axis.x(span.begin) + OPEN_END
    missing = max(0.0, _NARROWEST_BAR - (right - left)) / 2
    return left - missing, right + missing, ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """The room for cards, and the tries at filling it."""

    marks: tuple[Mark, ...]
    width: float
    bottom: float
    metrics: Metrics
    widths: Mapping[int, tuple[float, float]]
    selected: int

    def best(self) -> tuple[_Density, Packing, float]:
        densities = _DENSITIES if len(self.marks) <= _MANY else _CROWDED
        tries, above_chips = [], self.bottom - self.metrics.chip
        for density in densities:
            for both_sides in (False, True):
                packing = self._pack(density, self.bottom, both_sides)
                if not packing.hidden:
                    return density, packing, self.bottom
            tries.append((density, self._pack(density, above_chips, both_sides=True)))
        density, packing = min(tries, key=lambda each: len(each[1].hidden))
        return density, packing, above_chips

    def _pack(self, density: _Density, bottom: float, both_sides: bool) -> Packing:
        wants = [self._want(mark, density) for mark in self.marks]
        lanes = max(int((bottom - 2.0) // (self.metrics.card_height(density.lines) + LANE_GAP)), 0)
        return pack_cards(wants, lanes, 2.0, self.width - 4.0, self.selected, both_sides=both_sides)

    def _want(self, mark: Mark, density: _Density) -> Want:
        date, label = self.widths[mark.index]
        share = 0.56 if density.lines > 1 else 1.0  # a wrapped line never breaks exactly in the middle
        wish = max(date, min(label, label * share + 24.0)) + 2 * self.metrics.padding + 2.0
        narrowest = max(self.metrics.narrowest, date + 2 * self.metrics.padding)
        natural = min(max(wish, narrowest), self.metrics.widest * density.stretch)
        least = min(natural, max(narrowest, natural * density.share))
        return Want(mark.index, mark.stems, natural, least)


def _chips(hidden: Sequence[int], marks: Sequence[Mark]) -> tuple[Chip, ...]:
    """The hidden events gathered by nearness; a chip stands in the middle of its events."""
    by_index = {mark.index: mark for mark in marks}
    groups: list[list[Mark]] = []
    for mark in sorted((by_index[index] for index in hidden), key=lambda mark: (mark.middle, mark.index)):
        if groups and mark.middle - groups[-1][0].middle <= _CHIP_REACH:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return tuple(_chip(group) for group in groups)


def _chip(group: Sequence[Mark]) -> Chip:
    return Chip((group[0].middle + group[-1].middle) / 2, tuple(mark.index for mark in group))
