"""Sentences as business reports write them, through the whole of the chronology; other news is in test_news_events."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import events_of, told


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The company reported a net loss of $8.1 million for the third quarter ended Sept. 30.",
            [("2018-35", "The company reported a net loss of $8.1 million")],
        ),
        ("Bremer Corp. posted a gain in third-quarter income.", [("2018-35", "Bremer Corp. posted a gain in income")]),
        (
            "Bremer would issue between 1.8 million and 2.3 million shares, a spokesman estimated.",
            [("", "Bremer would issue between 1.8 million and 2.3 million shares")],
        ),
        (
            "Bremer Corp. said it agreed on Monday to buy a mill for stock valued at about $18 million.",
            [("2018-10-29", "Bremer Corp agreed to buy a mill for stock valued at about $18 million")],
        ),
        (
            "They control most of that growing market, which last year had sales of $1.4 billion.",
            [("2017", "most of that growing market, which had sales of $1.4 billion")],
        ),
        (
            "Under an accord signed yesterday, the bank would become a shareholder.",
            [("2018-11-01", "an accord was signed")],
        ),
        (
            "Their talks are aimed at doubling the trade, which fell to $14 billion last year.",
            [("2017", "the trade fell to $14 billion")],
        ),
        (
            "Bremer Corp., which is also a bank, agreed in June to buy a mill for $4 million.",
            [("2018-06", "Bremer Corp agreed to buy a mill for $4 million")],
        ),
        ("The loss was $4 million, at the high end of the previously reported range.", []),
        (
            "There is no estimate of the impact of the earthquake on fourth-quarter results.",
            [("2018-36", "There is no estimate of the impact of the earthquake on results")],
        ),
        (
            "He succeeds Ada Taylor, who stepped down as chairman in March.",
            [("2018-03", "Ada Taylor stepped down as chairman")],
        ),
    ],
)
def test_what_a_report_tells(text, events):
    assert told(text) == events


@pytest.mark.parametrize(
    "text",
    [
        "After a flat second quarter tied largely to lower prices, Bremer raised its results.",
        "It earned 31 cents a share, compared with year-earlier profit of $3.8 million.",
        "These results compare with net income of $1.8 million in the same quarter last year.",
        "Net income was $27 million, more than twice the $13.5 million, or 34 cents a share, a year earlier.",
    ],
)
def test_a_comparison_is_no_event_of_its_date(text):
    assert [when for when, _ in told(text) if when] == []


def test_the_day_of_saying_is_no_part_of_a_name():
    events = events_of("President Bremer on Tuesday said the talks failed.")
    assert [event.sources for event in events] == [("President Bremer",)]


def test_a_sum_that_is_added_speaks_for_nobody():
    text = "In May the company charged $46 million against earnings, added $20 million to its reserves and sold a mill."
    events = events_of(text)
    assert [event.sources for event in events] == [()]
