"""Ticks on an axis whose scale may bend: years, months and days, each wherever the pixels allow.

The calendar is a tree: a millennium divides into centuries, ... a year into halves, quarters and months, a month into
halves, sixths and days. The tree is walked from the root; a cell is divided only where it is wide enough on screen, and
a coarser tick always goes before a finer one. A second row names what the first leaves out ("Nov 2018" under "1").
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from viewer.model.calendar import civil, month_name, ordinal, weekday_name
from viewer.model.date_words import year_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from viewer.ui.timeline.axis import Axis

_YEAR_STEPS = (1_000_000, 100_000, 10_000, 1000, 500, 100, 50, 10, 5, 1)
_MONTH_STEPS = (6, 3, 1)
_DAY_STARTS = ((1, 16), (1, 6, 11, 16, 21, 26), tuple(range(1, 32)))
_LENGTHS = (*(365.25 * years for years in _YEAR_STEPS), *(30.44 * months for months in _MONTH_STEPS), 15.0, 5.0, 1.0)
_LEVELS = len(_LENGTHS)
_NARROWEST_CELL, _NARROWEST_MONTH = 34.0, 120.0
_FARTHEST = 10_000_000 * 366
_MOST_ROOTS = 60
_AIR = 7.0


class Grain(IntEnum):
    """What the label of a tick names."""

    YEAR = 0
    MONTH = 1
    DAY = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at ``x`` for the calendar cell that begins on ``day``; its label covers ``left`` to ``right``."""

    x: float
    left: float
    right: float
    label: str
    grain: Grain
    day: int


@dataclass(frozen=True, slots=True)
class Context:
    """A label of the second row, from ``left`` to ``right``."""

    left: float
    right: float
    label: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    level: int
    wanted: bool
    tick: Tick


def ticks(
    axis: Axis,
    left: float,
    right: float,
    width_of: Callable[[str], float],
    wanted: Collection[int] = (),
    blocked: Iterable[tuple[float, float]] = (),
) -> tuple[Tick, ...]:
    """The ticks between the pixels ``left`` and ``right``, from left to right; no two labels touch.

    ``wanted`` are days that go first among ticks of one level; nothing is written over the extents in ``blocked``.
    """
    candidates = list(_Walk(axis, left, right, width_of, wanted).candidates())
    candidates.sort(key=lambda each: (each.level, not each.wanted, each.tick.x))
    taken = sorted(blocked)
    accepted = [each.tick for each in candidates if _claim(taken, each.tick.left - _AIR, each.tick.right + _AIR)]
    return tuple(sorted(accepted, key=lambda tick: tick.x))


def contexts(
    axis: Axis,
    marks: Sequence[Tick],
    left: float,
    right: float,
    width_of: Callable[[str], float],
    blocked: Iterable[tuple[float, float]] = (),
) -> tuple[Context, ...]:
    """The second row: the month and year of day ticks, the year of month ticks, kept in view at the left edge."""
    taken = sorted(blocked)
    result = []
    for grain in (Grain.DAY, Grain.MONTH):
        for begin, end, names in _groups(axis, marks, grain):
            start, limit = max(begin, left), min(end, right)
            name = next((name for name in names if start + width_of(name) <= limit), names[-1])
            stop = start + width_of(name)
            if stop <= right and _claim(taken, start - _AIR, stop + _AIR):
                result.append(Context(start, stop, name))
    return tuple(sorted(result, key=lambda context: context.left))


def _groups(axis: Axis, marks: Sequence[Tick], grain: Grain) -> Iterator[tuple[float, float, tuple[str, ...]]]:
    """Per month (of day ticks) or year (of month ticks): where the label may begin and end, and its names."""
    named = Grain.YEAR if grain == Grain.MONTH else Grain.MONTH
    seen = {civil(tick.day)[:2] for tick in marks if tick.grain == named}
    for tick in marks:
        year, month, _day = civil(tick.day)
        key = (year, month if grain == Grain.DAY else 1)
        if tick.grain != grain or key in seen:
            continue
        seen.add(key)
        end = ordinal(year + 1) if grain == Grain.MONTH or month == 12 else ordinal(year, month + 1)
        words = year_words(year)
        names = (f"{month_name(month, long=True)} {words}", f"{month_name(month)} {words}")
        yield tick.left, axis.x(end), names if grain == Grain.DAY else (words,)


def _claim(taken: list[tuple[float, float]], left: float, right: float) -> bool:
    """Take an extent if it is free; extents in ``taken`` do not overlap and are in order."""
    place = bisect_left(taken, (left, right))
    free = (place == 0 or taken[place - 1][1] <= left) and (place == len(taken) or taken[place][0] >= right)
    if free:
        insort(taken, (left + _AIR, right - _AIR))
    return free


