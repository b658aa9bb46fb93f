from __future__ import annotations

import pytest
from lxml import html

from viewer.importers.html_names import beside_the_article, code_language, leads_elsewhere, names_a_caption


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<div class='social-share'>", True),
        ("<div class=relatedArticles>", True),
        ("<div id=newsletter_box>", True),
        ("<aside>", True),
        ("<div role=navigation>", True),
        ("<div class='article-body'>", False),
        ("<div class=sharepoint-docs>", True),
        ("<div class=story>", False),
        ("<div>", False),
    ],
)
def test_boxes_beside_the_article(markup, expected):
    assert beside_the_article(html.fromstring(f"{markup}x")) is expected


@pytest.mark.parametrize(
    ("text", "share", "expected"),
    [
        ("Read more: the bridge", 1.0, True),
        ("Lire aussi : le pont", 0.9, True),
        ("Related to the bridge was the road.", 0.0, False),
        ("ADVERTISEMENT", 0.0, True),
        ("The town reads more", 1.0, False),
    ],
)
def test_lines_that_lead_elsewhere(text, share, expected):
    assert leads_elsewhere(text, share) is expected


def test_captions_by_name():
    assert names_a_caption(html.fromstring("<p class='wp-caption-text'>x</p>"))
    assert not names_a_caption(html.fromstring("<p class='text'>x</p>"))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<pre class='brush: js'>", "js"),
        ("<pre><code class='lang-c++'>", "c++"),
        ("<div class='highlight-source-shell'><pre>", "shell"),
        ("<pre>", ""),
    ],
)
def test_the_language_of_code(markup, expected):
    element = html.fromstring(f"<div>{markup}x</div>")
    assert code_language(next(element.iter("pre"))) == expected
