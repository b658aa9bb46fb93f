"""What a page says of addresses."""

import pytest

from viewer.importers.page_links import believed, page_links

URL = "https://news.example/2018/story?x=1"


def test_own_address_base_and_feeds():
    html = """<head><base href="/deep/"><link rel="canonical" href="../2018/story">
    <meta property="og:url" content="https://news.example/other">
    <link rel="alternate" type="application/rss+xml" title="All &amp; sundry" href="rss.xml">
    <link rel="alternate" type="application/atom+xml; charset=utf-8" href="https://news.example/atom">
    <link rel="alternate" type="application/rss+xml" href="rss.xml"><link rel="alternate" hreflang="de" href="/de">"""
    links = page_links(html, URL)
    assert links.own == "https://news.example/2018/story"
    assert links.base == "https://news.example/deep/"
    assert [(feed.url, feed.title) for feed in links.feeds] == [
        ("https://news.example/deep/rss.xml", "All & sundry"),
        ("https://news.example/atom", ""),
    ]


def test_a_page_that_says_nothing():
    links = page_links("<p>x", URL)
    assert (links.own, links.base, links.feeds) == ("", URL, ())


@pytest.mark.parametrize(
    ("own", "fetched", "kept"),
    [
        ("https://news.example/a", "https://news.example/a?x=1", "https://news.example/a"),
        ("https://www.news.example/a", "https://m.news.example/a", "https://www.news.example/a"),
        ("http://news.example/a", "https://news.example/a", "http://news.example/a"),
        ("https://famous.example/a", "https://news.example/a", "https://news.example/a"),
        ("https://news.example/", "https://news.example/a", "https://news.example/a"),
        ("https://news.example/", "https://news.example/", "https://news.example/"),
        ("https://news.example:8080/a", "https://news.example/a", "https://news.example/a"),
        ("", "https://news.example/a", "https://news.example/a"),
        ("https://[x", "https://news.example/a", "https://news.example/a"),
    ],
)
def test_which_address_is_believed(own, fetched, kept):
    assert believed(own, fetched) == kept


def test_a_thousand_feeds_are_twenty():
    links = "".join(f'<link rel=alternate type="application/rss+xml" href="/{n}">' for n in range(1000))
    assert len(page_links(links, URL).feeds) == 20
