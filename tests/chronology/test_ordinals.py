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
