from __future__ import annotations

import os

from viewer.importers.folders import Folder, is_picture

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def test_pictures_are_told_by_their_bytes():
    assert all(map(is_picture, [PNG, b"\xff\xd8\xff\xe0", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBPVP8 "]))
    assert not any(map(is_picture, [b"<svg>", b"", b"%PDF-1.7", b"\x00" * 20]))


def test_only_regular_pictures_below_the_folder(tmp_path):
    below = tmp_path / "below"
    below.mkdir()
    (below / "a b.png").write_bytes(PNG)
    (tmp_path / "c.png").write_bytes(PNG)
    (below / "d.png").symlink_to(tmp_path / "c.png")
    os.mkfifo(below / "e.png")
    folder = Folder(below)
    assert folder.picture("a%20b.png?x=1", ".") == PNG
    for name in ("../c.png", "d.png", "e.png", "/dev/zero", "n" * 5000 + ".png", "a\x00.png"):
        assert folder.picture(name, ".") is None


def test_hidden_folders_and_parts_of_pages_are_passed_over(tmp_path):
    for name in ("a.md", ".git/x.md", "Page.html", "Page_files/x.html", "other_files/b.md", "c.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in Folder(tmp_path).files()]
    assert found == ["Page.html", "a.md", "other_files/b.md"]
