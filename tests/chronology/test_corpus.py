"""The project's own corpus of phrases holds, the negative part included."""

from __future__ import annotations

import pytest

from tests.quality.timex.score import compare, found, phrases


@pytest.mark.parametrize("phrase", list(phrases()), ids=lambda phrase: phrase.text)
def test_phrase(phrase):
    assert found(phrase.text) == phrase.values


def test_compare_pairs_each_once():
    gold = [(0, 5, "2018"), (10, 15, "2017")]
    assert compare(gold, [(0, 5, "2018"), (9, 15, "2017"), (20, 22, "x")]) == (2, 1, 2)
    assert compare(gold, [(0, 15, "2018")]) == (1, 0, 1)
