"""Highlights and notes for an article that the library has."""

import errno
import json
import os

import pytest

from viewer.library import rewriting
from viewer.library.annotating import Annotator
from viewer.model import ImportedArticle, ImportedHighlight

ITEM = ImportedArticle("T", highlights=(ImportedHighlight("the “gate”", "Why?"),), note="A note.")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "one.md").write_text("They came to the\n'gate' at night.\n".replace("'", '"'))
    return tmp_path


def items(folder):
    return json.loads((folder / "sub" / "one.annotations.json").read_text())["items"]


def test_what_is_not_there_yet_is_added_with_its_place(folder):
    assert Annotator(folder).add(ITEM, "sub/one.md", dry_run=False) == 2
    quote, place = items(folder)[0]["target"]["selector"]
    assert (quote["exact"], quote["suffix"], place["start"]) == ('the "gate"', " at night.", 13)


def test_what_others_wrote_beside_it_stays(folder):
    page = {"label": "mine", "items": [{"id": "x", "body": {"value": "A note."}}, "odd"]}
    (folder / "sub" / "one.annotations.json").write_text(json.dumps(page))
    assert Annotator(folder).add(ITEM, "sub/one.md", dry_run=False) == 1
    assert items(folder)[:2] == page["items"]
    assert json.loads((folder / "sub" / "one.annotations.json").read_text())["label"] == "mine"
    assert Annotator(folder).add(ITEM, "sub/one.md", dry_run=False) == 0


@pytest.mark.parametrize("quote", ["word " * 6000, "half \ud800 of a pair", "a\u00a0b — c", "two\n\nparagraphs"])
def test_whatever_is_quoted_comes_once(folder, quote):
    item = ImportedArticle("T", highlights=(ImportedHighlight(quote), ImportedHighlight("", quote)))
    assert Annotator(folder).add(item, "sub/one.md", dry_run=False) == 2
    assert Annotator(folder).add(item, "sub/one.md", dry_run=False) == 0


def test_a_dry_run_counts_the_same_and_writes_nothing(folder):
    annotator = Annotator(folder)
    annotator.note(ITEM, "sub/one.md")
    assert annotator.add(ITEM, "sub/one.md", dry_run=True) == 0
    assert annotator.add(ITEM, "sub/two.md", dry_run=True) == 2
    assert annotator.add(ITEM, "sub/two.md", dry_run=True) == 0
    assert list(folder.rglob("*.json")) == []


def test_nothing_is_written_through_a_link_that_leads_out_of_the_library(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "kept.json"
    outside.write_text('{"items": []}')
    (folder / "sub" / "one.annotations.json").symlink_to(outside)
    with pytest.raises(ValueError, match="annotations"):
        Annotator(folder).add(ITEM, "sub/one.md", dry_run=False)
    assert outside.read_text() == '{"items": []}'


def test_an_article_that_cannot_be_read_gets_its_highlights_all_the_same(folder):
    assert Annotator(folder).add(ITEM, "sub/gone.md", dry_run=False) == 2


def test_what_is_no_regular_file_is_never_waited_for(folder):
    os.mkfifo(folder / "sub" / "one.annotations.json")
    with pytest.raises(ValueError, match="annotations"):
        Annotator(folder).add(ITEM, "sub/one.md", dry_run=False)


def test_what_another_program_writes_meanwhile_is_kept(folder, write_meanwhile):
    place = folder / "sub" / "one.annotations.json"
    place.write_text('{"items": [], "n": 1e400}')
    write_meanwhile(rewriting, place, '{"items": [{"id": "x", "bodyValue": "A note."}], "n": 1e400}')
    assert Annotator(folder).add(ITEM, "sub/one.md", dry_run=False) == 1
    assert [len(items(folder)), items(folder)[0]["id"]] == [2, "x"]
    assert place.read_text().endswith(', "n": 1e400}')


@pytest.mark.parametrize(("code", "kind"), [(errno.ENOSPC, OSError), (errno.EACCES, ValueError)])
def test_what_cannot_be_written_is_left_as_it_is(folder, monkeypatch, code, kind):
    place = folder / "sub" / "one.annotations.json"
    place.write_text('{"items": []}')

    def fail(*_):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", fail)
        with pytest.raises(kind):
            Annotator(folder).add(ITEM, "sub/one.md", dry_run=False)
    assert place.read_text() == '{"items": []}'
    assert Annotator(folder).add(ITEM, "sub/one.md", dry_run=False) == 2
