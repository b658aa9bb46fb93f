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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January 1942 production was halted. It was resumed three and a half years later.", "1942-01 1945-07"),
        (
            "It rained on 5 May 1940. He left in March 1950. A year and a half later he was back.",
            "1940-05-05 1950-03 1951-09",
        ),
        ("In 1942 he left. He was back two and a half years later.", "1942 XXXX-XX-XX"),
    ],
)
def test_half_years_count_from_the_month_told_last(text, expected):
    assert values(text) == expected
