import io
import os
import sys
import zipfile

import pytest

from viewer.exporters import write_zip


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    (root / "sub").mkdir(parents=True)
    (root / "a.md").write_text("one")
    (root / "sub" / "b.png").write_bytes(b"\x89PNG")
    (root / ".hidden").write_text("no")
    os.utime(root / "a.md", (0, 0))
    return root


def archive_of(folder, extra=None):
    made = io.BytesIO()
    problems = write_zip(made, folder, extra or {})
    return zipfile.ZipFile(made), problems


def test_the_folder_comes_as_it_is(folder):
    archive, problems = archive_of(folder, {"list.json": "{}", "a.md": "another"})
    assert archive.testzip() is None
    assert sorted(archive.namelist()) == ["_a.md", "a.md", "list.json", "sub/b.png"]
    assert (archive.read("a.md"), archive.read("sub/b.png"), archive.read("_a.md")) == (b"one", b"\x89PNG", b"another")
    assert problems == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_nothing_outside_is_followed_and_no_pipe_is_opened(folder, tmp_path):
    (tmp_path / "secret").write_text("secret")
    (folder / "link.md").symlink_to(tmp_path / "secret")
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe")
    archive, problems = archive_of(folder)
    assert sorted(archive.namelist()) == ["a.md", "sub/b.png"]
    assert problems == ()


def test_a_file_that_cannot_be_read_is_named_and_the_rest_comes(folder, monkeypatch):
    real = type(folder).open

    def refuse(path, *arguments):
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments)

    monkeypatch.setattr(type(folder), "open", refuse)
    archive, problems = archive_of(folder)
    assert archive.namelist() == ["sub/b.png"]
    assert [(str(one.path), one.reason) for one in problems] == [("a.md", "It cannot be read (Permission denied).")]
