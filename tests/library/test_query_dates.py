from datetime import date

import pytest

from viewer.library.query_dates import read_span


def days(text):
    return tuple(date.fromordinal(day).isoformat() if day else None for day in read_span(text, date(2026, 3, 1)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2018-1-2", ("2018-01-02", "2018-01-02")),
        ("2018-10..2018", ("2018-10-01", "2018-12-31")),
        ("2018…", ("2018-01-01", None)),
        ("..yesterday", (None, "2026-02-28")),
        ("9999-12", ("9999-12-01", "9999-12-31")),
    ],
)
def test_days_and_ranges(text, expected):
    assert days(text) == expected


@pytest.mark.parametrize("text", ["", "..", "18", "2018-", "2018-00", "1..2..3", "20181102", "٢٠١٨", "autumn", "0000"])
def test_what_is_no_date_is_told(text):
    with pytest.raises(ValueError, match=r"\.$"):
        read_span(text)
