"""Dates made of dates."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import joins


@pytest.mark.parametrize(("phrase", "expected"), cases(joins.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_a_month_of_a_year_named_before():
    assert values("In 1864 they lost. In August of that year they won.") == "1864 1864-08"
