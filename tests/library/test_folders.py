"""Which folders are worth watching."""

from viewer.library.folders import folders_below


def test_folders_come_the_nearest_first(tmp_path):
    for name in ("b/deep/deeper", "a", ".hidden/x", "story.files", "story.versions", "z"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "file.md").write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in folders_below(tmp_path)]
    assert found == ["a", "b", "z", "b/deep", "b/deep/deeper"]


def test_no_more_than_a_sane_number(tmp_path):
    for number in range(30):
        (tmp_path / f"folder{number:02}" / "inner").mkdir(parents=True)
    assert [path.name for path in folders_below(tmp_path, 12)] == [f"folder{number:02}" for number in range(12)]


def test_a_folder_that_went_away_has_none(tmp_path):
    assert folders_below(tmp_path / "gone") == ()
