"""The subject of a clause, as the labels of events show it."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import told


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("On 3 May the bridge fell.", "the bridge fell"),
        ("The bridge, which was built in 1990, fell on 3 May.", "The bridge fell"),
        ("The bank grew and, on 3 May, moved.", "The bank moved"),
    ],
)
def test_subject(text, label):
    assert label in [told_label for _, told_label in told(text)]
