"""The program in a terminal: what it prints, where, and with which status it ends."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from viewer import __version__, cli

ARTICLE = """---
title: Troops at the border
published: 2018-11-02
section: War
author: Ada Writer
---

Iraqi troops reinforced Hajin on Thursday, November 1. Iraqi forces retook Anbar in late 2017.

See [what came before](before.md).
"""
BEFORE = "---\ntitle: What came before\npublished: 2018-09-11\n---\n\nTroops at Hajin moved on 10 September 2018.\n"


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    (root / "border.md").write_text(ARTICLE, encoding="utf-8")
    (root / "before.md").write_text(BEFORE, encoding="utf-8")
    return root


@pytest.fixture
def run(capsys):
    """Run the program; gives its status, output and complaints."""

    def start(*arguments):
        status = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return SimpleNamespace(status=status, out=captured.out, err=captured.err)

    return start


@pytest.fixture
def window(monkeypatch):
    """Stands for viewer.app; remembers what it was asked for."""
    asked = []
    fake = SimpleNamespace(
        run=lambda *arguments: asked.append(("run", *arguments)) or 0,
        screenshot=lambda *arguments: asked.append(("screenshot", *arguments)) or 0,
    )
    monkeypatch.setitem(sys.modules, "viewer.app", fake)
    return asked


# --- help and usage


def test_help_shows_commands_and_examples(run):
    result = run("--help")
    assert result.status == 0
    for word in (
        "list",
        "search",
        "related",
        "timeline",
        "screenshot",
        "add",
        "export",
        "doctor",
        "examples:",
        "exit status",
    ):
        assert word in result.out


@pytest.mark.parametrize("command", ["list", "search", "related", "timeline", "screenshot", "add", "export", "doctor"])
def test_every_command_has_help(run, command):
    result = run(command, "--help")
    assert result.status == 0
    assert f"dateline {command}" in result.out


def test_version(run):
    assert run("--version").out == f"Dateline {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["timeline"], "ARTICLE"),
        (["search"], "WORD"),
        (["list", "--nonsense"], "--nonsense"),
        (["list", "--view", "nowhere"], "no view “nowhere”"),
        (["list", "--order", "colour"], "no order “colour”"),
        (["search", "x", "--limit", "0"], "not a whole number above 0"),
        (["screenshot"], "--out"),
        (["screenshot", "--out", "a.png", "--size", "10x10"], "between 200 and 10000"),
        (["screenshot", "--out", "a.png", "--scale", "nan"], "between 0.5 and 4"),
        (["screenshot", "--out", "a.png", "--theme", "pink"], "pink"),
    ],
)
def test_a_request_that_makes_no_sense_ends_with_2_and_a_sentence(run, folder, arguments, complaint):
    result = run("--library", folder, *arguments)
    assert result.status == 2
    assert complaint in result.err
    assert result.err.startswith("dateline: ")
    assert "Traceback" not in result.err
    assert result.out == ""


def test_a_missing_folder_ends_with_1(run, tmp_path):
    for arguments in (["list"], ["search", "x"], []):
        result = run(*arguments, "--library", tmp_path / "nowhere")
        assert result.status == 1
        assert "does not exist" in result.err


def test_an_unknown_article_names_near_misses(run, folder):
    result = run("timeline", "bordr", "--library", folder)
    assert result.status == 2
    assert "Did you mean: border.md?" in result.err


def test_help_needs_neither_qt_nor_markdown():
    program = (
        "import sys; from viewer.cli import main; main(['--help'])\n"
        "heavy = {'PySide6', 'markdown', 'nh3', 'yaml', 'sqlite3'} & set(sys.modules)\n"
        "print('heavy:', sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("heavy: []\n")


# --- list, search, related


def test_list_in_words(run, folder):
    result = run("list", "--library", folder)
    assert result.status == 0
    first, second = result.out.splitlines()
    assert first.split() == ["2", "Nov", "2018", "1", "min", "Troops", "at", "the", "border", "(border.md)"]
    assert "11 Sep 2018" in second
    assert result.err == ""


def test_options_may_stand_before_the_command(run, folder):
    after = run("list", "--json", "--library", folder)
    before = run("--library", folder, "--json", "list")
    assert after.out == before.out
    rows = json.loads(after.out)
    assert [row["path"] for row in rows] == ["border.md", "before.md"]
    assert rows[0] == rows[0] | {
        "title": "Troops at the border",
        "published": "2018-11-02",
        "authors": ["Ada Writer"],
        "sections": ["War"],
        "read": False,
        "minutes": 1,
    }


def test_list_names_what_cannot_be_read_and_ends_with_1(run, folder):
    (folder / "empty.md").write_bytes(b"")
    result = run("list", "--library", folder)
    assert result.status == 1
    assert len(result.out.splitlines()) == 2
    assert "empty.md: The file is empty" in result.err


def test_search(run, folder):
    rows = json.loads(run("search", "hajin", "troops", "--json", "--library", folder).out)
    assert {row["path"] for row in rows} == {"border.md", "before.md"}
    for row in rows:
        assert {row["snippet"][begin:end].casefold() for begin, end in row["hits"]} <= {"hajin", "troops"}
    assert "Troops at the border" in run("search", "anbar", "--library", folder).out
    nothing = run("search", "nowhereword", "--library", folder)
    assert (nothing.status, nothing.out) == (0, "")
    assert "No article has a word that begins with" in nothing.err


def test_search_without_a_word(run, folder):
    rows = json.loads(run("search", "hajin", "-anbar", "--json", "--library", folder).out)
    assert [row["path"] for row in rows] == ["before.md"]
    without = json.loads(run("search", "-hurricane", "--json", "--library", folder).out)
    assert "before.md" in [row["path"] for row in without]
    assert "only leaves things out" in without[0]["problems"][0]
    assert "Articles that answer a search" in run("search", "-h").out
    assert run("search", "hajin", "--nonsense", "--library", folder).status == 2


def test_related_says_why(run, folder):
    (row,) = json.loads(run("related", "border", "--json", "--library", folder).out)
    assert (row["path"], row["relation"]) == ("before.md", "linked")
    assert row["why"][0] == "linked from this article"
    assert "linked from this article" in run("related", "border", "--library", folder).out


# --- timeline


def test_timeline_for_other_programs(run, folder):
    rows = json.loads(run("timeline", "border.md", "--json", "--library", folder).out)
    keys = "order label text when begin end precision approximate basis factuality sources figures readings conflict"
    assert all(set(keys.split()) | {"passage", "expression", "explanation"} == set(row) for row in rows)
    day = next(row for row in rows if row["when"] == "2018-11-01")
    assert (day["begin"], day["end"], day["precision"]) == ("2018-11-01", "2018-11-01", "day")
    assert "Hajin" in day["text"]
    assert day["explanation"]


def test_timeline_in_words(run, folder):
    plain = run("timeline", "border", "--library", folder)
    assert plain.status == 0
    assert plain.out.startswith("Troops at the border\nborder.md · 2 Nov 2018\n")
    assert "1 Nov 2018" in plain.out
    explained = run("timeline", "border", "--explain", "--library", folder)
    assert "rule:" in explained.out
    assert "rule:" not in plain.out


def test_an_article_may_be_a_file_anywhere(run, folder):
    assert json.loads(run("timeline", folder / "before.md", "--json").out)[0]["when"] == "2018-09-10"


def test_the_sample_library_is_the_default(run):
    rows = json.loads(run("list", "--json").out)
    assert "border-troops-reinforced.md" in {row["path"] for row in rows}
    assert json.loads(run("timeline", "border-troops-reinforced", "--json").out)


# --- the window


def test_without_a_display_it_says_so_and_ends_with_2(run, monkeypatch, window):
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a display")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = run()
    assert result.status == 2
    assert "no display" in result.err
    assert window == []
    instead = run("--or-screenshot", "a.png")
    assert instead.status == 0
    assert "A picture of it is written to a.png" in instead.err
    assert window[0][0] == "screenshot"


def test_the_window_gets_the_folder_or_the_file(run, monkeypatch, window, folder):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run().status == run(folder).status == run(folder / "border.md").status == 0
    assert window == [("run", None, None), ("run", folder, None), ("run", folder / "border.md", "border.md")]
    assert run(folder, "--library", folder).status == 2
    assert run(folder / "nowhere.md").status == 1


def test_screenshot_passes_on_what_was_asked(run, window, folder, tmp_path):
    options = ["--size", "1000x700", "--scale", "1.5", "--theme", "dark", "--article", "border"]
    assert run("screenshot", "--out", tmp_path / "a.png", *options, "--library", folder).status == 0
    assert window == [("screenshot", folder, tmp_path / "a.png", (1000, 700), 1.5, "dark", "border")]
    missing = run("screenshot", "--out", tmp_path / "nowhere" / "a.png")
    assert missing.status == 1
    assert "does not exist" in missing.err


# --- the terminal itself


def test_a_reader_who_has_enough_is_no_fault(folder):
    for number in range(300):
        (folder / f"{number}.md").write_text(f"# A title of some length to fill the pipe, number {number}\n\nText.")
    command = f"'{sys.executable}' -m viewer list --library '{folder}' | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=os.environ, check=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_a_terminal_without_unicode_gets_question_marks(folder):
    (folder / "arabic.md").write_text("# العراق\n\nنص", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "viewer", "list", "--library", str(folder)],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert b"arabic.md" in done.stdout


def test_nothing_that_a_terminal_would_obey_is_printed(run, folder):
    (folder / "escape.md").write_text("---\ntitle: Escape\n---\n\nA word \x1b[31mred\x07 and more.\n")
    assert "\x1b" not in run("search", "red", "--library", folder).out


def test_articles_that_are_nearly_the_same_are_listed_in_groups(tmp_path, capsys):
    words = " ".join(f"word{n}" for n in range(120))
    for name, text in (("a", words), ("b", f"{words} And a sentence more."), ("c", "Something else altogether.")):
        (tmp_path / f"{name}.md").write_text(f"# Title {name}\n\n{text}\n")
    assert cli.main(["list", "--duplicates", "--library", str(tmp_path)]) == 0
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == ["(a.md)", "(b.md)"]
    assert cli.main(["list", "--duplicates", "--json", "--library", str(tmp_path)]) == 0
    assert [row["group"] for row in json.loads(capsys.readouterr().out)] == [1, 1]
    (tmp_path / "b.md").unlink()
    assert cli.main(["list", "--duplicates", "--library", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "No two articles" in printed.err


def test_an_empty_list_says_so(tmp_path, capsys):
    assert cli.main(["list", "--library", str(tmp_path)]) == 0
    assert "The library holds no article yet." in capsys.readouterr().err
    (tmp_path / "a.md").write_text("# A\n\nWords.\n")
    assert cli.main(["list", "--view", "trash", "--library", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "dateline: No article stands in “trash”.\n"
    assert cli.main(["list", "--view", "trash", "--json", "--library", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert cli.main(["feeds", "--library", str(tmp_path)]) == 0
    assert "No feed is followed yet." in capsys.readouterr().err
    assert cli.main(["feeds", "refresh", "--library", str(tmp_path)]) == 0
    assert capsys.readouterr() == (
        "",
        "dateline: No feed is followed yet. “dateline feeds add ADDRESS --library FOLDER” follows one.\n",
    )
