from __future__ import annotations

import pytest

from viewer.document.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two  three", 3),
        ("al-Qaim's 3.5 % — and … more", 4),
        ("... !!! ---", 0),
        ("«mot» — “word”", 2),
        ("أعلنت القوات", 2),
        ("部队表示已经", 3),
        ("部队 said 表", 1 + 2),
    ],
)
def test_words_are_what_holds_a_letter_or_digit(text, words):
    assert count_words(text) == words
