"""Dates as news gives them: expressions (TIMEX3), intervals of days, and how each date is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_LAST_ORDINAL = date.max.toordinal()


class Precision(StrEnum):
    """The grain of a date: how fine the words are."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class Basis(StrEnum):
    """How a date is known. Shown to the reader, so the values are words."""

    EXPLICIT = "explicit"
    PUBLICATION = "relative to publication"
    TEXT = "relative to an earlier date in the text"
    PUBLICATION_ONLY = "publication date only"
    READER = "set by the reader"
    UNRESOLVED = "unresolved"


class TimexType(StrEnum):
    """The types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Interval:
    """A span of days, both ends included.

    ``first`` and ``last`` are proleptic Gregorian day numbers (``date.toordinal``; below 1 for years before the
    common era), None for an open end. ``approximate`` means soft edges ("about", "mid-October").
    """

    first: int | None
    last: int | None
    precision: Precision
    approximate: bool = False

    @property
    def begin(self) -> date | None:
        """First day, or None where the begin is open or before year 1."""
        return _as_date(self.first)

    @property
    def end(self) -> date | None:
        """Last day, or None where the end is open or before year 1."""
        return _as_date(self.last)


def _as_date(ordinal: int | None) -> date | None:
    if ordinal is None or not 1 <= ordinal <= _LAST_ORDINAL:
        return None
    return date.fromordinal(ordinal)


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression and what became of it.

    ``begin``/``end`` are code points of the text given to ``tag``. ``value`` and ``mod`` follow TIMEX3 (ISO 8601 and
    ISO-TimeML). ``interval`` and ``edtf`` (ISO 8601-2) are None and "" where the expression names no place in time.
    ``readings`` holds every reading where the words contradict themselves. ``steps`` is the receipt, a sentence
    each; ``doubt`` says what is uncertain, or is empty.
    """

    begin: int
    end: int
    text: str
    type: TimexType
    value: str
    basis: Basis
    rule: str
    mod: str = ""
    anchor: str = ""
    interval: Interval | None = None
    edtf: str = ""
    readings: tuple[Interval, ...] = ()
    steps: tuple[str, ...] = ()
    doubt: str = ""

    def explain(self) -> str:
        """The date receipt in one paragraph: the words, what they mean, the basis, the steps, the doubt."""
        meaning = self.edtf or self.value or "no date"
        parts = [f"“{self.text}” = {meaning}", f"{self.basis} (rule: {self.rule})", *self.steps]
        if self.doubt:
            parts.append(f"Doubt: {self.doubt}")
        return "; ".join(parts)
