"""Relative dates."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, only, values
from viewer.chronology import relative


@pytest.mark.parametrize(("phrase", "expected"), cases(relative.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_without_publication_a_relative_date_stays_open():
    timex = only("two weeks ago", None)
    assert timex.value == "XXXX-WXX"
    assert timex.interval is None
    assert "publication" in timex.doubt


def test_later_counts_from_the_date_before():
    assert values("On 1 May 2014 it fell. Three days later it rose.") == "2014-05-01 2014-05-04"
