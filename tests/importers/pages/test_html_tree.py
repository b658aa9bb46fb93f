from __future__ import annotations

import pytest
from lxml import html

from viewer.importers.html_tree import is_hidden, one_line, text_of, tree_of
from viewer.model import LibraryError


def test_nothing_to_parse_is_said_in_a_sentence():
    with pytest.raises(LibraryError, match=r"page\.html holds no web page"):
        tree_of("", "page.html")


def test_entities_of_the_page_are_not_expanded():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]><p>x&a;y&f;z</p>'
    text = text_of(tree_of(bomb, "x").find("body"))
    assert "aaaa" not in text
    assert "&a;" in text.replace("]>", "")


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        ("<p hidden>", True),
        ("<p hidden=until-found>", False),
        ("<p aria-hidden=true>", True),
        ("<p style='color:red; Display : none'>", True),
        ("<p style='visibility:hidden'>", True),
        ("<p style='display:block'>", False),
        ("<p>", False),
    ],
)
def test_hidden_elements(markup, hidden):
    assert is_hidden(html.fromstring(f"{markup}x</p>")) is hidden


def test_one_line():
    assert one_line(" a\n\tb\xa0c ") == "a b c"


def test_an_attribute_of_many_megabytes_takes_nothing_away():
    page = f'<p>before</p><img src="data:image/png;base64,{"A" * 11_000_000}"><p>behind</p>'
    assert text_of(tree_of(page, "x")) == "beforebehind"


def test_a_page_that_the_parser_cannot_take_whole_is_refused():
    with pytest.raises(LibraryError, match=r"page\.html .* nested too deeply"):
        tree_of("<div>" * 5_000 + "end", "page.html")
