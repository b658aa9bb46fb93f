from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.timeline.axis import Axis
from viewer.ui.timeline.scale import Span, elastic_scale, even_scale


def test_the_dates_begin_at_the_margin_and_fill_the_length():
    axis = Axis(even_scale([Span(100, 200)]), left=20, length=500)
    assert (axis.x(100), axis.x(150), axis.x(200)) == (20, 270, 520)


@given(st.floats(-5000, 5000))
def test_the_inverse(x):
    axis = Axis(elastic_scale([Span(0, 1), Span(50, 51), Span(900, 901)]), left=20, length=700)
    assert axis.x(axis.day(x)) == pytest.approx(x, abs=1e-6)
