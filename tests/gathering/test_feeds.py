"""Feeds, asked for from a real server on this machine."""

from __future__ import annotations

import threading
import time

import pytest

from viewer.gathering.feeds import FeedRefresh
from viewer.library.feed_memory import FeedState, SeenEntries
from viewer.model import ImportedFeed
from viewer.network import Limits

AMPLE = Limits(1_000_000)
IMPATIENT = Limits(1_000_000, silence=2.0)


def item(number, title="", text="<p>All of the text of it.</p>", link=""):
    return (
        f"<item><title>{title or f'Item {number}'}</title><link>{link or f'https://news.example/{number}'}</link>"
        f"<guid isPermaLink='false'>urn:news.example:entry:{number}</guid>"
        f"<description><![CDATA[{text}]]></description></item>"
    )


def rss(*items, title="Border news"):
    return f"<rss version='2.0'><channel><title>{title}</title><link>https://news.example/</link>{''.join(items)}</channel></rss>"


def subscribe(library, server, *paths):
    library.feeds.add([ImportedFeed(server.address(path), path.strip("/")) for path in paths])


def refresh(library, limits=AMPLE, **more):
    return FeedRefresh(library, limits=limits).run(library.feeds.all(), **more)


def titles(library):
    return sorted(article.title for article in library.articles())


def test_new_entries_become_articles_once(server, library):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1), item(2)), "application/rss+xml", ETag='"1"')
    first = refresh(library)
    assert [(one.added, one.fault) for one in first.feeds] == [(2, "")]
    assert titles(library) == ["Item 1", "Item 2"]
    article = library.articles()[0]
    assert article.saved is not None
    server.give("/rss", rss(item(3), item(2, "Another title"), item(1)), "application/rss+xml", ETag='"2"')
    assert [one.added for one in refresh(library).feeds] == [1]
    assert titles(library) == ["Item 1", "Item 2", "Item 3"]


def test_the_server_is_asked_only_for_what_changed(server, library):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1)), ETag='"1"', Last_Modified="Thu, 01 Nov 2018 10:00:00 GMT")
    refresh(library)
    server.answers["/rss"] = (304, {"Content-Length": None}, b"")
    [outcome] = refresh(library).feeds
    assert (outcome.added, outcome.fault) == (0, "")
    assert server.asked[1][1]["If-None-Match"] == '"1"'
    assert server.asked[1][1]["If-Modified-Since"] == "Thu, 01 Nov 2018 10:00:00 GMT"
    refresh(library)
    assert server.asked[2][1]["If-None-Match"] == '"1"'


def test_what_the_reader_deleted_does_not_come_back(server, library):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1), item(2)))
    refresh(library)
    for path in library.root.glob("Item 1*"):
        path.unlink()
    server.give("/rss", rss(item(1, "Item 1, corrected", link="https://news.example/new-place"), item(2)))
    refresh(library)
    library.refresh()
    assert titles(library) == ["Item 2"]


def test_nor_does_it_come_with_another_feed(server, library):
    subscribe(library, server, "/a", "/b")
    server.give("/a", rss(item(1)))
    server.give("/b", rss(item(1).replace("urn:news.example:entry:1", "urn:another:name-of-it")))
    report = refresh(library)
    assert sum(one.added for one in report.feeds) == 1
    assert titles(library) == ["Item 1"]


def test_an_article_that_is_there_already_stays_as_it_is(server, library):
    (library.root / "mine.md").write_text("---\ntitle: Mine\nsource: https://news.example/1\n---\nMy words.\n")
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1)))
    [outcome] = refresh(library).feeds
    assert (outcome.added, outcome.already) == (0, 1)
    assert titles(library) == ["Mine"]
    assert sorted(path.name for path in library.root.iterdir()) == ["feeds.opml", "feeds.seen", "mine.md"]


def test_entries_that_share_one_address_all_come(server, library):
    subscribe(library, server, "/rss")
    same = [item(number, link="https://news.example/log", text=f"<p>Change {number}.</p>") for number in (1, 2, 3)]
    server.give("/rss", rss(*same))
    assert [one.added for one in refresh(library).feeds] == [3]
    server.give("/rss", rss(item(4, link="https://news.example/log", text="<p>Four.</p>"), *same))
    assert [one.added for one in refresh(library).feeds] == [1]
    assert len(titles(library)) == 4


