from __future__ import annotations

import pytest

from tests.chronology.marked import events, unmark
from viewer.chronology.events import Speaker, find_events


def test_a_sentence_without_words_has_no_events():
    assert events("…") == []


def test_a_citation_has_no_event_where_a_verb_is_asked_for():
    text, timexes = unmark("Reuters dispatch, [3 November 2017|2017-11-03].")
    assert find_events(text, 0, len(text), timexes, Speaker(), needs_verb=True) == []
    assert len(find_events(text, 0, len(text), timexes, Speaker())) == 1


def test_events_come_in_text_order_dated_or_not():
    found = events("Two men were killed, and on [Monday|2018-10-29] the road was closed.")
    assert [bool(event.dating) for event in found] == [False, True]


def test_offsets_are_those_of_the_whole_text():
    text, timexes = unmark("Nothing. The army left on [Monday|2018-10-29].")
    (event,) = find_events(text, 9, len(text), timexes, Speaker())
    assert text[event.begin : event.end] == "The army left on Monday."


def test_a_sentence_in_which_nothing_happens_is_read_for_its_speaker_when_asked():
    text = "General Karim said that it was quiet."
    speaker = Speaker(("Ann Lee",), [(text, 0, len(text), ())])
    (event,) = events("At least 30 men died, he said.", speaker)
    assert event.sources == ("General Karim",)
    assert speaker.unread == []


def test_so_is_one_whose_expressions_date_nothing():
    speaker = Speaker(("Ann Lee",))
    assert events("The army trains daily, General Karim said.", speaker) == []
    assert len(speaker.unread) == 1
    assert speaker.last() == ("General Karim",)


def test_whoever_speaks_later_makes_the_unread_ones_old():
    speaker = Speaker((), [("Bob Roy said it was quiet.", 0, 26, ())])
    events("At least 30 men died, General Karim said.", speaker)
    assert speaker.last() == ("General Karim",)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose€5 million in [six months|P6M].",
        "He was killed™ in [ten minutes|PT10M].",
        "Two men were killed|wounded in [two days|P2D].",
        "Rebels seized+held the port for [two days|P2D].",
    ],
)
def test_a_deed_is_seen_whatever_sign_stands_at_its_word(text):
    assert len(events(text)) == 1
