"""The list of feeds: a file that others read and write too."""

import pytest

from viewer.library.subscriptions import Subscription, Subscriptions
from viewer.model import ImportedFeed, LibraryError

OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- kept by hand -->
<opml version="2.0" xmlns:x="urn:x">
<head><title>Mine</title><dateModified>old</dateModified><x:colour>red</x:colour></head>
<body>
  <outline text="News &amp; more" x:open="yes">
    <outline text="Border" type="rss" xmlUrl="https://a.example/rss?x=1&amp;y=2" htmlUrl="https://a.example/" x:n="7"/>
    <outline text="Deep"><outline title="Halt" text="h" xmlurl="http://b.example/atom"/></outline>
  </outline>
  <outline text="A note that is no feed"/>
</body></opml>
"""


@pytest.fixture
def feeds(tmp_path):
    return Subscriptions(tmp_path, tmp_path / "cache" / "feeds.lock")


def test_there_is_no_file_until_there_is_a_feed(feeds):
    assert feeds.all() == ()
    assert feeds.remove(["https://a.example/rss"]) == 0
    assert not feeds.path.exists()
    assert b"<opml" in feeds.opml()


def test_a_feed_is_added_once(feeds):
    feed = ImportedFeed("https://a.example/rss", "Border <news>", "https://a.example/", ("News", "Near"))
    assert feeds.add([feed, feed]) == (
        Subscription("https://a.example/rss", "Border <news>", "https://a.example/", ("News", "Near")),
    )
    assert feeds.add([ImportedFeed("http://www.a.example/rss/")]) == ()
    assert feeds.all()[0].folders == ("News", "Near")
    assert feeds.add([ImportedFeed("https://b.example/rss", "", "", ("News",))])[0].title == "https://b.example/rss"
    assert feeds.opml().count(b'text="News"') == 1


def test_what_others_wrote_is_read_and_stays(feeds):
    feeds.path.write_text(OTHERS)
    assert feeds.all() == (
        Subscription("https://a.example/rss?x=1&y=2", "Border", "https://a.example/", ("News & more",)),
        Subscription("http://b.example/atom", "Halt", "", ("News & more", "Deep")),
    )
    feeds.add([ImportedFeed("https://c.example/", "C", "", ("News & more",))])
    text = feeds.path.read_text()
    for part in (
        "<!-- kept by hand -->",
        'x:open="yes"',
        'x:n="7"',
        "<x:colour>red</x:colour>",
        "A note that is no feed",
    ):
        assert part in text
    assert "<dateModified>old<" not in text
    assert feeds.all()[-1] == Subscription("https://c.example/", "C", "", ("News & more",))


def test_a_feed_is_taken_out_wherever_it_stands_and_nothing_else(feeds):
    feeds.path.write_text(OTHERS)
    assert feeds.remove(["http://a.example/rss?x=1&y=2", "https://unknown.example/"]) == 1
    assert [feed.title for feed in feeds.all()] == ["Halt"]
    assert "A note that is no feed" in feeds.path.read_text()


def test_a_feed_that_moved_keeps_all_else(feeds):
    feeds.path.write_text(OTHERS)
    feeds.move([("http://b.example/atom", "https://new.example/atom")])
    assert 'xmlurl="https://new.example/atom"' in feeds.path.read_text()
    assert feeds.all()[1].title == "Halt"


def test_nothing_is_written_where_nothing_changes(feeds):
    feeds.path.write_text(OTHERS)
    feeds.add([ImportedFeed("https://a.example/rss?x=1&y=2")])
    feeds.move([])
    assert feeds.path.read_text() == OTHERS


@pytest.mark.parametrize(
    "text",
    [
        "<opml><body>",
        "no xml",
        "<rss/>",
        '<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;" xmlUrl="https://a.example"/></body></opml>',
        "<opml>" + "<outline>" * 5000,
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_left_alone(feeds, text):
    feeds.path.write_text(text)
    for act in (feeds.all, lambda: feeds.add([ImportedFeed("https://a.example/rss")]), lambda: feeds.remove(["x"])):
        with pytest.raises(LibraryError, match=r"feeds\.opml cannot be read"):
            act()
    assert feeds.path.read_text() == text


def test_a_link_that_is_no_regular_file_is_not_opened(feeds, tmp_path):
    (tmp_path / "feeds.opml").symlink_to("/etc/passwd")
    with pytest.raises(LibraryError):
        feeds.all()


def test_what_no_xml_can_hold_is_left_out(feeds):
    feeds.add([ImportedFeed("https://a.example/rss", "A\x00 \x1b[31mtitle\ufffe")])
    assert feeds.all()[0].title == "A [31mtitle"


def test_a_read_only_folder_is_said(feeds, tmp_path, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("viewer.library.subscriptions.save", full)
    with pytest.raises(LibraryError, match="No space left"):
        feeds.add([ImportedFeed("https://a.example/rss")])
