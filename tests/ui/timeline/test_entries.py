from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from viewer.model import Factuality, Interval, Precision, TimexType
from viewer.ui.timeline.entries import Shape, clean, entries_of


def shape(event):
    (entry,) = entries_of([event])
    return entry.shape


class TestShape:
    def test_a_known_day(self, make):
        assert shape(make.on("x", date(2018, 11, 1))) == Shape.DAY

    def test_several_days(self, make):
        assert shape(make("x", date(2018, 10, 26), date(2018, 10, 28))) == Shape.SPAN

    def test_some_time_within_a_month(self, make):
        assert shape(make("x", date(2018, 10, 1), date(2018, 10, 31), Precision.MONTH)) == Shape.WITHIN

    @pytest.mark.parametrize("mod", ["START", "MID", "END", "APPROX"])
    def test_about(self, make, mod):
        assert shape(make("x", date(2018, 10, 11), date(2018, 10, 20), Precision.MONTH, mod=mod)) == Shape.ABOUT

    def test_about_by_the_interval(self, make):
        assert shape(make.on("x", date(2018, 11, 1), approximate=True)) == Shape.ABOUT

    def test_a_contradiction_has_a_span_per_reading(self, make):
        event = make("x", date(2018, 11, 1), date(2018, 11, 2), readings=("2018-11-01", "2018-11-02"), conflict="c")
        (entry,) = entries_of([event])
        assert entry.shape == Shape.CONFLICT
        assert [span.end - span.begin for span in entry.spans] == [1, 1]

    def test_a_contradiction_without_readings_is_still_one(self, make):
        assert shape(make.on("x", date(2018, 11, 1), conflict="The weekday does not fit.")) == Shape.CONFLICT

    def test_undated(self, make):
        assert shape(make("x")) == Shape.UNDATED

    def test_an_interval_open_at_both_ends_is_undated(self, make):
        event = replace(make("x"), interval=Interval(None, None, Precision.DAY))
        assert shape(event) == Shape.UNDATED


class TestEdges:
    def test_for_weeks_fades_in_and_ends_sharp(self, make):
        event = make("x", date(2018, 10, 1), date(2018, 11, 2), type=TimexType.DURATION, approximate=True)
        (entry,) = entries_of([event])
        assert (entry.soft_begin, entry.soft_end) == (True, False)

    def test_an_open_begin(self, make):
        (entry,) = entries_of([make("x", None, date(2018, 11, 2))])
        assert (entry.open_begin, entry.open_end) == (True, False)
        assert entry.soft_begin

    def test_a_plain_day_is_sharp(self, make):
        (entry,) = entries_of([make.on("x", date(2018, 11, 2))])
        assert not entry.soft_begin
        assert not entry.soft_end


def test_stepping_goes_through_time_and_then_through_the_undated(story):
    labels = [entry.label for entry in entries_of(story.events)]
    assert labels == [
        "The border post was captured",
        "The province was retaken",
        "Trade is to be revived",
        "The operation was suspended",
        "All measures had been taken",
        "Troops reinforced their positions",
        "Some 2,000 fighters are in the town",
    ]
    assert [entry.index for entry in entries_of(story.events)] == list(range(7))


@pytest.mark.parametrize(
    ("factuality", "flags"),
    [
        (Factuality.REPORTED, (False, False, False)),
        (Factuality.ATTRIBUTED, (False, False, True)),
        (Factuality.PLANNED, (True, False, False)),
        (Factuality.CONDITIONAL, (True, False, False)),
        (Factuality.NEGATED, (True, True, False)),
    ],
)
def test_what_the_mark_says_of_the_event(make, factuality, flags):
    (entry,) = entries_of([make("x", factuality=factuality)])
    assert (entry.hollow, entry.struck, entry.quoted) == flags


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines  and\ttabs", "two lines and tabs"),
        ("turned \u202eround", "turned round"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("", ""),
    ],
)
def test_a_label_is_one_clean_line(text, shown):
    assert clean(text) == shown


def test_a_label_without_end_is_cut():
    assert len(clean("word " * 100_000)) <= 300


@pytest.mark.parametrize(
    ("label", "shown"), [("its troops left", "Its troops left"), ("iPhone sales", "iPhone sales"), ("", "")]
)
def test_a_clause_begins_like_a_sentence(make, label, shown):
    assert entries_of([make(label)])[0].label == shown


@pytest.mark.parametrize(
    ("text", "article", "expected"),
    [
        ("القوات 10", False, True),
        ("10 القوات", False, True),
        ("SDF القوات", False, False),
        ("SDF القوات", True, True),
        ("SDF", True, False),
        ("12", False, False),
        ("", True, False),
    ],
)
def test_the_first_strong_letter_gives_the_direction(make, text, article, expected):
    (entry,) = entries_of([make(text)], right_to_left=article)
    assert entry.right_to_left is expected
