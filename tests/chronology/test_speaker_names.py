"""Who speaks, without what describes them."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import events_of
from viewer.chronology.speaker_names import source_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lieutenant Colonel Abbas Mohammad, head of a border unit", ("Lieutenant Colonel Abbas Mohammad",)),
        ("Baghdad and Damascus", ("Baghdad", "Damascus")),
        ("the head of the mission, Jan Kubis", ("Jan Kubis",)),
        ("The coalition", ("coalition",)),
        ("police and prosecutors", ("police and prosecutors",)),
        ("", ()),
    ],
)
def test_names_lose_articles_and_appositions(text, names):
    assert source_names(text) == names


def test_no_speaker_stands_ahead_of_a_semicolon():
    (event,) = [
        event for event in events_of("The town elects in May; the party said it won the vote.") if event.sources
    ]
    assert event.sources == ("party",)
