from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.chronology.marked import timex
from viewer.chronology.events_dates import Dating
from viewer.chronology.events_drafts import Draft
from viewer.chronology.events_order import Placed, rank
from viewer.model import Basis, Factuality, Interval, Precision

PUBLISHED = date(2018, 11, 2)


def dated(label: str, edtf: str, begin: int) -> Placed:
    words = timex(begin, "then", edtf)
    return Placed(0, Draft(begin, begin + 9, label, Factuality.REPORTED, Dating(0, 0, words, words.interval, edtf)))


def undated(label: str, begin: int, *, precedes: bool = False) -> Placed:
    return Placed(0, Draft(begin, begin + 9, label, Factuality.REPORTED, precedes=precedes))


def labels(*placed: Placed) -> list[str]:
    return [event.label for event in rank(placed, PUBLISHED)]


def test_events_stand_in_the_order_of_time():
    assert labels(dated("late", "2018-10-30", 0), dated("early", "2014", 10)) == ["early", "late"]


def test_an_undated_event_stays_behind_the_one_told_before_it():
    found = labels(dated("b", "2018-10-30", 0), undated("c", 10), dated("a", "2014", 20), dated("d", "2018-11-01", 30))
    assert found == ["a", "b", "c", "d"]


def test_undated_events_at_the_beginning_stand_before_the_first_dated_one():
    assert labels(undated("x", 0), undated("y", 5), dated("b", "2018", 10), dated("a", "2014", 20)) == [
        "a",
        "x",
        "y",
        "b",
    ]


def test_what_is_told_after_but_came_before_is_put_right():
    assert labels(undated("sent", 0), undated("recaptured", 20, precedes=True)) == ["recaptured", "sent"]


def test_an_open_begin_ranks_by_its_end():
    assert labels(dated("for weeks", "../2018-11-02", 0), dated("a", "2018-10-30", 10)) == ["a", "for weeks"]


def test_ranks_count_from_zero():
    assert [event.order for event in rank([undated("x", 0), undated("y", 10)], None)] == [0, 1]


def test_an_undated_event_has_the_publication_date_at_most():
    assert rank([undated("x", 0)], PUBLISHED)[0].basis is Basis.PUBLICATION_ONLY
    assert rank([undated("x", 0)], None)[0].basis is Basis.UNRESOLVED


def test_nothing_after_publication_is_a_fact():
    (event,) = rank([dated("x", "2018-12-01", 0)], PUBLISHED)
    assert event.factuality is Factuality.PLANNED


def test_a_contradiction_keeps_both_readings_and_says_why():
    first, last = date(2018, 11, 1).toordinal(), date(2018, 11, 2).toordinal()
    both = (Interval(first, first, Precision.DAY), Interval(last, last, Precision.DAY))
    words = replace(
        timex(0, "Thursday, November 2", "2018-11-01"),
        readings=both,
        edtf="[2018-11-01,2018-11-02]",
        doubt="2 November 2018 was a Friday.",
    )
    span = Interval(first, last, Precision.DAY)
    draft = Draft(0, 9, "x", Factuality.REPORTED, Dating(0, 0, words, span, words.edtf))
    (event,) = rank([Placed(0, draft)], PUBLISHED)
    assert (event.when, event.readings) == ("[2018-11-01,2018-11-02]", ("2018-11-01", "2018-11-02"))
    assert (str(event.begin), str(event.end)) == ("2018-11-01", "2018-11-02"), "either may be the day"
    assert event.conflict == "2 November 2018 was a Friday."
