"""Named days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import holidays


@pytest.mark.parametrize(("phrase", "expected"), cases(holidays.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1066, "04-16"),
        (1429, "03-27"),
        (1818, "03-22"),
        (1943, "04-25"),
        (2000, "04-23"),
        (2008, "03-23"),
        (2019, "04-21"),
        (2038, "04-25"),
    ],
)
def test_easter(year, day):
    assert holidays.easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [("ramadan", 2018, "05-16"), ("eid al-fitr", 2021, "05-13"), ("eid al-adha", 2018, "08-22")],
)
def test_islamic_days_are_right_to_a_day(name, year, day):
    found = holidays.DAYS[name](year)
    expected = type(found).fromisoformat(f"{year}-{day}")
    assert abs((found - expected).days) <= 1


def test_the_last_monday_of_may():
    assert holidays.nth_weekday(2018, 5, 1, -1).isoformat() == "2018-05-28"


def test_a_verb_is_no_holiday():
    assert values("may day break soon") == ""


def test_a_wrong_apostrophe_names_no_day():
    assert values("Mothers 's Day 2018") in ("", "2018")


def test_no_holiday_at_the_end_of_the_calendar_breaks_reading():
    assert values("during Ramadan", published=date(9999, 12, 31)) == "XXXX-XX-XX"


def test_independence_day_is_the_american_one_where_no_other_country_is_named():
    assert values("America's Independence Day and Independence Day") == "2018-07-04 2018-07-04"
    assert values("Albania's independence day and the Albanian Independence Day") == ""


@pytest.mark.parametrize("text", ["A Christmas Carol opened.", "Black Friday sales rose."])
def test_plays_and_sales_are_no_holidays(text):
    assert values(text) == ""


def test_an_operation_is_no_holiday():
    assert values("In May 1982 Operation Ramadan began.") == "1982-05"


def test_a_war_is_no_holiday():
    assert values("In the 1973 Yom Kippur War missiles fell.") == "1973"
