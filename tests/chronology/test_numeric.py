"""Dates in digits."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, only, values
from viewer.chronology import numeric


@pytest.mark.parametrize(("phrase", "expected"), cases(numeric.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize("text", ["version 2.7.2014", "30/02/2018", "2018-13-45", "0/0/2018", "192.168.10.1"])
def test_no_date(text):
    assert values(text) == ""


def test_a_date_that_reads_both_ways_says_so():
    timex = only("due 03/04/2018")
    assert timex.value == "2018-03-04"
    assert [reading.begin.isoformat() for reading in timex.readings] == ["2018-03-04", "2018-04-03"]
    assert "swapped" in timex.doubt


def test_the_other_dates_of_the_text_decide_the_order():
    assert values("on 26/10/2018 and 03/04/2018") == "2018-10-26 2018-04-03"
    assert values("on 10/26/2018 and 03/04/2018") == "2018-10-26 2018-03-04"
