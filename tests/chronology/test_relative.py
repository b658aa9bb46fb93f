"""Relative dates."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import relative


@pytest.mark.parametrize(("phrase", "expected"), cases(relative.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He told the BBC's Today programme.",
        "The USA Today survey",
        "A song called Yesterday",
        "The Tonight Show aired it.",
    ],
)
def test_names_are_no_days(text):
    assert values(text) == ""