class _Walk:
    """One walk over the calendar tree."""

    def __init__(
        self, axis: Axis, left: float, right: float, width_of: Callable[[str], float], wanted: Collection[int]
    ) -> None:
        self._axis, self._left, self._right = axis, left, right
        self._width_of, self._wanted = width_of, wanted
        self._gaps = [(gap.begin, gap.end) for gap in axis.scale.gaps]
        self._year_width = width_of("2028") + _AIR
        self._day_width = width_of("28") + _AIR
        self._weekday_width = width_of("Wed 28") + 2 * _AIR
        self._month_width = width_of("May") + _AIR

    def candidates(self) -> Iterator[_Candidate]:
        begin = int(max(self._axis.day(self._left), -_FARTHEST)) - 1
        end = int(min(self._axis.day(self._right), _FARTHEST)) + 1
        first, last = civil(begin)[0], civil(end)[0]
        level = next((n for n, step in enumerate(_YEAR_STEPS) if (last - first) / step > 1), len(_YEAR_STEPS) - 1)
        if (last - first) / _YEAR_STEPS[level] > _MOST_ROOTS:
            level = 0
        step = _YEAR_STEPS[level]
        yield from self._divide(ordinal(_year_before(first, step)), ordinal(_year_after(last + 1, step)), level)

    def _divide(self, begin: int, end: int, level: int) -> Iterator[_Candidate]:
        """Candidates at the boundaries of ``level`` within a cell, then of the finer levels within its children."""
        days = list(_boundaries(begin, end, level))
        xs = [self._axis.x(day) for day in days]
        crowded = self._crowded(begin, end, level)
        for day, x in zip(days[1:-1], xs[1:-1], strict=True):
            if crowded or self._in_gap(day):
                continue
            tick = self._tick(day, x)
            if self._left <= x and tick.x <= self._right:
                yield _Candidate(level, day in self._wanted, tick)
        if level + 1 == _LEVELS:
            return
        narrowest = _NARROWEST_MONTH if level + 1 == _LEVELS - len(_DAY_STARTS) else _NARROWEST_CELL
        for index, day in enumerate(days[:-1]):
            x, after = xs[index], xs[index + 1]
            if after - x >= narrowest and after >= self._left and x <= self._right:
                yield from self._divide(day, days[index + 1], level + 1)

    def _in_gap(self, day: int) -> bool:
        """Whether a day lies in a stretch that is left out: a tick there would seem to date what stands beside it."""
        place = bisect_left(self._gaps, (day, 0.0)) - 1
        return place >= 0 and day < self._gaps[place][1]

    def _crowded(self, begin: int, end: int, level: int) -> bool:
        """On an even stretch all cells of a level get a label or none does; a selection would look like a mistake."""
        width = self._axis.x(end) - self._axis.x(begin)
        half = self._axis.x((begin + end) / 2) - self._axis.x(begin)
        if abs(2 * half - width) > 0.1 * width:
            return False
        return width / (end - begin) * _LENGTHS[level] < self._widest(level) + _AIR

    def _widest(self, level: int) -> float:
        if level < len(_YEAR_STEPS):
            return self._year_width
        return self._month_width if level < len(_YEAR_STEPS) + len(_MONTH_STEPS) else self._day_width

    def _tick(self, day: int, x: float) -> Tick:
        year, month, number = civil(day)
        cell = self._axis.x(day + 1) - self._axis.x(day)
        if number != 1 or cell >= self._day_width:
            label = f"{weekday_name(day)[:3]} {number}" if cell >= self._weekday_width else str(number)
            middle, half = self._axis.x(day + 0.5), self._width_of(label) / 2
            return Tick(middle, middle - half, middle + half, label, Grain.DAY, day)
        month_cell = self._axis.x(day + 31) - self._axis.x(day)
        if month != 1 or month_cell >= self._month_width:
            return Tick(x, x + 4, x + 4 + self._width_of(month_name(month)), month_name(month), Grain.MONTH, day)
        label = year_words(year)
        return Tick(x, x + 4, x + 4 + self._width_of(label), label, Grain.YEAR, day)


def _boundaries(begin: int, end: int, level: int) -> Iterator[int]:
    """The days that divide a cell at a level, the cell's own begin and end included."""
    yield begin
    if level < len(_YEAR_STEPS):
        yield from _year_boundaries(begin, end, _YEAR_STEPS[level])
    elif level < len(_YEAR_STEPS) + len(_MONTH_STEPS):
        yield from _month_boundaries(begin, end, _MONTH_STEPS[level - len(_YEAR_STEPS)])
    else:
        year, month, _day = civil(begin)
        starts = _DAY_STARTS[level - len(_YEAR_STEPS) - len(_MONTH_STEPS)]
        yield from (day for number in starts if begin < (day := ordinal(year, month, number)) < end)
    yield end


def _year_boundaries(begin: int, end: int, step: int) -> Iterator[int]:
    """First days of years; before the common era those whose number BC is a multiple of the step."""
    year = _year_after(civil(begin)[0] + 1, step)
    while (day := ordinal(year)) < end:
        if day > begin:
            yield day
        year = _next_year(year, step)


def _next_year(year: int, step: int) -> int:
    if year < 1:
        return min(year + step, 1)
    return step if year == 1 and step > 1 else year + step


def _year_after(year: int, step: int) -> int:
    """The first boundary year of ``step`` at or after ``year``; year 1 always is one."""
    return -(-year // step) * step if year > 1 else 1 - (1 - year) // step * step


def _year_before(year: int, step: int) -> int:
    """The last boundary year of ``step`` at or before ``year``."""
    return max(year // step * step, 1) if year >= 1 else 1 + (year - 1) // step * step


def _month_boundaries(begin: int, end: int, step: int) -> Iterator[int]:
    year, month, _day = civil(begin)
    while (month := month + step) <= 12 and (day := ordinal(year, month)) < end:
        yield day
