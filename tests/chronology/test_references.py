"""Vague words."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import references


@pytest.mark.parametrize(("phrase", "expected"), cases(references.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


def test_former_is_marked_in_histories_only():
    assert values("the former king") == ""
    history = "In 1914 the former king left. In 1915, in May 1916, in 1917 and in June 1918 he wrote."
    assert values(history).startswith("1914 PAST_REF 1915")


def test_as_recently_as_names_what_follows():
    assert values("As recently as Thursday, he warned them.") == "2018-11-01"
