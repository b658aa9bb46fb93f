"""Days and months."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import absolute


@pytest.mark.parametrize(("phrase", "expected"), cases(absolute.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    "text", ["31 February 2018", "February 30, 2018", "May I?", "They march on", "April said so.", "Mr. March won"]
)
def test_no_date(text):
    assert values(text) == ""


def test_the_year_may_follow_a_range():
    assert values("between March and May 2011") == "2011-03 2011-05"


def test_a_range_over_new_year_begins_in_the_year_before():
    assert values("from November to February 2011") == "2010-11 2011-02"


@pytest.mark.parametrize(
    "text",
    [
        "The March 15 Movement claimed it.",
        "He lived in Friday Harbor.",
        "The Monday Club disagreed.",
        "He went to Sunday School.",
    ],
)
def test_names_are_no_dates(text):
    assert values(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Wheat fell; March corn was higher.", "2019-03"), ("a campaign lasting into April, said one", "2018-04")],
)
def test_months_that_could_be_words(text, expected):
    assert values(text) == expected


def test_a_weekday_is_no_second_of_the_month():
    assert values("Volume was light Friday, the second-slowest day since June.").split()[0] == "2018-11-02"
