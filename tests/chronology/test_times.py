"""Times of day."""

from __future__ import annotations

import pytest

from tests.chronology.examples import PUBLISHED, cases, only, values
from viewer.chronology import tag, times


@pytest.mark.parametrize(("phrase", "expected"), cases(times.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize("text", ["25:61", "won 3:10", "at 10 Downing Street", "good evening"])
def test_no_time(text):
    assert values(text) == ""


def test_a_zone_is_kept():
    assert only("5:15 p.m. EST on 1 November 2018").edtf == "2018-11-01T17:15:00-05:00"


def test_a_time_without_its_day_is_plainly_in_doubt():
    assert only("He was shot at 10 a.m.").doubt == "The day is not stated; that of publication is assumed."
    late = only("He was shot at 10 p.m.")
    assert late.value == "2018-11-01T22:00"
    assert late.doubt == "The day is not stated; the evening before publication is assumed."
    assert only("It began at noon on Thursday.").doubt == ""
    assert [timex.doubt for timex in tag("He came on Tuesday. At 10 p.m. he left.", published=PUBLISHED)] == ["", ""]


def test_a_night_that_is_not_named_is_the_one_before_publication_and_in_doubt():
    timex = only("Rockets hit the town overnight.")
    assert (timex.value, timex.doubt) == (
        "2018-11-01TNI",
        "The night is not stated; the one before publication is assumed.",
    )
    assert only("She took an overnight train.").interval is None
    assert values("Rockets hit the town overnight.", None) == "XXXX-XX-XXTNI"


@pytest.mark.parametrize(
    "text",
    [
        "Germany was second in 1:57.61.",
        "It's all of the other dark nights.",
        "The Evening Standard said so.",
        "He read John 3:16.",
        "She won by 10:30.",
        "He led by 1:12.",
    ],
)
def test_results_and_nights_are_no_times(text):
    assert values(text) == ""
