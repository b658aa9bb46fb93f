from __future__ import annotations

from viewer.importers import read_feed_list
from viewer.model import ImportedFeed

LIST = """<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="News"><outline text="Syria &amp; Iraq">
<outline text="short" title="Border" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
</outline><outline type="rss" text="Open" xmlUrl="https://b.example/feed.xml"></outline></outline>
<outline xmlUrl="https://c.example/atom.xml"/>
<outline text="Bad" type="rss" xmlUrl="file:///etc/passwd"/>
</body></opml>"""


def test_every_field_arrives(tmp_path):
    (tmp_path / "feeds.opml").write_text(LIST)
    *feeds, problem = read_feed_list(tmp_path / "feeds.opml")
    assert feeds == [
        ImportedFeed("https://a.example/feed", "Border", "https://a.example/", ("News", "Syria & Iraq")),
        ImportedFeed("https://b.example/feed.xml", "Open", "", ("News",)),
        ImportedFeed("https://c.example/atom.xml", "Atom", "", ()),
    ]
    assert "file:///etc/passwd" in problem.reason


def test_a_list_of_feeds_brings_no_articles(bring_in):
    articles, problems = bring_in("feeds.xml", LIST)
    assert articles == []
    assert "3 feeds" in problems[0].reason
    assert len(problems) == 2


def test_what_is_no_list_or_harmful_is_said(tmp_path):
    (tmp_path / "x.opml").write_text('<!DOCTYPE o [<!ENTITY a "b">]><opml><outline text="&a;"/></opml>')
    (problem,) = read_feed_list(tmp_path / "x.opml")
    assert "refused" in problem.reason
    (tmp_path / "x.txt").write_text("Text")
    (problem,) = read_feed_list(tmp_path / "x.txt")
    assert "no list of feeds" in problem.reason
