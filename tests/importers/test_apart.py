from __future__ import annotations

import json
import pickle
import sys
import time

import pytest

from viewer.importers import apart as apart_module
from viewer.importers import ask_apart, read, read_apart
from viewer.model import ImportedArticle, ImportProblem, LibraryError

# A reader as it is, except that certain words in a text keep it, end it or make it ask for something.
MISCHIEF = """
import os, socket, subprocess, sys, time
sys.path[:] = {path!r}
from viewer.importers import drafts, plain_text, markdown_files, worker
real = markdown_files.read_markdown
def read(source):
    text = source.data()
    if b"hangs" in text:
        time.sleep(600)
    if b"dies" in text:
        os._exit(9)
    if b"swells" in text:
        bytearray(2 * 1024 ** 3)
    if b"connects" in text:
        socket.create_connection(("127.0.0.1", 9))
    if b"starts" in text:
        subprocess.run(["true"])
    return real(source)
markdown_files.read_markdown = read
from viewer.importers import pocket
row = pocket._article
def article(one, *rest):
    if "hangs" in one.get("title"):
        time.sleep(600)
    return row(one, *rest)
pocket._article = article
worker.main()
"""


@pytest.fixture
def mischief():
    return [sys.executable, "-c", MISCHIEF.format(path=[place for place in sys.path if place])]


def read_mischief(path, command, seconds=1.5):
    return list(read_apart(path, seconds=seconds, command=command))


def named(found):
    return [one.item for one in found]


def problems(found):
    return {one.item: one.reason for one in found if isinstance(one, ImportProblem)}


def test_it_gives_what_reading_here_gives_in_the_same_order(tmp_path, zipped):
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(f"# Title {number}\n\nText {number}\n")
    (tmp_path / "05.zip").write_bytes(zipped({"a.md": "Alpha", "b.md": "Beta", "c.bin": "\0"}))
    (tmp_path / "07.html").write_text("<html><title>Page</title><body><p>Some text of a page. " * 30)
    (tmp_path / "nothing.bin").write_bytes(b"\0")
    assert list(read_apart(tmp_path)) == list(read(tmp_path))
    assert list(read_apart(tmp_path / "05.zip")) == list(read(tmp_path / "05.zip"))


def test_an_empty_folder_and_a_file_that_is_not_there_are_said(tmp_path):
    (tmp_path / "empty").mkdir()
    assert problems(read_apart(tmp_path / "empty")) == {"empty": "It holds no articles."}
    assert "No such file" in problems(read_apart(tmp_path / "not there.md"))["not there.md"]


def test_files_that_take_their_reader_down_are_named_and_the_others_come(tmp_path, mischief):
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text(f"Text {number}")
    for name in ("hangs", "dies", "swells", "connects", "starts"):
        (tmp_path / f"05 {name}.md").write_text(name)
    found = read_mischief(tmp_path, mischief)
    assert named(found) == sorted(named(found))
    assert len(found) == 17
    said = problems(found)
    assert "over 2 seconds" in said["05 hangs.md"]
    assert "process that read it ended" in said["05 dies.md"]
    assert "more memory" in said["05 swells.md"]
    assert "must not" in said["05 connects.md"]
    assert "must not" in said["05 starts.md"]
    assert len(said) == 5


def test_of_an_archive_only_the_entry_is_lost(tmp_path, zipped, mischief):
    (tmp_path / "x.zip").write_bytes(zipped({"a.md": "Alpha", "b.md": "hangs", "c.md": "Gamma", "d.md": "dies"}))
    found = read_mischief(tmp_path / "x.zip", mischief)
    assert named(found) == ["a.md", "b.md", "c.md", "d.md"]
    assert set(problems(found)) == {"b.md", "d.md"}


