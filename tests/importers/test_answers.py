from __future__ import annotations

import io
import pickle
from datetime import UTC, datetime

import pytest

from viewer.importers.answers import Begun, Done, load
from viewer.importers.feeds import FeedInfo
from viewer.model import ImportedArticle, ImportedFeed, ImportedFile, ImportedHighlight, ImportProblem


@pytest.mark.parametrize(
    "value",
    [
        ImportedArticle(
            "T",
            saved=datetime(2026, 11, 23, tzinfo=UTC),
            highlights=(ImportedHighlight("q", made=datetime(2026, 11, 23)),),
            files=(ImportedFile("a.png", b"1"),),
        ),
        ImportProblem("a", "b"),
        ImportedFeed("https://x.org/"),
        FeedInfo("F"),
        Begun((1, 2), "x"),
        Done(is_worn=True),
    ],
)
def test_what_a_reader_says_is_understood(value):
    assert load(io.BytesIO(pickle.dumps(value))) == value


class Calls:
    def __init__(self, function, *arguments):
        self._all = function, arguments

    def __reduce__(self):
        return self._all


@pytest.mark.parametrize("value", [Calls(exec, "1"), Calls(getattr, "a", "b"), Calls(io.BytesIO, b"")])
def test_anything_else_is_not(value):
    with pytest.raises(pickle.UnpicklingError, match="no part of an answer"):
        load(io.BytesIO(pickle.dumps(value)))
