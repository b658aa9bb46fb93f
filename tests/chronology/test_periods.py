"""Texts of which only the month or the year of publication is known."""

from datetime import date

import pytest

from viewer.chronology.periods import read_within
from viewer.chronology.reading import read

NOVEMBER = date(2018, 11, 1), date(2018, 11, 30)
YEAR = date(2018, 1, 1), date(2018, 12, 31)


def only(text, period, language="en"):
    (timex,) = read_within(text, *period, language)
    return timex


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Raqqa was taken last year.", "2017"),
        ("The bridge was closed last month.", "2018-10"),
        ("It was opened two years ago.", "2016"),
        ("The talks will begin next year.", "2019"),
        ("The river rose in August.", "2018-08"),
        ("They left on 3 May.", "2018-05-03"),
        ("It will reopen by the end of next year.", "2019"),
        ("Tabqa fell on 3 May 2017.", "2017-05-03"),
    ],
)
def test_what_is_the_same_on_each_day_of_the_month_is_known(text, value):
    timex = only(text, NOVEMBER)
    assert timex.value == value
    assert timex.interval is not None


@pytest.mark.parametrize(
    "words",
    ["on Wednesday", "yesterday", "last week", "three days ago", "on 15 November", "on Tuesday evening", "today"],
)
def test_what_hangs_on_the_day_is_left_in_doubt(words):
    timex = only(f"The shelling stopped {words}.", NOVEMBER)
    assert timex.interval is None
    assert timex == read(f"The shelling stopped {words}.", None, "en")[0]


@pytest.mark.parametrize(
    "words",
    [
        "last year",
        "this month",
        "in November",
        "last winter",
        "last quarter",
        "since March",
        "on Christmas",
    ],
)
def test_no_day_of_the_month_gives_another_meaning(words):
    text = f"The troops came {words}."
    (timex,) = read_within(text, *NOVEMBER, "en")
    for day in range(1, 31):
        (on_that_day,) = read(text, date(2018, 11, day), "en")
        assert (on_that_day.value, on_that_day.interval) == (timex.value, timex.interval)


def test_a_year_tells_less_than_a_month():
    assert only("Raqqa was taken last year.", YEAR).value == "2017"
    assert only("They left on 3 May.", YEAR).interval is None
    assert only("The bridge was closed last month.", YEAR).interval is None


def test_the_receipt_names_no_day_of_publication():
    steps = " ".join(only("Raqqa was taken last year.", NOVEMBER).steps)
    assert "publication, November 2018: 2017" in steps
    assert "1 November" not in steps
    assert "publication, 2018: 2017" in " ".join(only("Raqqa was taken last year.", YEAR).steps)


def test_what_the_text_itself_tells_is_told_by_the_text():
    text = "On 3 May 2017 Tabqa fell. Two days later the dam was opened."
    assert read_within(text, *NOVEMBER, "en") == read(text, None, "en")


def test_other_languages():
    assert only("Raqqa wurde am 17. Oktober eingenommen.", NOVEMBER, "de").value == "2018-10-17"
