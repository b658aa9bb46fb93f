"""Reports of several articles as one row of events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Basis, Event, Factuality, Interval, Passage, Precision, Report
from viewer.stories.merging import merge

DAY = date(2018, 11, 1).toordinal()


def report(article, label, day=DAY, last=None, *, factuality=Factuality.REPORTED, sources=(), order=0, published=2):
    precision = Precision.DAY if last is None else Precision.MONTH
    interval = Interval(day, day if last is None else last, precision) if day else None
    when = date.fromordinal(day).isoformat() if day else ""
    event = Event(
        Passage(0, 0, len(label)), label, order, factuality, Basis.EXPLICIT, when, interval, sources=tuple(sources)
    )
    return Report(article, f"Article {article}", date(2018, 11, published), event, label)


def labels(events):
    return [[told.event.label for told in one.reports] for one in events]


def test_the_same_event_stands_once_with_everyone_who_reports_it():
    events = merge(
        [
            report(1, "The SDF suspended its campaign near Hajin", published=3),
            report(2, "the Syrian SDF suspended the campaign near Hajin", sources=["a spokesman"], published=1),
        ]
    )
    (event,) = events
    assert [told.article for told in event.reports] == [2, 1]
    assert event.event.sources == ("a spokesman in “Article 2”", "“Article 1”")
    assert event.event.conflict == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iraqi troops reinforced the border near Hajin", "Flour rose in price at the bakery"),
        ("Israel struck Gaza", "Hamas struck Israel"),
        ("The army announced it", "The army did so"),
    ],
)
def test_other_events_of_the_day_stay_apart(one, other):
    assert len(merge([report(1, one), report(2, other)])) == 2


def test_another_day_is_another_event_unless_the_words_are_nearly_the_same():
    label, other = "Turkish artillery shelled positions near Kobani", "Artillery shelled positions near Hajin at night"
    assert len(merge([report(1, label), report(2, other, DAY + 1)])) == 2
    (event,) = merge([report(1, label), report(2, label, DAY + 1)])
    assert event.event.readings == ("2018-11-01", "2018-11-02")
    assert event.event.conflict == "“Article 1” gives 1 Nov 2018, “Article 2” gives 2 Nov 2018."
    assert len(merge([report(1, label), report(2, label, DAY + 9)])) == 2


def test_another_number_for_the_same_is_a_contradiction():
    (event,) = merge(
        [
            report(1, "An attack killed 12 soldiers near the town of Hajin"),
            report(2, "The attack killed fifteen or 15 soldiers near Hajin"),
        ]
    )
    assert "differ about numbers" in event.event.conflict
    assert "12 soldiers" in event.event.conflict


@pytest.mark.parametrize("other", ["12 soldiers", "twelve soldiers", "1,200 dollars"])
def test_the_same_number_or_one_for_something_else_is_none(other):
    (event,) = merge(
        [
            report(1, "An attack near the town of Hajin killed 12 soldiers of the army"),
            report(2, f"An attack near the town of Hajin killed, {other} of the army"),
        ]
    )
    assert event.event.conflict == ""


def test_a_yes_against_a_no_is_a_contradiction():
    label = "Turkish troops crossed the border near Kobani"
    (event,) = merge([report(1, label), report(2, label, factuality=Factuality.NEGATED)])
    assert "differ about whether it happened" in event.event.conflict
    assert event.event.factuality is Factuality.REPORTED


def test_what_was_planned_is_not_what_happened():
    label = "Baghdad and Damascus opened the crossing at Bukamal"
    assert len(merge([report(1, label), report(2, label, factuality=Factuality.PLANNED)])) == 2


def test_a_day_and_its_month_are_one_event_and_the_day_is_shown():
    label = "The crossing between al-Qaim and Bukamal opened again"
    (event,) = merge([report(1, label, DAY, DAY + 29), report(2, label, DAY + 5)])
    assert event.event.precision is Precision.DAY
    assert event.event.conflict == ""


def test_a_year_holds_too_much_to_be_one_event():
    label = "The crossing between al-Qaim and Bukamal opened again"
    assert len(merge([report(1, label, DAY, DAY + 360), report(2, label, DAY + 5)])) == 2


def test_an_article_tells_its_own_events_apart():
    label = "Turkish artillery shelled positions near Kobani"
    assert len(merge([report(1, label), report(1, label, order=1)])) == 2


def test_undated_reports_come_last_in_the_order_of_publication_and_are_never_merged():
    label = "Turkish artillery shelled positions near Kobani"
    events = merge([report(2, label, None, published=5), report(1, label, None, published=4), report(1, "x y z")])
    assert labels(events) == [["x y z"], [label], [label]]
    assert [one.reports[0].article for one in events] == [1, 1, 2]
    assert [one.event.order for one in events] == [0, 1, 2]


REPORTS = st.lists(
    st.builds(
        report,
        st.integers(1, 4),
        st.text("abc 12", max_size=20),
        st.one_of(st.none(), st.integers(DAY, DAY + 5)),
        factuality=st.sampled_from(list(Factuality)),
        order=st.integers(0, 3),
    ),
    max_size=12,
)


@given(REPORTS)
def test_every_report_is_kept_once_and_events_are_in_order(reports):
    events = merge(reports)
    kept = [told for one in events for told in one.reports]
    assert sorted(map(repr, kept)) == sorted(map(repr, reports))
    assert [one.event.order for one in events] == list(range(len(events)))
    dated = [one.event.begin for one in events if one.event.interval]
    assert [one.event.interval is None for one in events] == sorted(one.event.interval is None for one in events)
    assert len(dated) == sum(one.event.interval is not None for one in events)
