import os
import sys

import pytest

from viewer.library.scan import FileStamp, first_articles, list_articles


def test_articles_of_all_sub_folders_and_nothing_else(folder):
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "a.md").write_text("x")
    (folder / ".draft.md").write_text("x")
    (folder / "picture.png").write_bytes(b"x")
    (folder / "UPPER.MARKDOWN").write_text("x")
    assert set(list_articles(folder).files) == {"border.md", "bread.txt", "sub/before.md", "UPPER.MARKDOWN"}
    assert set(list_articles(folder, recursive=False).files) == {"border.md", "bread.txt", "UPPER.MARKDOWN"}


def test_links_are_not_followed_and_say_so(folder, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("x")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "link.md").symlink_to(tmp_path / "outside" / "secret.md")
    listing = list_articles(folder)
    assert not any("secret" in path or path.startswith("link") for path in listing.files)
    assert "symbolic link" in listing.refused["link.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no FIFOs on Windows")
def test_a_pipe_is_named_and_never_opened(folder):
    os.mkfifo(folder / "pipe.md")
    assert "not a regular file" in list_articles(folder).refused["pipe.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_a_name_that_is_no_unicode_is_named(folder):
    with open(os.fsencode(folder) + b"/bad\xff.md", "w") as file:
        file.write("x")
    listing = list_articles(folder)
    assert any("not valid Unicode" in reason for reason in listing.refused.values())
    assert all(path.isprintable() for path in (*listing.files, *listing.refused))


def test_a_huge_file_is_refused_by_its_size_alone(folder):
    with (folder / "huge.md").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    assert "64 MB" in list_articles(folder).refused["huge.md"]


def test_a_stamp_changes_with_the_file(folder):
    before = list_articles(folder).files["border.md"]
    assert before == list_articles(folder).files["border.md"]
    (folder / "border.md").write_text("x")
    assert before != list_articles(folder).files["border.md"]


def test_inodes_of_64_bits_fit_into_the_index(folder):
    status = os.stat_result((0, 2**64 - 5, 0, 0, 0, 0, 1, 0, 0, 0))
    assert FileStamp.of("a", status).inode == -5


def test_a_missing_root_raises(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        list_articles(tmp_path / "nowhere")


def test_a_first_few_are_found_without_looking_any_further(folder):
    everything = set(list_articles(folder).files)
    assert set(first_articles(folder, 100)) == everything
    assert len(first_articles(folder, 2)) == 2
    assert set(first_articles(folder, 100, recursive=False)) == {"border.md", "bread.txt"}
    assert first_articles(folder / "gone", 2) == []
