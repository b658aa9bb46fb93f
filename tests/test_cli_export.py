"""Exports from a terminal: every format arrives, whole or not at all, and no article is written over."""

import csv
import json
import os
import zipfile
from types import SimpleNamespace

import pytest

from viewer import cli
from viewer.library import Library
from viewer.model import Passage

ARTICLE = """---
title: Troops at the border
published: 2018-11-02
---

Iraqi troops reinforced Hajin on Thursday, November 1. Iraqi forces retook Anbar in late 2017.
"""


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    (root / "border.md").write_text(ARTICLE, encoding="utf-8")
    (root / "other.txt").write_text("Other words\n\nOf no date.\n", encoding="utf-8")
    return root


@pytest.fixture
def run(capfdbinary):
    def start(*arguments):
        status = cli.main([str(argument) for argument in arguments])
        captured = capfdbinary.readouterr()
        return SimpleNamespace(status=status, out=captured.out.decode(), err=captured.err.decode())

    return start


@pytest.mark.parametrize(
    ("format", "begin", "holds"),
    [
        ("timelinejs", "{", '"start_date"'),
        ("csv", "Year,Month,Day,Time,", "2018,11,1,"),
        ("ics", "BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20181101"),
        ("md", "# Troops at the border\n", "[^1]: “Iraqi"),
        ("html", "<!DOCTYPE html>", 'datetime="2018-11-01"'),
    ],
)
def test_a_timeline_in_every_format(run, folder, tmp_path, format, begin, holds):
    out = tmp_path / f"timeline.{format}"
    result = run("export", "timeline", "border", "--format", format, "--out", out, "--library", folder)
    assert (result.status, result.out, result.err) == (0, "", "")
    written = out.read_bytes().decode()
    assert written.startswith(begin)
    assert holds in written
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library", out.name]
    piped = run("export", "timeline", "border", "--format", format, "--out", "-", "--library", folder)
    assert piped.out.splitlines()[0] == written.splitlines()[0]


SECOND = """---
title: A week on the line
published: 2018-11-05
---

Iraqi troops reinforced Hajin on November 1. The bridge was closed on Sunday.
"""


@pytest.fixture
def story(folder):
    (folder / "week.md").write_text(SECOND, encoding="utf-8")
    with Library.open(folder) as library:
        library.make_story("The line", [article.id for article in library.articles()])
        return next(story.id for story in library.stories())


@pytest.mark.parametrize("format", ["timelinejs", "csv", "ics", "md", "html"])
def test_the_timeline_of_a_story_names_every_report(run, folder, tmp_path, story, format):
    out = tmp_path / f"story.{format}"
    result = run("export", "timeline", "story:The line", "--format", format, "--out", out, "--library", folder)
    assert (result.status, result.err) == (0, "")
    written = out.read_text(encoding="utf-8")
    assert "The bridge was closed" in written
    assert "Troops at the border" in written
    assert "A week on the line" in written
    by_id = run("export", "timeline", f"story:{story}", "--format", "md", "--out", "-", "--library", folder)
    assert by_id.out.startswith("# The line\n")


def test_a_story_that_is_not_there_is_named(run, folder, tmp_path):
    out = tmp_path / "x.md"
    result = run("export", "timeline", "story:Nowhere", "--format", "md", "--out", out, "--library", folder)
    assert (result.status, out.exists()) == (2, False)
    assert "Nowhere" in result.err


