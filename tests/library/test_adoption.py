import shutil

from viewer import paths
from viewer.library import Library


def titles_read(root):
    with Library.open(root) as library:
        library.refresh()
        return {article.title for article in library.articles() if article.read}, library.warnings


def mark_border(folder):
    with Library.open(folder) as library:
        library.refresh()
        library.mark_read([library.find("border.md")])


def test_a_moved_library_finds_its_marks(folder):
    mark_border(folder)
    moved = folder.rename(folder.with_name("elsewhere"))
    read, warnings = titles_read(moved)
    assert read == {"Troops at the border"}
    assert str(folder) in warnings[0]
    assert titles_read(moved)[1] == ()


def test_the_old_marks_stay_in_case_the_folder_was_only_away(folder):
    mark_border(folder)
    moved = folder.rename(folder.with_name("elsewhere"))
    titles_read(moved)
    moved.rename(folder)
    assert titles_read(folder) == ({"Troops at the border"}, ())


def test_a_copy_beside_the_first_library_has_no_marks(folder, tmp_path):
    mark_border(folder)
    shutil.copytree(folder, tmp_path / "copy")
    assert titles_read(tmp_path / "copy") == (set(), ())


def test_another_library_does_not_get_them(folder, tmp_path):
    mark_border(folder)
    folder.rename(folder.with_name("elsewhere"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "border.md").write_text("# Quite another article\n")
    assert titles_read(tmp_path / "other") == (set(), ())


def test_damaged_marks_of_a_folder_that_is_gone_are_no_hindrance(folder):
    mark_border(folder)
    for state in paths.data_folder().rglob("state.db*"):
        state.write_bytes(b"damaged" * 1000)
    moved = folder.rename(folder.with_name("elsewhere"))
    assert titles_read(moved)[0] == set()
