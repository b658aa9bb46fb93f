"""Bringing articles in from a terminal."""

import json
from types import SimpleNamespace

import pytest

from viewer import cli, importers
from viewer.model import ImportedArticle, ImportProblem, LibraryError


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    return root


@pytest.fixture
def run(capsys):
    def start(*arguments):
        status = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return SimpleNamespace(status=status, out=captured.out, err=captured.err)

    return start


@pytest.fixture
def export(tmp_path, monkeypatch):
    """A file, and importers that make of each line an article, a problem or a fault."""

    def read(path):
        for line in path.read_text().splitlines():
            if line == "fault":
                raise RuntimeError("a bug")
            if line == "refused":
                raise LibraryError("It is no export that Dateline knows.")
            if line == "unreadable":
                raise PermissionError(13, "Permission denied")
            yield ImportProblem("row 2", "It is empty.") if line == "bad" else ImportedArticle(line, f"Text of {line}.")

    monkeypatch.setattr(importers, "read_apart", read, raising=False)
    path = tmp_path / "export.csv"
    path.write_text("One\nbad\nTwo")
    return path


def test_what_came_and_what_did_not_is_told(run, folder, export):
    result = run("add", export, "--library", folder)
    assert result.status == 1
    assert result.out.splitlines() == [
        "Added: 2 articles",
        "  One  (One.md)",
        "  Two  (Two.md)",
        "Did not come: 1 item, each named below with its reason",
    ]
    assert result.err == "dateline: row 2: It is empty.\n"
    assert sorted(path.name for path in folder.iterdir()) == ["One.md", "Two.md"]
    again = run("add", export, "--library", folder)
    assert again.out.splitlines()[:2] == ["Added: 0 articles", "Already in the library: 2 articles"]


def test_all_well_ends_with_0(run, folder, export):
    export.write_text("One")
    assert run("--library", folder, "add", export).status == 0
    assert run("--library", folder, "add", export).status == 0
    assert [row["title"] for row in json.loads(run("list", "--json", "--library", folder).out)] == ["One"]


def test_a_dry_run_writes_nothing(run, folder, export):
    result = run("add", "--dry-run", export, "--library", folder)
    assert result.out.startswith("Would add: 2 articles\n")
    assert list(folder.iterdir()) == []


def test_for_other_programs(run, folder, export):
    report = json.loads(run("add", export, export, "--json", "--library", folder).out)
    assert [(row["path"], row["title"]) for row in report["added"]] == [("One.md", "One"), ("Two.md", "Two")]
    assert [row["path"] for row in report["already"]] == ["One.md", "Two.md"]
    assert report["problems"] == [{"item": "row 2", "reason": "It is empty."}] * 2
    assert (report["stopped"], report["dry_run"]) == ("", False)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("fault", "It could not be read, by a fault in Dateline (RuntimeError: a bug). Please report it."),
        ("refused", "It is no export that Dateline knows."),
        ("unreadable", "It cannot be read (Permission denied)."),
    ],
)
def test_one_bad_file_does_not_stop_the_others(run, folder, export, line, reason):
    bad = export.with_name("bad.csv")
    bad.write_text(f"Before\n{line}\nnever reached")
    result = run("add", bad, folder / "nowhere.html", export, "--library", folder)
    assert result.status == 1
    assert f"{bad}: {reason}" in result.err
    assert f"{folder / 'nowhere.html'}: There is no such file or folder. Check its name." in result.err
    assert "Traceback" not in result.err
    assert result.out.startswith("Added: 3 articles\n")


def test_the_sample_library_is_refused_with_the_remedy(run, export):
    for more in ([], ["--dry-run"], ["--library", cli_sample()], ["--library", cli_sample() / "raqqa-taken.md"]):
        result = run("add", export, *more)
        assert result.status == 2
        assert "dateline add PATH --library FOLDER" in result.err


def cli_sample():
    from viewer import paths

    return paths.sample_library()


def test_a_folder_that_does_not_exist_is_said(run, export, tmp_path):
    result = run("add", export, "--library", tmp_path / "nowhere")
    assert result.status == 1
    assert "does not exist" in result.err


def test_nothing_to_add_is_a_usage_error(run, folder):
    assert run("add", "--library", folder).status == 2
