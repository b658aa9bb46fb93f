"""What resolving may look at: the text, its publication, and the dates mentioned so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.chronology.days import (
    Place,
    quarter_of,
)
from viewer.chronology.tense import ends_sentence, tense_of, told_before
from viewer.chronology.thread import Thread
from viewer.model import Basis

if TYPE_CHECKING:
    from datetime import date

    from viewer.chronology.answer import Answer

_SENTENCE_REACH = 200
_LONGER_PERIODS = frozenset(("P6M", "P9M", "P1Y"))

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def say(day: date) -> str:
    """As in "Friday 2 November 2018"."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


class Context:
    """What resolving may look at: the text, its publication, and the dates mentioned so far."""

    def __init__(self, text: str, published: date | None, *, narrative: bool, english: bool = True) -> None:
        self.english = english
        self.text, self.published, self.narrative = text, published, narrative
        self.begin = self.end = 0
        self.thread = Thread(text)
        self.last: Place | None = None
        self.last_day: Place | None = None
        self.last_month: Place | None = None
        self.last_part = ""
        self.last_quarter_year = 0
        self.reports_quarter = False
        self.day_first: bool | None = None
        self.last_at = 0
        self.stated: Place | None = None
        self.stated_at = 0
        self.anchor = published.isoformat() if published else ""

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.text[self.begin : self.end]

    def tense(self) -> str:
        """As in "past", "future" or ""."""
        return tense_of(self.text, self.begin, self.end) if self.english else ""

    def just_told(self) -> bool:
        """Whether a verb in the past stands right before the expression ("was held on"), which cannot be ahead."""
        return self.english and told_before(self.text, self.begin)

    def stated_year(self, month: int) -> int | None:
        """The year of a bare month after a month with its year in the same sentence, None where there is none.

        "In July 2017, in October and in February": 2017, 2017, 2018.
        """
        if self.stated is None or self.stated.month is None or self.begin - self.stated_at > _SENTENCE_REACH:
            return None
        if ends_sentence(self.text[self.stated_at : self.begin]):
            return None
        return self.stated.year + (1 if month < self.stated.month else 0)

    def remember(self, answer: Answer) -> None:
        """Let later expressions count from this one."""
        if answer.value in _LONGER_PERIODS:
            self.reports_quarter = False
        place = answer.place
        if place is None:
            return
        if place.part[:1] == "Q":
            self.reports_quarter = True
        self.last, self.last_at = place, self.end
        if place.month and answer.basis is Basis.EXPLICIT:
            self.stated, self.stated_at = place, self.end
        if self.narrative:
            self.thread.note(place, self.begin)
        if place.month:
            self.last_month = place
        if place.day:
            self.last_day = place
        if place.part[:1] == "Q" and place.part[1].isdigit() and (not self.last_part or self._is_over(place)):
            self.last_part, self.last_quarter_year = place.part, place.year

    def _is_over(self, quarter: Place) -> bool:
        """Whether a quarter lies before the one of publication: results are reported after it."""
        day = self.published
        return day is None or (quarter.year, int(quarter.part[1])) < (day.year, quarter_of(day.month))
