"""From an address to its feed."""

import pytest

from tests.gathering.test_feeds import AMPLE, item, rss
from viewer.gathering.subscribing import feeds_at
from viewer.importers import Questioner
from viewer.model import LibraryError
from viewer.network import Fetcher


@pytest.fixture
def ask(server):
    def ask(path, **options):
        with Questioner() as apart:
            return feeds_at(server.address(path), Fetcher(), apart, limits=AMPLE, **options)

    return ask


def test_a_feed_comes_with_its_answer(server, ask):
    server.give("/rss", rss(item(1)), "application/rss+xml", ETag='"1"')
    there = ask("/rss", folders=("News",))
    [feed] = there.feeds
    assert (feed.url, feed.title, feed.folders) == (server.address("/rss"), "Border news", ("News",))
    assert there.answer.etag == '"1"'
    assert b"Item 1" in there.answer.data


def test_one_that_moved_for_good_is_where_it_is_now(server, ask):
    server.lead("/old", server.address("/rss"), 301)
    server.lead("/today", server.address("/rss"), 302)
    server.give("/rss", rss(item(1)), "application/rss+xml")
    assert [ask(path).feeds[0].url for path in ("/old", "/today")] == [server.address("/rss"), server.address("/today")]
    assert ask("/old").answer.moved_to == ""


def test_a_page_names_its_feeds_whose_answers_are_yet_to_come(server, ask):
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="/{}">'
    server.give("/", f"<html><head>{link.format('All', 'a')}{link.format('Comments', 'c')}</head><body>x</body></html>")
    there = ask("/")
    assert [feed.title for feed in there.feeds] == ["All", "Comments"]
    assert there.answer is None


def test_a_page_without_one_is_said(server, ask):
    server.give("/", "<html><body>nothing</body></html>")
    with pytest.raises(LibraryError, match="is no feed, and names none"):
        ask("/")
