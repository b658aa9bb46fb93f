"""The days of events, as the index keeps them for searches by ``when:``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model import Chronology, Precision

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_GRAINS = {  # the fewest days that each may have, so that a February is as wide as "in February"
    Precision.TIME: 1,
    Precision.DAY: 1,
    Precision.WEEK: 7,
    Precision.MONTH: 28,
    Precision.SEASON: 89,
    Precision.QUARTER: 90,
    Precision.HALF: 181,
    Precision.YEAR: 365,
    Precision.DECADE: 3_652,
    Precision.CENTURY: 36_524,
    Precision.MILLENNIUM: 365_242,
}


def days_of(chronology: Chronology) -> tuple[tuple[int, int, int], ...]:
    """(first, last, grain) of the dated events: day numbers, and how many days wide the date's words are."""
    spans = (event.interval for event in chronology.events if event.interval)
    days = {(span.first, span.last, _GRAINS[span.precision]) for span in spans if span.first and span.last}
    return tuple(sorted(days))


def put_days(connection: sqlite3.Connection, number: int, days: Iterable[tuple[int, int, int]]) -> None:
    """Put the days of an article's events into the index, in the place of those there."""
    connection.execute("DELETE FROM event_day WHERE number = ?", (number,))
    connection.executemany("INSERT OR IGNORE INTO event_day VALUES (?, ?, ?, ?)", [(number, *day) for day in days])
