from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.chronology import tag
from viewer.chronology.edtf_reading import interval_of, value_of
from viewer.model import Precision


@pytest.mark.parametrize(
    ("edtf", "begin", "end", "precision"),
    [
        ("2018", "2018-01-01", "2018-12-31", Precision.YEAR),
        ("2018-11", "2018-11-01", "2018-11-30", Precision.MONTH),
        ("2018-11-XX", "2018-11-01", "2018-11-30", Precision.MONTH),
        ("2018-11-02", "2018-11-02", "2018-11-02", Precision.DAY),
        ("2018-11-02T09:30:00", "2018-11-02", "2018-11-02", Precision.TIME),
        ("2018-22", "2018-06-01", "2018-08-31", Precision.SEASON),
        ("2018-35", "2018-07-01", "2018-09-30", Precision.QUARTER),
        ("2018-41", "2018-07-01", "2018-12-31", Precision.HALF),
        ("198X", "1980-01-01", "1989-12-31", Precision.DECADE),
        ("18XX", "1800-01-01", "1899-12-31", Precision.CENTURY),
        ("2018-10-26/2018-10-28", "2018-10-26", "2018-10-28", Precision.DAY),
        ("2018-10~/2019", "2018-10-01", "2019-12-31", Precision.MONTH),
        ("2014/..", "2014-01-01", None, Precision.YEAR),
        ("../2014-05", None, "2014-05-31", Precision.MONTH),
    ],
)
def test_a_string_is_the_days_that_it_says(edtf, begin, end, precision):
    interval = interval_of(edtf)
    assert interval is not None
    assert [day and day.isoformat() for day in (interval.begin, interval.end)] == [begin, end]
    assert interval.precision is precision


def test_doubt_makes_soft_edges():
    assert [interval_of(text).approximate for text in ("2018~", "2018-11?", "2018-11-XX", "2018-11")] == [
        True,
        True,
        True,
        False,
    ]


def test_years_before_the_common_era_are_read():
    assert interval_of("-0043").first == interval_of("-0043-01-01").first
    assert interval_of("-0043").last < interval_of("0001").first
    assert interval_of("-0480-23").precision is Precision.SEASON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "..",
        "../..",
        "2018-13",
        "2018-02-31",
        "0000-00",
        "2019/2018",
        "2018/x",
        "[2018,2019]",
        "20188",
        "2018-SP",
    ],
)
def test_what_is_no_date_is_none(text):
    assert interval_of(text) is None


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2018-22", "2018-SU"),
        ("198X", "198"),
        ("-0043", "BC0044"),
        ("0000", "BC0001"),
        ("-0480-23", "BC0481-FA"),
        ("2018-11~", "2018-11"),
        ("2014/..", "2014/.."),
    ],
)
def test_the_value_is_that_of_timex3(edtf, value):
    assert value_of(edtf) == value


@pytest.mark.parametrize("text", ["2018-11-02T99:99", "2018TMO", "2~0~1~8", "\uff12018", "2018-1-2", "2018-SP"])
def test_what_is_nearly_one_is_none(text):
    assert interval_of(text) is None


def test_what_the_tagger_writes_is_read_as_the_same_days():
    text = "On 3 May 2011, in mid-June 2012, in the summer of 2013, in Q3 2014, in 44 BC, in the 1980s, in 2016."
    found = [timex for timex in tag(text, published=date(2018, 11, 2)) if timex.edtf]
    assert len(found) == 7
    for timex in found:
        interval = interval_of(timex.edtf)
        assert (interval.first, interval.last) == (timex.interval.first, timex.interval.last)


@given(st.text(alphabet="0123456789-/XTZ:.~?%[]SPUQ", max_size=24))
def test_any_signs_are_days_in_order_or_none(text):
    interval = interval_of(text)
    if interval and interval.first is not None and interval.last is not None:
        assert interval.first <= interval.last
