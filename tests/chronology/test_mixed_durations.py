"""Lengths of time in halves, quarters and several units."""

from __future__ import annotations

import pytest

from tests.chronology.examples import PUBLISHED, cases, values
from viewer.chronology import mixed_durations, tag


@pytest.mark.parametrize(("phrase", "expected"), cases(mixed_durations.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_two_lengths_stay_two():
    assert values("open 7 days, 365 days") == "P7D P365D"


def test_an_age_is_no_length():
    assert values("She has a 2 1/2-year-old boy.") == ""


def test_the_past_years_and_a_half():
    (timex,) = tag("He has been in jail for the past 2 1/2 years.", published=PUBLISHED)
    assert (timex.text, timex.value) == ("the past 2 1/2 years", "P2Y6M")
