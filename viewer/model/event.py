"""What an article reports, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from viewer.model.passage import Passage
from viewer.model.time import Basis, Interval, Precision, Timex


class Factuality(StrEnum):
    """How an event is presented by the article."""

    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class DatedPassage(NamedTuple):
    """A temporal expression and where it stands in the text of record."""

    passage: Passage
    timex: Timex


@dataclass(frozen=True, slots=True)
class Event:
    """A report of something that happened, will happen or did not.

    ``passage`` is the sentence or clause; ``label`` is taken from it. ``when`` is EDTF, "" for an undated event;
    ``interval`` the same as days. ``dated_by`` is the expression that dates it. ``sources`` names who says so.
    ``readings`` are the EDTF strings of a contradiction, ``conflict`` the sentence that explains it. ``order`` is
    the rank among the events of the article (0 first); undated events keep the place the text gives them.
    ``figures`` are numbers with their bounds as the article gives them ("up to 20,000").
    """

    passage: Passage
    label: str
    order: int
    factuality: Factuality
    basis: Basis
    when: str = ""
    interval: Interval | None = None
    dated_by: DatedPassage | None = None
    sources: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    conflict: str = ""

    @property
    def begin(self) -> date | None:
        """First day, None where unknown, open or before year 1."""
        return self.interval.begin if self.interval else None

    @property
    def end(self) -> date | None:
        """Last day, None where unknown, open or before year 1."""
        return self.interval.end if self.interval else None

    @property
    def precision(self) -> Precision | None:
        """The grain of the date, None for an undated event."""
        return self.interval.precision if self.interval else None

    @property
    def timex(self) -> Timex | None:
        """The expression that dates the event, if any."""
        return self.dated_by.timex if self.dated_by else None


class Chronology(NamedTuple):
    """All temporal expressions of an article, in text order, and its events, in the order of time."""

    timexes: tuple[DatedPassage, ...] = ()
    events: tuple[Event, ...] = ()


class SetDate(NamedTuple):
    """What the reader says that the words of a passage mean: ``when`` is EDTF, "" for no date.

    ``made`` is the day on which that was said, where it is known.
    """

    passage: Passage
    when: str
    made: date | None = None
