import errno
import os

import pytest

from viewer.library import saving


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_there_whole(tmp_path):
    saving.save(tmp_path / "a.md", b"one")
    saving.save(tmp_path / "b.md", (part for part in (b"one", b"", b"two")))
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert (tmp_path / "b.md").read_bytes() == b"onetwo"
    assert names(tmp_path) == ["a.md", "b.md"]


def test_another_file_is_never_written_over_unless_asked(tmp_path):
    (tmp_path / "a.md").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        saving.save(tmp_path / "a.md", b"other")
    assert (tmp_path / "a.md").read_bytes() == b"mine"
    saving.save(tmp_path / "a.md", b"other", replace=True)
    assert (tmp_path / "a.md").read_bytes() == b"other"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("call", ["write", "fsync", "link"])
def test_a_full_disk_at_any_step_leaves_nothing_behind(tmp_path, monkeypatch, call):
    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(saving.os, call, full)
    with pytest.raises(OSError, match="No space"):
        saving.save(tmp_path / "a.md", b"content")
    assert names(tmp_path) == []


def test_a_file_that_came_out_short_is_no_file(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(saving.os, "write", lambda descriptor, data: real(descriptor, data[:2]) and len(data))
    (tmp_path / "a.md").write_bytes(b"before")
    with pytest.raises(OSError, match="shorter"):
        saving.save(tmp_path / "a.md", b"content", replace=True)
    assert (tmp_path / "a.md").read_bytes() == b"before"
    assert names(tmp_path) == ["a.md"]


def test_a_write_in_pieces_is_completed(tmp_path, monkeypatch):
    real = os.write
    monkeypatch.setattr(saving.os, "write", lambda descriptor, data: real(descriptor, data[:3]))
    saving.save(tmp_path / "a.md", b"content")
    assert (tmp_path / "a.md").read_bytes() == b"content"


def test_where_there_are_no_hard_links_a_file_is_renamed(tmp_path, monkeypatch):
    def refuse(*_args):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(saving.os, "link", refuse)
    saving.save(tmp_path / "a.md", b"one")
    with pytest.raises(FileExistsError):
        saving.save(tmp_path / "a.md", b"two")
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert names(tmp_path) == ["a.md"]


def test_moving_never_goes_over_another_name(tmp_path):
    for name in ("a.files", "b.files"):
        (tmp_path / name).mkdir()
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    for source, target in (("a", "b"), ("a.files", "b.files")):
        with pytest.raises(FileExistsError):
            saving.move_to_free_name(tmp_path / source, tmp_path / target)
    saving.move_to_free_name(tmp_path / "a", tmp_path / "c")
    saving.move_to_free_name(tmp_path / "a.files", tmp_path / "c.files")
    assert names(tmp_path) == ["b", "b.files", "c", "c.files"]


def test_a_move_that_was_cut_short_between_its_two_names_is_completed(tmp_path):
    (tmp_path / "a").write_bytes(b"a")
    os.link(tmp_path / "a", tmp_path / "b")
    saving.move_to_free_name(tmp_path / "a", tmp_path / "b")
    assert names(tmp_path) == ["b"]
