"""Lengths of time."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, only, values
from viewer.chronology import durations


@pytest.mark.parametrize(("phrase", "expected"), cases(durations.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    "text", ["a 21-year-old man", "She is 30 years old", "three quarters of voters", "a second opinion"]
)
def test_no_length(text):
    assert values(text) == ""


def test_for_weeks_ends_at_publication():
    timex = only("It has fought for weeks.")
    assert timex.value == "PXW"
    assert timex.interval.first is None
    assert timex.interval.end.isoformat() == "2018-11-02"
    assert timex.interval.approximate


@pytest.mark.parametrize(
    ("phrase", "mod"),
    [("at least two years", "EQUAL_OR_MORE"), ("nearly two years", "LESS_THAN"), ("up to two years", "EQUAL_OR_LESS")],
)
def test_bounds(phrase, mod):
    assert only(phrase).mod == mod


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial may last six to eight weeks.", "six to eight weeks"),
        ("They must last three years.", "three years"),
        ("for the last three years", "the last three years"),
    ],
)
def test_to_last_is_no_part_of_a_length(text, expected):
    assert only(text).text == expected


@pytest.mark.parametrize(
    "text", ["He wrote the novel Seven Years in Exile.", "A century by the captain saved India.", "Days Inn was sold."]
)
def test_titles_and_runs_are_no_lengths(text):
    assert values(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("He needed an hour of surgery.", "PT1H"), ("It could speed approval over the next year.", "P1Y")],
)
def test_lengths(text, expected):
    assert values(text) == expected


def test_a_comparison_over_the_year_counts_no_years():
    assert values("It fell by 400,000 year-on-year.") == ""


def test_what_is_done_in_so_many_hours_is_no_date():
    assert values("It crossed the state in four hours and was expected to hit Texas.") == "PT4H"
