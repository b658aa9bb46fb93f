from __future__ import annotations

import pytest
from lxml import html

from viewer.importers.html_images import best_of_set, picture_of

GIF = "data:image/gif;base64,R0lGODlhAQABAAAAACw="


def source(markup):
    found = picture_of(html.fromstring(f"<div>{markup}</div>").find(".//img"))
    return found.source if found else None


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<img src=a.jpg>", "a.jpg"),
        (f"<img src='{GIF}' data-src=b.jpg>", "b.jpg"),
        (f"<img src='{GIF}' data-odd='http://x.org/c.webp?w=1'>", "http://x.org/c.webp?w=1"),
        ("<img src=/img/spacer.gif data-srcset='d.jpg 300w, e.jpg 900w'>", "e.jpg"),
        (f"<picture><source srcset='f.jpg 2x'><img src='{GIF}'></picture>", "f.jpg"),
        (f"<img src='{GIF}'><noscript><img src=g.jpg></noscript>", "g.jpg"),
        ("<img src=h.jpg width=1 height=1>", None),
        (f"<img src='{GIF}'>", None),
        ("<img>", None),
    ],
)
def test_the_address_is_found_wherever_the_page_hides_it(markup, expected):
    assert source(markup) == expected


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        ("a 100w, b 1500w, c 4000w", "b"),
        ("a 2000w, b 3000w", "a"),
        ("a, b 2x", "b"),
        ("", ""),
        ("a 1.2.3x, " * 10, "a"),
    ],
)
def test_the_best_of_a_set_is_large_but_not_huge(candidates, expected):
    assert best_of_set(candidates) == expected


def test_an_emoji_is_a_sign():
    found = picture_of(html.fromstring("<img class=emoji alt='🙂' src=http://x.org/1f642.svg>"))
    assert (found.alt, found.source, found.is_sign) == ("🙂", "", True)