@pytest.mark.apart
def test_one_bad_feed_never_stops_the_rest(server, library):
    subscribe(library, server, "/gone", "/slow", "/page", "/cut", "/bomb", "/good")
    server.answers["/slow"] = lambda handler: server.ended.wait()
    server.give("/page", "<html><body>no feed</body></html>")
    server.give("/cut", rss(item(1)), Content_Length="9999")
    server.give("/bomb", '<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>')
    server.give("/good", rss(item(9)))
    faults = {one.feed.title: one.fault for one in refresh(library, IMPATIENT).feeds}
    assert "404" in faults["gone"]
    assert "too long" in faults["slow"]
    assert "cannot be read" in faults["page"]
    assert "cut short" in faults["cut"]
    assert "refused" in faults["bomb"]
    assert faults["good"] == ""
    assert titles(library) == ["Item 9"]


def test_a_feed_that_moved_for_good_gets_its_new_address(server, library):
    subscribe(library, server, "/old", "/temporary")
    server.lead("/old", "/new", 301)
    server.lead("/temporary", "/new2", 302)
    server.give("/new", rss(item(1)))
    server.give("/new2", rss(item(2)))
    [moved, stayed] = sorted(refresh(library).feeds, key=lambda one: one.feed.title)
    assert moved.moved_to == server.address("/new")
    assert stayed.moved_to == ""
    assert {feed.url for feed in library.feeds.all()} == {server.address("/new"), server.address("/temporary")}
    assert library.feed_states.of(server.address("/new")).answered > 0


def test_a_way_to_what_is_no_feed_is_not_believed(server, library):
    subscribe(library, server, "/rss")
    server.lead("/rss", "/login", 301)
    server.give("/login", "<html><body>Sign in to this network</body></html>")
    refresh(library)
    assert [feed.url for feed in library.feeds.all()] == [server.address("/rss")]


def test_a_feed_that_is_gone_is_asked_again_only_by_name(server, library):
    subscribe(library, server, "/rss")
    server.answers["/rss"] = (410, {}, b"")
    assert "for good" in refresh(library).feeds[0].fault
    assert "gone for good" in refresh(library).feeds[0].left_alone
    assert len(server.asked) == 1
    server.give("/rss", rss(item(1)))
    assert refresh(library, named=True).feeds[0].added == 1
    assert not library.feed_states.of(server.address("/rss")).gone


def test_a_server_that_asks_to_be_left_alone_is(server, library):
    subscribe(library, server, "/rss")
    server.answers["/rss"] = (429, {"Retry-After": "3600"}, b"")
    assert "in 1 hour" in refresh(library).feeds[0].fault
    assert "left alone until" in refresh(library, named=True).feeds[0].left_alone
    assert len(server.asked) == 1
    state = library.feed_states.of(server.address("/rss"))
    assert 3500 < state.not_before - time.time() <= 3600


def test_a_schedule_waits_longer_after_each_failure_and_the_reader_does_not(server, library):
    subscribe(library, server, "/rss")
    pauses = []
    for _ in range(3):
        refresh(library)
        state = library.feed_states.of(server.address("/rss"))
        pauses.append(round((state.not_before - state.asked) / 60))
    assert pauses == [15, 30, 60]
    assert state.failures == 3
    assert "left alone" in refresh(library, only_due=True).feeds[0].left_alone
    assert len(server.asked) == 3


def test_without_a_connection_no_feed_is_to_blame(server, library):
    library.feeds.add([ImportedFeed("https://one.example/rss"), ImportedFeed("https://two.example/rss")])
    assert all("No machine by the name" in one.fault for one in refresh(library).feeds)
    state = library.feed_states.of("https://one.example/rss")
    assert (state.failures, state.not_before) == (0, 0.0)
    assert state.fault
    subscribe(library, server, "/rss")
    server.give("/rss", rss())
    refresh(library)
    assert library.feed_states.of("https://one.example/rss").failures == 1


def test_one_feed_at_a_time_of_each_host_and_several_hosts_at_once(server, library):
    now, most, guard = {"127.0.0.1": 0, "localhost": 0}, {"one": 0, "all": 0}, threading.Lock()

    def answer(handler):
        host = handler.headers["Host"].partition(":")[0]
        with guard:
            now[host] += 1
            most["one"], most["all"] = max(most["one"], *now.values()), max(most["all"], sum(now.values()))
        time.sleep(0.05)
        with guard:
            now[host] -= 1
        handler.reply(200, {}, rss(item(handler.path)).encode())

    for number in range(4):
        server.answers[f"/{number}"] = answer
        library.feeds.add([ImportedFeed(server.address(f"/{number}"))])
        library.feeds.add([ImportedFeed(server.address(f"/{number}").replace("127.0.0.1", "localhost"))])
    refresh(library)
    assert most == {"one": 1, "all": 2}


