"""Highlights and notes as Markdown and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import PurePosixPath

import pytest

from viewer.exporters import Highlight, Highlighted, highlights_json, highlights_markdown
from viewer.model import Article

ARTICLE = Article(1, PurePosixPath("a.md"), "The *gate*", published=date(2018, 11, 2), url="https://news.example/a b")
MADE = datetime(2019, 3, 4, 12, tzinfo=UTC)
HIGHLIGHTS = (
    Highlight(note="Of all"),
    Highlight("It [opened]\n\nat <night>.", "Why?\n\nThen?", ("war", "gates"), "pink", MADE),
    Highlight("Gone", is_placed=False),
)


def test_markdown_shows_every_word_as_it_is():
    assert highlights_markdown([Highlighted(ARTICLE, HIGHLIGHTS)]).split("\n\n") == [
        "# The \\*gate\\*",
        "Friday 2 November 2018 · <https://news.example/a%20b>",
        "Of all",
        "> It \\[opened\\]\n>\n> at &lt;night&gt;.",
        "Why?",
        "Then?",
        "*\\#war, \\#gates*",
        "> Gone",
        "*these words do not stand in the text as it is now*\n",
    ]


def test_json_leaves_nothing_out():
    (row,) = json.loads(highlights_json([Highlighted(ARTICLE, HIGHLIGHTS)]))["articles"]
    assert (row["path"], row["title"], row["published"]) == ("a.md", "The *gate*", "2018-11-02")
    assert row["highlights"][1] == {
        "quote": "It [opened]\n\nat <night>.",
        "note": "Why?\n\nThen?",
        "tags": ["war", "gates"],
        "color": "pink",
        "made": "2019-03-04T12:00:00+00:00",
        "is_placed": True,
    }
    assert [one["is_placed"] for one in row["highlights"]] == [True, True, False]


@pytest.mark.parametrize("write", [highlights_markdown, highlights_json])
def test_of_no_article_there_is_nothing(write):
    assert "gate" not in write([])