def test_of_a_table_within_an_archive_only_the_row_is_lost(tmp_path, zipped, mischief):
    rows = "".join(f"{title},https://x.org/{title},1541150000,,unread\n" for title in ("a", "hangs", "c", "d", "e"))
    table = (
        "title,url,time_added,tags,status\n"
        + rows
        + "f,nowhere,1541150000,,unread\nhangs,https://x.org/2,1541150000,,unread\n"
    )
    (tmp_path / "x.zip").write_bytes(zipped({"0.md": "Text", "part_000000.csv": table, "z.md": "Text"}))
    found = read_mischief(tmp_path / "x.zip", mischief)
    assert [one.title for one in found if isinstance(one, ImportedArticle)] == ["0", "a", "c", "d", "e", "Z"]
    assert list(problems(found)) == [f"part_000000.csv, row {row}" for row in (3, 7, 8)]


def test_a_file_of_many_hanging_items_is_given_up(tmp_path, zipped, mischief, monkeypatch):
    monkeypatch.setattr(apart_module, "MOST_ENDED", 2)
    (tmp_path / "x.zip").write_bytes(zipped({f"{number}.md": "dies" for number in range(5)}))
    found = read_mischief(tmp_path / "x.zip", mischief)
    assert named(found) == ["0.md", "1.md", "x.zip"]
    assert "The rest of it did not come" in found[-1].reason


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit(3)"], ["/no/such/program"]])
def test_where_no_process_can_be_started_nothing_is_read(tmp_path, command):
    (tmp_path / "a.md").write_text("Text")
    assert "could not be started" in problems(read_apart(tmp_path, command=command))["a.md"]


def test_closing_early_ends_the_readers_at_once(tmp_path, mischief):
    (tmp_path / "a.md").write_text("Text")
    for number in range(5):
        (tmp_path / f"b{number}.md").write_text("hangs")
    found = read_apart(tmp_path, seconds=600.0, command=mischief)
    assert next(found).title == "A"
    began = time.monotonic()
    found.close()
    assert time.monotonic() - began < 300  # a hanging file would have taken 600


def test_readers_do_not_run_away_from_a_slow_consumer(tmp_path, mischief):
    for number in range(60):
        (tmp_path / f"{number:02}.md").write_text("Text" if number < 40 else "dies")
    found = read_apart(tmp_path, command=mischief)
    assert next(found).title == "00"
    time.sleep(0.5)
    assert sum(1 for one in found if isinstance(one, ImportedArticle)) == 39


def test_questions_are_answered_apart(tmp_path):
    (article,) = ask_apart("read_page", b"<title>Page</title><p>" + b"Some text of a page. " * 30, name="page.html")
    assert article.title == "Page"
    feed = b"<rss><channel><title>F</title><item><title>T</title><link>https://x.org/1</link></item></channel></rss>"
    (entry,) = ask_apart("read_feed", feed, url="https://x.org/feed")
    assert entry.url == "https://x.org/1"
    assert ask_apart("describe_feed", feed, url="https://x.org/feed")[0].title == "F"


def test_a_question_that_comes_to_nothing_is_said():
    with pytest.raises(LibraryError, match="holds no article"):
        ask_apart("read_page", b"<p></p>", name="page.html")
    with pytest.raises(LibraryError, match="takes too long"):
        ask_apart("read_page", b"<p></p>", name="page.html", seconds=0.0)


class Evil:
    def __reduce__(self):
        return (exec, ("raise AssertionError('run')",))


def test_an_answer_is_never_run(tmp_path):
    (tmp_path / "a.md").write_text("Text")
    bad = pickle.dumps(Evil())
    program = (
        "import pickle, sys; out = sys.stdout.buffer; out.write(pickle.dumps('ready')); out.flush(); "
        f"pickle.load(sys.stdin.buffer); out.write({bad!r}); out.flush(); sys.stdin.read()"
    )
    said = problems(read_apart(tmp_path, command=[sys.executable, "-c", program]))
    assert "ended" in said["a.md"]


def test_a_long_list_of_items_comes_whole(tmp_path):
    items = [{"title": f"T{number}", "url": f"https://x.org/{number}", "content": "<p>x</p>"} for number in range(300)]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": items}
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    assert list(read_apart(tmp_path / "feed.json")) == list(read(tmp_path / "feed.json"))
