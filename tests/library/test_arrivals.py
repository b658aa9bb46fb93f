"""What lies in a folder that is watched, and whether it has come to rest."""

import os

import pytest

from viewer.library.arrivals import arrivals, at_rest, check_inbox, parts_of
from viewer.model import UsageError


def names(folder):
    return [path.name for path in arrivals(folder)]


def test_what_counts_as_an_arrival(tmp_path):
    for name in ("b.md", "a.html", ".hidden.md", "x.part", "y.crdownload", "~$word.txt", "z.tmp", "old~"):
        (tmp_path / name).write_text("x")
    (tmp_path / "Notes").mkdir()
    (tmp_path / "Added").mkdir()
    (tmp_path / "a_files").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "b.md")
    assert names(tmp_path) == ["Notes", "a.html", "b.md"]


def test_a_pipe_is_no_arrival(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    assert names(tmp_path) == []


def test_at_rest_is_what_did_not_change_between_two_looks(tmp_path):
    (tmp_path / "done.md").write_text("whole")
    (tmp_path / "growing.md").write_text("be")
    before = arrivals(tmp_path)
    (tmp_path / "growing.md").write_text("begun")
    (tmp_path / "new.md").write_text("new")
    assert [path.name for path in at_rest(before, arrivals(tmp_path))] == ["done.md"]


def test_a_page_is_at_rest_with_its_folder_and_a_folder_with_its_files(tmp_path):
    (tmp_path / "p.html").write_text("page")
    (tmp_path / "p_files").mkdir()
    (tmp_path / "Notes" / "deep").mkdir(parents=True)
    before = arrivals(tmp_path)
    (tmp_path / "p_files" / "a.png").write_bytes(b"x")
    (tmp_path / "Notes" / "deep" / "b.md").write_text("x")
    assert at_rest(before, arrivals(tmp_path)) == ()
    assert parts_of(tmp_path / "p.html")[1] == tmp_path / "p_files"


def test_an_inbox_and_a_library_lie_apart(tmp_path):
    (tmp_path / "library" / "inside").mkdir(parents=True)
    (tmp_path / "inbox").mkdir()
    assert check_inbox(tmp_path / "inbox", tmp_path / "library") == (tmp_path / "inbox").resolve()
    for wrong in (tmp_path / "library", tmp_path / "library" / "inside", tmp_path):
        with pytest.raises(UsageError, match="within each other"):
            check_inbox(wrong, tmp_path / "library")
    with pytest.raises(UsageError, match="does not exist"):
        check_inbox(tmp_path / "nowhere", tmp_path / "library")
