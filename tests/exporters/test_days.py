from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from viewer.exporters.days import Moment, civil, edges
from viewer.model import Interval, Precision


@given(st.dates())
def test_a_day_number_is_the_day_that_the_calendar_has(day):
    assert civil(day.toordinal()) == Moment(day.year, day.month, day.day)


def test_days_before_year_1():
    assert civil(0) == Moment(0, 12, 31)
    assert civil(-365) == Moment(0, 1, 1)
    assert civil(-366) == Moment(-1, 12, 31)


def days(first, last):
    return edges(Interval(first and date(*first).toordinal(), last and date(*last).toordinal(), Precision.DAY))


def test_edges_are_as_coarse_as_whole_months_and_years_allow():
    assert days((2017, 2, 1), (2017, 2, 28)) == (Moment(2017, 2), Moment(2017, 2))
    assert days((2017, 2, 1), (2017, 4, 30)) == (Moment(2017, 2), Moment(2017, 4))
    assert days((2017, 1, 1), (2018, 12, 31)) == (Moment(2017), Moment(2018))
    assert days((2017, 1, 1), (2017, 1, 2)) == (Moment(2017, 1, 1), Moment(2017, 1, 2))
    assert days(None, (2017, 1, 1)) == (Moment(2017, 1, 1), Moment(2017, 1, 1))
    assert days(None, None) is None
