"""Days that share a month: the examples of their rules, numbers that only look like a list, and the year of a list."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import day_lists


@pytest.mark.parametrize(("phrase", "expected"), cases(day_lists.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On Oct. 3, 10 and 17 people died.",
        "He bought on Oct. 3, 10 apples and 17 pears.",
        "They won on Oct. 3, 17 and 10 to nothing.",
    ],
)
def test_what_could_be_counted_is_no_day(text):
    assert values(text) == "2018-10-03"


def test_numbers_without_a_month_are_no_list():
    assert values("He scored 3, 10 and 17.") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened on 3 and 17 November.", "2017-11-03 2017-11-17"),
        ("They met on Nov. 3, 10 and 17.", "2017-11-03 2017-11-10 2017-11-17"),
        ("They met on Dec. 30 and Jan. 2.", "2017-12-30 2018-01-02"),
        ("It ran from 3 December 2016 to 5 January.", "2016-12-03 2017-01-05"),
        ("They met on 17 November and 3 October.", "2017-11-17 2018-10-03"),
    ],
)
def test_the_days_of_a_list_follow_each_other(text, expected):
    assert values(text) == expected
