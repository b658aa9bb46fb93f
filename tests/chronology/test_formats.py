"""Rarer spellings."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import formats


@pytest.mark.parametrize(("phrase", "expected"), cases(formats.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize("text", ["a 3/4 majority", "9/11", "on the 27th floor", "the 21st Division"])
def test_no_date(text):
    assert values(text) == ""


def test_a_number_of_the_next_sentence_is_no_month():
    assert values("It was the smallest since 2022. 5 people came.") == "2022"
