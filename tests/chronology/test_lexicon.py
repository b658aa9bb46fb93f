"""The words of a language."""

from __future__ import annotations

import pytest

from viewer.chronology.language_words import WORDS
from viewer.chronology.lexicon import lexicon_of


@pytest.mark.parametrize("language", [*WORDS, "pl", "sv", "tr", "el", "he", "uk"])
def test_every_language_has_all_months_and_weekdays(language):
    lexicon = lexicon_of(language)
    assert set(lexicon.months.values()) == set(range(1, 13))
    assert set(lexicon.weekdays.values()) == set(range(1, 8))


def test_inflected_forms():
    lexicon = lexicon_of("ru")
    assert lexicon.months["ноября"] == lexicon.months["ноябрь"] == lexicon.months["ноябре"] == 11
    assert lexicon.weekdays["среду"] == 3


def test_unknown():
    assert lexicon_of("xx") is None
