"""Versions and conflicted copies from a terminal."""

import json

import pytest

from viewer import cli
from viewer.cli.originals import words_changed
from viewer.library import Library
from viewer.model import ImportedArticle

ITEM = ImportedArticle("Gate", "Twelve were hurt at the gate.", url="https://news.example/gate", published="2018-11-02")
UPDATE = ImportedArticle("Gate", "Fifteen were hurt at the gate.", url=ITEM.url, published="2018-11-03")


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    with Library.open(root) as library:
        library.add([ITEM])
        library.add([UPDATE])
    return root


def run(folder, capsys, *arguments):
    status = cli.main([*arguments, "--library", str(folder)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_versions_are_listed(folder, capsys):
    assert run(folder, capsys, "versions", "Gate") == (
        0,
        "2018-11-03  version, newer  (Gate.versions/2018-11-03.md)\n",
        "",
    )
    (row,) = json.loads(run(folder, capsys, "versions", "Gate", "--json")[1])
    assert row["newer"] is True
    assert row["day"] == "2018-11-03"


def test_a_version_is_compared(folder, capsys):
    out = run(folder, capsys, "versions", "Gate", "--compare", "2018-11-03")[1]
    assert out == "[-Twelve-]{+Fifteen+} were hurt at the gate.\n"
    found = json.loads(run(folder, capsys, "versions", "Gate", "--compare", "2018-11-03", "--json")[1])
    assert (found["added"], found["removed"], found["cut"]) == (1, 1, "")


def test_a_version_is_used(folder, capsys):
    status, out, _ = run(folder, capsys, "versions", "Gate", "--use", "2018-11-03")
    assert (status, out.startswith("The text of the version 2018-11-03 is shown now.")) == (0, True)
    assert "Fifteen" in (folder / "Gate.md").read_text()
    assert run(folder, capsys, "versions", "Gate", "--compare", "2018-11-03")[1] == "Both texts have the same words.\n"


def test_a_name_that_no_text_has_ends_with_2(folder, capsys):
    status, _, complaint = run(folder, capsys, "versions", "Gate", "--compare", "2018-11-09")
    assert (status, "There are: 2018-11-03." in complaint) == (2, True)


def test_an_article_without_other_texts(folder, capsys):
    (folder / "other.md").write_text("Words.")
    assert run(folder, capsys, "versions", "other") == (
        0,
        "",
        "dateline: No other text of this article is kept.\n",
    )


def test_an_import_says_what_became_a_version(folder, capsys, tmp_path):
    page = "---\ntitle: Gate\nurl: https://news.example/gate\npublished: 2018-11-04\n---\n\nTwenty were hurt.\n"
    (tmp_path / "new.md").write_text(page)
    status, out, _ = run(folder, capsys, "add", str(tmp_path / "new.md"))
    assert status == 0
    assert "Kept as versions of articles that are there: 1\n  Gate  (Gate.versions/2018-11-04.md)" in out


PAGE = "<html><head><title>Gate</title></head><body><article>{}</article><footer><p>Imprint stands here.</p></footer>"


def test_an_article_is_extracted_again(folder, capsys):
    words = "<p>" + "Twelve people were hurt at the gate of the town on Monday, the ministry said. " * 12 + "</p>"
    (folder / "Gate.original.html").write_text(PAGE.format(words))
    status, out, _ = run(folder, capsys, "extract", "Gate.md", "--whole", "--dry-run")
    assert status == 0
    assert "{+Imprint stands here.+}" in out
    assert "Imprint" not in (folder / "Gate.md").read_text()
    status, out, _ = run(folder, capsys, "extract", "Gate.md", "--whole")
    assert (status, "The text before is kept." in out) == (0, True)
    assert "Imprint" in (folder / "Gate.md").read_text()
    row = json.loads(run(folder, capsys, "extract", "Gate.md", "--first", "--json")[1])
    assert (row["added"], row["highlights_unplaced"]) == (0, 0)


def test_without_a_page_there_is_nothing_to_extract(folder, capsys):
    status, _, complaint = run(folder, capsys, "extract", "Gate.md", "--other")
    assert (status, "is not kept beside it" in complaint) == (1, True)
    assert run(folder, capsys, "extract", "Gate.md")[0] == 2


def test_only_what_changed_is_counted():
    assert words_changed(0, 3) == "3 words removed"
    assert words_changed(1, 0) == "1 word added"
    assert words_changed(1, 2) == "1 word added, 2 words removed"
    assert words_changed(0, 0) == "no words changed"
