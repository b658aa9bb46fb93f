import pytest

from viewer import paths
from viewer.library import find_places
from viewer.library.places import refuse_sample
from viewer.model import LibraryError, UsageError


def test_each_folder_has_its_own_index_and_marks(tmp_path):
    (tmp_path / "a" / "articles").mkdir(parents=True)
    (tmp_path / "b" / "articles").mkdir(parents=True)
    first, second = (find_places(tmp_path / name / "articles", tmp_path / "c", tmp_path / "d") for name in "ab")
    assert first.cache != second.cache
    assert first.data != second.data
    assert first.cache.is_relative_to(tmp_path / "c")
    assert first.data.is_relative_to(tmp_path / "d")
    assert "articles" in first.cache.name


def test_a_link_to_a_folder_is_the_folder(tmp_path, folder):
    (tmp_path / "link").symlink_to(folder)
    assert find_places(tmp_path / "link") == find_places(folder)


def test_one_file_opens_its_folder_with_the_same_marks(folder):
    one = find_places(folder / "border.md")
    assert (one.root, one.opened_file, one.recursive) == (folder.resolve(), "border.md", False)
    assert one.data == find_places(folder).data
    assert one.cache != find_places(folder).cache


def test_what_cannot_be_opened_says_so(tmp_path):
    with pytest.raises(LibraryError, match=r"The folder .*nowhere does not exist"):
        find_places(tmp_path / "nowhere")
    with pytest.raises(
        LibraryError, match=r"The file .*gone\.MD does not exist\. Check its name, or choose another file"
    ):
        find_places(tmp_path / "gone.MD")
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(LibraryError, match="neither a folder nor an article"):
        find_places(tmp_path / "a.pdf")


def test_the_sample_library_is_refused_with_a_remedy_and_no_other_is(tmp_path):
    with pytest.raises(UsageError, match=r"not written to\. Make one"):
        refuse_sample(paths.sample_library().resolve(), "Make one of your own.")
    refuse_sample(tmp_path)
