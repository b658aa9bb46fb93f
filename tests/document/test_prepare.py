from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.document.prepare import MAX_LEVELS, prepare


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "One line\nand another",
        "- a\n- b\n",
        "1. a\n2. b\n",
        "- a\n    - b\n",
        "    - code\n",
        "```\n- a\n  - b\n#x\n```\n",
        "# Heading\n\n## Another",
        "* * *\n",
        "In\n1984. That was\n",
    ],
)
def test_what_is_read_alike_stays_as_it_is(markdown):
    assert prepare(markdown) == markdown


@pytest.mark.parametrize(
    ("markdown", "prepared"),
    [
        ("Text:\n- a", "Text:\n\n- a"),
        ("Text:\n1. a", "Text:\n\n1. a"),
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("1) a\n2) b", "1. a\n2. b"),
        ("1. a\n   - b", "1. a\n    - b"),
        ("- a\n\n  more\n\nafter", "- a\n\n    more\n\nafter"),
        ("- a\n\n  more\n  - b", "- a\n\n    more\n\n    - b"),
        ("- a\n  ```py\n  x = 1\n    y\n  ```\n- b", "- a\n\n        x = 1\n          y\n\n- b"),
        ("> [!note] Look *here*\n> text", "> **Look *here***\n>\n> text"),
        ("> > [!warning]-\n> > text", "> > **Warning**\n> >\n> > text"),
        ("#tag #other", "\\#tag #other"),
        ("- a\n\t- b", "- a\n    - b"),
        ("a\n: b\n: c\nd\n: e", "a\n: b\n: c\n\nd\n: e"),
    ],
)
def test_lists_and_tags_are_written_as_python_markdown_wants(markdown, prepared):
    assert prepare(markdown) == prepared


def test_deeper_levels_than_the_limit_are_put_on_the_last():
    lines = prepare("\n".join(" " * (2 * level) + "- a" for level in range(60))).split("\n")
    assert max(len(line) - len(line.lstrip()) for line in lines) == 4 * MAX_LEVELS


@given(st.text(st.sampled_from("ab-*+1.)#`~ \t\n>_"), max_size=200))
def test_no_word_is_lost(markdown):
    letters = [character for character in markdown if character in "ab"]
    kept = [character for character in prepare(markdown) if character in "ab"]
    info_words = [c for line in markdown.split("\n") if line.lstrip()[:3] in {"```", "~~~"} for c in line if c in "ab"]
    assert kept == letters or len(letters) - len(kept) <= len(info_words)
