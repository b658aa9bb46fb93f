"""Past or future."""

from __future__ import annotations

import pytest

from viewer.chronology.tense import tense_of


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
    ],
)
def test_tense(left, right, tense):
    text = left + "Monday" + right
    assert tense_of(text, len(left), len(left) + 6) == tense
