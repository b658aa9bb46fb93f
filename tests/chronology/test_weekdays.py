"""Weekdays, and dates that contradict them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import only, values
from viewer.chronology import tag


def test_the_lead_conflict():
    timex = only("On Thursday, November 2, the colonel said so.")
    assert timex.edtf == "[2018-11-01,2018-11-02]"
    assert [reading.begin for reading in timex.readings] == [date(2018, 11, 1), date(2018, 11, 2)]
    assert "Friday" in timex.doubt
    assert "contradict" in timex.doubt


def test_a_weekday_that_fits_is_no_conflict():
    timex = only("On Friday, November 2, he said so.")
    assert (timex.value, timex.readings, timex.doubt) == ("2018-11-02", (), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on Monday.", "2018-10-29"),
        ("He will come on Monday.", "2018-11-05"),
        ("Friday's ruling", "2018-11-02"),
        ("They would look for ways around Wednesday's ruling.", "2018-10-31"),
        ("They will attend Wednesday's game.", "2018-11-07"),
        ("last Friday", "2018-10-26"),
        ("next Friday", "2018-11-09"),
        ("Monday of last week", "2018-10-22"),
    ],
)
def test_weekdays(text, expected):
    assert values(text) == expected


def test_without_publication_there_is_only_a_proposal():
    first, second = tag("On 2 November 2018 he came. On Thursday he left.")
    assert first.value == "2018-11-02"
    assert second.value == "XXXX-WXX-4"
    assert second.interval is None
    assert "Proposal: Thursday 1 November 2018" in second.doubt


def test_a_weekday_far_from_any_day_of_a_history_stays_open():
    history = "On 3 May 1864 they fought. " * 20
    end = "On Friday it ended."
    near, far = (tag(history + words + end, date(2018, 11, 2))[-1] for words in ("", "They fought. " * 60))
    assert (near.value, far.value) == ("1864-05-06", "XXXX-WXX-5")
    assert far.doubt
