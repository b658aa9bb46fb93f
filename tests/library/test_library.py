"""The promises of the one door."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import zlib
from datetime import date

import pytest

from viewer import paths
from viewer.library import Changes, Library, Progress
from viewer.library.locks import held
from viewer.model import LibraryError, UsageError


def by_path(library):
    return {str(article.path): article for article in library.articles()}


def reopened(folder):
    library = Library.open(folder)
    library.refresh()
    return library


# --- opening and listing


def test_articles_are_rows_newest_first_undated_last(library):
    border, before, bread = library.articles()
    assert [str(one.path) for one in (border, before, bread)] == ["border.md", "sub/before.md", "bread.txt"]
    assert (border.title, border.published, border.sections) == (
        "Troops at the border",
        date(2018, 11, 2),
        ("Middle East", "War"),
    )
    assert (border.authors, border.tags, border.language) == (("Ada Writer",), ("Iraq", "Syria"), "en")
    assert (bread.title, bread.published) == ("On bread", None)
    assert border.words > 5


def test_a_library_that_was_never_refreshed_lists_all_the_same(folder):
    with Library.open(folder) as library:
        assert not library.is_indexed
        assert len(library.articles()) == 3
        assert library.is_indexed


def test_refresh_says_what_changed_and_then_finds_nothing_to_do(folder):
    with Library.open(folder) as library:
        first = library.refresh()
        assert len(first.added) == 3
        assert not first.changed
        assert not first.removed
        assert library.refresh() == Changes()
        border = by_path(library)["border.md"].id
        (folder / "border.md").write_text("# Another title\n\nOther words.\n")
        (folder / "bread.txt").unlink()
        second = library.refresh()
        assert second.changed == (border,)
        assert len(second.removed) == 1
        assert library.article(border).title == "Another title"
        assert library.search("loaf") == ()
        assert library.search("reinforced") == ()
        assert [row.id for row in library.search("other words")] == [border]


def test_one_file_opens_its_folder_without_sub_folders(folder):
    with Library.open(folder / "border.md") as library:
        library.refresh()
        assert set(by_path(library)) == {"border.md", "bread.txt"}
        assert str(library.opened_file) == "border.md"


def test_a_missing_folder_is_said_with_a_remedy(tmp_path):
    with pytest.raises(LibraryError, match=r"does not exist\. Check its name, or choose another folder\."):
        Library.open(tmp_path / "nowhere")


def test_a_folder_that_vanishes_while_open_loses_nothing(folder, library):
    folder.rename(folder.with_name("moved away"))
    with pytest.raises(LibraryError, match="cannot be read"):
        library.refresh()
    assert len(library.articles()) == 3
    with pytest.raises(LibraryError, match=r"border\.md cannot be shown"):
        library.document(by_path(library)["border.md"].id)


def test_an_empty_folder_is_a_library(tmp_path):
    (tmp_path / "empty").mkdir()
    with Library.open(tmp_path / "empty") as library:
        assert library.refresh() == Changes()
        assert library.articles() == ()
        assert library.counts().all == 0


# --- reading changes nothing


def test_reading_a_library_changes_not_one_byte_of_it(folder, snapshot):
    before = snapshot(folder)
    with Library.open(folder) as library:
        library.refresh()
        for article in library.articles():
            library.document(article.id)
            library.timeline(article.id)
            library.related(article.id)
            library.image_path(article.id, "x.png")
            library.link_target(article.id, "x.md")
        library.search("troops")
        library.mark_read(library.ids())
        library.star(library.ids())
        library.set_position(library.ids()[0], 0.5)
        library.refresh()
    assert snapshot(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_read_only_folder_opens(folder):
    modes = {path: path.stat().st_mode for path in (folder, folder / "sub")}
    for path in modes:
        path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with Library.open(folder) as library:
            assert len(library.articles()) == 3
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


# --- ids and marks


def test_a_renamed_file_keeps_its_id_and_its_marks(folder, library):
    border = by_path(library)["border.md"].id
    library.mark_read([border])
    library.set_position(border, 0.4)
    (folder / "border.md").rename(folder / "sub" / "renamed.md")
    changes = library.refresh()
    assert changes.changed == (border,)
    assert not changes.added
    assert not changes.removed
    article = by_path(library)["sub/renamed.md"]
    assert (article.id, article.read, article.position) == (border, True, 0.4)


def test_a_new_file_at_the_old_path_is_another_article(folder, library):
    border = by_path(library)["border.md"].id
    (folder / "border.md").rename(folder / "moved.md")
    library.refresh()
    (folder / "border.md").write_text("# Something new\n")
    library.refresh()
    assert by_path(library)["moved.md"].id == border
    assert by_path(library)["border.md"].id != border


def test_a_deleted_index_keeps_ids_and_marks_even_of_a_renamed_article(folder, library):
    border = by_path(library)["border.md"].id
    library.mark_read([border])
    (folder / "border.md").rename(folder / "renamed.md")
    library.refresh()
    library.close()
    shutil.rmtree(paths.cache_folder())
    with reopened(folder) as again:
        article = by_path(again)["renamed.md"]
        assert (article.id, article.read) == (border, True)


def test_a_file_renamed_while_there_was_no_index_is_found_by_its_content(folder, library):
    border = by_path(library)["border.md"].id
    library.star([border])
    library.close()
    shutil.rmtree(paths.cache_folder())
    (folder / "border.md").rename(folder / "renamed.md")
    with reopened(folder) as again:
        assert by_path(again)["renamed.md"].id == border
        assert by_path(again)["renamed.md"].starred


def test_marks_return_with_a_file_that_was_away(folder, library):
    border = by_path(library)["border.md"].id
    library.mark_read([border])
    (folder / "border.md").rename(folder.parent / "away.md")
    assert library.refresh().removed == (border,)
    (folder.parent / "away.md").rename(folder / "border.md")
    library.refresh()
    assert by_path(library)["border.md"].read


def test_marks_say_which_articles_they_changed(library):
    first, second, third = library.ids()
    changes = library.mark_read([first, second, 4711])
    assert changes._replace(undo=None) == Changes(status=(first, second))
    assert library.star([third]).status == (third,)
    assert library.mark_read([second], False).status == (second,)
    assert list(library.ids("unread")) == [second, third]
    assert list(library.ids("starred")) == [third]
    counts = library.counts()
    assert (counts.all, counts.unread, counts.starred) == (3, 2, 1)
    library.set_position(first, 7)
    assert library.article(first).position == 1.0


def test_no_file_of_marks_before_the_first_mark(library):
    assert not paths.data_folder().exists()
    library.star(library.ids()[:1])
    assert len(list(paths.data_folder().rglob("state.db"))) == 1


# --- what cannot be read


def test_what_cannot_be_read_is_named_and_the_rest_opens(folder):
    (folder / "empty.md").write_bytes(b"")
    (folder / "zeros.md").write_bytes(b"\0" * 100)
    (folder / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (folder / "broken.md").write_text("---\ntitle: [unclosed\npublished: 2018-11-02\n---\n\nThe text is here.\n")
    (folder / "dates.md").write_text("---\ntitle: Dates\npublished: 2024-13-45\n---\n\nText.\n")
    (folder / "cut.md").write_text("---\ntitle: Cut off\npubli")
    with reopened(folder) as library:
        reasons = {str(problem.path): problem.reason for problem in library.problems()}
        assert set(reasons) == {"empty.md", "zeros.md", "picture.md", "broken.md", "dates.md", "cut.md"}
        assert all(reason.endswith(".") for reason in reasons.values())
        assert {"broken.md", "dates.md", "cut.md"} < set(by_path(library))
        assert by_path(library)["broken.md"].published == date(2018, 11, 2)
        assert [row.title for row in library.search("text is here")] == [by_path(library)["broken.md"].title]


def test_a_half_written_file_is_read_when_it_is_whole(folder):
    (folder / "new.md").write_bytes(b"")
    with reopened(folder) as library:
        assert "new.md" not in by_path(library)
        (folder / "new.md").write_text("# Whole\n\nNow it is all there.\n")
        library.refresh()
        assert by_path(library)["new.md"].title == "Whole"
        assert library.problems() == ()
        (folder / "new.md").write_bytes(b"")
        library.refresh()
        assert "new.md" not in by_path(library)
        (folder / "new.md").unlink()
        library.refresh()
        assert library.problems() == ()


def test_an_article_of_ten_megabytes_opens(folder):
    (folder / "long.md").write_text("# Long\n\n" + "Words and more words on 1 November 2018. " * 250_000)
    with reopened(folder) as library:
        article = by_path(library)["long.md"]
        assert library.document(article.id).blocks
        assert article.title == "Long"


# --- one article


def test_document_chronology_and_timeline_agree(library):
    before = by_path(library)["sub/before.md"]
    document = library.document(before.id)
    assert document is library.document(before.id)
    events = library.timeline(before.id)
    assert any(event.when == "2018-09-10" for event in events)
    assert library.chronology(before.id).events == events
    for event in events:
        assert document.blocks[event.passage.block].text[event.passage.begin : event.passage.end]


def test_a_chronology_is_worked_out_before_the_index_has_it(library):
    before = by_path(library)["sub/before.md"]
    stored = library.chronology(before.id)
    with sqlite3.connect(next(paths.cache_folder().rglob("index.db"))) as connection:
        connection.execute("UPDATE chronology SET packed = ?", (zlib.compress(b"[1]"),))
    connection.close()
    assert library.chronology(before.id) == stored


def test_a_changed_file_gives_its_new_document_at_once(folder, library):
    border = by_path(library)["border.md"].id
    library.document(border)
    (folder / "border.md").write_text("Quite other words.")
    assert library.document(border).text == "Quite other words."


def test_links_and_pictures(folder, library):
    (folder / "map.png").write_bytes(b"x")
    border, before = by_path(library)["border.md"].id, by_path(library)["sub/before.md"].id
    assert library.link_target(border, "sub/before.md#top") == before
    assert library.link_target(before, "../border.md") == border
    assert library.link_target(before, "http://www.news.example/border") == border
    assert library.link_target(border, "gone.md") is None
    assert library.link_target(border, "https://elsewhere.example/") is None
    assert library.image_path(before, "../map.png") == (folder / "map.png").resolve()
    assert library.image_path(before, "../../outside.png") is None


def test_an_unknown_id_is_a_usage_error(library):
    with pytest.raises(UsageError, match="no article with the id 4711"):
        library.article(4711)


# --- trouble with the index


def test_an_index_of_a_newer_version_is_built_anew_and_said(folder, library):
    library.close()
    index = next(paths.cache_folder().rglob("index.db"))
    with sqlite3.connect(index) as connection:
        connection.execute("PRAGMA user_version = 2000000000")
    connection.close()
    with reopened(folder) as again:
        assert len(again.articles()) == 3
        assert "another version" in again.problems()[0].reason


@pytest.mark.parametrize("begin", [0, 1024, 4096, 20_000])
def test_an_index_that_breaks_under_our_feet_is_built_anew(folder, library, begin):
    library.close()
    index = next(paths.cache_folder().rglob("index.db"))
    content = bytearray(index.read_bytes())
    content[begin : begin + 30_000] = b"\xa5" * 30_000
    index.write_bytes(content)
    with reopened(folder) as again:
        again.search("troops")
        for id in again.ids():
            again.related(id)
            again.timeline(id)
        again.refresh()
        assert len(again.articles()) == 3


def test_a_changed_program_reads_everything_again(folder, library, monkeypatch):
    ids = set(library.ids())
    monkeypatch.setattr("viewer.library.reconcile.made_by", lambda: "another program")
    assert set(library.refresh().changed) == ids
    assert library.refresh() == Changes()


# --- long work


def many(folder, count=150):
    for number in range(count):
        (folder / f"many-{number:03}.md").write_text(f"# Title {number}\n\nText {number} on 1 November 2018.\n")


def test_progress_is_told_and_a_large_job_goes_to_other_processes(folder):
    many(folder)
    seen = []
    with Library.open(folder) as library:
        changes = library.refresh(lambda progress: seen.append(progress))
        assert len(changes.added) == 153
        assert len(library.search("text", limit=500)) == 150
    assert Progress(64, 0, "Reading") in seen  # a few at once, before the folder is looked through
    assert Progress(89, 89, "Reading") in seen
    assert seen[-1] == Progress(153, 153, "Dating events")
    assert all(0 <= one.done <= one.total or not one.total for one in seen)


def test_cancelling_keeps_what_was_done_and_the_next_run_goes_on(folder):
    many(folder)
    with Library.open(folder) as library:
        stopped = library.refresh(lambda progress: progress.phase != "Dating events")
        assert stopped.cancelled
        assert len(library.ids()) == 153
        rest = library.refresh()
        assert not rest.added
        assert len(rest.changed) == 153
        assert library.refresh(lambda _: False).cancelled


def test_two_processes_on_one_library_do_not_harm_each_other(folder):
    many(folder)
    program = (
        "import sys; from viewer.library import Library\n"
        "with Library.open(sys.argv[1]) as library:\n"
        "    library.refresh(); library.mark_read(library.ids()[:5])\n"
        "    print(len(library.articles()), len(library.search('text', limit=500)))\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) for _ in range(3)]
    assert [process.communicate()[0].split() for process in running] == [[b"153", b"150"]] * 3
    with Library.open(folder) as library:
        assert library.refresh() == Changes()
        assert library.counts().unread == 148


def test_a_refresh_leaves_the_work_to_whoever_is_at_it(folder, library):
    (folder / "new.md").write_text("# New\n")
    with held(next(paths.cache_folder().rglob("refresh.lock")), 0):
        assert library.refresh(wait=0) == Changes(elsewhere=True)
    assert len(library.refresh(wait=0).added) == 1


def test_a_refresh_that_was_killed_is_finished_by_the_next(folder):
    many(folder)
    program = (
        "import os, sys; from viewer.library import Library\n"
        "def die(progress):\n"
        "    if progress.phase == 'Dating events': os.kill(os.getpid(), 9)\n"
        "Library.open(sys.argv[1]).refresh(die)\n"
    )
    assert subprocess.run([sys.executable, "-c", program, str(folder)], env=os.environ, check=False).returncode != 0
    with Library.open(folder) as library:
        assert len(library.ids()) == 153
        assert len(library.refresh().changed) == 153
        assert library.warnings == ()


def test_several_threads_may_ask_while_one_refreshes(folder):
    many(folder)
    faults = []
    with Library.open(folder) as library:
        done = threading.Event()

        def ask():
            while not done.is_set():
                try:
                    for article in library.rows(library.ids()[:3]):
                        library.related(article.id)
                    library.search("text")
                    library.counts()
                except Exception as error:
                    faults.append(error)
                    return

        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        library.refresh()
        library.star(library.ids()[:2])
        done.set()
        for thread in threads:
            thread.join()
    assert faults == []
