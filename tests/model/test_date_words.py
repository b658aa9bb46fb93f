from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Basis, DatedPassage, Event, Factuality, Interval, Passage, Precision, Timex, TimexType
from viewer.model.calendar import civil, ordinal, weekday_name
from viewer.model.date_words import (
    NO_DATE,
    day_words,
    event_words,
    interval_words,
    parse_edtf,
    publication_words,
    span_words,
    year_words,
)


def interval(first, last, precision=Precision.DAY, approximate=False):
    first, last = (day and (day if isinstance(day, int) else day.toordinal()) for day in (first, last))
    return Interval(first, last, precision, approximate)


def event(when=None, *, readings=(), conflict="", **timex):
    dated_by = None
    if timex:
        given_type = timex.pop("type", TimexType.DATE)
        text, value, mod = timex.get("text", "words"), timex.get("value", ""), timex.get("mod", "")
        dated_by = DatedPassage(
            Passage(0, 0, 5),
            Timex(
                0, 5, text, given_type, value, Basis.EXPLICIT, "rule", mod, interval=when, edtf=timex.get("edtf", "")
            ),
        )
    return Event(
        Passage(0, 0, 9),
        "label",
        0,
        Factuality.REPORTED,
        Basis.EXPLICIT,
        interval=when,
        dated_by=dated_by,
        readings=readings,
        conflict=conflict,
    )


class TestCalendar:
    @given(st.dates())
    def test_agrees_with_the_standard_library(self, day):
        assert ordinal(day.year, day.month, day.day) == day.toordinal()
        assert civil(day.toordinal()) == (day.year, day.month, day.day)
        assert weekday_name(day.toordinal()) == day.strftime("%A")

    @given(st.integers(-10_000_000, 10_000_000))
    def test_the_inverse_holds_before_the_common_era(self, number):
        assert ordinal(*civil(number)) == number

    @given(st.integers(-10_000_000, 10_000_000))
    def test_the_next_day_is_the_next_number(self, number):
        assert civil(number) < civil(number + 1)


@pytest.mark.parametrize(
    ("first", "last", "precision", "approximate", "short", "long"),
    [
        (date(2018, 11, 1), date(2018, 11, 1), "day", False, "1 Nov 2018", "Thursday 1 November 2018"),
        (date(2018, 11, 1), date(2018, 11, 1), "day", True, "c. 1 Nov 2018", "about Thursday 1 November 2018"),
        (date(2018, 10, 26), date(2018, 10, 28), "day", False, "26–28 Oct 2018", "26–28 October 2018"),
        (date(2018, 10, 28), date(2018, 11, 3), "day", False, "28 Oct – 3 Nov 2018", "28 October – 3 November 2018"),
        (
            date(2018, 12, 28),
            date(2019, 1, 3),
            "day",
            False,
            "28 Dec 2018 – 3 Jan 2019",
            "28 December 2018 – 3 January 2019",
        ),
        (date(2018, 11, 1), date(2018, 11, 30), "month", False, "Nov 2018", "November 2018"),
        (date(2011, 3, 1), date(2011, 5, 31), "month", False, "Mar–May 2011", "March–May 2011"),
        (date(2017, 12, 1), date(2018, 1, 31), "month", False, "Dec 2017 – Jan 2018", "December 2017 – January 2018"),
        (date(2017, 1, 1), date(2017, 12, 31), "year", False, "2017", "2017"),
        (date(1890, 1, 1), date(1890, 12, 31), "year", True, "c. 1890", "about 1890"),
        (date(2014, 1, 1), date(2019, 12, 31), "year", False, "2014–2019", "2014–2019"),
        (date(2018, 10, 29), date(2018, 11, 4), "week", False, "week of 29 Oct 2018", None),
        (date(2018, 7, 1), date(2018, 9, 30), "quarter", False, "Q3 2018", "Q3 2018"),
        (date(2018, 7, 1), date(2018, 12, 31), "half", False, "second half of 2018", None),
        (date(1990, 1, 1), date(1999, 12, 31), "decade", False, "1990s", "1990s"),
        (date(1801, 1, 1), date(1900, 12, 31), "century", False, "19th century", "19th century"),
        (date(1900, 1, 1), date(1999, 12, 31), "century", False, "20th century", "20th century"),
        (date(1001, 1, 1), date(2000, 12, 31), "millennium", False, "2nd millennium", None),
        (ordinal(-299), ordinal(-199) - 1, "century", False, "3rd century BC", "3rd century BC"),
        (ordinal(-43, 3, 15), ordinal(-43, 3, 15), "day", False, "15 Mar 44 BC", None),
        (ordinal(-43), ordinal(-42) - 1, "year", False, "44 BC", "44 BC"),
        (date(2014, 1, 1), None, "year", False, "since 2014", "since 2014"),
        (date(2011, 3, 1), None, "month", False, "since Mar 2011", "since March 2011"),
        (None, date(2018, 11, 2), "day", False, "until 2 Nov 2018", "until Friday 2 November 2018"),
        (None, None, "day", False, NO_DATE, NO_DATE),
    ],
)
def test_an_interval_in_words(first, last, precision, approximate, short, long):
    given_interval = interval(first, last, Precision(precision), approximate)
    assert interval_words(given_interval) == short
    if long:
        assert interval_words(given_interval, long=True) == long