def test_a_dry_run_writes_and_remembers_nothing(server, library):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1)), ETag='"1"')
    report = refresh(library, dry_run=True)
    assert [one.title for one in report.entries.added] == ["Item 1"]
    assert library.feed_states.of(server.address("/rss")) == FeedState()
    assert sorted(path.name for path in library.root.iterdir()) == ["feeds.opml"]


def test_what_could_not_be_written_is_offered_again(server, library, monkeypatch):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1), item(2)), ETag='"1"')

    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("viewer.library.staging.Staging.put", full)
        report = refresh(library)
    assert "full" in report.entries.stopped
    assert library.feed_states.of(server.address("/rss")).etag == ""
    assert [one.added for one in refresh(library).feeds] == [2]


def test_cut_short_before_it_is_remembered_nothing_comes_twice_or_not_at_all(server, library, monkeypatch):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1), item(2)), ETag='"1"')

    class KilledError(BaseException):
        pass

    def killed(*_args):
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(SeenEntries, "add", killed)
        with pytest.raises(KilledError):
            refresh(library)
    [outcome] = refresh(library).feeds
    assert (outcome.added, outcome.already) == (0, 2)
    assert titles(library) == ["Item 1", "Item 2"]


def test_the_caller_may_cancel(server, library):
    subscribe(library, server, *(f"/{number}" for number in range(5)))
    for number in range(5):
        server.give(f"/{number}", rss(item(number)))
    report = FeedRefresh(library, tell=lambda progress: progress.done < 2, limits=AMPLE).run(library.feeds.all())
    assert report.entries.cancelled
    assert len(titles(library)) == 2
    refresh(library)
    assert len(titles(library)) == 5


@pytest.mark.parametrize(
    ("encoding", "declared", "kind"),
    [
        ("utf-8", "", "application/rss+xml"),
        ("iso-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?>", "application/xml"),
        ("iso-8859-1", "", "application/rss+xml; charset=iso-8859-1"),
        ("utf-16", "<?xml version='1.0' encoding='utf-16'?>", "application/xml"),
        ("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?>", "application/xml"),
        ("utf-8", "<?xml version='1.0' encoding='iso-8859-1'?>", "application/xml"),
    ],
)
def test_characters_of_feeds(server, library, encoding, declared, kind):
    title = "国境の部隊が増強された" if encoding == "shift_jis" else "Größere Brücken für Fußgänger"
    subscribe(library, server, "/rss")
    server.give("/rss", (declared + rss(item(1, title))).encode(encoding), kind)
    refresh(library)
    assert titles(library) == [title]


def test_atom_and_json_feeds(server, library):
    subscribe(library, server, "/atom", "/json")
    entry = "<entry><title>Atom entry</title><id>tag:a.example,2018:1</id><link href='/one'/>"
    entry += "<published>2018-11-02T10:00:00Z</published><content type='html'>&lt;p>Text.</content></entry>"
    server.give("/atom", f"<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title>{entry}</feed>")
    server.give(
        "/json",
        '{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1", "title": "JSON entry", '
        '"url": "https://j.example/1", "content_text": "Text."}]}',
        "application/feed+json",
    )
    report = refresh(library)
    assert [one.fault for one in report.feeds] == ["", ""]
    assert titles(library) == ["Atom entry", "JSON entry"]
    assert {article.url for article in library.articles()} == {server.address("/one"), "https://j.example/1"}


def test_an_empty_feed_is_no_fault_and_a_bad_entry_is_told_once(server, library):
    subscribe(library, server, "/empty", "/bad")
    server.give("/empty", rss())
    server.give("/bad", rss("<item><title>Neither text nor link</title></item>", item(1)))
    first = refresh(library)
    assert [one.fault for one in first.feeds] == ["", ""]
    assert len(first.entries.problems) == 1
    assert refresh(library).entries.problems == ()


def test_an_entry_with_only_a_summary_comes_with_that_and_its_address(server, library):
    subscribe(library, server, "/rss")
    server.give("/rss", rss(item(1, text="Only the first words.")))
    refresh(library)
    [article] = library.articles()
    assert article.url == "https://news.example/1"
    assert "Only the first words." in (library.root / article.path).read_text()
