from __future__ import annotations

import pytest

from viewer.importers.drafts import Doubts, each, quoted, web_address, yes
from viewer.importers.tables import Row
from viewer.model import ImportedArticle, ImportProblem


def test_an_entry_that_fails_leaves_the_others():
    def make(row):
        if row.fields["bad"]:
            raise KeyError("odd")
        yield ImportedArticle("Good", item=row.item)

    found = list(
        each([Row("1", {"bad": ""}), Row("2", {"bad": "x"}), ImportProblem("3", "!"), Row("4", {"bad": ""})], make)
    )
    assert [one.item for one in found] == ["1", "2", "3", "4"]
    assert "odd" in found[1].reason


@pytest.mark.parametrize(
    ("text", "whole", "share"),
    [("0.5", 1, 0.5), ("45", 100, 0.45), ("45%", 1, 0.45), ("130", 100, 1.0), ("", 1, 0.0)],
)
def test_progress(text, whole, share):
    doubts = Doubts("x")
    assert doubts.progress(text, whole) == share
    assert not doubts.reasons


@pytest.mark.parametrize("text", ["much", "-1", "nan"])
def test_no_progress_is_a_doubt(text):
    doubts = Doubts("x")
    assert doubts.progress(text, 1) == 0.0
    assert doubts.reasons


def test_small_steps():
    assert web_address("file:///x", " https://a.example/ ") == "https://a.example/"
    assert web_address("javascript:alert(1)", "https://a b") == ""
    assert [yes(text) for text in ("1", "True", "0", "", "no")] == [True, True, False, False, False]
    assert quoted("One\n\nTwo") == "> One\n>\n> Two"
