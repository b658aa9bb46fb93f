from __future__ import annotations

import pytest

from viewer.document.markup import to_html
from viewer.document.wikilinks import wikilink_target


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("Raqqa falls", "Raqqa%20falls.md"),
        ("notes/Raqqa.md", "notes/Raqqa.md"),
        ("Raqqa#What's new", "Raqqa.md#whats-new"),
        ("#Here", "#here"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29.md"),
    ],
)
def test_the_address_of_a_name(name, target):
    assert wikilink_target(name) == target


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[[Raqqa|the city]]", '<a href="Raqqa.md">the city</a>'),
        ("[[Raqqa]]", '<a href="Raqqa.md">Raqqa</a>'),
        ("![[note]]", "![[note]]"),
        ("`[[Raqqa]]`", "<code>[[Raqqa]]</code>"),
        ("[[]]", "[[]]"),
    ],
)
def test_links_in_double_brackets(markdown, html):
    assert to_html(markdown) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("markdown", "source", "alt"),
    [("![[map.png|300]]", "map.png", ""), ("![[a map.JPG|The map]]", "a%20map.JPG", "The map")],
)
def test_pictures_in_double_brackets(markdown, source, alt):
    html = to_html(markdown)
    assert f'src="{source}"' in html
    assert f'alt="{alt}"' in html
