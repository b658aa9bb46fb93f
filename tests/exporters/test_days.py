from datetime import date

from viewer.exporters.days import Moment, edges
from viewer.model import Interval, Precision


def days(first, last):
    return edges(Interval(first and date(*first).toordinal(), last and date(*last).toordinal(), Precision.DAY))


def test_edges_are_as_coarse_as_whole_months_and_years_allow():
    assert days((2017, 2, 1), (2017, 2, 28)) == (Moment(2017, 2), Moment(2017, 2))
    assert days((2017, 2, 1), (2017, 4, 30)) == (Moment(2017, 2), Moment(2017, 4))
    assert days((2017, 1, 1), (2018, 12, 31)) == (Moment(2017), Moment(2018))
    assert days((2017, 1, 1), (2017, 1, 2)) == (Moment(2017, 1, 1), Moment(2017, 1, 2))
    assert days(None, (2017, 1, 1)) == (Moment(2017, 1, 1), Moment(2017, 1, 1))
    assert days(None, None) is None
