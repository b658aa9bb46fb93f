"""Dates so many units away."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, only, values
from viewer.chronology import counted


@pytest.mark.parametrize(("phrase", "expected"), cases(counted.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_without_publication_a_relative_date_stays_open():
    timex = only("two weeks ago", None)
    assert timex.value == "XXXX-WXX"
    assert timex.interval is None
    assert "publication" in timex.doubt


def test_later_counts_from_the_date_before():
    assert values("On 1 May 2014 it fell. Three days later it rose.") == "2014-05-01 2014-05-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He arrived today, a day after three hours of talks.", "2018-11-02 P1D PT3H"),
        ("It will open two years later than planned.", "P2Y"),
        ("It would be weeks before they knew.", ""),
    ],
)
def test_what_leads_to_something_else_is_a_length(text, expected):
    assert values(text) == expected


def test_a_film_counts_from_no_day():
    assert values("He played in 48 Hours Later and other films.") == ""
