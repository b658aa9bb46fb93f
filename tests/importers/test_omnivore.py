from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from viewer.importers import read
from viewer.importers.omnivore import parse_highlights
from viewer.model import ImportedHighlight

ENTRY = {
    "id": "5f1e",
    "slug": "troops-166",
    "title": "Troops",
    "description": "What it is about",
    "author": "Ada Writer",
    "url": "https://a.example/1",
    "state": "Archived",
    "readingProgress": 45,
    "thumbnail": "https://a.example/t.png",
    "labels": ["iraq", {"name": "middle east"}],
    "savedAt": "2018-11-02T09:30:00.000Z",
    "updatedAt": "2018-11-04T09:30:00.000Z",
    "publishedAt": "2018-11-01T00:00:00.000Z",
}


@pytest.mark.usefixtures("plain_converter")
def test_every_field_arrives(bring_in, zipped):
    entries = {
        "metadata_0_to_20.json": json.dumps([ENTRY]),
        "content/troops-166.html": "<p>Iraqi troops.</p>",
        "highlights/troops-166.md": "> Iraqi troops\n\nA thought\n",
    }
    (article,), problems = bring_in("omnivore.zip", zipped(entries))
    assert (article.title, article.url) == ("Troops", "https://a.example/1")
    assert article.description == "What it is about"
    assert article.authors == ("Ada Writer",)
    assert article.archived
    assert article.read
    assert article.progress == 0.45
    assert article.tags == ("iraq", "middle east")
    assert article.saved == datetime(2018, 11, 2, 9, 30, tzinfo=UTC)
    assert (article.published, article.published_from) == ("2018-11-01T00:00:00+00:00", "export")
    assert article.markdown == "Iraqi troops."
    assert article.original.data == b"<p>Iraqi troops.</p>"
    assert article.highlights == (ImportedHighlight("Iraqi troops", "A thought"),)
    assert dict(article.extra) == {
        "omnivore_id": "5f1e",
        "omnivore_slug": "troops-166",
        "omnivore_state": "Archived",
        "omnivore_thumbnail": "https://a.example/t.png",
        "omnivore_updated": "2018-11-04T09:30:00.000Z",
    }
    assert article.item == "metadata_0_to_20.json, item 1"
    assert problems == []


@pytest.mark.usefixtures("plain_converter")
def test_states_and_several_lists(bring_in, zipped):
    entries = {
        f"metadata_{at}_to_{at + 1}.json": json.dumps(
            [{**ENTRY, "slug": str(at), "state": state, "readingProgress": at}]
        )
        for at, state in enumerate(["Active", "Unknown"])
    }
    articles, problems = bring_in("omnivore.zip", zipped(entries))
    assert [(one.archived, one.read, one.progress) for one in articles] == [(False, False, 0.0), (False, False, 0.01)]
    assert problems == []


@pytest.mark.usefixtures("plain_converter")
def test_a_slug_is_never_a_path(bring_in, zipped, tmp_path):
    (tmp_path / "secret.html").write_text("secret")
    entries = {
        "metadata_0_to_1.json": json.dumps([{**ENTRY, "slug": "../secret"}, {**ENTRY, "slug": "bomb"}]),
        "content/bomb.html": "x" * 1_000_000,
    }
    (first, second), problems = bring_in("omnivore.zip", zipped(entries))
    assert (first.markdown, second.markdown) == ("", "")
    assert "200 times" in problems[0].reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> One\n\n> Two\n", [("One", "", ()), ("Two", "", ())]),
        (
            "> One\n> more\n>\n> end\nA note\n\nand more\n\n> Two",
            [("One\nmore\n\nend", "A note\n\nand more", ()), ("Two", "", ())],
        ),
        ("> [One](https://omnivore.example/me/x#1) #war #front\n\nNote", [("One", "Note", ("war", "front"))]),
        ("", []),
    ],
)
def test_highlights(text, expected):
    assert [(one.quote, one.note, one.tags) for one in parse_highlights(text)] == expected


@pytest.mark.usefixtures("plain_converter")
def test_an_unpacked_export_and_a_list_by_itself(bring_in, tmp_path):
    (tmp_path / "out/content").mkdir(parents=True)
    (tmp_path / "out/content/troops-166.html").write_text("<p>Iraqi troops.</p>")
    bring_in("out/highlights/troops-166.md", "> Iraqi troops\n")
    (alone,), _ = bring_in("out/metadata_0_to_20.json", json.dumps([ENTRY]))
    assert (alone.title, alone.markdown) == ("Troops", "")
    (article,) = read(tmp_path / "out")
    assert (article.markdown, len(article.highlights)) == ("Iraqi troops.", 1)


@pytest.mark.usefixtures("plain_converter")
def test_a_pdf_without_text_is_kept(bring_in, zipped):
    entries = {"metadata_0_to_1.json": json.dumps([ENTRY]), "content/troops-166.pdf": b"%PDF-1.7 broken"}
    (article,), problems = bring_in("omnivore.zip", zipped(entries))
    assert (article.original.name, article.original.data) == ("original.pdf", b"%PDF-1.7 broken")
    assert "without its text" in problems[0].reason
