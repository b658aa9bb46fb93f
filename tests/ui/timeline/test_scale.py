from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.ui.timeline.scale import Span, elastic_scale, even_scale

days = st.integers(-800_000, 800_000)
spans = st.lists(st.builds(lambda begin, length: Span(float(begin), float(begin + length)), days, st.integers(1, 5000)))


def day(*parts):
    return float(date(*parts).toordinal())


@pytest.mark.parametrize("make", [even_scale, elastic_scale])
class TestEveryScale:
    @given(known=spans, one=st.floats(-900_000, 900_000), other=st.floats(-900_000, 900_000))
    def test_a_later_day_lies_further_on(self, make, known, one, other):
        scale = make(known)
        if other - one > 1e-3:
            assert scale.place(one) < scale.place(other)

    @given(known=spans, one=st.floats(-900_000, 900_000))
    def test_the_inverse_gives_the_day_back(self, make, known, one):
        scale = make(known)
        assert scale.day(scale.place(one)) == pytest.approx(one, abs=1e-3)

    @given(known=spans.filter(bool))
    def test_the_dates_fill_the_axis(self, make, known):
        scale = make(known)
        assert scale.place(min(span.begin for span in known)) == 0.0
        assert scale.place(max(span.end for span in known)) == pytest.approx(1.0)

    def test_no_date_is_no_error(self, make):
        assert make(()).place(0.5) == pytest.approx(0.5)


def test_the_even_scale_gives_every_day_the_same():
    scale = even_scale([Span(0, 1), Span(99, 100)])
    assert scale.place(50) == pytest.approx(0.5)
    assert scale.gaps == ()


class TestElasticScale:
    def test_a_year_does_not_drown_a_week(self):
        last_year = Span(day(2017, 1, 1), day(2018, 1, 1))
        week = [Span(day(2018, 11, number), day(2018, 11, number + 1)) for number in (1, 2)]
        scale = elastic_scale([last_year, *week])
        assert scale.place(day(2018, 11, 3)) - scale.place(day(2018, 11, 1)) > 0.25

    def test_a_longer_gap_is_still_longer(self):
        scale = elastic_scale([Span(0, 1), Span(11, 12), Span(1012, 1013)])
        assert scale.place(1012) - scale.place(12) > scale.place(11) - scale.place(1)

    def test_names_the_gaps_that_it_compresses(self):
        scale = elastic_scale([Span(0, 1), Span(2, 3), Span(303, 304)])
        assert scale.gaps == (Span(3, 303),)

    def test_a_stretch_that_a_span_covers_is_no_gap(self):
        scale = elastic_scale([Span(0, 400), Span(0, 1), Span(399, 400)])
        assert scale.gaps == ()
