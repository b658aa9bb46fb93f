"""Modifiers."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, only, values
from viewer.chronology import modifiers


@pytest.mark.parametrize(("phrase", "expected"), cases(modifiers.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "mod", "edtf"),
    [
        ("in late 2017", "END", "2017-09~/2017-12~"),
        ("in mid-October", "MID", "2018-10-11~/2018-10-20~"),
        ("in early March 2018", "START", "2018-03-01~/2018-03-10~"),
        ("around Nov. 1", "APPROX", "2018-11-01~"),
        ("the end of 2017", "END", "2017-09~/2017-12~"),
    ],
)
def test_edges(phrase, mod, edtf):
    timex = only(phrase)
    assert (timex.mod, timex.edtf) == (mod, edtf)
    assert timex.interval.approximate


def test_earlier_this_year_ends_at_publication():
    timex = only("earlier this year")
    assert (timex.value, timex.edtf) == ("2018", "2018-01-01/2018-11-02")
