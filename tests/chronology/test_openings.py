"""Ranges and open ends."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import only
from viewer.chronology import tag

PUBLISHED = date(2018, 11, 7)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("He has lived there since 2014.", "2014", "2014/.."),
        ("The shop is shut from 2019 on.", "2019", "2019/.."),
        ("Reply by Friday.", "2018-11-09", "../2018-11-09"),
        ("It is open until March.", "2019-03", "../2019-03"),
        ("It rained since mid-October.", "2018-10", "2018-10-11~/.."),
        ("No record prior to 1891 survives.", "1891", "../1891"),
        ("They did not sail until 1956.", "1956", "1956"),
        ("He sang in 2014.", "2014", "2014"),
        ("He spoke after Monday's attack.", "2018-11-05", "2018-11-05"),
    ],
)
def test_open_ends(text, value, edtf):
    (timex,) = tag(text, PUBLISHED)
    assert (timex.value, timex.edtf) == (value, edtf)


def test_an_open_end_has_no_day():
    since, until = only("since 2014"), only("until 2014")
    assert (since.interval.begin, since.interval.end) == (date(2014, 1, 1), None)
    assert (until.interval.begin, until.interval.end) == (None, date(2014, 12, 31))
    assert "open" in since.explain()
    assert "open" in until.explain()


@pytest.mark.parametrize("text", ["It ran from March to May 2011.", "It rained between March and May 2011."])
def test_the_first_of_a_range_spans_it(text):
    first, last = tag(text, PUBLISHED)
    assert (first.text, first.value, first.edtf) == ("March", "2011-03", "2011-03/2011-05")
    assert (last.value, last.edtf) == ("2011-05", "2011-05")


def test_a_list_is_no_range():
    first, _ = tag("It came from May 2011 and June 2012.", PUBLISHED)
    assert first.edtf == "2011-05"
