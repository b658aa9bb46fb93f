"""Units before and after an anchor."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import only, values
from viewer.chronology.shifts import shift_by_duration


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yesterday", "2018-11-01"),
        ("10 days ago", "2018-10-23"),
        ("five months ago", "2018-06"),
        ("20 years ago", "1998"),
        ("last week", "2018-W43"),
        ("next quarter", "2019-Q1"),
        ("100,000,000 years ago", "XXXX"),
        ("several years ago", "PAST_REF"),
    ],
)
def test_shifts(text, expected):
    assert values(text) == expected


def test_the_receipt_names_the_anchor():
    (step,) = only("10 days ago").steps
    assert step == "“10 days ago” is 10 days before publication, Friday 2 November 2018: 2018-10-23"


def test_the_week_that_a_mondays_paper_sums_up_is_over():
    monday, tuesday = date(2018, 11, 5), date(2018, 11, 6)
    assert values("For the week, shares fell.", monday) == "2018-W44"
    assert values("The week will bring rain.", monday) == "2018-W45"
    assert values("For the week, shares fell.", tuesday) == "2018-W45"


def test_lengths():
    assert shift_by_duration(date(2018, 3, 31), "P1M", -1) == date(2018, 2, 28)
    assert shift_by_duration(date(2018, 11, 2), "P3Q", -1) == date(2018, 2, 2)
    assert shift_by_duration(date(2018, 11, 2), "P2W", 1) == date(2018, 11, 16)
    assert shift_by_duration(date(2018, 11, 2), "PXW", -1) is None
    assert shift_by_duration(date(2018, 11, 2), "P9000Y", -1) is None


def test_the_next_day_needs_a_day():
    history = "In May 1864, in June 1864, in 1865 and in July 1866 they fought. The next day it ended."
    assert values(history).split()[-1] == "1866-07-XX"


def test_months_need_a_month_of_the_year_told_of():
    history = "On 5 April 1834 he came, and in 1835 he married. In 1836 he enlisted. "
    assert values(history + "A month later he was a major.").split()[-1] == "1836-XX"
    assert values(history + "Eight months later he was a major.").split()[-1] == "XXXX-XX"


def test_the_turn_of_a_century_is_the_nearer_one():
    assert values("In 1898 he came. At the turn of the century he left.") == "1898 19"
    assert values("In 1903, soon after the turn of the century, he left.").split()[0] == "1903"
    assert values("In the 19th century it grew, and by the end of the century it was full.") == "18 18"
    assert values("by the end of the millennium") == "2"


def test_two_comparisons_with_a_year_earlier_mean_one_year():
    assert values("Sales rose from a year earlier. Profit fell from a year earlier.") == "2017 2017"


def test_decades_count_from_the_decade_mentioned_before():
    assert values("He spent the 1980s in prison and the following decade in exile.") == "198 199"
    assert values("In the 1970s he came. Later that decade he left.") == "197 197"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("They played at the weekend.", "2018-W43-WE"), ("They will play at the weekend.", "2018-W44-WE")],
)
def test_on_a_friday_the_weekend_is_the_one_that_is_told(text, expected):
    assert values(text) == expected


def test_news_counts_from_no_day_that_it_only_compared_with():
    text = "The index fell more on Thursday than on Oct. 29, 1929. It had lost 235 points the week before."
    assert values(text) == "2018-11-01 1929-10-29 2018-W43"


def test_news_without_another_date_counts_the_previous_week_from_its_own():
    assert values("The yield rose to 7.75% from 7.69% the previous week.") == "2018-W43"
    assert values("A month earlier he had left.") == "XXXX-XX"
