"""Setting dates in the terminal."""

import json

import pytest

TEXT = "# The town\n\nTroops entered the town on Thursday. Rebels left in May 2017.\n\nIn May 2017 it had rained.\n"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    (root / "town.md").write_text(TEXT, encoding="utf-8")
    return root


def whens(run):
    return {row["label"].split()[0]: row["when"] for row in json.loads(run("timeline", "town", "--json").out)}


def test_the_day_of_publication_is_written_into_the_file(run, folder):
    assert whens(run)["Troops"] == ""
    done = run("date", "town", "--published", "2 Nov 2018")
    assert (done.status, done.out) == (0, "Set: town.md\n")
    assert (folder / "town.md").read_text("utf-8") == f"---\npublished: 2018-11-02\n---\n\n{TEXT}"
    assert whens(run)["Troops"] == "2018-11-01"
    assert run("date", "town", "--published", "2018-11-02").out == "Nothing to change: town.md\n"


def test_words_mean_what_is_said_and_again_what_dateline_reads(run):
    assert json.loads(run("date", "town", "on Thursday", "--is", "25 Oct 2018", "--json").out) == {
        "path": "town.md",
        "changed": True,
    }
    assert whens(run)["Troops"] == "2018-10-25"
    assert "set by the reader" in run("timeline", "town", "--explain").out
    run("date", "town", "on Thursday", "--is", "none")
    assert "Troops" not in whens(run)
    assert run("date", "town", "Thursday", "--as-read").status == 0
    assert "set by the reader" not in run("timeline", "town", "--explain").out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "Say what to set"),
        (["Thursday"], "Say what to set"),
        (["on Friday", "--is", "2018"], "do not stand in town.md"),
        (["May 2017", "--is", "2018"], "stand in town.md 2 times"),
        (["Thursday", "--is", "soon"], "says no date that can be read"),
        (["--published", "soon"], "names no day"),
        (["the town", "--is", "2018"], "neither a date of the article nor an event without one"),
        (["2017", "--is", "2018"], "2 times"),
    ],
)
def test_what_makes_no_sense_is_said_and_changes_nothing(run, folder, arguments, reason):
    done = run("date", "town", *arguments)
    assert done.status == 2
    assert reason in done.err
    assert (folder / "town.md").read_text("utf-8") == TEXT
    assert sorted(path.name for path in folder.iterdir()) == ["town.md"]


def test_a_file_that_cannot_be_changed_is_named(run, folder):
    (folder / "town.md").write_text("+++\ntitle = 'A'\n+++\n" + TEXT, encoding="utf-8")
    done = run("date", "town", "--published", "2018")
    assert done.status == 1
    assert "town.md" in done.err
    assert "TOML" in done.err
