"""Feeds in a terminal."""

import json

import pytest

from tests.gathering.test_feeds import item, rss
from tests.loopback import loopback
from viewer import cli


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    return root


@pytest.fixture
def server(monkeypatch):
    with loopback(monkeypatch) as made:
        made.give("/rss", rss(item(1), item(2)), "application/rss+xml")
        yield made


def test_a_feed_is_followed_and_what_it_holds_comes(run, server, folder):
    result = run("feeds", "add", "--folder", "News", server.address("/rss"))
    assert result.status == 0, result.err
    assert result.out.startswith("Following: 1 new feed\n  Border news\nAdded: 2 articles\n")
    [row] = json.loads(run("feeds", "--json").out)
    assert (row["title"], row["url"], row["folders"]) == ("Border news", server.address("/rss"), ["News"])
    assert row["answered"]
    assert (folder / "feeds.opml").exists()
    assert run("feeds", "add", server.address("/rss")).out == "Following: no new feeds\n"


def test_a_feed_that_is_followed_is_asked_once(run, server):
    server.give("/rss", rss(item(1), item(2)), "application/rss+xml", ETag='"1"')
    told = json.loads(run("feeds", "add", server.address("/rss"), "--json").out)
    assert [one["added"] for one in told["refreshed"]["feeds"]] == [2]
    assert server.paths() == ["/rss"]
    run("feeds", "refresh")
    assert server.asked[1][1]["If-None-Match"] == '"1"'


def test_a_feed_that_moved_is_followed_where_it_is_now_and_asked_once(run, server):
    server.lead("/old", server.address("/rss"), 301)
    result = run("feeds", "add", server.address("/old"))
    assert "moved to" not in result.out
    assert "Added: 2 articles" in result.out
    assert server.paths() == ["/old", "/rss"]
    assert json.loads(run("feeds", "--json").out)[0]["url"] == server.address("/rss")


def test_of_several_addresses_only_those_are_asked_again_that_are_no_feeds(run, server, folder):
    server.give("/", '<html><head><link rel="alternate" type="application/rss+xml" href="/other"></head>x</html>')
    server.give("/other", rss(item(3), title="Other news"), "application/rss+xml")
    result = run("feeds", "add", server.address("/rss"), server.address("/"))
    assert "Added: 3 articles" in result.out
    assert server.paths() == ["/rss", "/", "/other"]


def test_a_feed_that_asked_to_wait_is_read_from_the_answer_that_came(run, server):
    run("feeds", "add", server.address("/rss"), "--no-refresh")
    server.give("/rss", "later", status=503, Retry_After="86400")
    run("feeds", "refresh")
    run("feeds", "remove", "Border news")
    server.give("/rss", rss(item(1)), "application/rss+xml")
    assert "Added: 1 article\n" in run("feeds", "add", server.address("/rss")).out


def test_a_site_is_followed_by_the_feed_that_it_names(run, server):
    link = '<link rel="alternate" type="application/rss+xml" title="{}" href="{}">'
    server.give(
        "/", f"<html><head>{link.format('All', '/rss')}{link.format('Comments', '/c')}</head><body>x</body></html>"
    )
    result = run("feeds", "add", server.address("/"), "--no-refresh")
    assert result.out == "Following: 1 new feed\n  All\n"
    assert server.address("/c") in result.err
    assert server.paths() == ["/"]


def test_what_is_no_feed_is_said(run, server):
    server.give("/page", "<html><body>nothing</body></html>")
    result = run("feeds", "add", server.address("/page"), server.address("/gone"))
    assert result.status == 1
    assert "is no feed, and names none" in result.err
    assert "404" in result.err


def test_refresh_and_its_report(run, server, tmp_path):
    run("feeds", "add", server.address("/rss"), "--no-refresh")
    assert "Would add: 2 articles" in run("feeds", "refresh", "--dry-run").out
    result = run("feeds", "refresh", "--json", "--progress", "--report", tmp_path / "report.json")
    told = json.loads(result.out)
    assert told["feeds"][0]["added"] == 2
    assert told == json.loads((tmp_path / "report.json").read_text())
    assert json.loads(result.err.splitlines()[0])["phase"] == "asking feeds"
    server.give("/rss", "sorry", status=500)
    result = run("feeds", "refresh", "Border news", "--report", tmp_path / "report.txt")
    assert result.status == 1
    assert "Border news: " in result.err
    assert "Asked: 1 feed, 1 of them failed" in result.out
    assert "fault of its own" in (tmp_path / "report.txt").read_text()
    assert "fault of its own" in run("feeds").out
    assert "left alone until" in run("feeds", "refresh", "--due").out


def test_a_feed_is_removed_and_its_articles_stay(run, server, folder):
    run("feeds", "add", server.address("/rss"))
    assert "stays in the library" in run("feeds", "remove", "Border news").out
    assert run("feeds").out == ""
    assert len(list(folder.glob("Item*.md"))) == 2
    result = run("feeds", "remove", "Border news")
    assert result.status == 2
    assert "No feed answers to" in result.err


def test_lists_come_and_go_as_opml(run, server, tmp_path):
    given = tmp_path / "given.opml"
    given.write_text(
        '<opml version="2.0"><body>'
        f'<outline text="News"><outline text="B" xmlUrl="{server.address("/rss")}"/></outline>'
        '<outline type="rss" text="bad" xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    result = run("feeds", "import", given)
    assert result.status == 1
    assert "Following: 1 new feed" in result.out
    assert "no web address" in result.err
    assert server.asked == []
    for command in (["feeds", "export"], ["export", "opml"]):
        out = tmp_path / f"{command[0]}.opml"
        assert run(*command, "--out", out).status == 0
        assert f'xmlUrl="{server.address("/rss")}"' in out.read_text()
        assert 'text="News"' in out.read_text()


@pytest.mark.parametrize("what", ["add", "remove", "import", "export"])
def test_what_is_missing_is_said(run, what):
    result = run("feeds", what)
    assert result.status == 2
    assert f"dateline feeds {what}" in result.err


def test_a_file_that_is_no_list(run, tmp_path):
    (tmp_path / "x.opml").write_text("no list")
    assert "no list of feeds" in run("feeds", "import", tmp_path / "x.opml").err
    assert run("feeds", "import", tmp_path / "nowhere.opml").status == 1


def test_the_sample_library_follows_nothing(capsys):
    assert cli.main(["feeds", "add", "https://news.example/rss"]) == 2
    assert "follows no feeds" in capsys.readouterr().err
