import errno
import os

import pytest

from viewer.library.rewriting import NotRewrittenError, clear_abandoned, rewrite


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.md"
    made.write_bytes(b"before")
    return made


def test_the_content_changes_and_the_permissions_stay(path):
    path.chmod(0o640)
    rewrite(path, b"before", b"after")
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in path.parent.iterdir()] == ["a.md"]


def test_what_another_program_wrote_meanwhile_stays(path):
    path.write_bytes(b"theirs")
    with pytest.raises(NotRewrittenError, match="changed by another program"):
        rewrite(path, b"before", b"after")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in path.parent.iterdir()] == ["a.md"]


def test_a_write_protected_file_stays(path):
    path.chmod(0o444)
    with pytest.raises(NotRewrittenError, match="write-protected"):
        rewrite(path, b"before", b"after")
    assert path.read_bytes() == b"before"


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(NotRewrittenError):
        rewrite(tmp_path / "gone.md", b"before", b"after")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words", "lasting"), [(errno.ENOSPC, "disk is full", True), (errno.EIO, "could not", False)]
)
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_fault_of_the_disk_leaves_the_file_as_it_was(path, monkeypatch, code, words, lasting, call):
    def fail(*_args, **_kwargs):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(f"os.{call}", fail)
    with pytest.raises(NotRewrittenError, match=words) as caught:
        rewrite(path, b"before", b"after")
    assert caught.value.lasting is lasting
    monkeypatch.undo()
    assert path.read_bytes() == b"before"
    assert [one.name for one in path.parent.iterdir()] == ["a.md"]


def test_only_what_was_abandoned_long_ago_is_cleared_away(path):
    old, new = path.with_name(".dateline-1.part"), path.with_name(".dateline-2.part")
    for one in (old, new):
        one.write_bytes(b"half")
    os.utime(old, (1, 1))
    clear_abandoned(path.parent)
    assert {one.name for one in path.parent.iterdir()} == {"a.md", ".dateline-2.part"}
