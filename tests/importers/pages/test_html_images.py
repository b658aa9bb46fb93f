from __future__ import annotations

import pytest
from lxml import html

from viewer.importers.html_images import best_of_set, images_without_scripts, picture_of

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


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<figure><noscript><img src=a></noscript><div class=lazy></div></figure>", ["a"]),
        ("<figure><div class=lazy></div><noscript><img src=a></noscript></figure>", ["a"]),
        ("<p>Text.</p><noscript><p><img src=a.jpg><img src=b alt=Bridge></p></noscript><p>Text.</p>", ["a.jpg", "b"]),
        (f"<img src='{GIF}' data-src=a.jpg><noscript><img src=a.jpg></noscript>", []),
        ("<noscript><img src=a.jpg></noscript><span><img src=b.jpg></span>", []),
        ("<figure><div><img src=b.jpg></div><p></p><noscript><img src=a.jpg></noscript></figure>", []),
        ("<figure><img src=b.jpg></figure><figure><noscript><img src=a></noscript></figure>", ["a"]),
        ("<noscript><img src='https://counter.example/p?c1=2'></noscript>", []),
        ("<noscript><img src=a.gif style='display:none'></noscript>", []),
        ("<noscript>Please turn on scripts.</noscript>", []),
    ],
)
def test_what_is_shown_without_scripts_takes_the_place_of_an_empty_box(markup, expected):
    noscript = html.fromstring(f"<div>{markup}</div>").find(".//noscript")
    assert [image.get("src") for image in images_without_scripts(noscript)] == expected
