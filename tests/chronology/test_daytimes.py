"""Times and their days."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import daytimes


@pytest.mark.parametrize(("phrase", "expected"), cases(daytimes.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("3 at night", "2018-11-02T03:00"),
        ("11 at night", "2018-11-02T23:00"),
        ("11 in the morning", "2018-11-02T11:00"),
        ("5 in the afternoon", "2018-11-02T17:00"),
    ],
)
def test_the_part_of_the_day_decides_the_half(phrase, expected):
    assert values(phrase) == expected
