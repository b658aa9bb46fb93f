from __future__ import annotations

import re

import pytest

from viewer.importers.text_blocks import as_markdown, blocks

NOTHING = re.compile(r"(?!)")


def test_empty_lines_part_blocks():
    assert blocks("One\n\n \n\nTwo\n", NOTHING) == ["One", "Two"]


def test_lines_that_are_not_wrapped_are_blocks():
    assert blocks("A long headline that is not wrapped at any width at all\nShort", NOTHING) == [
        "A long headline that is not wrapped at any width at all",
        "Short",
    ]


def test_a_line_of_a_kind_stands_alone():
    text = "A headline of some length that could be a line of a paragraph\nBy Ada Writer of the staff."
    assert len(blocks(text, NOTHING)) == 1
    assert len(blocks(text, re.compile("By "))) == 2


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        ("# 1 is no heading", "\\# 1 is no heading"),
        ("2018. That was the year", "2018\\. That was the year"),
        ("12. A point", "12. A point"),
        ("• A point", "- A point"),
        ("a_b *c* [d](e) <f> &amp; `g` \\", "a\\_b \\*c\\* \\[d\\](e) &lt;f> &amp;amp; \\`g\\` \\\\"),
        ("One\nTwo", "One  \nTwo"),
        ("- One\n- Two", "- One\n- Two"),
    ],
)
def test_as_markdown(block, markdown):
    assert as_markdown(block) == markdown
