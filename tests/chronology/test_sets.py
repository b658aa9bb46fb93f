"""Sets."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, only, values
from viewer.chronology import sets


@pytest.mark.parametrize(("phrase", "expected"), cases(sets.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_a_set_has_no_place_in_time():
    timex = only("every Monday")
    assert timex.type == "SET"
    assert timex.interval is None
    assert timex.edtf == ""
