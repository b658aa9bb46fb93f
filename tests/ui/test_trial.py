"""The report of a dry run in rows and in words."""

import pytest

from viewer.model import ImportProblem
from viewer.ui.trial import Fate, Trial, TrialRow, trial_of, trial_words

FOUND = {
    "added": [
        {"id": None, "path": "New.md", "title": "New", "completed": False},
        {"id": None, "path": "Bare.md", "title": "Bare", "completed": True},
    ],
    "versions": [{"path": "Old.md", "version": "Old.versions/2018-11-05.md", "title": "Old, updated"}],
    "already": [{"item": "x", "title": "There", "path": "There.md"}],
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
