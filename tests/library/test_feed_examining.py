"""What ``dateline doctor`` says of feeds."""

import pytest

from viewer import paths
from viewer.library import Part, Verdict
from viewer.library.feed_memory import FeedState, SeenEntries
from viewer.model import ImportedFeed


@pytest.fixture
def examine(library):
    def examine(**options):
        return [one for one in library.examine(**options) if one.part is Part.FEEDS]

    return examine


def only(findings):
    (found,) = findings
    return found


def follow(library, *names):
    library.feeds.add([ImportedFeed(f"https://{name}.example/rss", name) for name in names])


def opml(library, body):
    library.feeds.path.write_text(f'<opml version="2.0"><body>\n{body}\n</body></opml>')


def test_without_feeds_there_is_nothing_to_say(examine):
    assert examine() == examine(mend=True) == []


def test_a_sound_list_and_memory(library, examine, snapshot):
    follow(library, "a", "b")
    SeenEntries(library.root).add(["aa", "bb", "cc"])
    library.feed_states.keep({"https://a.example/rss": FeedState(etag="1")})
    before = snapshot(library.root)
    assert [(one.verdict, one.words) for one in examine(mend=True)] == [
        (Verdict.SOUND, "2 feeds are followed."),
        (Verdict.SOUND, "3 marks remember which entries of feeds came."),
    ]
    assert snapshot(library.root) == before
    assert library.feed_states.of("https://a.example/rss").etag == "1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            b"<opml version='2.0'><body>\n<outline text='a'>\n</body></opml>",
            "breaks the rules of its format (XML)",
        ),
        (b"<html></html>", "it is no OPML"),
        (b"<!DOCTYPE opml [<!ENTITY a 'b'>]><opml/>", "declares a document type"),
        (b"", ""),
    ],
)
def test_a_list_that_cannot_be_read_is_said_and_left_alone(library, examine, content, words):
    library.feeds.path.write_bytes(content)
    if not content:  # as good as none
        assert only(examine()).words == "No feed is followed."
        return
    found = only(examine(mend=True))
    assert (found.verdict, found.path) == (Verdict.ATTENTION, "feeds.opml")
    assert words in found.words
    assert library.feeds.path.read_bytes() == content


def test_a_list_that_is_no_file_is_said(library, examine):
    library.feeds.path.mkdir()
    assert only(examine()).verdict is Verdict.ATTENTION


def test_feeds_without_an_address_need_attention(library, examine):
    rows = '<outline type="rss" text="No address"/><outline text="Disk" xmlUrl="file:///etc/passwd"/>'
    opml(library, f'{rows}<outline text="A folder"><outline text="A" xmlUrl="https://a.example/rss"/></outline>')
    first, second = examine(mend=True)
    assert {first.verdict, second.verdict} == {Verdict.ATTENTION}
    assert first.words.startswith("“No address” has no address of the web, so it is never asked.")
    assert second.words.startswith("“Disk” has no")


def test_a_feed_that_stands_there_twice_is_a_note(library, examine):
    same = '<outline text="A" xmlUrl="https://a.example/rss"/>'
    opml(library, f'{same}<outline text="News">{same}</outline><outline text="B" xmlUrl="https://b.example/rss"/>')
    before = library.feeds.path.read_bytes()
    note, sound = examine(mend=True)
    assert note.verdict is Verdict.NOTE
    assert "“A” (https://a.example/rss) stands in the list 2 times, in no folder and in “News”." in note.words
    assert sound.words == "2 feeds are followed."
    assert library.feeds.path.read_bytes() == before


BROKEN = "# a remark\naa 2018-11-02\n<<<<<<< HEAD\nbb 2018-11-03\naa 2018-11-02\n"


def test_a_damaged_memory_is_told_and_mended_with_a_copy(library, examine):
    seen = library.root / "feeds.seen"
    seen.write_text(BROKEN)
    told = only(examine())
    assert (told.verdict, told.path) == (Verdict.ATTENTION, "feeds.seen")
    assert "1 line of it is no mark of an entry" in told.words
    assert seen.read_text() == BROKEN
    assert only(examine(mend=True)).verdict is Verdict.MENDED
    assert {"aa", "bb"} == {mark for mark in ("aa", "bb", "<<<<<<<") if mark in SeenEntries(library.root)}
    assert only(examine()).verdict is Verdict.SOUND
    (kept,) = paths.data_folder().rglob("feeds-*.seen")
    assert kept.read_text() == BROKEN
    seen.write_text(f"{BROKEN}no mark\n")
    assert "2 lines of it are no marks" in only(examine(mend=True)).words
    assert len(list(paths.data_folder().rglob("feeds-*.seen"))) == 2


def test_a_memory_of_which_no_copy_can_be_kept_is_left_alone(library, examine, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    (library.root / "feeds.seen").write_text(BROKEN)
    monkeypatch.setattr("viewer.library.feed_examining.save", full)
    found = only(examine(mend=True))
    assert found.verdict is Verdict.ATTENTION
    assert "No space left on device" in found.words
    assert (library.root / "feeds.seen").read_text() == BROKEN


def test_marks_that_stand_there_twice_are_a_note(library, examine):
    (library.root / "feeds.seen").write_text("aa 2018-11-02\naa 2018-11-03\n")
    found = only(examine(mend=True))
    assert (found.verdict, found.words[:19]) == (Verdict.NOTE, "1 mark stands in it")


def test_a_memory_that_cannot_be_read_needs_attention(library, examine):
    (library.root / "feeds.seen").mkdir()
    found = only(examine(mend=True))
    assert found.verdict is Verdict.ATTENTION
    assert "cannot be read" in found.words


def test_how_feeds_answered_is_derived_and_forgotten_where_it_is_damaged(library, examine):
    library.feed_states.keep({"https://a.example/rss": FeedState(etag="1")})
    (file,) = paths.cache_folder().rglob("feeds.json")
    file.write_bytes(b"\0" * 99)
    assert only(examine()).verdict is Verdict.NOTE
    assert only(examine(mend=True)).verdict is Verdict.MENDED
    assert not file.exists()
    assert examine() == []


def test_a_conflicted_copy_of_the_list_is_shown(library):
    follow(library, "a")
    (library.root / "feeds.sync-conflict-20181102-101500-ABCDEFG.opml").write_text("<opml/>")
    (found,) = [one for one in library.examine() if one.part is Part.COPIES]
    assert "conflicted copy of feeds.opml" in found.words
