"""What changes in the folders below the library is noticed, too."""

from viewer.app import settle
from viewer.library import Library


def listed(program):
    model = program.window.library_pane.model
    return [model.article(row).path.as_posix() for row in range(model.rowCount())]


def test_a_file_in_a_folder_below_is_noticed(program, folder, qtbot):
    (folder / "deep" / "er").mkdir(parents=True)
    qtbot.waitUntil(lambda: len(program.session._watcher.directories()) == 3)
    settle(program)
    (folder / "deep" / "er" / "new.md").write_text("# New\n\nWords of the sea.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "deep/er/new.md" in listed(program))


def test_another_library_leaves_the_folders_of_the_one_before(program, folder, tmp_path):
    (folder / "deep").mkdir()
    program.session.refresh()
    settle(program)
    other = tmp_path / "other"
    (other / "inner").mkdir(parents=True)
    (other / "inner" / "a.md").write_text("# A\n\nWords.\n", encoding="utf-8")
    program.session.open(other)
    settle(program)
    assert sorted(program.session._watcher.directories()) == [str(other), str(other / "inner")]


def test_what_another_program_wrote_and_indexed_is_shown_at_the_same_place(program, folder, qtbot):
    window = program.window
    window.reader.verticalScrollBar().setValue(600)
    settle(program)
    place = window.reader.place()
    with Library.open(folder) as other:
        other.refresh()
        other.retag([other.find("lead.md")], add=["Fresh"], remove=[])
    qtbot.waitUntil(lambda: "Fresh" in window.reader.toPlainText())
    settle(program)
    assert window.reader.place().block == place.block
    assert not window.actions_table["go_back"].isEnabled()
