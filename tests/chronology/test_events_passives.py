from __future__ import annotations

import pytest

from tests.chronology.marked import told


def labels(marked: str) -> list[str]:
    return [label for _, _, label in told(marked)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The station was opened in [1890|1890], enlarged in [1905|1905], renamed in [1920|1920] and pulled down "
            "in [1971|1971].",
            [
                "The station was opened",
                "The station was enlarged",
                "The station was renamed",
                "The station was pulled down",
            ],
        ),
        (
            "It was opened in [1890|1890], enlarged in [1905|1905], and pulled down in [1971|1971].",
            ["It was opened", "It was enlarged", "It was pulled down"],
        ),
        (
            "She was elected in [1990|1990] and re-elected in [1994|1994].",
            ["She was elected", "She was re-elected"],
        ),
        (
            "It was nationalised in [1948|1948], privatised in [1989|1989] and, after a loss, closed in [2012|2012].",
            ["It was nationalised", "It was privatised", "It was closed"],
        ),
    ],
)
def test_participles_in_a_row_share_the_auxiliary(marked, expected):
    assert labels(marked) == expected


def test_a_row_of_deeds_is_told_date_by_date():
    marked = "He rose in [2017|2017], moved to Rome in [2019|2019] and won the cup in [2020|2020]."
    assert labels(marked) == ["He rose", "He moved to Rome", "He won the cup"]


def test_what_ended_behind_a_comma_ended():
    marked = "She met Ann; the marriage, by all accounts a happy one, ended in [1872|1872]."
    assert labels(marked) == ["the marriage, by all accounts a happy one, ended"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "He was wounded in [1915|1915] and returned to the front in [1916|1916].",
            ["He was wounded", "He returned to the front"],
        ),
        (
            "He was ordained in [1915|1915] and wrote hymns in [1916|1916].",
            ["He was ordained", "He wrote hymns"],
        ),
        (
            "It was sold in [1948|1948] to a firm, founded in [1890|1890], and closed.",
            ["It was sold to a firm and closed", "a firm was founded"],
        ),
    ],
)
def test_what_is_done_is_not_undergone(marked, expected):
    assert labels(marked) == expected
