"""Bringing articles in: nothing twice, nothing by halves, nothing lost."""

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer import paths
from viewer.library import KnownArticle, Library, saving
from viewer.library.annotations import said_in
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight, ImportProblem, LibraryError, UsageError

ONE = ImportedArticle(
    "Troops at the gate",
    "The troops came on 3 May 2019.\n\n![A map](map.png)",
    url="https://www.news.example/gate/?utm_source=feed#top",
    authors=("Ada Writer",),
    published="2019-05-04",
    saved=datetime(2019, 5, 5, tzinfo=UTC),
    read=True,
    starred=True,
    progress=0.25,
    highlights=(ImportedHighlight("The troops came"),),
    files=(ImportedFile("map.png", b"\x89PNG"),),
    original=ImportedFile("page.html", b"<p>The troops"),
    item="export.csv, row 1",
)
TWO = ImportedArticle("A text without an address", "Only words, but *several* of them.", item="row 2")
THREE = ImportedArticle("", url="https://news.example/only-the-address", item="row 3")
ALL = [ONE, TWO, THREE]


@pytest.fixture
def empty(tmp_path):
    (tmp_path / "mine").mkdir()
    with Library.open(tmp_path / "mine") as library:
        yield library


def names(library):
    return sorted(path.name for path in library.root.iterdir())


def test_articles_come_with_pictures_page_highlights_and_marks(empty):
    report = empty.add([*ALL, ImportProblem("row 4", "It is empty.")])
    assert [(str(one.path), one.title) for one in report.added] == [
        ("Troops at the gate.md", "Troops at the gate"),
        ("A text without an address.md", "A text without an address"),
        ("news.example only-the-address.md", "news.example/only-the-address"),
    ]
    assert report.problems == (ImportProblem("row 4", "It is empty."),)
    assert (report.already, report.stopped, report.cancelled) == ((), "", False)
    article = empty.article(report.added[0].id)
    assert (article.read, article.starred, article.position) == (True, True, 0.25)
    assert (article.url, article.authors, str(article.published)) == (ONE.url, ONE.authors, "2019-05-04")
    document = empty.document(article.id)
    (image,) = [block.image for block in document.blocks if block.image]
    assert empty.image_path(article.id, image.source).read_bytes() == b"\x89PNG"
    assert any(event.when == "2019-05-03" for event in empty.timeline(article.id))
    assert (empty.root / "Troops at the gate.original.html").read_bytes() == b"<p>The troops"
    page = json.loads((empty.root / "Troops at the gate.annotations.json").read_text(encoding="utf-8"))
    place = page["items"][0]["target"]["selector"][1]
    assert document.text[place["start"] : place["end"]] == "The troops came"
    assert not empty.article(report.added[1].id).read
    assert len(empty.articles()) == 3
    assert empty.problems() == ()


def test_importing_twice_adds_nothing_twice(empty, snapshot):
    empty.add(ALL)
    before = snapshot(empty.root)
    again = empty.add(ALL)
    assert again.added == ()
    assert [one.item for one in again.already] == ["export.csv, row 1", "row 2", "row 3"]
    assert snapshot(empty.root) == before
    assert empty.add(ALL + ALL).added == ()


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example/gate",
        "https://news.example/gate/#part",
        "HTTPS://WWW.NEWS.EXAMPLE/gate?utm_medium=x&utm_campaign=y",
    ],
)
def test_one_address_in_several_spellings_is_one_article(empty, url):
    assert len(empty.add([ONE, ImportedArticle("Another title", "Other words", url=url, item="x")]).added) == 1
    known = empty.add([ImportedArticle("Another title", "Other words", url=url, item="x")]).already
    assert known == (KnownArticle("x", "Another title", empty.articles()[0].path),)


def test_other_addresses_are_other_articles(empty):
    urls = ["https://a.example/x", "https://a.example/x?id=2", "https://a.example:8080/x", "https://b.example/x"]
    assert len(empty.add([ImportedArticle("T", "Same words", url=url) for url in urls]).added) == 4


