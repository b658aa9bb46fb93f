from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.header_dates import days_of_period, read_header_date, read_period, states_no_date

SECOND = date(2018, 11, 2)


@pytest.mark.parametrize(
    "written",
    [
        "2018-11-02",
        "2018/11/02",
        "2018.11.2",
        "20181102",
        "[[2018-11-02]]",
        "2 November 2018",
        "2nd November, 2018",
        "Nov 2, 2018",
        "Nov. 2, 2018",
        "November 2nd 2018",
        "Friday, November 2, 2018",
        "Fri, 02 Nov 2018",
        "2-Nov-2018",
    ],
)
def test_a_day_in_every_spelling(written):
    found = read_header_date(written)
    assert found is not None
    assert (found.day, found.moment) == (SECOND, None)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2018-11-02T10:15:30Z", datetime(2018, 11, 2, 10, 15, 30, tzinfo=UTC)),
        ("2018-11-02T10:15:30.25+01:00", datetime(2018, 11, 2, 10, 15, 30, 250000, timezone(timedelta(hours=1)))),
        ("2018-11-02 10:15", datetime(2018, 11, 2, 10, 15)),
        ("2018-11-02 10:15:00 -0500", datetime(2018, 11, 2, 10, 15, tzinfo=timezone(timedelta(hours=-5)))),
        ("2018-11-02T10:15:00 (UTC Z)", datetime(2018, 11, 2, 10, 15, tzinfo=UTC)),
        ("2018-11-02T10:15:00 (UTC +02:00)", datetime(2018, 11, 2, 10, 15, tzinfo=timezone(timedelta(hours=2)))),
        ("Fri, 02 Nov 2018 10:15:00 GMT", datetime(2018, 11, 2, 10, 15, tzinfo=UTC)),
        ("November 2, 2018 at 3:05 pm", datetime(2018, 11, 2, 15, 5)),
        ("Nov 2, 2018, 12:05 a.m.", datetime(2018, 11, 2, 0, 5)),
    ],
)
def test_the_time_of_day_is_kept_with_its_zone(written, moment):
    found = read_header_date(written)
    assert found is not None
    assert found.day == SECOND
    assert found.moment == moment


def test_seconds_since_1970_as_some_readers_export_them():
    assert read_header_date("1541153700").moment == datetime(2018, 11, 2, 10, 15, tzinfo=UTC)
    assert read_header_date("1541153700000").day == SECOND


def test_a_day_that_only_one_order_allows():
    assert read_header_date("25/12/2018").day == date(2018, 12, 25)
    assert read_header_date("12/25/2018").day == date(2018, 12, 25)
    assert read_header_date("05/05/2018").day == date(2018, 5, 5)


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2018",
        "2018-11",
        "2018",
        "November 2018",
        "2024-13-45",
        "2023-02-29",
        "31 February 2018",
        "0000-01-01",
        "99999-01-01",
        "2018-11-02T25:00",
        "2 Brumaire 1799",
        "soon",
        "",
        "1e3",
        "9" * 5000,
    ],
)
def test_what_names_no_single_possible_day_is_none(written):
    assert read_header_date(written) is None


def test_switches_and_empty_values_state_no_date():
    assert all(states_no_date(text) for text in ("true", "False", " ", "", "null", "no"))
    assert not states_no_date("2018")


@given(st.text(max_size=100))
def test_any_text_is_read_without_a_fault(text):
    found = read_header_date(text)
    assert found is None or isinstance(found.day, date)


@given(st.dates())
def test_iso_dates_come_back(day):
    assert read_header_date(day.isoformat()).day == day


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2018-11", "2018-11"),
        ("2018/1", "2018-01"),
        ("November 2018", "2018-11"),
        ("Sept. 2018", "2018-09"),
        ('"2018"', "2018"),
        ("2018-13", ""),
        ("2018-00", ""),
        ("0000", ""),
        ("Brumaire 2018", ""),
        ("2018-11-02", ""),
        ("03/04/2018", ""),
        ("autumn", ""),
        ("", ""),
    ],
)
def test_a_month_or_a_year_is_that_and_no_day(written, period):
    assert read_period(written) == period


def test_the_days_of_a_month_and_of_a_year():
    assert days_of_period("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert days_of_period("9999") == (date(9999, 1, 1), date(9999, 12, 31))
