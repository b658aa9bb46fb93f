from __future__ import annotations

import pytest

from viewer.ui.words import as_tip, plural, sentence_list


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [(1, "minute", "1 minute"), (0, "article", "0 articles"), (12_000, "copy", "12,000 copies"), (1, "copy", "1 copy")],
)
def test_counts(count, noun, words):
    assert plural(count, noun) == words


@pytest.mark.parametrize(
    ("items", "words"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_lists(items, words):
    assert sentence_list(items) == words


def test_a_tool_tip_is_no_markup():
    assert as_tip("A & B > C") == "A & B > C"
    assert as_tip("<img src='/x.png'> & more") == (
        "<p style='margin:0'>&lt;img src=&#x27;/x.png&#x27;&gt; &amp; more</p>"
    )
