"""Past or future."""

from __future__ import annotations

import pytest

from viewer.chronology.tense import is_over, is_planned, tense_of


@pytest.mark.parametrize(
    ("left", "right", "tense"),
    [
        ("The court ruled on ", ".", "past"),
        ("Talks will resume on ", ".", "future"),
        ("The vote is scheduled for ", ".", "future"),
        ("He must pay by ", ".", "future"),
        ("He had until ", " to pay, and paid.", "past"),
        ("He came. Talks will resume on ", ".", "future"),
        ("It will end. He came on ", ".", "past"),
        ("on ", "", ""),
        ("The show, which opened in May, ends on ", ".", "future"),
    ],
)
def test_tense(left, right, tense):
    text = left + "Monday" + right
    assert tense_of(text, len(left), len(left) + 6) == tense


@pytest.mark.parametrize(
    ("left", "planned"),
    [
        ("The vote will be held on ", True),
        ("The merger is expected to close in the ", True),
        ("The book is to appear in ", True),
        ("The vote was held on ", False),
        ("The firm, which will merge, said sales fell in ", False),
    ],
)
def test_what_is_planned(left, planned):
    assert is_planned(left + "May.", len(left)) is planned


@pytest.mark.parametrize(
    ("left", "right", "over"),
    [("", " was quiet.", True), ("They met on ", ".", True), ("Shares rose before ", ".", False)],
)
def test_what_is_over(left, right, over):
    assert is_over(left + "Easter" + right, len(left), len(left) + 6) is over
