"""Names of works that hold a date and are none."""

from __future__ import annotations

import pytest

from tests.chronology.examples import values


@pytest.mark.parametrize(
    "text",
    [
        "She starred in the film Saturday Night Fever.",
        "He read The Guns of August before the talks.",
        "Her album 1989 sold well.",
        "He directed the film Born on the Fourth of July.",
        "His novel Nineteen Eighty-Four sold well.",
        "In the film 1917 two soldiers run.",
        "They showed the movie Friday Night Lights.",
    ],
)
def test_a_date_in_the_name_of_a_work_is_none(text):
    assert values(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The film The Day After Tomorrow was shown on Thursday.", "2018-11-01"),
        ("They saw the movie Thursday.", "2018-11-01"),
        ("They saw the film Thursday night at home.", "2018-11-01TNI"),
        ("He presented the film Titanic Thursday.", "2018-11-01"),
        ("She finished the book March 2016.", "2016-03"),
        ("The 1998 film won.", "1998"),
        ("Police in The Hague in May said so.", "2018-05"),
        ("The Spartans played Minnesota Thursday.", "2018-11-01"),
    ],
)
def test_a_date_beside_the_name_of_a_work_is_one(text, expected):
    assert values(text) == expected
