from __future__ import annotations

from datetime import date, timedelta

import pytest

from viewer.model import Factuality
from viewer.ui.timeline.axis import Axis
from viewer.ui.timeline.entries import entries_of
from viewer.ui.timeline.layout import Metrics, lay_out
from viewer.ui.timeline.scale import elastic_scale

METRICS = Metrics(small=12, label=13, widest=190, narrowest=100)


def laid(events, width=760.0, height=180.0, selected=-1):
    entries = [entry for entry in entries_of(events) if entry.spans]
    axis = Axis(elastic_scale([span for entry in entries for span in entry.spans]), 26, width - 140)
    widths = {entry.index: (7.0 * len(entry.date), 7.0 * len(entry.label)) for entry in entries}
    return lay_out(entries, axis, (width, height), METRICS, widths, selected)


def test_every_event_of_a_short_article_has_a_card(story):
    layout = laid(story.events)
    assert {card.index for card in layout.cards} == {0, 1, 2, 3, 4}
    assert layout.chips == ()


def test_a_chip_stands_for_what_found_no_room(make):
    events = [make.on(f"Event number {number}", date(2018, 11, 1)) for number in range(20)]
    layout = laid(events)
    shown = {card.index for card in layout.cards}
    hidden = [index for chip in layout.chips for index in chip.indexes]
    assert len(hidden) == 20 - len(shown)
    assert shown.isdisjoint(hidden)


def test_the_selected_one_has_a_card(make):
    events = [make.on(f"Event number {number}", date(2018, 11, 1)) for number in range(20)]
    for index in (0, 11, 19):
        assert index in {card.index for card in laid(events, selected=index).cards}


def test_cards_stand_between_the_upper_edge_and_the_marks(make):
    start = date(2018, 1, 1)
    events = [make.on("An event with a label", start + timedelta(days=9 * number)) for number in range(25)]
    layout = laid(events)
    top_mark = min(layout.mark_y(mark) for mark in layout.marks)
    for card in layout.cards:
        assert layout.card_top(card) >= 0
        assert layout.card_top(card) + layout.card_height <= top_mark


def test_more_height_gives_more_cards(make):
    start = date(2018, 1, 1)
    events = [make.on("A label of some forty letters, or so it is", start + timedelta(days=9 * n)) for n in range(20)]
    assert len(laid(events, height=130).cards) < len(laid(events, height=320).cards)


def test_a_crowd_has_shorter_labels(make):
    start = date(2018, 1, 1)
    events = [make.on("A label of some forty letters, or so it is", start + timedelta(days=9 * n)) for n in range(16)]
    assert laid(events[:3]).lines == 2
    assert laid(events, height=210).lines == 1


def test_a_bar_spans_its_days_and_a_contradiction_both_readings(make):
    bar = make("x", date(2018, 10, 1), date(2018, 10, 31))
    conflict = make("y", date(2018, 11, 1), date(2018, 11, 9), readings=("2018-11-01", "2018-11-09"), conflict="why")
    layout = laid([bar, conflict])
    marks = {mark.index: mark for mark in layout.marks}
    assert marks[0].right - marks[0].left > 20
    assert marks[1].points == (marks[1].left, marks[1].right)
    assert marks[0].right < marks[1].left


def test_an_open_begin_is_drawn_as_a_stub(make):
    layout = laid([make("x", None, date(2018, 11, 2)), make.on("y", date(2017, 1, 1))])
    mark = next(mark for mark in layout.marks if mark.index == 1)
    assert 40 <= mark.right - mark.left <= 120


@pytest.mark.parametrize("height", [0, 20, 60, 96])
def test_no_height_is_no_error(story, height):
    layout = laid(story.events, height=float(height))
    assert len(layout.marks) == 5


def test_a_crowd_costs_one_chip_each_few_pixels(make):
    start = date(2000, 1, 1)
    events = [
        make.on("x", start + timedelta(days=number * 3), factuality=Factuality.REPORTED) for number in range(2000)
    ]
    layout = laid(events)
    assert len(layout.chips) < 20
    assert sum(len(chip.indexes) for chip in layout.chips) + len(layout.cards) == 2000