def test_an_article_that_the_reader_put_there_by_hand_is_known(empty):
    (empty.root / "mine.md").write_text("---\nurl: https://news.example/gate\n---\n\nText.\n")
    (empty.root / "words.txt").write_text("Only words, but several of them.")
    report = empty.add(ALL)
    assert [str(one.path) for one in report.already] == ["words.txt"]
    assert [(str(one.path), str(one.version)) for one in report.versions] == [
        ("mine.md", "mine.versions/2019-05-04.md")
    ]


def test_pictures_do_not_make_a_text_another_text(empty):
    item = ImportedArticle("T", "Words ![x](a (1).png) words", files=(ImportedFile("a (1).png", b"x"),))
    assert len(empty.add([item]).added) == 1
    assert len(empty.add([item]).already) == 1


def test_a_file_with_front_matter_comes_byte_for_byte_and_once(empty):
    header = "---\ntitle:   Mine\nurl: https://news.example/gate\nmood: [calm]  # mine\n---\n"
    item = ImportedArticle("Mine", "\n\nWords.", header=header, tags=("x",))
    assert len(empty.add([item]).added) == 1
    assert (empty.root / "Mine.md").read_text() == header + "\n\nWords."
    report = empty.add([item, ONE])
    assert (len(report.already), len(report.versions), len(report.added)) == (1, 1, 0)


@pytest.mark.parametrize("text", ["Rain &amp; caf&eacute;", "re**mark**able rain", "0\x1f0", "x<sub>2</sub>"])
def test_a_text_whose_words_only_its_document_knows_comes_once(empty, text):
    item = ImportedArticle(title="Rain", markdown=text)
    assert len(empty.add([item]).added) == 1
    again = empty.add([item])
    assert (again.added, len(again.already)) == ((), 1)


def test_an_article_without_a_title_is_called_after_its_first_words_as_they_are_read(empty):
    (added,) = empty.add(
        [ImportedArticle(title="", markdown="A re**mark**able rain &amp; caf&eacute;, see [x](y.md)")]
    ).added
    assert added.title == "A remarkable rain & café, see x"


def test_links_between_the_notes_of_a_folder_go_on_leading_to_them(empty):
    header = "---\ntitle: Of another name\n---\n"
    one = ImportedArticle("Of another name", "See [two](two.md) and [[two]].", header=header, item="notes/one.md")
    two = ImportedArticle("Also another", "Words.", header=header.replace("Of", "Also"), item="notes/two.md")
    report = empty.add([one, two])
    assert [str(added.path) for added in report.added] == ["one.md", "two.md"]
    assert empty.link_target(report.added[0].id, "two.md") == report.added[1].id


def test_the_text_of_an_article_known_by_its_address_completes_it(empty):
    bare = ImportedArticle("", url="https://news.example/gate", tags=("mine",), description="On a gate.")
    (first,) = empty.add([bare]).added
    file = empty.root / first.path
    file.write_text(file.read_text().replace("tags:", "mood: calm\ntags:"))
    assert len(empty.add([ONE], dry_run=True).added) == 1
    (second,) = empty.add([ONE]).added
    assert (second.id, second.path, second.title) == (first.id, first.path, ONE.title)
    article = empty.article(first.id)
    assert (article.title, article.tags, article.authors, article.read) == (ONE.title, ("mine",), ONE.authors, True)
    assert (article.description, str(article.published)) == ("On a gate.", "2019-05-04")
    assert "mood: calm\n" in file.read_text()
    assert "The troops came" in empty.document(first.id).text
    assert f"{first.path.stem}.annotations.json" in names(empty)
    assert empty.problems() == ()
    again = empty.add([bare, ONE])
    assert (again.added, len(again.already), len(empty.articles())) == ((), 2, 1)


def test_marks_of_both_come_together(empty):
    bare = ImportedArticle("Gate", url="https://news.example/gate", starred=True)
    page = ImportedArticle("Gate", "Its text.", url="https://news.example/gate", read=True)
    report = empty.add([bare, page])
    (article,) = empty.articles()
    assert (article.read, article.starred, len(report.added)) == (True, True, 2)


