"""What is remembered of feeds."""

import pytest

from viewer.library.feed_memory import (
    SEEN,
    FeedState,
    FeedStates,
    SeenEntries,
    SeenLines,
    marks_of,
    read_seen,
    written_seen,
)
from viewer.model import ImportedArticle, LibraryError


def entry(title="A title", url="https://a.example/1", id="https://a.example/?p=1", published=""):
    return ImportedArticle(title, "Text.", url, published=published, extra=(("feed_id", id),) if id else ())


def test_an_entry_is_known_again_by_its_id_and_by_its_address():
    assert set(marks_of(entry())) == set(marks_of(entry("Another title")))
    assert set(marks_of(entry())) & set(marks_of(entry(url="https://a.example/moved")))
    assert set(marks_of(entry())) & set(marks_of(entry(id="tag:a.example,2018:other")))
    assert not set(marks_of(entry())) & set(marks_of(entry(url="https://a.example/2", id="https://a.example/?p=2")))


def test_a_short_id_counts_with_its_address_only():
    assert not set(marks_of(entry(id="17"))) & set(marks_of(entry(id="17", url="https://b.example/1")))
    one = marks_of(entry(id="17"), address_is_its_own=False)
    assert len(one) == 1
    assert one != marks_of(entry(id="18"), address_is_its_own=False)


def test_an_entry_without_both_is_known_by_title_and_day():
    assert marks_of(entry(url="", id="")) == marks_of(entry(url="", id=""))
    assert marks_of(entry(url="", id="")) != marks_of(entry(url="", id="", published="2018-11-02"))


def test_marks_are_kept_where_the_library_is(tmp_path):
    seen = SeenEntries(tmp_path)
    seen.add([])
    assert not (tmp_path / SEEN).exists()
    seen.add(["aa", "bb"])
    other = SeenEntries(tmp_path)
    seen.add(["cc"])
    other.add(["dd"])
    assert all(mark in SeenEntries(tmp_path) for mark in ("aa", "bb", "cc", "dd"))
    assert "ee" not in SeenEntries(tmp_path)
    assert (tmp_path / SEEN).read_text().startswith("# Entries of feeds")


def test_the_oldest_marks_go_where_there_are_too_many(tmp_path, monkeypatch):
    (tmp_path / SEEN).write_text("old 2018-01-01\nnewer 2019-01-01\nno mark at all here\n")
    monkeypatch.setattr("viewer.library.feed_memory.MOST_SEEN", 2)
    SeenEntries(tmp_path).add(["today"])
    seen = SeenEntries(tmp_path)
    assert ("old" in seen, "newer" in seen, "today" in seen) == (False, True, True)


def test_marks_that_cannot_be_read_or_written_are_said(tmp_path, monkeypatch):
    (tmp_path / SEEN).mkdir()
    with pytest.raises(LibraryError, match="no feed was asked"):
        SeenEntries(tmp_path)


def test_lines_that_are_no_marks_and_marks_that_stand_twice_are_counted():
    raw = b"# a remark\n\naa 2018-11-02\n<<<<<<< HEAD\nbb 2018-11-03\r\naa 2018-11-04\n\0\0\0\nbb\n"
    seen = read_seen(raw)
    assert (dict(seen.days), seen.unreadable, seen.repeated) == ({"aa": "2018-11-04", "bb": "2018-11-03"}, 3, 1)
    assert read_seen(written_seen(seen.days)) == SeenLines(seen.days)
    assert read_seen(b"") == SeenLines({})


def test_states_that_say_nothing_are_damaged_and_can_be_forgotten(tmp_path):
    states = FeedStates(tmp_path / "feeds.json")
    assert not states.is_damaged
    for text in ("{", "[]"):
        (tmp_path / "feeds.json").write_text(text)
        assert states.is_damaged
    states.forget()
    assert list(tmp_path.iterdir()) == []
    states.keep({"https://a.example/rss": FeedState(etag="1")})
    assert not states.is_damaged


def test_states_are_kept_beside_one_another(tmp_path):
    states = FeedStates(tmp_path / "cache" / "feeds.json")
    assert states.of("https://a.example/rss") == FeedState()
    states.keep({"https://a.example/rss": FeedState(etag='"1"', asked=5.0)})
    states.keep({"https://b.example/rss": FeedState(gone=True)})
    assert states.of("http://a.example/rss/").etag == '"1"'
    assert states.of("https://b.example/rss").gone


@pytest.mark.parametrize("text", ["", "[]", "{", '{"//a.example/rss": 5}', '{"//a.example/rss": {"etag": 7, "x": 1}}'])
def test_damaged_states_are_none(tmp_path, text):
    (tmp_path / "feeds.json").write_text(text)
    assert FeedStates(tmp_path / "feeds.json").of("https://a.example/rss") == FeedState()
