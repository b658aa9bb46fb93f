from __future__ import annotations

import json

import pytest

from viewer.importers.page_json_ld import linked_data


def data(*nodes):
    return linked_data([json.dumps(node) for node in nodes])


def test_the_fields_of_an_article():
    found = data(
        {
            "@type": "NewsArticle",
            "headline": "The bridge &amp; the road",
            "author": [{"@type": "Person", "name": "Ada Byron"}, "Karl Marx"],
            "publisher": {"name": "The Paper"},
            "datePublished": "2019-11-18T10:00:00Z",
            "inLanguage": "en-GB",
            "articleSection": "News, Local",
            "keywords": "bridge, road",
        }
    )
    assert found.titles == ("The bridge & the road",)
    assert found.authors == ("Ada Byron", "Karl Marx")
    assert (found.site, found.published, found.language) == ("The Paper", "2019-11-18T10:00:00Z", "en-GB")
    assert (found.sections, found.tags) == (("News", "Local"), ("bridge", "road"))


def test_nodes_refer_to_each_other():
    graph = [
        {"@type": "WebPage", "name": "Page"},
        {"@type": ["BlogPosting"], "headline": "Post", "author": {"@id": "#me"}},
        {"@type": "Person", "@id": "#me", "name": "Ada Byron"},
    ]
    found = data({"@graph": graph})
    assert (found.titles, found.authors) == (("Post",), ("Ada Byron",))


def test_the_way_to_the_page_gives_its_sections():
    names = [{"name": name} if name == "Home" else {"item": {"name": name}} for name in ("Home", "World", "Title")]
    assert data({"@type": "BreadcrumbList", "itemListElement": names}).sections == ("World",)


def test_a_page_gives_no_title():
    found = data({"@type": "WebPage", "name": "The Paper", "datePublished": "2019-01-02"})
    assert (found.titles, found.published) == ((), "2019-01-02")


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "[" * 100_000,
        "null",
        "3",
        '"x"',
        '{"@type": {"a": 1}}',
        '{"@type": "Article", "author": 3, "name": []}',
    ],
)
def test_broken_scripts_are_passed_over(script):
    good = json.dumps({"@type": "Article", "headline": "Good"})
    assert linked_data([script, good]).titles == ("Good",)


def test_wrapped_scripts_are_read():
    assert linked_data(['<!-- {"@type": "Article", "headline": "x\ty"} -->']).titles == ("x y",)