def test_a_known_article_gets_the_marks_of_an_import_but_the_readers_own_stand(empty):
    (empty.root / "mine.md").write_text("---\nurl: https://news.example/gate\n---\n\nText.\n")
    assert empty.add([ONE], dry_run=True).added == ()
    assert not empty.articles()[0].read
    empty.add([ONE])
    (article,) = empty.articles()
    assert (article.read, article.starred, article.position) == (True, True, 0.25)
    empty.mark_read([article.id], False)
    empty.add([ONE])
    assert not empty.article(article.id).read


def test_an_address_with_notes_of_the_reader_is_left_as_it_is(empty):
    empty.add([ImportedArticle("Gate", url="https://news.example/gate")])
    file = empty.root / "Gate.md"
    file.write_text(file.read_text() + "\nMy own words on it.\n")
    before = file.read_text()
    assert len(empty.add([ONE]).versions) == 1
    assert file.read_text() == before


LINK = ImportedArticle(
    "Gate", url="https://news.example/gate", note="Ask Ada.", highlights=(ImportedHighlight("troops  came", "Why?"),)
)
PAGE = ImportedArticle("The gate", "The troops came on 3 May 2019.", url="https://news.example/gate")


def said(library):
    (file,) = library.root.glob("*.annotations.json")
    return sorted(said_in(item) for item in json.loads(file.read_text())["items"])


def test_highlights_of_a_known_article_come_to_it_once(empty):
    empty.add([PAGE])
    assert [one.highlights for one in empty.add([LINK], dry_run=True).already] == [2]
    assert names(empty) == ["The gate.md"]
    assert [one.highlights for one in empty.add([LINK]).already] == [2]
    assert said(empty) == [("", "Ask Ada."), ("troops came", "Why?")]
    more = replace(LINK, highlights=(ImportedHighlight("troops came", "Why?"), ImportedHighlight("3 May")))
    assert [one.highlights for one in empty.add([LINK, more, more]).already] == [0, 1, 0]
    assert said(empty) == [("", "Ask Ada."), ("3 May", ""), ("troops came", "Why?")]


def test_highlights_that_come_with_another_text_come_to_the_article_too(empty):
    empty.add([PAGE])
    other = replace(LINK, markdown="Other words about the gate altogether.")
    assert len(empty.add([other]).versions) == 1
    assert said(empty) == [("", "Ask Ada."), ("troops came", "Why?")]
    assert empty.add([other]).versions == ()


def test_an_address_with_highlights_is_completed_and_keeps_them(empty):
    empty.add([LINK])
    report = empty.add([replace(PAGE, highlights=(ImportedHighlight("3 May"),))])
    assert ([one.title for one in report.added], report.versions) == (["The gate"], ())
    assert said(empty) == [("", "Ask Ada."), ("3 May", ""), ("troops came", "Why?")]
    assert "The troops came" in empty.document(report.added[0].id).text


@pytest.mark.parametrize("content", ["", "{", "[]", '{"items": 1}'])
def test_a_file_that_holds_no_highlights_is_left_as_it_is(empty, content):
    empty.add([PAGE])
    (empty.root / "The gate.annotations.json").write_text(content)
    (problem,) = empty.add([replace(LINK, starred=True)]).problems
    assert "The gate.annotations.json" in problem.reason
    assert (empty.root / "The gate.annotations.json").read_text() == content
    assert empty.articles()[0].starred


SAVED = ImportedArticle("Gate", url="https://news.example/gate", tags=("War", "Iraq"))


def tags_of(library, name="The gate"):
    return library.article(library.find(name)).tags


def test_tags_of_a_known_article_come_to_it_once_and_the_index_knows_them(empty):
    empty.add([replace(PAGE, tags=("Mine",))])
    before = (empty.root / "The gate.md").read_text()
    assert [one.tags for one in empty.add([SAVED], dry_run=True).already] == [2]
    assert (empty.root / "The gate.md").read_text() == before
    assert [one.tags for one in empty.add([SAVED, SAVED]).already] == [2, 0]
    assert [one.tags for one in empty.add([SAVED]).already] == [0]
    assert tags_of(empty) == ("Mine", "War", "Iraq")
    assert list(empty.ids("tag:War")) == [empty.find("The gate")]
    assert (empty.root / "The gate.md").read_text().partition("\n---\n")[2] == before.partition("\n---\n")[2]


