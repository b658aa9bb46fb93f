"""Periods of business reports."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import fiscal


@pytest.mark.parametrize(("phrase", "expected"), cases(fiscal.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_a_year_earlier_is_the_same_quarter():
    assert values("Third-quarter profit rose from a loss a year earlier.") == "2018-Q3 2017-Q3"


def test_the_year_ended_is_a_length():
    assert values("the year ended March 31") == "P1Y 2018-03-31"
