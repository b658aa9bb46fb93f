from __future__ import annotations

import pytest

from tests.chronology.marked import sentence
from viewer.chronology.events_dates import as_given, find_datings


def times(marked: str) -> list[str]:
    return [dating.edtf for dating in find_datings(sentence(marked))]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("from [26|2018-10-26] to [28 October 2018|2018-10-28] it blew", ["2018-10-26/2018-10-28"]),
        ("between [2004|2004] and [2006|2006] he wrote", ["2004/2006"]),
        ("in [2004|2004] and [2006|2006] he wrote", ["2004", "2006"]),
        ("the war ([1861|1861]-[65|1865]) ended", ["1861/1865"]),
        ("it fell in [1991|1991]–[92|1992]", ["1991/1992"]),
        ("on [the 8th|2017-11-08] or [9th|2017-11-09]", ["[2017-11-08,2017-11-09]"]),
        ("since [2014|2014] they have fought", ["2014/.."]),
        ("until [2010|2010] he ruled", ["../2010"]),
        ("from [1934|1934] oil ran", ["1934/.."]),
        ("from [1951|1951] until his retirement in [1964|1964] he sang", ["1951/1964"]),
        ("from [1951|1951] until his death in [1964|1964] he sang", ["1951/1964", "1964"]),
        ("since leaving it in [1948|1948] she rested", ["1948/.."]),
        ("from [1951|1951] he sang until his death in [1964|1964]", ["1951/..", "1964"]),
        ("it did not open until [2010|2010]", ["2010"]),
        ("it was put off until [2010|2010]", ["2010"]),
        ("the trial was adjourned until [May|2010-05]", ["2010-05"]),
        ("in [October|2018-10], [28 October|2018-10-28]", ["2018-10-28"]),
        ("[two and a half years later|2016-12], on [26 November 2016|2016-11-26]", ["2016-11-26"]),
        ("in [December|2016-12], on [26 November 2016|2016-11-26]", ["2016-12", "2016-11-26"]),
    ],
)
def test_expressions_become_times(marked, expected):
    assert times(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "[every morning|SET] it rained",
        "for [three days|P3D] it rained",
        "an article from a [Friday|2018-11-02]",
        "[now|] it is over",
    ],
)
def test_sets_lengths_and_any_such_day_date_nothing(marked):
    assert times(marked) == []


def test_a_weekday_range_that_runs_backwards_begins_a_week_earlier():
    assert times("From [Friday|2018-11-02] to [Sunday|2018-10-28]") == ["2018-10-26/2018-10-28"]


def test_a_weekday_range_does_not_begin_before_the_calendar():
    assert times("From [Friday|0001-01-05] to [Sunday|0001-01-03]") == ["0001-01-05", "0001-01-03"]


def test_a_range_of_years_that_runs_backwards_is_none():
    assert times("from [2010|2010] to [2004|2004]") == ["2010", "2004"]


def test_an_open_end_can_be_taken_back():
    (dating,) = find_datings(sentence("until [1787|1787]"))
    assert as_given(dating).edtf == "1787"


@pytest.mark.parametrize(
    ("marked", "dates"),
    [
        ("They will strike on [10|2020-11-10] and [11 November|2020-11-11].", ["2020-11-10/2020-11-11"]),
        ("It grew in the [1970s|1970/1979] and [1980s|1980/1989].", ["1970/1979", "1980/1989"]),
        ("They met on [17|2022-06-17] and [22 June|2022-06-22].", ["2022-06-17", "2022-06-22"]),
        ("She won in [2015|2015] and [2016|2016].", ["2015", "2016"]),
        ("Ann and Bob died on [3|2015-05-03] and [4 May|2015-05-04] respectively.", ["2015-05-03", "2015-05-04"]),
    ],
)
def test_two_days_in_a_row_are_one_time(marked, dates):
    assert [dating.edtf for dating in find_datings(sentence(marked))] == dates


def test_before_dawn_is_on_that_day():
    (dating,) = find_datings(sentence("They attacked before [dawn on Thursday|2018-12-06]."))
    assert dating.edtf == "2018-12-06"


def test_what_happens_every_time_has_no_date():
    assert find_datings(sentence("She talked about it every [Christmas|2021-12-25].")) == []


def test_three_days_in_a_row_are_one_time():
    found = find_datings(sentence("They strike on [10|2024-05-10], [11|2024-05-11] and [12 May|2024-05-12]."))
    assert [dating.edtf for dating in found] == ["2024-05-10/2024-05-12"]


def test_when_behind_a_range_means_its_end():
    found = find_datings(sentence("from [1931|1931] to [1962|1962], when it was sold"))
    assert as_given(found[0]).edtf == "1962"
