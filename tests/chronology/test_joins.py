"""Dates made of dates."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import joins


@pytest.mark.parametrize(("phrase", "expected"), cases(joins.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_a_month_of_a_year_named_before():
    assert values("In 1864 they lost. In August of that year they won.") == "1864 1864-08"


def test_a_week_is_said_of_holidays_only():
    assert values("on 2 May week after week") == "2018-05-02"
    assert values("Prayers rose as Easter week began.", date(2018, 3, 20)) == "2018-W13"


def test_a_clock_and_its_day_stand_on_one_side_of_a_bracket():
    assert values("at 4 (4 a.m. EDT Thursday)") == "2018-11-01T04:00"
