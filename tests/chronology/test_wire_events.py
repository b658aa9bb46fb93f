"""Sentences of wire reports: what happened, when, how certain it is and who says so."""

from __future__ import annotations

import pytest

from tests.chronology.timelines import events_of

REPORTED, ATTRIBUTED, PLANNED = "reported", "attributed", "planned"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Rebels have freed 23 of the 87 children they abducted in April, the governor said on Tuesday.",
            [
                ("2018-04", ATTRIBUTED, "the 87 children they abducted"),
                ("2018-10-30", ATTRIBUTED, "Rebels have freed 23 of the 87 children they abducted in April"),
            ],
        ),
        (
            "Gunfire broke out shortly after 8 a.m. on Sunday.",
            [("2018-10-28T08:00:00", REPORTED, "Gunfire broke out")],
        ),
        (
            "The minister suspended the licence of the line on Tuesday and said that charges would be filed next week.",
            [
                ("2018-10-30", REPORTED, "The minister suspended the licence of the line"),
                ("2018-11-05/2018-11-11", PLANNED, "charges would be filed"),
            ],
        ),
        (
            "Lord Hale, who sat as a judge until 2016, has said he would seek to delay it.",
            [("../2016", REPORTED, "Lord Hale sat as a judge")],
        ),
        (
            "Halas, who holds no post but is widely seen as the ruler, has pledged to raise the wage by May.",
            [("2019-05", PLANNED, "Halas has pledged to raise the wage")],
        ),
    ],
)
def test_what_a_wire_report_tells(text, events):
    assert [(event.when, event.factuality.value, event.label) for event in events_of(text)] == events
