"""Weekdays and weeks counted in a month."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import ordinals


@pytest.mark.parametrize(("phrase", "expected"), cases(ordinals.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_there_is_no_fifth_monday():
    assert values("the fifth Monday of February 2018") == "XXXX-XX-XX"


def test_a_day_behind_a_week_of_a_month_is_in_that_month():
    text = "In May 1864, in June 1864 and in July 1864 they fought. He came in the first week of November. On the 12th"
    assert values(text + " he left.").split()[-1] == "1864-11-12"
