from __future__ import annotations

from datetime import UTC, datetime

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
    <DT><A HREF="https://a.example/0">Top</A>
    <DT><H3 ADD_DATE="1541150000">News</H3>
    <DL><p>
        <DT><H3>Syria &amp; Iraq</H3>
        <DD>What the folder is for
        <DL><p>
            <DT><A HREF="https://a.example/1?x=1&amp;y=2" ADD_DATE="1541151000" LAST_VISIT="1541152000"
                LAST_MODIFIED="1541153000" TAGS="war,middle east" TOREAD="0">Troops &lt;here&gt;</A>
            <DD>A description
            <DT><A HREF="https://a.example/2" TOREAD="1">To read
        </DL><p>
        <DT><A HREF="javascript:void(0)">A bookmarklet</A>
        <DT><A HREF="https://a.example/3">After</A>
    </DL><p>
    <DT><A HREF="https://a.example/4">Last
"""


def test_every_field_arrives(bring_in):
    articles, problems = bring_in("bookmarks.html", BOOKMARKS)
    top, first, second, after, last = articles
    assert (first.title, first.url) == ("Troops <here>", "https://a.example/1?x=1&y=2")
    assert first.sections == ("News", "Syria & Iraq")
    assert first.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert first.tags == ("war", "middle east")
    assert first.description == "A description"
    assert first.read
    extra = dict(first.extra)
    assert extra["bookmark_last_visit"].startswith("2018-11-02T09:46:40")
    assert extra["bookmark_last_modified"].startswith("2018-11-02T10:03:20")
    assert (second.title, second.read) == ("To read", False)
    assert (top.sections, after.sections, last.sections) == ((), ("News",), ())
    assert last.title == "Last"
    assert len(problems) == 1
    assert "javascript" in problems[0].reason


def test_a_hundred_thousand_bookmarks_that_close_nothing(bring_in):
    text = "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>" + '<DT><A HREF="https://a.example/1">One' * 100_000
    articles, problems = bring_in("bookmarks.html", text)
    assert len(articles) == 100_000
    assert problems == []


def test_quotes_that_never_close_cost_one_pass(bring_in):
    text = "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>" + "<DT><A HREF=\"'" * 100_001
    articles, problems = bring_in("bookmarks.html", text)
    assert articles == []
    assert problems
