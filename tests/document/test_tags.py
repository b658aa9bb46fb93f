from __future__ import annotations

import pytest

from viewer.document.tags import without_tags


def words(html):
    return without_tags(html).split()


def test_paragraphs_are_parted_and_inline_tags_go():
    assert without_tags("<p>One <b>two</b></p><p>three</p>").split("\n\n") == ["", "One two", "", "three", ""]


def test_references_are_resolved():
    assert words("a&nbsp;b &lt;i&gt; &amp;") == ["a", "b", "<i>", "&"]


@pytest.mark.parametrize("name", ["script", "style", "svg", "noscript", "iframe", "TEMPLATE"])
def test_what_is_not_text_goes_with_its_element(name):
    assert words(f"a <{name} x=1>alert(1)</{name} > b") == ["a", "b"]


def test_an_unclosed_element_hides_nothing_that_follows():
    assert words("a <script>b <script>c") == ["a", "b", "c"]


def test_comments_and_declarations_go():
    assert words("a <!-- x --> <!DOCTYPE y> <?php z ?> b") == ["a", "b"]


def test_less_than_is_no_tag():
    assert words("2 < 3 and 4 > 1 <") == ["2", "<", "3", "and", "4", ">", "1", "<"]


def test_deep_nesting_is_read_in_one_pass():
    assert words("<div>" * 100_000 + "end") == ["end"]
