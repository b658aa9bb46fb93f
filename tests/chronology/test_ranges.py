"""Ranges that lean on a month, week or day named once: the examples of their rules, and counts that are none."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import ranges, tag


@pytest.mark.parametrize(("phrase", "expected"), cases(ranges.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_a_toll_that_rose_is_no_range_of_days():
    assert values("The toll rose from 4 to 22 this month.") == "2018-11"


def test_a_length_knows_its_days_from_its_first_one():
    length, _ = tag("closed for two weeks starting May 20", published=date(2018, 11, 2))
    assert length.edtf == "2018-05-20/2018-06-02"


def test_what_is_left_of_the_week_begins_at_publication():
    (rest,) = tag("the rest of my week", published=date(2018, 11, 2))
    assert rest.edtf == "2018-11-02/2018-11-04"


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("the last three days of March 2018", "2018-03-29/2018-03-31"),
        ("the first two weeks of May 2016", "2016-05-01/2016-05-14"),
        ("in the first 100 days of 2017", "2017-01-01/2017-04-10"),
    ],
)
def test_a_length_at_the_edge_of_a_period(phrase, edtf):
    assert tag(phrase, published=date(2018, 11, 2))[0].edtf == edtf


def test_a_length_from_a_weekday_on_is_no_day():
    assert values("It will be shut for two weeks from Monday.") == "P2W 2018-11-05"


def test_the_end_of_a_range_follows_its_beginning():
    assert values("They delayed it from December 8 to late May.") == "2018-12-08 2019-05"
    assert values("They put it off from April 8 to late May 2015.") == "2015-04-08 2015-05"
