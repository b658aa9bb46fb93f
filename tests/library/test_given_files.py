from __future__ import annotations

import pytest

from viewer.library.given_files import check_given, write_given
from viewer.model import LibraryError


def test_a_file_is_written_and_written_over(tmp_path):
    write_given(tmp_path / "a.txt", b"one")
    write_given(tmp_path / "a.txt", [b"t", b"wo"])
    assert (tmp_path / "a.txt").read_bytes() == b"two"


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(LibraryError, match="could be written over"):
        write_given(tmp_path, b"")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LibraryError, match="gone does not exist"):
        check_given(tmp_path / "gone" / "a.txt", tmp_path)


def test_what_lies_in_the_library_stays(tmp_path):
    (tmp_path / "a.md").write_text("An article.")
    with pytest.raises(LibraryError, match="lies in the library"):
        check_given(tmp_path / "a.md", tmp_path)
    check_given(tmp_path / "new.html", tmp_path)
