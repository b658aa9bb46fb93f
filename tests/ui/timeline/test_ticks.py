from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.model.calendar import MONTHS, ordinal
from viewer.ui.timeline.axis import Axis
from viewer.ui.timeline.scale import Span, elastic_scale, even_scale
from viewer.ui.timeline.ticks import Grain, contexts, ticks


def width_of(text):
    return 6.0 * len(text)


def even(begin, end, pixels=1000):
    return Axis(even_scale([Span(begin.toordinal(), end.toordinal())]), 0, pixels)


def labels(axis, pixels=1000, **given_too):
    return [tick.label for tick in ticks(axis, 0, pixels, width_of, **given_too)]


class TestGrain:
    def test_a_week_shows_its_days_with_their_names(self):
        found = labels(even(date(2018, 10, 29), date(2018, 11, 5)))
        assert found == ["Mon 29", "Tue 30", "Wed 31", "Thu 1", "Fri 2", "Sat 3", "Sun 4"]

    def test_a_month_shows_its_days(self):
        found = labels(even(date(2018, 11, 1), date(2018, 12, 1)))
        assert found == [str(number) for number in range(1, 31)]

    def test_a_year_shows_its_months(self):
        found = labels(even(date(2018, 1, 1), date(2018, 12, 31)))
        assert found == [name[:3] for name in MONTHS]

    def test_three_years_on_little_room_show_quarters(self):
        found = labels(even(date(2016, 1, 1), date(2018, 12, 31), 600), 600)
        assert found == [*("2016", "Apr", "Jul", "Oct"), *("2017", "Apr", "Jul", "Oct"), *("2018", "Apr", "Jul", "Oct")]

    def test_a_century_shows_decades(self):
        found = labels(even(date(1900, 1, 1), date(2000, 1, 1)), 1000)
        assert {"1900", "1910", "1990"} <= set(found)
        assert all(len(label) == 4 for label in found)

    def test_before_the_common_era(self):
        axis = Axis(even_scale([Span(ordinal(-499), ordinal(300))]), 0, 900)
        found = [tick.label for tick in ticks(axis, 0, 900, width_of)]
        assert {"500 BC", "400 BC", "100", "200"} <= set(found)

    def test_on_an_elastic_axis_each_stretch_has_its_own(self):
        days = [date(2014, 6, 10), date(2018, 11, 1), date(2018, 11, 2)]
        axis = Axis(elastic_scale([Span(day.toordinal(), day.toordinal() + 1) for day in days]), 0, 600)
        grains = {tick.day: tick.grain for tick in ticks(axis, 0, 600, width_of)}
        assert grains[date(2018, 11, 1).toordinal()] == Grain.DAY
        assert Grain.DAY not in {grain for day, grain in grains.items() if 735_700 < day < 736_700}


@settings(max_examples=150, deadline=None)
@given(
    begins=st.lists(st.integers(-900_000, 1_200_000), min_size=1, max_size=8),
    zoom=st.floats(1, 400),
    share=st.floats(0, 1),
    elastic=st.booleans(),
)
def test_labels_never_touch_and_stand_in_order(begins, zoom, share, elastic):
    spans = [Span(begin, begin + 1) for begin in begins]
    axis = Axis(elastic_scale(spans) if elastic else even_scale(spans), 20, 900 * zoom)
    left = share * 900 * (zoom - 1)
    row = ticks(axis, left, left + 900, width_of, {begins[0]})
    assert all(one.right < other.left for one, other in pairwise(row))
    assert all(one.day < other.day for one, other in pairwise(row))
    assert all(left - 1 <= axis.x(tick.day) <= left + 901 for tick in row)
    second = contexts(axis, row, left, left + 900, width_of)
    assert all(one.right < other.left for one, other in pairwise(second))


def test_nothing_is_written_over_what_is_blocked():
    axis = even(date(2018, 1, 1), date(2018, 12, 31))
    assert "Jul" not in labels(axis, blocked=[(490, 560)])


@pytest.mark.parametrize("wanted", [14, 18])
def test_a_wanted_day_goes_before_its_neighbours(wanted):
    days = [date(2018, 11, 11), date(2018, 11, wanted), date(2018, 11, 21)]
    axis = Axis(elastic_scale([Span(day.toordinal(), day.toordinal() + 1) for day in days]), 0, 260)
    found = ticks(axis, 0, 260, width_of, {days[1].toordinal()})
    assert days[1].toordinal() in {tick.day for tick in found}


class TestContexts:
    def test_days_are_given_their_month(self):
        axis = even(date(2018, 10, 29), date(2018, 11, 12))
        row = ticks(axis, 0, 1000, width_of)
        assert [each.label for each in contexts(axis, row, 0, 1000, width_of)] == ["October 2018", "November 2018"]

    def test_months_are_given_their_year(self):
        axis = even(date(2017, 7, 1), date(2018, 7, 1))
        row = ticks(axis, 0, 1000, width_of)
        assert [each.label for each in contexts(axis, row, 0, 1000, width_of)] == ["2017", "2018"]

    def test_the_month_stays_in_view_at_the_left_edge(self):
        axis = even(date(2018, 11, 1), date(2018, 12, 1), 3000)
        row = ticks(axis, 1000, 2000, width_of)
        (november,) = contexts(axis, row, 1000, 2000, width_of)
        assert 1000 <= november.left < 1100

    def test_years_need_none(self):
        axis = even(date(1950, 1, 1), date(2018, 1, 1))
        assert contexts(axis, ticks(axis, 0, 1000, width_of), 0, 1000, width_of) == ()


def test_in_a_stretch_that_is_left_out_stands_no_tick():
    spans = [Span(ordinal(1700), ordinal(1800)), Span(ordinal(2018, 12), ordinal(2019))]
    axis = Axis(elastic_scale(spans), 0, 600)
    found = ticks(axis, 0, 600, width_of)
    assert axis.scale.gaps == (Span(ordinal(1800), ordinal(2018, 12)),)
    assert [tick.label for tick in found if tick.day >= ordinal(1801)][:1] == ["Dec"]
