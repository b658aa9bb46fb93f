"""Bringing articles in from a terminal."""

import io
import json
from types import SimpleNamespace

import pytest

from tests.loopback import loopback
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
    assert again.out.splitlines()[:2] == ["Added: no articles", "Already in the library: 2 articles"]


def test_a_trial_tells_what_would_come_along(run, folder, tmp_path):
    table = tmp_path / "part_000000.csv"
    table.write_text(
        "title,url,time_added,tags,status\n"
        "Gate,https://news.example/gate,1541117400,war|Iraq,archive\n"
        "Gate,https://news.example/gate,1541117400,Hajin,unread\n",
        encoding="utf-8",
    )
    result = run("add", table, "--dry-run", "--library", folder)
    assert result.out.splitlines() == [
        "Would add: 1 article",
        "  Gate  (Gate.md), read, archived",
        "Already in the library: 1 article",
        "  Gate  (Gate.md), 1 new tag",
    ]
    told = json.loads(run("add", table, "--dry-run", "--json", "--library", folder).out)
    assert (told["added"][0]["marks"], told["already"][0]["tags"]) == (["read", "archived"], 1)
    run("add", table, "--library", folder)
    assert json.loads(run("list", "--json", "--library", folder).out)[0]["tags"] == ["war", "Iraq", "Hajin"]


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


def test_a_text_that_completes_an_article_is_told_as_such(run, folder, export, monkeypatch):
    where = "https://news.example/gate"
    found = [ImportedArticle("Gate", url=where), ImportedArticle("Gate", "Its text.", url=where)]
    monkeypatch.setattr(importers, "read_apart", lambda _path: iter(found), raising=False)
    report = json.loads(run("add", export, "--dry-run", "--json", "--library", folder).out)
    assert [(row["path"], row["completed"]) for row in report["added"]] == [("Gate.md", False), ("Gate.md", True)]
    assert "  Gate  (Gate.md, of which only the address was there)" in run("add", export, "--library", folder).out
    found[1] = ImportedArticle("Gate, updated", "Other words.", url=where)
    report = json.loads(run("add", export, "--dry-run", "--json", "--library", folder).out)
    assert [row["title"] for row in report["versions"]] == ["Gate, updated"]


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
    assert f"{folder / 'nowhere.html'}: There is no such file or folder. Check its name;" in result.err
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


# Addresses, the inbox, what is pasted, reports


@pytest.fixture
def server(monkeypatch):
    with loopback(monkeypatch) as made:
        yield made


def test_an_address_is_fetched_and_a_feed_is_offered(run, folder, server):
    words = "<p>" + "The water rose slowly behind the gates all day. " * 40 + "</p>"
    server.give(
        "/a", f"<html><title>The barrage</title><body><article><h1>The barrage</h1>{words}</article></body></html>"
    )
    server.give("/rss", "<rss version='2.0'><channel><title>Border news</title></channel></rss>", "text/xml")
    result = run("add", server.address("/a"), server.address("/rss"), "--library", folder, "--json", "--progress")
    told = json.loads(result.out)
    assert result.status == 1
    assert [one["title"] for one in told["added"]] == ["The barrage"]
    assert told["feeds"] == [{"item": server.address("/rss"), "url": server.address("/rss"), "title": "Border news"}]
    progress = [json.loads(line) for line in result.err.splitlines() if line.startswith("{")]
    assert progress[0] == {"done": 0, "total": 2, "phase": "fetching"}


def test_a_dry_run_of_an_address_writes_nothing(run, folder, server):
    server.give("/a.txt", "Some words of a plain text.", "text/plain")
    result = run("add", "--dry-run", server.address("/a.txt"), "--library", folder)
    assert result.out.startswith("Would add: 1 article")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["report.txt", "report.json"])
def test_a_report_is_kept(run, folder, export, tmp_path, name):
    run("add", export, "--library", folder, "--report", tmp_path / name)
    text = (tmp_path / name).read_text()
    assert "One" in text
    assert "It is empty." in text
    assert (json.loads(text)["problems"] == [{"item": "row 2", "reason": "It is empty."}]) if "json" in name else True


def test_a_report_needs_a_folder_before_anything_is_done(run, folder, export, tmp_path):
    result = run("add", export, "--library", folder, "--report", tmp_path / "nowhere" / "report.txt")
    assert result.status == 1
    assert "does not exist" in result.err
    assert list(folder.iterdir()) == []


def test_one_pass_over_an_inbox(run, folder, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in ("One", "Two"):
        (inbox / f"{name}.md").write_text(f"# {name}\n\nText of {name}.")
    result = run("add", "--inbox", inbox, inbox / "One.md", "--library", folder)
    assert result.status == 0
    assert sorted(path.name for path in inbox.iterdir()) == ["Added", "Two.md"]


def test_what_comes_on_standard_input(run, folder, monkeypatch):
    for text, option in (("# Mine\n\nSome *words*.", "text"), ("<h1>Yours</h1><p>Other words.", "html")):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        assert run("add", "--paste", option, "--library", folder).status == 0
    assert sorted(path.name for path in folder.iterdir()) == ["Mine.md", "Yours.md", "Yours.original.html"]


def test_nothing_to_add_is_said(run, folder):
    result = run("add", "--library", folder)
    assert result.status == 2
    assert "--inbox" in result.err


def test_the_whole_page_of_an_article(run, folder, server):
    words = "<p>" + "The water rose slowly behind the gates all day. " * 40 + "</p>"
    server.give(
        "/a", f"<html><title>The barrage</title><body><article><h1>The barrage</h1>{words}</article></body></html>"
    )
    (folder / "short.md").write_text(f"---\ntitle: Short\nsource: {server.address('/a')}\n---\n\nOnly a few words.\n")
    result = run("add", "--whole", "short.md", "--library", folder)
    assert result.status == 0, result.err
    assert result.out == "“The barrage” shows the whole page now. The text of before is kept as a version.\n"
    again = json.loads(run("add", "--whole", "short.md", "--library", folder, "--json").out)
    assert (again["changed"], again["title"]) == (False, "The barrage")
    assert run("add", "--whole", "short.md", "x.md", "--library", folder).status == 2
    assert "No article answers" in run("add", "--whole", "nothing", "--library", folder).err
