"""Feeds in the window, with a real server on this machine."""

from __future__ import annotations

import time

import pytest

from tests.gathering.test_feeds import item, rss
from tests.loopback import loopback
from viewer.app import settle
from viewer.ui.feeds_desk import sentence
from viewer.ui.feeds_dialog import FeedRow, FeedsDialog, when


@pytest.fixture
def server(monkeypatch):
    with loopback(monkeypatch) as made:
        made.give("/rss", rss(item(1), item(2)), "application/rss+xml")
        yield made


@pytest.fixture
def desk(program):
    program.window.actions_table["show_feeds"].trigger()
    settle(program)
    return program.window.feeds.desk


@pytest.fixture
def dialog(program, desk):
    return program.window.findChild(FeedsDialog)


def cells(dialog, row):
    return [dialog.table.item(row, column).text() for column in range(4)]


def test_a_feed_is_followed_refreshed_and_removed(program, server, dialog):
    assert "No feed is followed yet" in dialog.said.text()
    assert not dialog.refresh.isEnabled()
    dialog.field.setText(server.address("/rss"))
    dialog.follow.click()
    settle(program)
    assert program.window.notice.text == "“Border news” is followed, 2 new articles."
    assert cells(dialog, 0) == ["Border news", server.address("/rss"), "just now", ""]
    assert server.paths() == ["/rss"]
    server.give("/rss", rss(item(3)), "application/rss+xml")
    dialog.refresh.click()
    settle(program)
    assert program.window.notice.text == "1 new article from 1 feed."
    dialog.table.selectRow(0)
    dialog.remove.click()
    settle(program)
    assert dialog.table.rowCount() == 0
    assert "stays" in program.window.notice.text
    assert len(list(program.session.library.root.glob("Item*.md"))) == 3


def test_a_feed_that_fails_says_why(program, server, dialog):
    dialog.field.setText(server.address("/rss"))
    dialog.follow.click()
    settle(program)
    server.give("/rss", "sorry", status=500)
    program.window.actions_table["refresh_feeds"].trigger()
    settle(program)
    assert program.window.notice.text == "Nothing new in 1 feed, 1 feed failed. “Feeds” in the File menu says why."
    assert "fault of its own" in cells(dialog, 0)[3]
    assert dialog.table.item(0, 3).toolTip().startswith("The server of")
    dialog.table.selectRow(0)
    assert "fault of its own" in dialog.said.text()


def test_what_is_no_address_and_what_is_no_feed(program, server, dialog):
    dialog.field.setText("no address")
    dialog.follow.click()
    assert "is no web address" in dialog.said.text()
    dialog.field.setText(server.address("/nothing"))
    dialog.follow.click()
    settle(program)
    assert "404" in program.window.notice.text
    assert dialog.table.rowCount() == 0


def test_lists_come_and_go(program, server, desk, dialog, tmp_path):
    given = tmp_path / "given.opml"
    given.write_text(f'<opml version="2.0"><body><outline text="B" xmlUrl="{server.address("/rss")}"/></body></opml>')
    desk.import_file(str(given))
    settle(program)
    assert cells(dialog, 0) == ["B", server.address("/rss"), "never", ""]
    assert server.asked == []
    desk.export_file(str(tmp_path / "out.opml"))
    settle(program)
    assert server.address("/rss") in (tmp_path / "out.opml").read_text()
    desk.export_file(str(tmp_path / "nowhere" / "out.opml"))
    settle(program)
    assert "could not be written" in program.window.notice.text


def test_the_schedule_is_off_until_it_is_set_and_asks_when_it_is_time(program, server, desk, dialog, settings):
    root = program.session.library.root
    assert settings.feed_hours(root) == 0
    dialog.field.setText(server.address("/rss"))
    dialog.follow.click()
    settle(program)
    server.give("/rss", rss(item(3)), "application/rss+xml")
    server.asked.clear()
    desk.look_at_the_clock()
    settle(program)
    assert server.asked == []
    dialog.schedule.setCurrentIndex(2)
    dialog.schedule.activated.emit(2)
    assert settings.feed_hours(root) == 6
    desk.look_at_the_clock()
    settle(program)
    assert len(server.asked) == 1
    assert program.window.notice.text == "1 new article from 1 feed."
    desk.look_at_the_clock()
    settle(program)
    assert len(server.asked) == 1
    settings.set_feeds_asked(root, time.time() - 7 * 3600)
    desk.look_at_the_clock()
    settle(program)
    assert len(server.asked) == 2


def test_the_sample_library_follows_nothing(program, desk):
    program.session.open_sample()
    settle(program)
    program.window.actions_table["refresh_feeds"].trigger()
    assert "follows no feeds" in program.window.notice.text
    program.window.actions_table["show_feeds"].trigger()
    assert program.window.findChild(FeedsDialog) is None or not program.window.findChild(FeedsDialog).isVisible()


def test_a_refresh_can_be_ended(program, server, desk):
    server.answers["/slow"] = lambda handler: server.ended.wait(20)
    desk.follow(server.address("/slow"))
    desk.cancel()
    settle(program)
    assert "follow" not in program.window.notice.text
    assert not program.jobs.busy


def outcome(added=0, fault="", left_alone=""):
    return {"added": added, "fault": fault, "left_alone": left_alone}


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        ([], "No feed is followed yet. “Feeds” in the File menu takes one."),
        ([outcome(), outcome()], "Nothing new in 2 feeds."),
        (
            [outcome(10), outcome(2), outcome(0, "x"), outcome(left_alone="y")],
            "12 new articles from 2 feeds, 1 feed failed, 1 feed left alone. “Feeds” in the File menu says why.",
        ),
    ],
)
def test_what_a_refresh_brought_in_words(outcomes, words):
    assert sentence({"feeds": outcomes, "entries": {"stopped": ""}}) == words


def test_when_a_feed_answered():
    now = time.mktime((2018, 11, 2, 20, 10, 0, 0, 0, -1))
    assert when(0.0, now) == "never"
    assert when(now - 20, now) == "just now"
    assert when(now - 60, now) == "1 minute ago"
    assert when(now - 3000, now) == "50 minutes ago"
    assert when(now - 7200, now) == "today, 18:10"
    assert when(now - 86_400 * 30, now) == "3 Oct 2018"


def test_the_list_keeps_its_selection(dialog):
    dialog.show_rows([FeedRow("A", "https://a.example"), FeedRow("B", "https://b.example")])
    dialog.table.selectRow(1)
    assert dialog.refresh.text() == "Refresh selected"
    dialog.show_rows([FeedRow("B", "https://b.example"), FeedRow("C", "https://c.example")])
    assert dialog.selected() == ("https://b.example",)
    dialog.table.selectAll()
    dialog.show_rows(
        [FeedRow("B", "https://b.example"), FeedRow("A", "https://a.example"), FeedRow("C", "https://c.example")]
    )
    assert dialog.selected() == ("https://b.example", "https://c.example")
