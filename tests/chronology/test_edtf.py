"""From values to days and EDTF."""

from __future__ import annotations

import pytest

from viewer.chronology.edtf import civil, span_of
from viewer.model import Precision


@pytest.mark.parametrize(
    ("value", "mod", "edtf", "begin", "end"),
    [
        ("2018-11-02", "", "2018-11-02", "2018-11-02", "2018-11-02"),
        ("2018-02", "", "2018-02", "2018-02-01", "2018-02-28"),
        ("2016-02", "", "2016-02", "2016-02-01", "2016-02-29"),
        ("2018", "", "2018", "2018-01-01", "2018-12-31"),
        ("2018-W01", "", "2018-01-01/2018-01-07", "2018-01-01", "2018-01-07"),
        ("2018-W44-WE", "", "2018-11-03/2018-11-04", "2018-11-03", "2018-11-04"),
        ("2018-Q3", "", "2018-35", "2018-07-01", "2018-09-30"),
        ("2018-H2", "", "2018-41", "2018-07-01", "2018-12-31"),
        ("2018-SU", "", "2018-22", "2018-06-01", "2018-08-31"),
        ("2018-WI", "", "2018-24", "2018-12-01", "2019-02-28"),
        ("199", "", "199X", "1990-01-01", "1999-12-31"),
        ("19", "", "19XX", "1900-01-01", "1999-12-31"),
        ("2018-11-02TMO", "", "2018-11-02", "2018-11-02", "2018-11-02"),
        ("2018-11-02T22:00", "", "2018-11-02T22:00:00", "2018-11-02", "2018-11-02"),
        ("2017", "END", "2017-09~/2017-12~", "2017-09-01", "2017-12-31"),
        ("2018-10", "MID", "2018-10-11~/2018-10-20~", "2018-10-11", "2018-10-20"),
        ("2018-10", "END", "2018-10-21~/2018-10-31~", "2018-10-21", "2018-10-31"),
        ("198", "START", "1980~/1983~", "1980-01-01", "1983-05-01"),
        ("1910", "APPROX", "1910~", "1910-01-01", "1910-12-31"),
        ("2014", "BEFORE", "../2013", None, "2013-12-31"),
        ("2014", "AFTER", "2015/..", "2015-01-01", None),
        ("2014", "ON_OR_AFTER", "2014/..", "2014-01-01", None),
        ("2014", "ON_OR_BEFORE", "../2014", None, "2014-12-31"),
        ("2014-05-XX", "", "2014-05-XX", "2014-05-01", "2014-05-31"),
        ("2014-XX-XX", "", "2014-XX-XX", "2014-01-01", "2014-12-31"),
        ("2014-WXX", "", "2014", "2014-01-01", "2014-12-31"),
    ],
)
def test_spans(value, mod, edtf, begin, end):
    interval, text = span_of(value, mod)
    assert text == edtf
    found = [day and day.isoformat() for day in (interval.begin, interval.end)]
    assert found[:1] == [begin]
    assert found[1] == end or mod == "START"


@pytest.mark.parametrize(
    "value", ["XXXX-WXX-4", "PRESENT_REF", "P3M", "2018-13", "2018-02-30", "0000", "", "XXXX", "2018-W60"]
)
def test_no_place_in_time(value):
    assert span_of(value) == (None, "")


def test_years_before_the_common_era():
    interval, text = span_of("BC0264")
    assert text == "-0263"
    assert civil(interval.first) == (-263, 1, 1)
    assert interval.begin is None
    assert interval.precision is Precision.YEAR


def test_a_century_before_the_common_era():
    interval, text = span_of("BC04")
    assert text == "-0499/-0400"
    assert civil(interval.last) == (-400, 12, 31)
