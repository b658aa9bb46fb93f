from __future__ import annotations

import pytest
from builders import root_of

from viewer.importers.page_metadata import is_web_address, page_metadata

HEAD = """
    <meta property="og:title" content="The bridge"><meta property="og:site_name" content="The Paper">
    <meta name="author" content="By Ada Byron and Karl Marx"><link rel="canonical" href="http://a.org/bridge">
    <meta property="article:section" content="Local"><meta property="article:tag" content="bridge">
    <meta property="article:tag" content="road"><meta name="description" content="All of it.">
    <meta property="article:published_time" content="2018-11-02T20:10:00+03:00">
    <meta property="og:locale" content="pt_br">
"""


def test_every_field():
    found = page_metadata(root_of("", HEAD), (), "")
    assert (found.title, found.site, found.url) == ("The bridge", "The Paper", "http://a.org/bridge")
    assert found.authors == ("Ada Byron", "Karl Marx")
    assert (found.sections, found.tags, found.description) == (("Local",), ("bridge", "road"), "All of it.")
    assert (found.published, found.published_from) == ("2018-11-02T20:10:00+03:00", "meta article:published_time")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p class=byline>By Ada Byron, 2 May 2018</p>", ("Ada Byron",)),
        ("<a rel=author href=/x>Ada Byron</a>", ("Ada Byron",)),
        ("<div itemprop=author><span itemprop=name>Ada Byron</span> 3 posts</div>", ("Ada Byron",)),
        ("<p class=author>Ada Byron</p><h1>Title</h1><div class=article__author>Karl Marx</div>", ("Karl Marx",)),
        ("<ol class=comments><li><b class=author>troll</b></ol>", ()),
        ("<p class=byline>Von Ada Byron &amp; Karl Marx</p>", ("Ada Byron", "Karl Marx")),
        ("<p class=byline>Ada Byron (with Karl Marx and others)</p>", ("Ada Byron (with Karl Marx and others)",)),
        (f"<div class=author>{'<p>long</p>' * 1_000}</div>", ()),
    ],
)
def test_bylines(body, expected):
    assert page_metadata(root_of(body), (), "").authors == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<meta http-equiv=content-language content=de>", "de"),
        ("<meta property=og:locale content=zh_Hant_TW>", "zh-Hant-TW"),
        ("<meta property=og:locale content='!!'>", ""),
    ],
)
def test_languages(head, expected):
    root = root_of("", head)
    root.attrib.pop("lang")
    assert page_metadata(root, (), "").language == expected


def test_the_site_is_the_host_where_the_page_names_none():
    assert page_metadata(root_of(""), (), "https://www.paper.org/a").site == "paper.org"


def test_web_addresses():
    assert is_web_address("https://a.org/x")
    assert not any(map(is_web_address, ("file:///x", "javascript:1", "http://", "http://[x", "a.org", "")))
