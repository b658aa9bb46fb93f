"""Four digits that are no year."""

from __future__ import annotations

import pytest

from tests.chronology.examples import values


@pytest.mark.parametrize(
    "text",
    [
        "A convention of 2000 delegates met in Dallas.",
        "A crowd of 1800 mostly young protesters gathered.",
        "It employs 1850 full-time workers.",
        "More than 1500 bus drivers walked out.",
        "Flight 1549 landed in the river.",
        "Section 1983 of the code allows it.",
        "Resolution 1973 authorized force.",
        "Room 2014 was empty.",
        "About 2000 Kosovars fled.",
        "Case 2024-1187 was reviewed.",
    ],
)
def test_counts_and_codes(text):
    assert values(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Convention of 1951", "1951"),
        ("They spent most of 1919 moving their troops east.", "1919"),
        ("the 1968 student protests", "1968"),
        ("the Spring Fighting of 2004 with foreign fighters", "2004"),
        ("the season of 1989-1990", "1989 1990"),
    ],
)
def test_years_beside_people(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("text", ["The 2000-bed hospital is full.", "It employed 1900.", "a 1500-page report"])
def test_sizes(text):
    assert values(text) == ""
