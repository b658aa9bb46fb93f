from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.timeline.scale import Span, elastic_scale
from viewer.ui.timeline.viewport import Viewport

SCALE = elastic_scale([Span(0, 1), Span(20, 21), Span(1000, 1001)])


@pytest.fixture
def view():
    return Viewport(SCALE, 800.0)


@given(factor=st.floats(1.01, 3), x=st.floats(100, 700))
def test_the_day_under_the_pointer_stays_there(factor, x):
    nearer = Viewport(SCALE, 800.0, zoom=4.0, offset=900.0)
    day = nearer.axis.day(nearer.offset + x)
    after = nearer.zoomed(factor, x)
    assert after.axis.x(day) - after.offset == pytest.approx(x, abs=0.5)


@given(st.lists(st.tuples(st.floats(0.2, 5), st.floats(0, 800), st.floats(-9000, 9000))))
def test_the_content_is_never_lost(moves):
    view = Viewport(SCALE, 800.0)
    for factor, x, offset in moves:
        view = view.zoomed(factor, x).at(offset)
        assert 1.0 <= view.zoom <= view.farthest_zoom
        assert 0.0 <= view.offset <= view.content - view.width + 1e-6


def test_at_first_all_dates_are_in_view(view):
    assert 0 <= view.axis.x(0) < view.axis.x(1001) <= 800


def test_fitting_a_stretch_brings_it_into_view(view):
    near = view.fitting(19.5, 21.5)
    assert near.zoom > 1
    assert near.offset <= near.axis.x(20) < near.axis.x(21) <= near.offset + near.width


def test_showing_moves_no_more_than_needed(view):
    near = view.zoomed(4, 400)
    assert near.showing(near.offset + 10, near.offset + 20) == near
    assert near.showing(near.offset - 30, near.offset).offset == pytest.approx(near.offset - 30)
    assert near.showing(near.offset + 800, near.offset + 830).offset == pytest.approx(near.offset + 30)


def test_another_width_keeps_the_middle(view):
    near = view.zoomed(6, 300)
    day = near.axis.day(near.offset + near.width / 2)
    wide = near.resized(1200.0, near.room)
    assert wide.axis.day(wide.offset + 600) == pytest.approx(day, abs=0.5)
