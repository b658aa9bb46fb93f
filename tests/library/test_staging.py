import errno
import os

import pytest

from viewer.library import saving
from viewer.library.article_files import ArticleFiles
from viewer.library.saving import PREFIX
from viewer.library.source import fingerprint_of
from viewer.library.staging import Staging
from viewer.library.state import Identity

FILES = ArticleFiles("A", b"article", {"A.files/p.png": b"p", "A.files/q.png": b"q", "A.original.html": b"<p>"})
ONE = Identity(7, "A.md", b"\x01\x02")
MARKS = {"read": 1, "position": 0.5}
WHOLE = ["A.files", "A.md", "A.original.html"]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def marked():
    return []


@pytest.fixture
def staging(tmp_path, marked):
    return Staging(tmp_path, lambda identity, marks: marked.append((identity, dict(marks))))


def test_an_article_comes_with_all_that_belongs_to_it(tmp_path, staging, marked):
    staging.put(FILES, ONE, MARKS)
    assert names(tmp_path) == WHOLE
    assert names(tmp_path / "A.files") == ["p.png", "q.png"]
    assert marked == [(ONE, MARKS)]
    staging.put(ArticleFiles("B", b"plain", {}), None, {})
    assert (tmp_path / "B.md").read_bytes() == b"plain"
    assert list(staging.leftovers()) == []


@pytest.mark.parametrize("nth", range(4))
def test_a_disk_that_fills_up_leaves_nothing_of_the_article(tmp_path, staging, marked, monkeypatch, nth):
    calls = iter(range(100))
    real = os.write

    def write(descriptor, data):
        if next(calls) == nth:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, data)

    monkeypatch.setattr(saving.os, "write", write)
    with pytest.raises(OSError, match="No space"):
        staging.put(FILES, ONE, MARKS)
    assert names(tmp_path) == []
    assert marked == []


def test_a_move_that_failed_is_completed_by_the_next_run(tmp_path, staging, marked, monkeypatch):
    def refuse(*_args):
        raise OSError(errno.EIO, "no more")

    with monkeypatch.context() as broken:
        broken.setattr(saving.os, "link", refuse)
        with pytest.raises(OSError, match="no more"):
            staging.put(FILES, ONE, MARKS)
    assert "A.md" not in names(tmp_path)
    staging.recover()
    assert names(tmp_path) == WHOLE
    assert marked == [(ONE, MARKS)]


def test_what_was_never_complete_is_cleared_away(tmp_path, staging):
    (tmp_path / f"{PREFIX}1.part").write_bytes(b"x")
    (tmp_path / f"{PREFIX}2.part" / "content").mkdir(parents=True)
    (tmp_path / ".mine").write_bytes(b"x")
    (tmp_path / "a.part").write_bytes(b"x")
    staging.recover()
    assert names(tmp_path) == [".mine", "a.part"]


def test_recovery_never_goes_over_a_file_of_somebody_else(tmp_path, staging, monkeypatch):
    def refuse(*_args):
        raise OSError(errno.EIO, "no more")

    with monkeypatch.context() as broken:
        broken.setattr(saving.os, "link", refuse)
        with pytest.raises(OSError, match="no more"):
            staging.put(FILES, None, {})
    (tmp_path / "A.md").write_bytes(b"mine")
    staging.recover()
    assert (tmp_path / "A.md").read_bytes() == b"mine"
    assert list(staging.leftovers()) == []


def test_only_the_content_that_was_meant_is_replaced(tmp_path, staging):
    (tmp_path / "A.md").write_bytes(b"before")
    staging.put(FILES, None, {}, fingerprint_of(b"before"))
    assert (tmp_path / "A.md").read_bytes() == b"article"
    (tmp_path / "B.md").write_bytes(b"changed meanwhile")
    with pytest.raises(FileExistsError):
        staging.put(ArticleFiles("B", b"new", {}), None, {}, fingerprint_of(b"before"))
    assert (tmp_path / "B.md").read_bytes() == b"changed meanwhile"
