"""Clauses whose date another one gives."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import events_of, told
from viewer.model.date_words import event_words


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("He left on Monday, a day after a shell hit the town.", ("2018-10-28", "a shell hit the town")),
        ("He left on 3 May 2015, two weeks after the bank was robbed.", ("2015-04-19", "the bank was robbed")),
        ("He left on 3 May 2015, a month after the bank was robbed.", ("2015-04", "the bank was robbed")),
        ("He left on 3 May 2015, three years after talks began.", ("2012", "talks began")),
        ("He left on 3 May 2015, a day before the bank was robbed.", ("2015-05-04", "the bank was robbed")),
        ("Three days after the fire broke out, the mayor resigned on Monday.", ("2018-10-26", "the fire broke out")),
    ],
)
def test_a_length_of_time_parts_two_events(text, event):
    assert event in told(text)


def test_the_reader_is_told_what_it_is_counted_from():
    event = events_of("He left on Monday, a day after a shell hit the town.")[0]
    assert event.dated_by
    assert event_words(event) == "28 Oct 2018"
    assert event.dated_by.timex.steps == ("“a day” is counted from Monday 29 October 2018: 2018-10-28",)


@pytest.mark.parametrize(
    "text",
    [
        "He left in May 2015, a day after the bank was robbed.",
        "The town was calm, a day after the bank was robbed.",
        "He left on Monday, hours after the bank was robbed.",
    ],
)
def test_what_has_no_day_to_count_from_has_none(text):
    assert not [event for event in events_of(text) if "robbed" in event.label and event.when]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The port fell three weeks after 6 June 2016.", [("2016-06-27", "The port fell")]),
        ("The port fell a month before 6 June 2016.", [("2016-05", "The port fell")]),
    ],
)
def test_a_length_counted_from_a_day(text, events):
    assert told(text) == events


def test_a_time_ahead_of_a_day_is_no_day_counted_from_it():
    assert [when for when, _ in told("The port was shelled in the two weeks before 6 June 2016.")] == ["../2016-06-06"]