def test_tags_of_an_article_keep_its_marks_and_its_place(empty):
    report = empty.add([replace(PAGE, starred=True, progress=0.5)])
    empty.add([SAVED])
    empty.refresh()
    article = empty.article(report.added[0].id)
    assert (article.starred, article.position, article.tags) == (True, 0.5, ("War", "Iraq"))


def test_tags_that_come_with_another_text_and_with_the_first_text_come_too(empty):
    empty.add([replace(PAGE, tags=("Mine",)), replace(PAGE, markdown=f"{PAGE.markdown} And more.", tags=("War",))])
    assert tags_of(empty) == ("Mine", "War")
    address = "https://news.example/bare"
    empty.add([ImportedArticle("Bare", url=address, tags=("Mine",))])
    empty.add([ImportedArticle("Bare", "Now there is a text of it.", url=address, tags=("War",))])
    assert tags_of(empty, "Bare") == ("Mine", "War")


def test_where_tags_cannot_come_the_rest_does_and_the_reason_is_said(empty):
    (empty.root / "gate.md").write_text("+++\ntitle = 'Gate'\nurl = 'https://news.example/gate'\n+++\n\nText.\n")
    report = empty.add([replace(SAVED, starred=True, highlights=(ImportedHighlight("Text"),))])
    assert [(one.highlights, one.tags) for one in report.already] == [(1, 0)]
    assert "Its tags did not come" in report.problems[0].reason
    assert empty.article(empty.find("gate.md")).starred


def test_a_disk_without_room_for_highlights_is_a_sentence(empty, monkeypatch):
    empty.add([PAGE])
    failing(monkeypatch, "fsync", errno.ENOSPC, 0)
    assert "is full" in empty.add([LINK]).stopped
    monkeypatch.undo()
    assert names(empty) == ["The gate.md"]


@pytest.mark.parametrize("address", ["https://news.example/gate", "https://news.example/?a=[b]&c=(d) "])
def test_an_address_that_comes_back_from_an_export_completes_nothing(empty, address):
    link = ImportedArticle("Gate", url=address, description="On a gate.")
    empty.add([link])
    header, _, text = (empty.root / "Gate.md").read_text().rpartition("---\n")
    back = replace(link, markdown=text, header=f"{header}---\n", item="Gate.md")
    assert (empty.add([back]).added, len(empty.add([back]).already)) == ((), 1)
    empty.add([replace(PAGE, url=address)])
    assert (empty.add([back]).versions, len(empty.articles())) == ((), 1)


def test_names_that_some_system_confuses_are_kept_apart(empty):
    (empty.root / "CAFÉ.md").write_text("Here before.")
    items = [ImportedArticle(title, title + str(n)) for n, title in enumerate(["Cafe\u0301", "café", "CON", "x" * 300])]
    report = empty.add(items)
    assert [one.path.name for one in report.added] == ["Café 2.md", "café 3.md", "_CON.md", "x" * 120 + ".md"]
    assert (empty.root / "CAFÉ.md").read_text() == "Here before."
    assert len(empty.articles()) == 5


def test_what_holds_nothing_is_named(empty):
    report = empty.add([ImportedArticle("Nothing", item="row 9"), TWO])
    assert report.problems == (ImportProblem("row 9", "It holds neither text nor an address."),)
    assert len(report.added) == 1


def test_a_dry_run_says_the_same_and_writes_nothing(empty):
    report = empty.add(ALL + ALL, dry_run=True)
    assert (len(report.added), len(report.already), report.dry_run) == (3, 3, True)
    assert report.added[0].id is None
    assert names(empty) == []
    assert not paths.data_folder().exists()
    assert [one.path for one in empty.add(ALL).added] == [one.path for one in report.added]


