from __future__ import annotations

import json
import sys

import pytest

from viewer.importers import FeedInfo, describe_feed, read_feed
from viewer.model import DatelineError

pytestmark = pytest.mark.usefixtures("plain_converter")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Border &amp; War</title><link>https://a.example/</link><language>en-gb</language>
<item><title>Troops &lt;b&gt;move&lt;/b&gt;</title><link>https://a.example/1</link><dc:creator>Ada Writer</dc:creator>
<pubDate>Fri, 02 Nov 2018 14:30:00 +0300</pubDate><category>iraq</category><category>middle east</category>
<description>A summary</description><guid isPermaLink="false">id-1</guid>
<content:encoded><![CDATA[<p>Iraqi troops. <item> is a word here & more</p>]]></content:encoded>
<enclosure url="https://a.example/1.mp3" length="1" type="audio/mpeg"/></item>
<item><description>No address, but a text that is longer</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Grenze</title>
<entry><title>Truppen</title><link rel="alternate" href="https://a.example/2"/><id>tag:2</id>
<author><name>Ada</name></author><author><name>Bo</name></author>
<published>2018-11-02T08:00:00Z</published><updated>2018-11-03T08:00:00Z</updated>
<category term="krieg" label="Krieg"/><summary>Kurz</summary>
<content type="html">&lt;p&gt;Der Text.&lt;/p&gt;</content></entry>
<entry><title>Nur geändert</title><link href="https://a.example/3"/><id>tag:3</id>
<updated>2018-11-03T08:00:00Z</updated></entry>
</feed>"""


def test_every_field_of_rss_arrives(bring_in):
    (first, second), (problem,) = bring_in("feed.xml", RSS)
    assert (first.title, first.url) == ("Troops move", "https://a.example/1")
    assert first.authors == ("Ada Writer",)
    assert (first.published, first.published_from) == ("2018-11-02T14:30:00+03:00", "feed")
    assert first.tags == ("iraq", "middle east")
    assert first.description == "A summary"
    assert first.markdown.startswith("Iraqi troops. <item> is a word")
    assert first.original.data.startswith(b"<p>Iraqi troops.")
    assert (first.site, first.language) == ("Border & War", "en-gb")
    assert dict(first.extra) == {"feed_id": "id-1", "feed_enclosure": "https://a.example/1.mp3"}
    assert second.markdown == "No address, but a text that is longer"
    assert problem.item == "feed.xml, item 3"


def test_every_field_of_atom_arrives(bring_in):
    (first, second), problems = bring_in("feed", ATOM)
    assert (first.title, first.url, first.authors) == ("Truppen", "https://a.example/2", ("Ada", "Bo"))
    assert (first.published, first.tags, first.description) == ("2018-11-02T08:00:00+00:00", ("Krieg",), "Kurz")
    assert (first.markdown, first.site, first.language) == ("Der Text.", "Grenze", "de")
    assert (second.published, second.published_from) == ("2018-11-03T08:00:00+00:00", "feed (last change)")
    assert problems == []


def test_what_a_feed_says_of_itself():
    info = describe_feed(RSS.encode(), url="https://a.example/feed")
    assert (info.title, info.site_url, info.language) == ("Border & War", "https://a.example/", "en-gb")
    text = '{"version": "https://jsonfeed.org/version/1", "title": "J", "home_page_url": "https://j.example/"}'
    assert describe_feed(text.encode(), url="x") == FeedInfo("J", "https://j.example/")
    with pytest.raises(DatelineError, match="no feed"):
        describe_feed(b"<html>", url="x")


def test_a_fetched_feed_knows_where_it_came_from():
    text = "<rss><channel><item><title>T</title><link>/1</link></item></channel></rss>"
    (article,) = read_feed(text.encode(), url="https://a.example/feed", name="Border")
    assert (article.url, article.item) == ("https://a.example/1", "Border, item 1")
    (problem,) = read_feed(b"<html>", url="https://a.example/feed")
    assert problem.item == "https://a.example/feed"


def test_every_field_of_a_json_feed_arrives(bring_in):
    item = {
        "id": "1",
        "url": "/1",
        "external_url": "https://b.example/1",
        "title": "Troops",
        "content_html": "<p>Iraqi troops.</p>",
        "summary": "A summary",
        "image": "https://a.example/1.png",
        "date_published": "2018-11-02T14:30:00+03:00",
        "authors": [{"name": "Ada Writer"}],
        "tags": ["iraq", "middle east"],
        "language": "en-GB",
        "attachments": [{"url": "https://a.example/1.mp3", "mime_type": "audio/mpeg"}],
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Border",
        "feed_url": "https://a.example/feed.json",
        "author": {"name": "The desk"},
        "items": [item, "odd", {"id": "2"}, {"id": "3", "content_text": "One\n\n# Two"}],
    }
    (first, last), problems = bring_in("feed.json", json.dumps(feed))
    assert (first.title, first.url, first.markdown) == ("Troops", "https://a.example/1", "Iraqi troops.")
    assert (first.authors, first.tags, first.language) == (("Ada Writer",), ("iraq", "middle east"), "en-GB")
    assert (first.published, first.site, first.description) == ("2018-11-02T14:30:00+03:00", "Border", "A summary")
    assert dict(first.extra) == {
        "feed_id": "1",
        "feed_external_url": "https://b.example/1",
        "feed_image": "https://a.example/1.png",
        "feed_enclosure": "https://a.example/1.mp3",
    }
    assert (last.markdown, last.authors) == ("One\n\n\\# Two", ("The desk",))
    assert [problem.item for problem in problems] == ["feed.json, item 2", "feed.json, item 3"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
HARMFUL = {
    "entities": f'<?xml version="1.0"?>{BOMB}<rss><channel><title>&b;</title></channel></rss>',
    "outside": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    "late": '<rss><channel><!ENTITY x "y"></channel></rss>',
    "deep": "<rss>" + "<a>" * 200_000,
    "many": "<rss><channel>" + "<item><title>A</title></item>" * 100_000 + "</channel></rss>",
    "frame": "<rss><channel>" + "<x>y</x>" * 200_000 + "<item></item></channel></rss>",
}


@pytest.mark.parametrize("name", HARMFUL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_was_made_to_harm_reaches_no_parser(bring_in, monkeypatch, name, encoding):
    import feedparser

    monkeypatch.setattr(feedparser, "parse", lambda *_args, **_options: pytest.fail("a parser saw it"))
    articles, problems = bring_in("feed.xml", HARMFUL[name].encode(encoding))
    assert articles == []
    assert len(problems) == 1
    assert "refused" in problems[0].reason or "no feed" in problems[0].reason


def test_a_document_type_without_declarations_is_no_harm(bring_in):
    text = RSS.replace("<rss", '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "x.dtd">\n<rss', 1)
    assert len(bring_in("feed.xml", text)[0]) == 2


def test_many_items_come_one_after_the_other(bring_in):
    item = "<item><title>T</title><link>https://a.example/1</link></item>"
    articles, problems = bring_in("feed.xml", f"<rss><channel><title>Border</title>{item * 120}</channel></rss>")
    assert len(articles) == 120
    assert {article.site for article in articles} == {"Border"}
    assert problems == []


def test_nothing_is_opened_or_fetched(bring_in, tmp_path):
    (tmp_path / "secret").write_text("secret")
    text = RSS.replace("id-1", "file:///etc/passwd").replace("https://a.example/1<", f"file://{tmp_path}/secret<")
    articles, _ = bring_in("feed.xml", text)
    assert articles[0].url == ""


def test_a_declared_encoding_is_believed_where_the_bytes_allow_no_other(bring_in):
    text = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>Граница</title><link>https://a.example/</link></item></channel></rss>"
    (article,), _ = bring_in("feed.xml", text.encode("windows-1251"))
    assert article.title == "Граница"


def test_an_entry_that_breaks_the_converter_comes_without_its_text(bring_in, monkeypatch):
    def broken(html, **_options):
        raise RecursionError(html[:5])

    monkeypatch.setattr(sys.modules["viewer.importers.html_markdown"], "markdown_of", broken)
    articles, problems = bring_in("feed.xml", RSS)
    assert [article.title for article in articles] == ["Troops move", "Untitled"]
    assert articles[0].original
    assert "without its text" in problems[0].reason


def test_an_item_that_breaks_the_parser_leaves_the_others(bring_in, monkeypatch):
    import feedparser

    parse = feedparser.parse

    def fragile(stream, **options):
        if b"poison" in stream.getvalue():
            raise ValueError("too many values to unpack")
        return parse(stream, **options)

    monkeypatch.setattr(feedparser, "parse", fragile)
    items = "".join(
        f"<item><title>{title}</title><link>https://a.example/</link></item>" for title in ["A", "poison", "C"]
    )
    articles, problems = bring_in("feed.xml", f"<rss><channel>{items}</channel></rss>")
    assert [(article.title, article.item) for article in articles] == [
        ("A", "feed.xml, item 1"),
        ("C", "feed.xml, item 3"),
    ]
    assert [(problem.item, problem.reason) for problem in problems] == [
        ("feed.xml, item 2", "The item is damaged and cannot be read.")
    ]


def test_a_date_that_cannot_be_read_is_none(bring_in):
    articles, _ = bring_in("feed.xml", RSS.replace("Fri, 02 Nov 2018 14:30:00 +0300", "lately"))
    assert (articles[0].published, articles[0].published_from) == ("", "")


@pytest.mark.parametrize("ending", ["</channel></rss><!-- made by hand -->", "", "<item><title>cut"])
def test_the_first_items_of_many_cost_what_they_cost_alone(ending):
    items = "".join(f"<item><title>Item {n}</title><link>https://a.example/{n}</link></item>" for n in range(500))
    feed = f"<rss version='2.0'><channel><title>Many</title>{items}{ending}".encode()
    found = list(read_feed(feed, url="https://a.example/rss", most=3))
    assert [article.title for article in found] == ["Item 0", "Item 1", "Item 2"]
    assert found[0].site == "Many"


def test_nothing_is_declared_behind_the_first_items():
    items = "".join(f"<item><title>Item {n}</title><link>https://a.example/{n}</link></item>" for n in range(9))
    feed = f"<rss><channel>{items}<!ENTITY a 'b'></channel></rss>".encode()
    [problem] = read_feed(feed, url="https://a.example/rss", most=3)
    assert "refused" in problem.reason


def rss_item(inner):
    return f"<rss version='2.0'><channel><title>F</title><item><title>T</title><link>https://a.example/1</link>{inner}</item></channel></rss>"


@pytest.mark.parametrize(
    ("inner", "authors"),
    [
        ("<author>ed@paper.online (Eddie Odd)</author>", ("Eddie Odd",)),
        ("<author>Eddie Odd &lt;ed@paper.online&gt;</author>", ("Eddie Odd",)),
        ("<author><![CDATA[ed@paper.museum (Eddie O&#39;Dd)]]></author>", ("Eddie O'Dd",)),
        ("<author>ed@paper.online</author>", ()),
        ("<author>Ada &amp; Bo</author>", ("Ada & Bo",)),
        ("<author><name>Ada Writer</name><email>a@paper.online</email></author>", ("Ada Writer",)),
        (
            "<description><![CDATA[<author>x@y.online (No)</author>]]></description><author>a@b.c (Yes)</author>",
            ("Yes",),
        ),
    ],
)
def test_the_author_of_an_item_is_named_without_the_address(bring_in, inner, authors):
    (article,), _ = bring_in("feed.xml", rss_item(inner))
    assert article.authors == authors


def test_an_entry_of_atom_has_the_author_of_its_feed_and_its_own_language(bring_in):
    text = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>F</title><id>x</id>
    <author><name>The desk</name></author>
    <entry xml:lang="ar"><title>A &lt;b or not&gt; title</title><link href="https://a.example/1"/></entry>
    <entry><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><author><name>Ada</name></author><link href="https://a.example/2"/></entry>
    </feed>"""
    (first, second), _ = bring_in("feed.xml", text)
    assert (first.title, first.authors, first.language) == ("A <b or not> title", ("The desk",), "ar")
    assert (second.title, second.authors, second.language) == ("A bold title", ("Ada",), "fr")


def test_the_editor_of_an_rss_feed_is_not_the_author_of_its_items(bring_in):
    text = rss_item("").replace("<item>", "<managingEditor>ed@paper.org (Eddie)</managingEditor><item>")
    (article,), _ = bring_in("feed.xml", text)
    assert article.authors == ()


def test_a_json_item_with_a_summary_alone_has_that_as_its_text(bring_in):
    items = [{"id": "3", "title": None, "summary": "Only a summary."}, {"id": "4", "content_text": "A", "summary": "B"}]
    feed = {"version": "https://jsonfeed.org/version/1", "title": "J", "items": items}
    (first, second), problems = bring_in("feed.json", json.dumps(feed))
    assert (first.markdown, first.title, first.description) == ("Only a summary.", "Only a summary.", "")
    assert (second.markdown, second.description) == ("A", "B")
    assert problems == []
