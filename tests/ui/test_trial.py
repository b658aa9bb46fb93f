"""The report of a dry run in rows and in words."""

import pytest

from viewer.model import ImportProblem
from viewer.ui.trial import Fate, Trial, TrialRow, trial_of, trial_words

NONE = {"highlights": 0, "tags": 0, "marks": []}
FOUND = {
    "added": [
        {"id": None, "path": "New.md", "title": "New", "completed": False, **NONE},
        {"id": None, "path": "Bare.md", "title": "Bare", "completed": True, **NONE},
    ],
    "versions": [{"path": "Old.md", "version": "Old.versions/2018-11-05.md", "title": "Old, updated", **NONE}],
    "already": [{"item": "x", "title": "There", "path": "There.md", **NONE}],
    "problems": [{"item": "odd.bin", "reason": "It is none of the formats."}],
    "stopped": "",
}


def test_every_item_has_its_row_and_what_would_not_come_stands_first():
    trial = trial_of(("a",), FOUND)
    assert [(row.fate, row.name, row.about) for row in trial.rows] == [
        (Fate.REFUSED, "odd.bin", "It is none of the formats."),
        (Fate.ADDED, "New", "New.md"),
        (Fate.COMPLETED, "Bare", "Bare.md"),
        (Fate.VERSION, "Old, updated", "Old.versions/2018-11-05.md"),
        (Fate.ALREADY, "There", "There.md"),
    ]
    assert trial.problems == (ImportProblem("odd.bin", "It is none of the formats."),)
    assert trial.is_worth_adding


def test_what_would_come_along_is_told():
    extra = {"highlights": 2, "tags": 1, "marks": ["read", "starred"]}
    found = {
        "added": [{"id": None, "path": "New.md", "title": "New", "completed": False, **extra, "tags": 0}],
        "versions": [],
        "already": [{"item": "x", "title": "There", "path": "There.md", **extra, "marks": []}],
        "problems": [],
        "stopped": "",
    }
    trial = trial_of(("a",), found)
    assert [row.about for row in trial.rows] == [
        "New.md · 2 highlights or notes, read, starred",
        "There.md · 2 highlights or notes, 1 tag",
    ]
    assert trial_words(trial) == (
        "1 article would be added and 1 is already there. "
        "Along would come 4 highlights or notes, 1 tag and the marks of 1 article."
    )


def test_what_is_only_refused_or_nothing_is_not_worth_adding():
    refused = Trial(("a",), (TrialRow(Fate.REFUSED, "a", "b"),))
    assert not refused.is_worth_adding
    assert not Trial(("a",), ()).is_worth_adding
    assert Trial(("a",), (*refused.rows, TrialRow(Fate.ALREADY, "a", "b"))).is_worth_adding


def row(*fates):
    return tuple(TrialRow(fate, "a", "b") for fate in fates)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (row(), "There is nothing in it that could be added."),
        (row(Fate.ADDED), "1 article would be added."),
        (
            row(Fate.REFUSED, Fate.REFUSED, Fate.ALREADY, Fate.ADDED, Fate.ADDED),
            "2 articles would be added, 1 is already there and 2 items would not come.",
        ),
        (
            row(Fate.VERSION, Fate.COMPLETED, Fate.COMPLETED),
            "2 articles would get their text and 1 newer or other version would be kept.",
        ),
    ],
)
def test_a_trial_in_words(rows, words):
    assert trial_words(Trial(("a",), rows)) == words


def test_why_the_rest_was_not_looked_at_is_said():
    assert trial_words(Trial(("a",), row(Fate.ADDED), "The disk is full.")).endswith("added. The disk is full.")