def test_a_dry_run_tells_what_would_be_completed_as_the_import_does(empty):
    empty.add([ImportedArticle("Gate", url="https://news.example/gate")])
    late = ImportedArticle("Late", url="https://news.example/late")
    text = ImportedArticle("Late", "Its text.", url="https://news.example/late")
    items = [late, text, text, ONE, ONE]
    dry, wet = empty.add(items, dry_run=True), empty.add(items)
    for report in (dry, wet):
        assert [(str(one.path), one.completed) for one in report.added] == [
            ("Late.md", False),
            ("Late.md", True),
            ("Gate.md", True),
        ]
        assert (len(report.already), report.versions) == (2, ())


def test_a_dry_run_says_that_it_only_looks(empty):
    seen = []
    empty.add(ALL, dry_run=True, progress=seen.append)
    empty.add(ALL, progress=seen.append)
    assert [one.phase for one in seen] == ["Looking at"] * 3 + ["Adding"] * 3


def test_progress_is_told_and_may_cancel(empty):
    seen = []
    report = empty.add(ALL, progress=lambda progress: seen.append(progress) or progress.done < 2)
    assert report.cancelled
    assert [one.done for one in seen] == [1, 2]
    assert len(report.added) == len(empty.articles()) == 2


def test_companions_of_an_article_are_no_articles(empty):
    files = (ImportedFile("notes.md", b"# No article"), ImportedFile("more.txt", b"Neither"))
    empty.add([ImportedArticle("T", "Words [x](notes.md)", files=files, original=ImportedFile("x", b"# x"), note="n")])
    assert names(empty) == ["T.annotations.json", "T.files", "T.md", "T.original.html"]
    assert [article.title for article in empty.articles()] == ["T"]


def test_a_new_article_never_gets_the_marks_of_one_that_was_deleted(empty):
    empty.add([ImportedArticle("T", "First words", read=True)])
    (empty.root / "T.md").unlink()
    report = empty.add([ImportedArticle("T", "Quite other words")])
    assert not empty.article(report.added[0].id).read


def test_the_sample_library_is_not_written_to():
    with Library.open(paths.sample_library()) as library, pytest.raises(UsageError, match="--library FOLDER"):
        library.add([TWO])


def test_two_imports_at_once_wait_for_each_other(empty, monkeypatch):
    monkeypatch.setattr("viewer.library.adding._WAIT_FOR_OTHERS", 0)

    def items():
        with Library.open(empty.root) as other, pytest.raises(LibraryError, match="is adding articles"):
            other.add([TWO])
        yield ONE

    assert len(empty.add(items()).added) == 1


# --- faults


def failing(monkeypatch, call, code, after):
    """Let a system call fail from its ``after``th use on."""
    real, calls = getattr(os, call), iter(range(10_000))

    def fail(*args, **options):
        if next(calls) >= after:
            raise OSError(code, os.strerror(code))
        return real(*args, **options)

    monkeypatch.setattr(saving.os, call, fail)


@pytest.mark.parametrize("after", range(8))
def test_a_full_disk_at_any_write_is_a_sentence_and_loses_nothing(empty, monkeypatch, after):
    (empty.root / "before.md").write_text("Here before.")
    with monkeypatch.context() as full:
        failing(full, "write", errno.ENOSPC, after)
        report = empty.add(ALL)
    if after < 7:
        assert report.stopped.startswith(f"The disk of {empty.root} is full. Make room on it.")
    else:
        assert report.stopped == ""
    assert (empty.root / "before.md").read_text() == "Here before."
    assert {one.title for one in report.added} | {"Before"} == {article.title for article in empty.articles()}
    assert len(empty.add(ALL).added) == 3 - len(report.added)
    assert len(empty.articles()) == 4
    assert not [name for name in names(empty) if name.startswith(".")]


def test_a_folder_that_cannot_be_written_to_is_a_sentence(empty, monkeypatch):
    failing(monkeypatch, "open", errno.EROFS, 0)
    monkeypatch.setattr("viewer.library.staging.Staging.recover", lambda _: None)
    report = empty.add([TWO])
    assert "cannot be written to (Read-only file system). Check its permissions" in report.stopped
    assert report.added == ()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_sentence(empty):
    empty.root.chmod(0o500)
    try:
        assert "cannot be written to" in empty.add(ALL).stopped
    finally:
        empty.root.chmod(0o700)


