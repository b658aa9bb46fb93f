"""Weekdays, and dates that contradict them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import only, values
from viewer.chronology import tag
from viewer.chronology.weekdays import weekday_of


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


_HISTORY = "In May 1998 it began, in June 1999 it ended, and in July 2003 it was told. "


def test_a_wrong_weekday_in_the_month_that_a_history_tells_of_is_a_conflict_and_no_other_year():
    timex = tag(f"{_HISTORY}In October 2004 they came. He spoke on Thursday, November 3.", date(2018, 11, 2))[-1]
    assert timex.edtf == "[2004-11-03,2004-11-04]"
    far = tag(f"{_HISTORY}In March 2004 they came. He spoke on Thursday, November 3.", date(2018, 11, 2))[-1]
    assert (far.value, far.readings) == ("2005-11-03", ())


def test_the_weekday_right_before_the_day_just_named_is_that_one():
    spoken = f"{_HISTORY}It was printed on 2 November 2018, a Friday. "
    assert tag(f"{spoken}He spoke on the Thursday.", date(2019, 5, 2))[-1].value == "2018-11-01"
    assert tag(f"{spoken}He spoke on the Wednesday.", date(2019, 5, 2))[-1].value == "2018-11-07"


def test_the_weekdays_of_the_julian_calendar():
    assert weekday_of(date(1429, 6, 11)) == 6
    assert weekday_of(date(1066, 10, 14)) == 6
    assert weekday_of(date(1900, 1, 1)) == 1
    (day,) = tag("On Saturday, 14 October 1066, they met.", date(2018, 11, 2))
    assert (day.value, day.readings) == ("1066-10-14", ())
    (day,) = tag("On Tuesday, 30 January 1649, he died.", date(2018, 11, 2))
    assert (day.value, day.readings) == ("1649-01-30", ())
    (day,) = tag("On Tuesday, 30 January 1950, he died.", date(2018, 11, 2))
    assert len(day.readings) == 2


def test_a_weekday_of_an_old_history():
    text = "In 1429 it was besieged. On Saturday, the 11th of June, they came. On Sunday they attacked."
    assert [timex.value for timex in tag(text, date(2018, 11, 2))] == ["1429", "1429-06-11", "1429-06-12"]


def test_a_range_of_weekdays_ends_after_it_begins():
    assert values("It was open from Wednesday to Saturday.") == "2018-10-31 2018-11-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It happened on a Sunday.", "XXXX-WXX-7"),
        ("On a wet Sunday in May he left.", "XXXX-WXX-7 2018-05"),
        ("He left one Monday morning.", "XXXX-WXX-1TMO"),
        ("On 22 January 1905 troops fired. It was a Sunday.", "1905-01-22 1905-01-22"),
        ("There is a Monday deadline.", "2018-11-05"),
        ("He asked for a visa Thursday for his client.", "2018-11-01"),
    ],
)
def test_some_weekday_is_no_particular_one(text, expected):
    assert values(text) == expected
