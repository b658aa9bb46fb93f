"""Which way a date points in languages whose tenses are not known."""

from __future__ import annotations

import pytest

from viewer.chronology.other_tenses import has_future_word

AHEAD = frozenset(("wird", "soll"))


@pytest.mark.parametrize(
    ("left", "right", "ahead"),
    [
        ("Die Brücke wird am ", " geöffnet.", True),
        ("Am ", " soll sie öffnen.", True),
        ("Sie wird gebaut. Am ", " kam er.", False),
        ("Am ", " kam er. Sie wird gebaut.", False),
        ("Am ", " kam er.", False),
    ],
)
def test_a_word_of_the_sentence_puts_its_date_ahead(left, right, ahead):
    text = left + "3. Mai" + right
    assert has_future_word(text, len(left), len(left) + len("3. Mai"), AHEAD) is ahead


def test_no_words_put_nothing_ahead():
    assert not has_future_word("am 3. Mai", 3, 9, frozenset())
