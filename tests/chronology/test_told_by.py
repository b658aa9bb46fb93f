from __future__ import annotations

from datetime import date

import pytest

from viewer.chronology import tag

PUBLISHED = date(2018, 11, 2)


@pytest.mark.parametrize(
    "text",
    [
        "That was the year the war began.",
        "He died the month she was born.",
        "It was the summer they met.",
        "The week before the vote was quiet.",
        "the weekend Ali came home",
    ],
)
def test_what_stands_behind_a_period_tells_which_one_it_is(text):
    assert tag(text, published=PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the year the war began, it fell.", "2018"),
        ("By the end of the year he had won.", "2018"),
        ("In the autumn the army left.", "2018-FA"),
        ("All the summer he worked.", "2018-SU"),
        ("On the weekend he trains.", "2018-W44-WE"),
    ],
)
def test_a_phrase_that_ends_with_a_period_leaves_it_its_own(text, value):
    assert [found.value for found in tag(text, published=PUBLISHED)] == [value]


def test_a_night_of_an_event_is_in_doubt_in_news():
    (found,) = tag("She left the night he was shot.", published=PUBLISHED)
    assert (found.value, found.interval) == ("XXXX-XX-XXTNI", None)
    assert "happened" in found.explain()
