"""Dates counted inside others."""

from __future__ import annotations

import pytest

from tests.chronology.examples import values


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the last Monday of May 2018", "2018-05-28"),
        ("the first week of January 2027", "2027-W01"),
        ("the last week of 2015", "2015-W53"),
        ("1 month and 21 days ago", "2018-09-11"),
        ("2 years, 1 month and 3 days ago", "2016-09-29"),
    ],
)
def test_counted(phrase, expected):
    assert values(phrase) == expected


def test_next_to_a_day_that_is_not_known():
    assert values("the day after Christmas", None) == "XXXX-XX-XX"


def test_a_length_from_the_date_before():
    assert values("On 1 May 2014 it began. 1 month and 2 days later it ended.") == "2014-05-01 2014-06-03"
