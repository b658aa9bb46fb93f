"""Arithmetic on days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.chronology.days import Place, add_months, is_leap, ordinal, shift_date, shift_months, week_value, year_value
from viewer.chronology.edtf import civil


@given(st.dates())
def test_ordinals_are_those_of_the_calendar(day):
    assert ordinal(day.year, day.month, day.day) == day.toordinal()


@given(st.integers(-3_000_000, 3_000_000))
def test_civil_undoes_ordinal(number):
    assert ordinal(*civil(number)) == number


@pytest.mark.parametrize(("year", "value"), [(1998, "1998"), (79, "0079"), (0, "BC0001"), (-263, "BC0264")])
def test_values_of_years(year, value):
    assert year_value(year) == value


@pytest.mark.parametrize(
    ("place", "month"),
    [
        (Place(2018, 5), 5),
        (Place(2018, part="SU"), 6),
        (Place(2018, part="Q4"), 10),
        (Place(2018, part="H2"), 7),
        (Place(2018, part="W31"), None),
        (Place(2018), None),
    ],
)
def test_first_month(place, month):
    assert place.first_month == month


def test_months_turn_the_year():
    assert add_months(2018, 11, 3) == (2019, 2)
    assert add_months(2018, 1, -1) == (2017, 12)
    assert shift_months(date(2018, 3, 31), -1) == date(2018, 2, 28)


def test_nothing_lies_past_the_calendar():
    assert shift_date(date.max, 1) is None
    assert shift_months(date.min, -1) is None
    assert Place(-5, 3, 1).as_date is None


def test_leap_years_and_weeks():
    assert [year for year in (1900, 2000, 2016, 2018) if is_leap(year)] == [2000, 2016]
    assert week_value(date(2018, 12, 31)) == "2019-W01"