@given(
    st.one_of(st.none(), st.integers(-1_000_000, 2_000_000)),
    st.integers(0, 500_000),
    st.sampled_from(Precision),
    st.booleans(),
)
def test_any_interval_has_words(first, length, precision, long):
    last = None if first is None else first + length
    assert interval_words(Interval(first, last, precision), long=long).strip()


class TestEventWords:
    def test_undated(self):
        assert event_words(event()) == NO_DATE

    @pytest.mark.parametrize(
        ("mod", "value", "first", "last", "precision", "words"),
        [
            ("END", "2017", date(2017, 9, 1), date(2017, 12, 31), "year", "late 2017"),
            ("START", "2017", date(2017, 1, 1), date(2017, 4, 30), "year", "early 2017"),
            ("MID", "2018-10", date(2018, 10, 11), date(2018, 10, 20), "month", "mid-Oct 2018"),
            ("MID", "196", date(1963, 1, 1), date(1966, 12, 31), "decade", "mid-1960s"),
            ("END", "2018-SU", date(2018, 8, 1), date(2018, 8, 31), "season", "late summer 2018"),
        ],
    )
    def test_a_part_of_a_period(self, mod, value, first, last, precision, words):
        when = interval(first, last, Precision(precision), True)
        assert event_words(event(when, mod=mod, value=value)) == words

    @pytest.mark.parametrize(
        ("first", "last", "words"),
        [
            (date(2017, 9, 1), None, "since late 2017"),
            (None, date(2017, 12, 31), "until late 2017"),
        ],
    )
    def test_a_part_of_a_period_with_an_open_end(self, first, last, words):
        when = interval(first, last, Precision.YEAR, True)
        assert event_words(event(when, mod="END", value="2017")) == words

    @pytest.mark.parametrize(("text", "words"), [("for weeks", "for weeks"), ("weeks", "for weeks")])
    def test_a_duration_keeps_its_words(self, text, words):
        when = interval(None, date(2018, 11, 2))
        assert event_words(event(when, text=text, type=TimexType.DURATION)) == f"{words} to 2 Nov 2018"

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            ("2018-11-02T14:30", "2 Nov 2018, 14:30"),
            ("2018-11-02TNI", "2 Nov 2018, night"),
            ("2018-11-02", "2 Nov 2018"),
        ],
    )
    def test_a_time_of_day(self, value, words):
        when = interval(date(2018, 11, 2), date(2018, 11, 2), Precision.TIME)
        assert event_words(event(when, value=value, type=TimexType.TIME)) == words

    def test_a_season_with_an_open_end(self):
        when = interval(date(2017, 6, 1), None, Precision.SEASON, True)
        assert event_words(event(when, value="2017-SU")) == "since summer 2017"

    def test_a_winter_is_named_after_its_days(self):
        when = interval(date(1918, 12, 1), date(1919, 2, 28), Precision.SEASON, True)
        assert event_words(event(when, value="1919-WI", edtf="1918-24")) == "winter 1918"

    def test_a_season(self):
        when = interval(date(2018, 3, 1), date(2018, 5, 31), Precision.SEASON, True)
        assert event_words(event(when, value="2018-SP")) == "spring 2018"

    @pytest.mark.parametrize(
        ("readings", "words"),
        [
            (("2018-11-01", "2018-11-02"), "1 or 2 Nov 2018"),
            (("2018-10-31", "2018-11-02"), "31 Oct or 2 Nov 2018"),
            (("2017-11-02", "2018-11-02"), "2 Nov 2017 or 2 Nov 2018"),
        ],
    )
    def test_both_readings_of_a_contradiction(self, readings, words):
        when = interval(date(2018, 11, 1), date(2018, 11, 2))
        assert event_words(event(when, readings=readings, conflict="why")) == words


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2018-11-02", date(2018, 11, 2), date(2018, 11, 2)),
        ("2018-10-26/2018-10-28", date(2018, 10, 26), date(2018, 10, 28)),
        ("2017-09~/2017-12~", date(2017, 9, 1), date(2017, 12, 31)),
    ],
)
def test_edtf(text, first, last):
    found = parse_edtf(text)
    assert (found.first, found.last) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize("text", ["", "196", "2018-13", "2018-11-40", "soon", "2018-11-XX", "../2018", "2018/.."])
def test_what_is_no_simple_edtf(text):
    assert parse_edtf(text) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (5, "5 days"),
        (30, "4 weeks"),
        (300, "10 months"),
        (365, "12 months"),
        (1461, "4 years"),
        (500_000, "1,369 years"),
    ],
)
def test_a_length_in_one_round_number(days, words):
    assert span_words(days) == words


def test_years_and_days():
    assert (year_words(1), year_words(0), year_words(-43)) == ("1", "1 BC", "44 BC")
    assert day_words(date(2018, 11, 2).toordinal()) == "2 Nov 2018"


@pytest.mark.parametrize(
    ("day", "period", "words", "long"),
    [
        (date(2018, 11, 2), "", "2 Nov 2018", "Friday 2 November 2018"),
        (date(2018, 11, 2), "2018-11", "2 Nov 2018", "Friday 2 November 2018"),
        (None, "2018-11", "Nov 2018", "November 2018"),
        (None, "2018", "2018", "2018"),
        (None, "", "", ""),
        (None, "odd", "", ""),
    ],
)
def test_when_something_was_published(day, period, words, long):
    assert publication_words(day, period) == words
    assert publication_words(day, period, long=True) == long
