"""Marking, tagging and listing shelves in the terminal."""

import json

import pytest

from viewer import cli
from viewer.library import Library

ARTICLE = "---\ntitle: {}\npublished: 2018-11-0{}\ntags: [War]\n---\n\nTroops moved at Hajin.\n"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    for number, name in enumerate(("border", "halt", "bread"), 1):
        (root / f"{name}.md").write_text(ARTICLE.format(name, number), encoding="utf-8")
    return root


def listed(run, view):
    return [row["title"] for row in json.loads(run("list", "--view", view, "--json").out)]


def test_articles_are_marked_by_name_and_back(run):
    done = run("mark", "border", "halt.md", "--star", "--archive")
    assert done.status == 0
    assert done.out.splitlines() == ["Changed: 2 articles", "border.md", "halt.md"]
    assert listed(run, "starred") == listed(run, "archive") == ["halt", "border"]
    assert json.loads(run("mark", "border", "--unstar", "--unarchive", "--json").out) == {"changed": ["border.md"]}
    assert listed(run, "archive") == ["halt"]


def test_every_article_of_a_view_is_marked(run):
    run("mark", "--view", "search:Hajin", "--read")
    assert listed(run, "unread") == []
    run("mark", "--view", "all", "--unread")
    assert len(listed(run, "unread")) == 3


def test_what_is_in_the_trash_stands_there_alone_and_comes_back(run, folder):
    run("mark", "border", "--trash")
    assert listed(run, "all") == ["bread", "halt"]
    assert listed(run, "trash") == ["border"]
    assert (folder / "border.md").exists()
    run("mark", "--view", "trash", "--restore")
    assert len(listed(run, "all")) == 3


def test_tags_are_written_into_files_and_bad_files_are_named(run, folder):
    (folder / "bread.md").chmod(0o444)
    done = run("tag", "--view", "all", "--add", "Hajin", "--add", "SDF", "--remove", "War")
    assert done.status == 1
    assert "bread.md: The file is write-protected" in done.err
    assert "Changed: 2 articles" in done.out
    assert "tags: [Hajin, SDF]" in (folder / "border.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mark", "--read"], "Name the articles"),
        (["mark", "border"], "Say what to mark"),
        (["mark", "border", "--read", "--unread"], "not allowed with"),
        (["mark", "nothing like it", "--read"], "nothing like it"),
        (["mark", "--view", "nowhere", "--read"], "There is no view"),
        (["tag", "border"], "Say which tags"),
        (["tag", "border", "--add", "a,b"], "cannot be a tag"),
        (["list", "--view", "story:None"], "“dateline shelves” lists those there are"),
    ],
)
def test_a_request_that_makes_no_sense_says_so(run, arguments, words):
    done = run(*arguments)
    assert done.status == 2
    assert words in done.err


def test_the_sample_library_gets_no_tags(capsys):
    assert cli.main(["tag", "--view", "all", "--add", "x"]) == 2
    assert "sample library" in capsys.readouterr().err


def test_shelves_are_views_with_their_numbers(run, folder):
    with Library.open(folder) as library:
        library.refresh()
        library.make_story("The border", library.ids())
        library.save_search("Hajin", "Hajin is:unread")
    rows = {row["view"]: (row["name"], row["articles"]) for row in json.loads(run("shelves", "--json").out)}
    assert rows["all"] == ("", 3)
    assert rows["search:Hajin is:unread"] == ("Hajin", 3)
    assert rows["tag:War"] == ("War", 3)
    story = next(view for view in rows if view.startswith("story:"))
    assert rows[story] == ("The border", 3)
    assert len(listed(run, story)) == len(listed(run, "story:The border")) == 3
    assert "  (The border)" in run("shelves").out


def test_an_exported_library_has_its_stories_and_says_what_is_in_the_trash(run, folder, tmp_path):
    import zipfile

    with Library.open(folder) as library:
        library.refresh()
        library.make_story("The border", library.ids())
        library.trash([library.find("border.md")])
        library.save_search("Hajin", "Hajin")
    assert run("export", "library", "--format", "zip", "--out", tmp_path / "all.zip").status == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        stories = json.loads(archive.read("dateline-stories.json"))
        rows = json.loads(archive.read("dateline-articles.json"))["articles"]
    assert stories["searches"] == [{"name": "Hajin", "query": "Hajin"}]
    assert set(stories["stories"][0]["articles"]) == {"border.md", "bread.md", "halt.md"}
    assert {row["path"]: row["trashed"] for row in rows} == {"border.md": True, "bread.md": False, "halt.md": False}
    run("export", "library", "--format", "json", "--out", tmp_path / "all.json")
    assert "border.md" not in (tmp_path / "all.json").read_text("utf-8")


def test_a_story_has_a_timeline_with_every_source(run, folder):
    with Library.open(folder) as library:
        library.refresh()
        library.make_story("The border", library.ids())
    (folder / "late.md").write_text(
        "---\ntitle: late\npublished: 2018-12-01\n---\n\nThe crossing opened on 5 November 2018.\n", encoding="utf-8"
    )
    with Library.open(folder) as library:
        library.refresh()
        library.change_story(library.stories()[0].id, add=[library.find("late.md")])
    rows = json.loads(run("timeline", "story:The border", "--json").out)
    row = next(row for row in rows if row["when"] == "2018-11-05")
    assert [(one["path"], one["title"]) for one in row["reports"]] == [("late.md", "late")]
    assert "says “late”" in run("timeline", "story:The border").out
    assert run("timeline", "story:None").status == 2


def test_nothing_to_do_is_said_as_a_person_would(run):
    already = "Changed: no articles; what was asked for is so already.\n"
    assert run("mark", "border", "--unstar").out == already
    assert run("tag", "border", "--remove", "never there").out == already
    assert run("mark", "--view", "trash", "--restore").out == "Changed: no articles; none stands in this view.\n"
    assert json.loads(run("mark", "border", "--unstar", "--json").out) == {"changed": []}


def test_what_failed_is_not_called_so_already(run, folder):
    (folder / "odd.md").write_text("---\ntags: [a\n---\nWords.\n", encoding="utf-8")
    result = run("tag", "odd.md", "--add", "War")
    assert (result.status, result.out) == (1, "Changed: no articles\n")
    assert "odd.md" in result.err
