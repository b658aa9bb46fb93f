"""What somebody else has fetched."""

from datetime import UTC, datetime

import pytest

from viewer.importers import FetchedFeed, FetchedPage, feeds_behind, read_fetched, read_subscription
from viewer.importers.fetched import file_name
from viewer.model import ImportedArticle, ImportProblem

WORDS = "<p>" + "The water rose slowly behind the gates all day. " * 40 + "</p>"
RSS = "<rss version='2.0'><channel><title>Border news</title><link>https://news.example/</link>{}</channel></rss>"
ITEM = "<item><title>Item {0}</title><link>/{0}</link><description>Text.</description></item>"
URL = "https://news.example/a/story"


def test_a_page_names_its_pictures_by_their_whole_addresses():
    html = f'<html><base href="/deep/"><title>T</title><body><article>{WORDS}<img src="m.png" alt="M">{WORDS}</article>'
    now = datetime(2018, 11, 2, tzinfo=UTC)
    [page] = read_fetched(html.encode(), url=URL, kind="text/html", saved=now)
    assert isinstance(page, FetchedPage)
    assert page.pictures == ("https://news.example/deep/m.png",)
    assert "![M](https://news.example/deep/m.png)" in page.article.markdown
    assert (page.article.url, page.article.saved) == (URL, now)


def test_a_feed_and_what_it_holds():
    feed = RSS.format("".join(ITEM.format(n) for n in range(5))).encode()
    [found] = read_fetched(feed, url=URL, kind="text/xml")
    assert found == FetchedFeed(URL, "Border news", "https://news.example/")
    first, *entries = read_subscription(feed, url=URL, most=2)
    assert first == found
    assert [entry.url for entry in entries] == ["https://news.example/0", "https://news.example/1"]


def test_feeds_behind_a_feed_a_page_and_nothing():
    link = '<link rel="alternate" type="application/atom+xml" title="All" href="/atom">'
    assert list(feeds_behind(RSS.format("").encode(), url=URL)) == [
        FetchedFeed(URL, "Border news", "https://news.example/")
    ]
    [found] = feeds_behind(f"<html><head>{link}</head></html>".encode(), url=URL, kind="text/html")
    assert found == FetchedFeed("https://news.example/atom", "All", URL)
    assert list(feeds_behind(b"%PDF-1.4", url=URL)) == []


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        ("https://a.example/x/report.pdf", "application/pdf", "report.pdf"),
        ("https://a.example/x/report", "application/pdf", "report.pdf"),
        ("https://a.example/", "text/html", "page.html"),
        ("https://a.example/a%20b.php", "text/html", "a b.php.html"),
        ("https://a.example/story", "", "story.html"),
        ("https://a.example/notes.md", "text/plain", "notes.md.txt"),
        ("https://a.example/notes.md", "", "notes.md"),
    ],
)
def test_a_name_with_the_ending_of_its_kind(url, kind, name):
    assert file_name(url, kind) == name


def test_text_in_a_stated_character_set():
    [article] = read_fetched("Grüße".encode("latin-1"), url=URL, kind="text/plain", charset="latin-1")
    assert isinstance(article, ImportedArticle)
    assert "Grüße" in article.markdown


def test_an_archive_is_no_page():
    [problem] = read_fetched(b"PK\x05\x06" + bytes(18), url=URL)
    assert isinstance(problem, ImportProblem)
    assert problem.item == URL
