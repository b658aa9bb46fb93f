"""Dates that describe a thing make no event of their own."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import told


@pytest.mark.parametrize(
    "text",
    [
        "The 2014 law has many friends.",
        "The constitution of 2005 is long.",
        "It breaks the Fraud Act 2006.",
        "Smith (2005) has a chapter on it.",
        "Last year's law has many friends.",
    ],
)
def test_no_event(text):
    assert told(text) == []


def test_an_event_that_a_year_names_is_dated_by_it():
    assert told("Last year's election was close.") == [("2017", "the election was close")]
