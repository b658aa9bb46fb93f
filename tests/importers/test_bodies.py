from __future__ import annotations

import pytest

from viewer.importers.bodies import body_of, original_page
from viewer.importers.drafts import Doubts


@pytest.mark.usefixtures("plain_converter")
def test_a_body_and_none():
    doubts = Doubts("x")
    assert body_of("<p>Text</p>", "", doubts) == "Text"
    assert body_of("  ", "", doubts) == ""
    assert doubts.reasons == []


def test_pages_are_kept_as_they_came():
    assert original_page("<p>é").data == "<p>é".encode()
    assert original_page(" ") is None


def test_with_the_converter_itself():
    """The name that exports use is the one that the converter has."""
    converter = pytest.importorskip("viewer.importers.html_markdown")
    doubts = Doubts("x")
    text = body_of('<h2>Head</h2><p>One <b>two</b> <a href="/x">three</a>.</p>', "https://a.example/", doubts)
    assert "One **two** [three](https://a.example/x)." in text
    assert callable(converter.markdown_of)
    assert doubts.reasons == []
