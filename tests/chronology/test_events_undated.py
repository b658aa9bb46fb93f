from __future__ import annotations

import pytest

from tests.chronology.marked import events, told


@pytest.mark.parametrize(
    ("text", "factuality", "label"),
    [
        ("Iraqi troops have reinforced their positions.", "reported", "Iraqi troops have reinforced their positions"),
        (
            "Baghdad responded by sending men from the army.",
            "reported",
            "Baghdad responded by sending men from the army",
        ),
        (
            "Up to 20,000 fighters were deployed, NBC News reported.",
            "attributed",
            "Up to 20,000 fighters were deployed",
        ),
        (
            "IS was five or six kilometres away, according to General Qassem.",
            "attributed",
            "IS was five or six kilometres away",
        ),
        ("The coalition estimates that some 2,000 fighters are there.", "attributed", "some 2,000 fighters are there"),
        ("Thousands of men surrendered.", "reported", "Thousands of men surrendered"),
    ],
)
def test_reports_that_matter_are_kept_without_a_date(text, factuality, label):
    assert told(text) == [("-", factuality, label)]


@pytest.mark.parametrize(
    "text",
    [
        "The pocket follows the river.",
        "If the town is attacked, they leave.",
        "They would be killed there.",
        "The men who were killed lie there.",
        "The talks continue until one side has surrendered.",
        "The towns are destroyed in whole or in part.",
        "It did not announce a date.",
        "He began with the left bank.",
    ],
)
def test_descriptions_conditions_and_denials_are_not(text):
    assert told(text) == []


def test_later_verbs_of_the_same_subject_make_no_event_of_their_own():
    assert len(told("The army attacked the town, destroyed the bridge and withdrew.")) == 1


def test_what_the_text_tells_afterwards_is_marked_as_earlier():
    sent, recaptured = events("Baghdad sent reinforcements after IS recaptured some ground.")
    assert (sent.precedes, recaptured.precedes) == (False, True)


def test_what_happened_when_something_else_did_has_its_date():
    assert told("When it erupted on [5 May|2014-05-05], 63 hikers were killed.")[1] == (
        "2014-05-05",
        "reported",
        "63 hikers were killed",
    )
    assert told("When he came in [May|2014-05], 63 hikers had been killed.")[1][0] == "-"
