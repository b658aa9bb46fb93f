"""Timelines made by hand, with everything that makes an export difficult."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from viewer.exporters import Entry, Timeline
from viewer.model import Article, Basis, Event, Factuality, Interval, Passage, Precision

ARTICLE = Article(
    7,
    PurePosixPath("war/border.md"),
    "Troops; <b>borders</b>, \\ and “more”",
    published=date(2018, 11, 2),
    site="News & Co",
    sections=("Middle East", "War, peace"),
    url='https://news.example/a?b=1&c="2"',
)


def day(year, month, number):
    return date(year, month, number).toordinal()


def entry(label="It happened", first=None, last=None, *, precision=Precision.DAY, article=ARTICLE, **more):
    """An entry between two day numbers; undated without them."""
    known = first is not None or last is not None
    interval = Interval(first, last, precision, more.pop("approximate", False)) if known else None
    fields = {"factuality": Factuality.REPORTED, "basis": Basis.EXPLICIT} | more
    event = Event(Passage(0, 0, 5), label, 0, interval=interval, **fields)
    return Entry(event, more.get("quotation", f"“{label}”, they said."), article)


@pytest.fixture
def timeline():
    one = day(2018, 11, 1)
    return Timeline(
        "Troops <at> the border",
        (
            entry("A day", one, one, when="2018-11-01"),
            entry("A time", one, one, when="2018-11-01T20:10:00", precision=Precision.TIME),
            entry("A month", day(2017, 2, 1), day(2017, 2, 28), when="2017-02"),
            entry("A year", day(2016, 1, 1), day(2016, 12, 31), when="2016", factuality=Factuality.PLANNED),
            entry("A span", day(2018, 10, 26), day(2018, 10, 28), when="2018-10-26/2018-10-28", sources=("The SDF",)),
            entry("About", day(2018, 10, 11), day(2018, 10, 20), when="2018-10-11~/2018-10-20~", approximate=True),
            entry("A summer", day(2018, 6, 1), day(2018, 8, 31), when="2018-22", approximate=True),
            entry(
                "A conflict",
                one,
                one + 1,
                when="[2018-11-01,2018-11-02]",
                readings=("2018-11-01", "2018-11-02"),
                conflict="The 2nd was a Friday.",
            ),
            entry("Until", None, one, when="../2018-11-01"),
            entry("Since", one, None, when="2018-11-01/.."),
            entry("Long ago", -16000, -16000, when="-0043-03-12"),
            entry("Undated <one>; =two"),
        ),
    )
