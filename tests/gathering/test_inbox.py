"""What lies in the inbox is added and put away; what did not come stays."""

import os
import time

import pytest

from viewer.gathering.inbox import Inbox


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def take(folder, library, wait=0.0):
    inbox = Inbox(folder, library.root)
    report = library.add(inbox.articles(inbox.settled(wait)))
    return report, inbox.put_away(report)


def lying(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_came_moves_to_added(folder, library):
    (folder / "One.md").write_text("# One\n\nText of one.")
    (folder / "Notes").mkdir()
    (folder / "Notes" / "Two.md").write_text("# Two\n\nText of two.")
    report, left = take(folder, library)
    assert sorted(one.title for one in report.added) == ["One", "Two"]
    assert left == ()
    assert lying(folder) == ["Added/Notes/Two.md", "Added/One.md"]


def test_what_did_not_come_stays_where_it_is(folder, library):
    (folder / "Good.md").write_text("# Good\n\nText.")
    (folder / "odd.bin").write_bytes(bytes(range(256)) * 9)
    report, _ = take(folder, library)
    assert [problem.item for problem in report.problems] == ["odd.bin"]
    assert lying(folder) == ["Added/Good.md", "odd.bin"]


def test_what_was_there_already_is_put_away_too(folder, library):
    for _ in range(2):
        (folder / "One.md").write_text("# One\n\nText of one.")
        report, _ = take(folder, library)
    assert len(report.already) == 1
    assert lying(folder) == ["Added/One (2).md", "Added/One.md"]


def test_a_page_moves_with_its_folder_and_over_nothing(folder, library):
    words = "<p>" + "The water rose slowly behind the gates all day. " * 30 + "</p>"
    (folder / "Added" / "p_files").mkdir(parents=True)
    (folder / "Added" / "p_files" / "mine.txt").write_text("mine")
    (folder / "p.html").write_text(f"<html><title>Page</title><body><article>{words * 3}</article></body></html>")
    (folder / "p_files").mkdir()
    (folder / "p_files" / "a.css").write_text("x")
    report, left = take(folder, library)
    assert (len(report.added), left) == (1, ())
    assert lying(folder) == ["Added/p (2).html", "Added/p (2)_files/a.css", "Added/p_files/mine.txt"]


def test_nothing_is_moved_in_a_dry_run(folder, library):
    (folder / "One.md").write_text("# One\n\nText of one.")
    inbox = Inbox(folder, library.root)
    report = library.add(inbox.articles(inbox.settled(0.0)), dry_run=True)
    assert len(report.added) == 1
    assert inbox.put_away(report) == ()
    assert lying(folder) == ["One.md"]


def test_what_cannot_be_moved_is_told(folder, library):
    (folder / "Added").write_text("a file in the way")
    (folder / "One.md").write_text("# One\n\nText of one.")
    report, [problem] = take(folder, library)
    assert len(report.added) == 1
    assert "Move it away yourself" in problem.reason


def test_what_lies_there_for_long_is_not_waited_for(folder, library):
    path = folder / "One.md"
    path.write_text("# One\n\nText of one.")
    long_ago = time.time() - 600
    os.utime(path, (long_ago, long_ago))
    assert [one.name for one in Inbox(folder, library.root).settled(wait=60.0)] == ["One.md"]
