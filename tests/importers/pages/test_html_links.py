from __future__ import annotations

import pytest

from viewer.importers.html_links import Links


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("b.html", "http://a.org/x/b.html"),
        ("/c", "http://a.org/c"),
        ("//d.org/e", "http://d.org/e"),
        ("#f", "http://a.org/x/#f"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("javascript:alert(1)", ""),
        (" data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("#", ""),
        ("http://[broken", ""),
    ],
)
def test_links_are_made_whole_or_dropped(href, expected):
    assert Links("http://a.org/x/").whole(href) == expected


def test_without_an_address_links_stay_as_they_are():
    links = Links("")
    assert [links.whole(href) for href in ("a/b.html", "#c", "vscode:x")] == ["a/b.html", "#c", ""]