def test_an_article_may_be_a_file_anywhere(run, folder, tmp_path):
    assert run("export", "timeline", folder / "border.md", "--format", "md", "--out", tmp_path / "a.md").status == 0
    assert "Anbar" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_a_library_in_every_format(run, folder, tmp_path):
    with Library.open(folder) as library:
        library.refresh()
        library.star([library.find("border")])
    for format in ("zip", "json", "csv"):
        out = tmp_path / f"all.{format}"
        assert run("export", "library", "--format", format, "--out", out, "--library", folder).status == 0
    rows = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["articles"]
    assert {row["path"]: (row["starred"], row["markdown"]) for row in rows} == {
        "border.md": (True, ARTICLE),
        "other.txt": (False, "Other words\n\nOf no date.\n"),
    }
    lines = list(csv.DictReader((tmp_path / "all.csv").read_text(encoding="utf-8").splitlines()))
    assert {line["path"]: line["starred"] for line in lines} == {"border.md": "yes", "other.txt": "no"}
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.read("border.md").decode() == ARTICLE
        listed = json.loads(archive.read("dateline-articles.json"))["articles"]
        assert {row["path"] for row in listed if row["starred"]} == {"border.md"}
        assert archive.testzip() is None


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (["timeline", "--format", "md", "--out", "x"], 2, "Name the article"),
        (["timeline", "border", "--format", "zip", "--out", "x"], 2, "A timeline cannot be written as zip"),
        (["highlights", "--format", "csv", "--out", "x"], 2, "What is highlighted cannot be written as csv"),
        (["highlights", "nothing-like-it", "--format", "md", "--out", "x"], 2, "No article answers"),
        (["library", "--format", "ics", "--out", "x"], 2, "A library cannot be written as ics"),
        (["library", "border", "--format", "csv", "--out", "x"], 2, "without naming an article"),
        (["timeline", "nothing-like-it", "--format", "md", "--out", "x"], 2, "No article answers"),
        (["library", "--format", "csv"], 2, "--out"),
        (["library", "--format", "csv", "--out", "nowhere/x"], 1, "does not exist"),
        (["library", "--format", "csv", "--out", "."], 1, "Choose another name"),
        (["library", "--format", "csv", "--out", "library/border.md"], 1, "is not written over"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run, folder, tmp_path, monkeypatch, arguments, status, complaint):
    monkeypatch.chdir(tmp_path)
    result = run("export", *arguments, "--library", folder)
    assert result.status == status
    assert complaint in result.err
    assert "Traceback" not in result.err
    assert (folder / "border.md").read_text(encoding="utf-8") == ARTICLE
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


@pytest.mark.parametrize(("what", "format"), [("timeline", "html"), ("library", "json")])
def test_a_full_disk_leaves_the_last_export_as_it_was(run, folder, tmp_path, monkeypatch, what, format):
    out = tmp_path / "out"
    out.write_text("before")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("viewer.library.saving.os.write", full)
    names = ["border"] if what == "timeline" else []
    result = run("export", what, *names, "--format", format, "--out", out, "--library", folder)
    assert result.status == 1
    assert "could not be written (No space left on device). Nothing of what was there is changed" in result.err
    assert out.read_text() == "before"
    assert sorted(os.listdir(tmp_path)) == ["library", "out"]


def test_exporting_changes_nothing_in_the_library(run, folder, tmp_path):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    run("export", "library", "--format", "zip", "--out", tmp_path / "a.zip", "--library", folder)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


@pytest.mark.parametrize("name", [(), ("border",)])
def test_highlights_of_one_article_or_of_all(run, folder, tmp_path, name):
    empty = run("export", "highlights", *name, "--format", "md", "--out", "-", "--library", folder)
    assert (empty.status, empty.out) == (0, "\n")
    with Library.open(folder) as library:
        id = library.find("border")
        library.highlight(id, library.document(id), [Passage(0, 0, 12)], "green", "How many?")
    told = run("export", "highlights", *name, "--format", "md", "--out", "-", "--library", folder)
    assert told.status == 0
    assert told.out.endswith("\n\n> Iraqi troops\n\nHow many?\n")
    out = tmp_path / "highlights.json"
    assert run("export", "highlights", *name, "--format", "json", "--out", out, "--library", folder).status == 0
    (article,) = json.loads(out.read_text(encoding="utf-8"))["articles"]
    assert (article["path"], article["highlights"][0]["color"]) == ("border.md", "green")


def test_a_file_of_highlights_that_cannot_be_read_is_named(run, folder):
    (folder / "border.annotations.json").write_text("{")
    told = run("export", "highlights", "--format", "md", "--out", "-", "--library", folder)
    assert told.status == 1
    assert "border.annotations.json: It cannot be read as annotations" in told.err
