"""Looking after a library from a terminal."""

import json

import pytest

from viewer import cli
from viewer.library import Library


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    (root / "a.md").write_text("# One\n\nWords.")
    return root


def test_a_sound_library_ends_with_0(folder, capsys):
    assert cli.main(["doctor", "--library", str(folder)]) == 0
    head, *lines, summary = capsys.readouterr().out.splitlines()
    assert head == f"Library: {folder}"
    assert [line.split()[:2] for line in lines] == [["sound", "index"], ["sound", "files"], ["sound", "marks"]]
    assert summary == "All is well."


def test_what_needs_the_reader_ends_with_1(folder, capsys):
    (folder / "a.sync-conflict-1.md").write_text("Other words.")
    assert cli.main(["doctor", "--library", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "ATTENTION  copies      a.sync-conflict-1.md: This is a conflicted copy" in out
    assert out.endswith("1 thing needs your attention.\n")


def test_for_other_programs(folder, capsys):
    assert cli.main(["doctor", "--json", "--mend", "--library", str(folder)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"part": "index", "verdict": "sound", "path": ""}.items() <= rows[0].items()


def test_the_sample_library_is_sound(capsys):
    assert cli.main(["doctor"]) == 0
    assert "All is well." in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_said(tmp_path, capsys):
    assert cli.main(["doctor", "--library", str(tmp_path / "nowhere")]) == 1
    assert "does not exist" in capsys.readouterr().err


def test_marks_are_brought_back_from_a_terminal(folder, capsys):
    with Library.open(folder) as library:
        library.refresh()
        (id,) = library.ids()
        library.star([id])
        library.refresh()
        (backup,) = library.backups()
        library.star([id], False)
    assert cli.main(["doctor", "--backups", "--library", str(folder)]) == 0
    line, about = capsys.readouterr().out.splitlines()
    assert line == f"{backup.name}  0 read, 1 starred"
    assert "highlights and notes lie in the library's folder" in about
    assert cli.main(["doctor", "--restore", backup.name, "--library", str(folder)]) == 0
    assert f"those of {backup.name} again" in capsys.readouterr().out
    with Library.open(folder) as library:
        assert library.article(id).starred
    assert cli.main(["doctor", "--backups", "--json", "--library", str(folder)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["before_restoring"], row["sound"]) for row in rows] == [(True, True), (False, True)]


def test_a_day_without_a_backup_ends_with_2(folder, capsys):
    assert cli.main(["doctor", "--restore", "2001-01-01", "--library", str(folder)]) == 2
    assert "There is no backup “2001-01-01”. There are none yet." in capsys.readouterr().err
