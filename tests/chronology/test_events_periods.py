from __future__ import annotations

import pytest

from tests.chronology.timelines import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Profit fell 4 per cent in the three months to September.",
            ("2018-07/2018-09", "Profit fell 4 per cent in the three months to September"),
        ),
        ("Profit fell in the six months ended 30 June.", ("2018-01-01/2018-06-30", "Profit fell")),
        ("Sales in the year to 30 June fell.", ("2017-07-01/2018-06-30", "Sales in the year to 30 June fell")),
        ("Prices rose in the year to March.", ("2017-04/2018-03", "Prices rose in the year to March")),
        (
            "Sales fell in the two weeks to 28 October 2018.",
            ("2018-10-15/2018-10-28", "Sales fell in the two weeks to"),
        ),
    ],
)
def test_a_period_reaches_from_its_first_day_to_its_last(text, expected):
    (when, label), *others = told(text)
    assert when == expected[0]
    assert label.startswith(expected[1])
    assert others == []


@pytest.mark.parametrize("text", ["It gave them three months to March 2019.", "It lasted a year to March 2017."])
def test_a_length_without_an_article_is_no_period(text):
    assert all("/" not in when for when, _ in told(text))
