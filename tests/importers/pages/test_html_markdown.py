from __future__ import annotations

import pytest

from viewer.importers.html_markdown import markdown_of
from viewer.model import LibraryError


def test_everything_of_a_piece_of_html_comes():
    html = "<h2>Hi</h2><p>One <b>two</b> <a href='/x'>three</a></p><ul><li>a<li>b</ul><blockquote>q</blockquote>"
    assert markdown_of(html, url="https://news.example/a/") == (
        "## Hi\n\nOne **two** [three](https://news.example/x)\n\n- a\n- b\n\n> q\n"
    )


def test_text_without_an_element_is_a_paragraph():
    assert markdown_of("plain &amp; simple").strip() == "plain & simple"


def test_a_picture_keeps_its_address_and_a_script_does_not_come():
    markdown = markdown_of("<img src='p.png' alt='A map'><script>alert(1)</script>", url="https://news.example/a/")
    assert markdown.strip() == "![A map](https://news.example/a/p.png)"


def test_what_holds_nothing_is_refused_with_a_sentence():
    with pytest.raises(LibraryError, match="no web page"):
        markdown_of("")
