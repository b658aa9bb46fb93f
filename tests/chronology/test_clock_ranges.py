"""The first time of a range takes its half of the day, and its day, from the second."""

from __future__ import annotations

import pytest

from tests.chronology.examples import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was between 3:21 and 3:28 p.m. on Sunday.", "2018-10-28T15:21 2018-10-28T15:28"),
        ("Between 9 and 11 a.m. on 3 May the power failed.", "2018-05-03T09:00 2018-05-03T11:00"),
        ("It ran from 11:30 to 1 p.m. on Sunday.", "2018-10-28T11:30 2018-10-28T13:00"),
        ("He spoke on Sunday from 3:15 to 4:30 p.m.", "2018-10-28 2018-10-28T15:15 2018-10-28T16:30"),
        ("It will be open 10:00–17:30 on Sunday.", "2018-11-04T10:00 2018-11-04T17:30"),
    ],
)
def test_a_range_of_times_lies_on_one_day(text, expected):
    assert values(text) == expected


def test_times_of_two_sentences_are_no_range():
    assert values("The meeting opened at 9:30. At 4 p.m. on Sunday it closed.") == "2018-11-02T09:30 2018-10-28T16:00"
