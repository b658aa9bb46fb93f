from __future__ import annotations

from datetime import UTC, datetime

import pytest

from viewer.importers.moments import issued_text, published_text, read_day_first, read_moment

MOMENT = datetime(2018, 11, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "1541151000",
        "1541151000000",
        "1541151000000000",
        "2018-11-02T09:30:00Z",
        "2018-11-02T11:30:00+0200",
        "2018-11-02 09:30:00",
        "Fri, 02 Nov 2018 12:30:00 +0300",
    ],
)
def test_moments(text):
    assert read_moment(text) == MOMENT


@pytest.mark.parametrize("text", ["", "0", "soon", "9" * 60, "-5", "2018-13-45", "99999-01-01", "1e9"])
def test_no_moments(text):
    assert read_moment(text) is None


@pytest.mark.parametrize(
    "text",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "Fri, 31 Dec 9999 23:59:59 -1200"],
)
def test_what_no_calendar_of_utc_has_is_no_moment(text):
    assert read_moment(text) is None


def test_the_day_first():
    assert read_day_first("05/11/2018 09:30:00") == datetime(2018, 11, 5, 9, 30, tzinfo=UTC)
    assert read_day_first("2018-11-02T09:30:00Z") == MOMENT
    assert read_day_first("31/02/2018") is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2018", "2018"),
        ("2018-11", "2018-11"),
        ("2018-11-02", "2018-11-02"),
        ("2018-13", ""),
        ("2018-11-02T20:10:00+0300", "2018-11-02T20:10:00+03:00"),
        ("2018-11-02 20:10", "2018-11-02T20:10:00"),
        ("Fri, 02 Nov 2018 14:30:00 +0300", "2018-11-02T14:30:00+03:00"),
        ("1541151000", "2018-11-02T09:30:00+00:00"),
        ("lately", ""),
        ("", ""),
    ],
)
def test_dates_of_publication(text, published):
    assert published_text(text) == published


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Fri, 02 Nov 2018 14:30:00 +0300", "2018-11-02T14:30:00+03:00"),
        ("Tue, 15 Oct 2019 11:45 PM EST", "2019-10-15T23:45:00-05:00"),
        ("Tue, 15 Oct 2019 12:05:30 a.m. GMT", "2019-10-15T00:05:30+00:00"),
        ("Tue, 15 Oct 2019", "2019-10-15"),
        ("Вт, 15 окт 2019 17:45:00 +0300", "2019-10-15"),
        ("October 15, 2019", "2019-10-15"),
        ("10/11/2019", ""),
        ("Mon, 01 Jan 0001 00:00:00 GMT", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("Thu, 01 Jan 1970 00:00:00 GMT", ""),
        ("1970-01-01", ""),
        ("Fri, 31 Feb 2020 10:00:00 GMT", ""),
    ],
)
def test_what_was_issued_on_the_web_has_a_day_of_its_time(text, issued):
    assert issued_text(text) == issued
