"""Numbers in words."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import numbers


@pytest.mark.parametrize(("phrase", "expected"), cases(numbers.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("two hundred and five days", "P205D"), ("forty-two years", "P42Y"), ("seventeen months", "P17M")],
)
def test_numbers(phrase, expected):
    assert values(phrase) == expected