def test_a_folder_that_vanishes_meanwhile_is_a_sentence(empty):
    def items():
        yield TWO
        empty.root.rename(empty.root.with_name("away"))
        yield ONE

    assert "Check that it is still there" in empty.add(items()).stopped
    assert not empty.root.exists()
    empty.root.with_name("away").rename(empty.root)
    assert [len(report) for report in (empty.add(ALL).added, empty.add(ALL).already)] == [2, 3]


def test_a_name_that_the_disk_refuses_stops_only_its_own_item(empty, monkeypatch):
    real = os.link

    def link(source, target):
        if "without" in str(target):
            raise OSError(errno.EILSEQ, "Illegal byte sequence")
        real(source, target)

    monkeypatch.setattr(saving.os, "link", link)
    report = empty.add(ALL)
    assert report.problems == (ImportProblem("row 2", "Its file could not be made (Illegal byte sequence)."),)
    assert (len(report.added), report.stopped) == (2, "")


KILLED = """
import os, sys
from datetime import UTC, datetime
from viewer.library import Library
from viewer.model import ImportedArticle, ImportedFile, ImportedHighlight

def items():
    for number in range(3):
        yield ImportedArticle(f"Article {number}", f"Words {number} ![x](p.png)", url=f"https://x.example/{number}",
            read=True, files=(ImportedFile("p.png", b"picture"),), original=ImportedFile("o", b"page"))
        yield ImportedArticle(f"Plain {number}", f"Plain words {number}", starred=True)

calls = 0
def dying(real, at):
    def call(*args, **options):
        global calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), 9)
        return real(*args, **options)
    return call

def run(folder, at):
    for name in ("fsync", "link", "rename", "unlink", "write", "mkdir", "rmdir"):
        setattr(os, name, dying(getattr(os, name), at))
    with Library.open(folder) as library:
        library.add(items(), progress=lambda progress: os.write(1, b"."))

if __name__ == "__main__":
    folder, step = sys.argv[1], int(sys.argv[2])
    at = 1
    while True:
        here = f"{folder}/{at}"
        os.makedirs(here)
        with Library.open(here) as library:
            library.add([ImportedArticle("Article 2", url="https://x.example/2")])
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.dup2(write, 1)
            run(here, at)
            os._exit(0)
        os.close(write)
        acknowledged = len(os.read(read, 1000)) if os.waitpid(child, 0) else 0
        os.close(read)
        whole = {name for name in os.listdir(here) if name.endswith(".md")}
        assert len(whole) >= acknowledged, (at, whole, acknowledged)
        for name in whole:
            stem = name.removesuffix(".md")
            with open(f"{here}/{name}") as file:
                text = file.read()
            beside = {f"{stem}.files", f"{stem}.original.html"} if "Words" in text else set()
            assert beside <= set(os.listdir(here)), (at, name)
            assert text.endswith("\\n"), (at, name)
        with Library.open(here) as library:
            library.add(items())
            rows = library.articles()
            assert sorted(row.title for row in rows) == sorted(item.title for item in items()), (at, rows)
            assert sum(row.read for row in rows) == sum(row.starred for row in rows) == 3, (at, rows)
            assert not library.problems(), at
        assert not [name for name in os.listdir(here) if name.startswith(".")], at
        if acknowledged == 6:
            break
        at += step
    print("killed", at)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_an_import_killed_at_any_moment_goes_on_with_nothing_lost_or_doubled(tmp_path):
    (tmp_path / "killed.py").write_text(KILLED)
    (tmp_path / "libraries").mkdir()
    command = [sys.executable, str(tmp_path / "killed.py"), str(tmp_path / "libraries"), os.environ.get("EVERY", "9")]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout.split()[-1]) > 60


# --- anything at all


ANY = st.text(st.characters() | st.sampled_from("\ud800\0\u202e\x85"), max_size=40)
ITEMS = st.builds(
    ImportedArticle,
    title=ANY,
    markdown=ANY | st.just("Words ![x](p.png) and words."),
    url=st.sampled_from(["", "https://x.example/a", "http://[", "javascript:x", "https://x.example/\u202e\n b"]) | ANY,
    authors=st.lists(ANY, max_size=2).map(tuple),
    tags=st.lists(ANY, max_size=2).map(tuple),
    description=ANY,
    published=st.sampled_from(["", "2018-11-02", "2018-13-45", "0000-00-00"]) | ANY,
    read=st.booleans(),
    progress=st.floats(allow_nan=False),
    note=ANY,
    highlights=st.lists(st.builds(ImportedHighlight, ANY, ANY), max_size=2).map(tuple),
    files=st.lists(st.builds(ImportedFile, ANY | st.just("p.png"), st.binary(max_size=3)), max_size=2).map(tuple),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(ITEMS, max_size=4))
def test_whatever_an_importer_gives_is_added_once_or_named(tmp_path_factory, items):
    root = tmp_path_factory.mktemp("any")
    with Library.open(root) as library:
        report = library.add(items)
        assert report.stopped == ""
        outcomes = (report.added, report.versions, report.already, report.problems)
        assert sum(map(len, outcomes)) == len(items)
        paths_added = {str(one.path) for one in report.added}
        assert {str(article.path) for article in library.articles()} == paths_added
        assert all(one.id for one in report.added)
        assert library.add(items).added == ()
    places = {path.parent.parent for path in root.rglob("*.files/*")}
    assert {place.parent if place.suffix == ".versions" else place for place in places} <= {root}


TEXTS = ("", "They came.", "They came. And went.", "Other words altogether.", "\0\1\2\3" * 400)
ALIKE = st.builds(
    ImportedArticle,
    title=st.sampled_from(["One", "Two"]),
    markdown=st.sampled_from(TEXTS),
    url=st.sampled_from(["", "https://news.example/a", "https://news.example/b"]),
    tags=st.lists(st.sampled_from(["War", "war", "Iraq"]), max_size=2).map(tuple),
    published=st.sampled_from(["", "2018-11-02"]),
    read=st.booleans(),
    starred=st.booleans(),
    note=st.sampled_from(["", "A note."]),
    highlights=st.lists(st.builds(ImportedHighlight, st.sampled_from(["They", "came"])), max_size=1).map(tuple),
    files=st.sampled_from([(), (ImportedFile("p.png", b"p"),)]),
    original=st.sampled_from([None, ImportedFile("page.html", b"<p>1"), ImportedFile("page.html", b"<p>2")]),
)


def told(report):
    return [
        [replace(one, id=None) for one in report.added],
        report.versions,
        report.already,
        report.problems,
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(ALIKE, max_size=2), items=st.lists(ALIKE, max_size=5))
def test_a_trial_tells_what_the_import_then_does(tmp_path_factory, before, items):
    with Library.open(tmp_path_factory.mktemp("alike")) as library:
        library.add(before)
        trial = library.add(items, dry_run=True)
        assert told(trial) == told(library.add(items))


def test_a_trial_knows_where_tags_cannot_come(empty):
    header = "---\ntitle: One: two\nurl: https://news.example/gate\n---\n"
    items = [ImportedArticle("One", "Words.", header=header), SAVED]
    trial = empty.add(items, dry_run=True)
    assert [one.tags for one in trial.already] == [0]
    assert "Its tags did not come" in trial.problems[0].reason
    assert told(trial) == told(empty.add(items))


def test_a_trial_tells_of_highlights_tags_and_marks(empty):
    empty.add([replace(PAGE, tags=("Mine",))])
    one = replace(LINK, tags=("War",), starred=True, archived=True)
    new = ImportedArticle("New", "Words.", progress=0.5, highlights=(ImportedHighlight("Words"),))
    report = empty.add([one, new], dry_run=True)
    assert [(of.highlights, of.tags, of.marks) for of in report.already] == [(2, 1, ("read", "archived", "starred"))]
    assert [(of.highlights, of.marks) for of in report.added] == [(1, ("begun",))]
    other = empty.add([replace(one, markdown="Other words about the gate.")], dry_run=True).versions[0]
    assert (other.highlights, other.tags, other.marks) == (2, 1, ("read", "archived", "starred"))
    empty.mark_read(empty.ids())
    assert empty.add([one], dry_run=True).already[0].marks == ()
