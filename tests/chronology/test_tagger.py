"""``tag`` as a whole: offsets, any text, linear work, and that every expression explains itself."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.chronology import tag
from viewer.chronology.reading import find

PUBLISHED = date(2018, 11, 2)
WORDS = st.sampled_from(
    [
        "1",
        "2",
        "30",
        "31",
        "1998",
        "2018",
        "may",
        "May",
        "march",
        "June",
        "Monday",
        "friday",
        "the",
        "a",
        "last",
        "next",
        "early",
        "late",
        "of",
        "in",
        "on",
        "at",
        "to",
        "-",
        "–",
        ",",
        ".",
        ":",
        "/",
        "'",
        "’s",
        "year",
        "years",
        "week",
        "weeks",
        "ago",
        "later",
        "now",
        "BC",
        "quarter",
        "1.5",
        "past",
        "minutes",
        "$",
        "%",
        "3/4",
        "3rd",
        "12",
        "first",
        "at least",
        "from",
        "until",
        "every",
        "12/11/2018",
        "third",
        "p.m.",
        "10:30",
        "1990s",
        "'96",
        "half",
        "two",
        "twenty",
        "hundred",
        "end",
        "summer",
        "fall",
        "é",
        "\u200f",
        "أمس",
        "🎉",
        "\r\n",
        "\n\n",
    ]
)


def check(text, published=PUBLISHED, language="en"):
    last = 0
    for timex in tag(text, published=published, language=language):
        assert text[timex.begin : timex.end] == timex.text
        assert last <= timex.begin < timex.end
        last = timex.end
        assert timex.value
        assert timex.text in timex.explain()
        assert timex.rule in timex.explain()
        if timex.interval is not None:
            assert timex.edtf
            first, final = timex.interval.first, timex.interval.last
            assert first is None or final is None or first <= final


@given(st.text(max_size=300))
def test_any_text(text):
    check(text)


@given(
    st.lists(WORDS, max_size=40).map(" ".join), st.none() | st.dates(), st.sampled_from(["en", "de", "ar", "fr", "zz"])
)
@example("the last week of year 1", date.min, "en")
@example("next year", date.max, "en")
@example("last week yesterday last year a decade ago", date.min, "en")
def test_any_words(text, published, language):
    check(text, published, language)


@pytest.mark.parametrize("prefix", ["🎉 ", "e\u0301\u0301 ", "שלום ", "مرحبا ", "\r\n\r\n", "𝟙 ", "\u202e"])
def test_offsets_after_difficult_characters(prefix):
    text = prefix + "On Nov. 1, 2018,\r\nhe came."
    (timex,) = tag(text, published=PUBLISHED)
    assert timex.text == "Nov. 1, 2018"
    assert timex.begin == text.index("Nov")


def test_the_lead_article():
    text = (
        "IS has fought back for weeks. On Thursday, November 2, he said so. They came throughout the day. "
        "Anbar was retaken in late 2017. The border was captured last year."
        " In mid-October they hoped. On Thursday the SDF stopped."
    )
    assert [(timex.text, timex.value, timex.edtf) for timex in tag(text, published=PUBLISHED)] == [
        ("weeks", "PXW", "../2018-11-02"),
        ("Thursday, November 2", "2018-11-02", "[2018-11-01,2018-11-02]"),
        ("the day", "2018-11-02", "2018-11-02"),
        ("late 2017", "2017", "2017-09~/2017-12~"),
        ("last year", "2017", "2017"),
        ("mid-October", "2018-10", "2018-10-11~/2018-10-20~"),
        ("Thursday", "2018-11-01", "2018-11-01"),
    ]


def steps_of(text):
    """Lines of this package that run while a text is tagged: work, whatever the machine does besides."""
    count = 0

    def trace(frame, event, _arg):
        nonlocal count
        count += event == "line"
        return trace if "chronology" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        tag(text, published=PUBLISHED)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "1 jan ",
        "1",
        "Monday said ",
        "in 1990 he ",
        "the early ",
        "two hundred ",
        "3/4/",
        "1-",
        "May and ",
        "x " * 40 + "1998 ",
        "mon ",
        "of the ",
        "last ",
        "1-" * 18 + "x ",
        "1-1-1-1 a ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(unit):
    tag(unit * 20, published=PUBLISHED)
    size = 4000 // len(unit)
    small, large = steps_of(unit * size), steps_of(unit * (4 * size))
    assert large <= 6 * small + 2000


@pytest.mark.parametrize(
    "unit",
    [
        "In 1913 he left; a week later he came. ",
        "It lasted until 1960.\n\nThe next year he left. ",
        "In the winter. In spring. ",
    ],
)
def test_work_in_a_history_grows_no_faster(unit):
    head = "On 3 May 1864 they crossed. In June 1864, in July 1864 and in 1865 they fought. "
    tag(head + unit * 20, published=PUBLISHED)
    size = 4000 // len(unit)
    small, large = steps_of(head + unit * size), steps_of(head + unit * (4 * size))
    assert large <= 6 * small + 2000


@pytest.mark.parametrize("unit", ["1-", "1-" * 18 + "x ", "1-" * 25 + "jan ", "1-1-1-1 x ", "1 - " * 18 + "x "])
def test_numbers_that_cannot_begin_a_date_cost_few_steps(unit):
    warm, text = unit * (10_000 // len(unit)), unit * (20_000 // len(unit))
    tag(warm, published=PUBLISHED)
    assert steps_of(text) <= 25 * len(text)


def test_an_endless_run_of_dates_is_cut():
    assert 1000 <= len(tag("1 jan " * 20000, published=PUBLISHED)) <= 3000


def test_find_knows_no_anchor():
    assert [mention.rule for mention in find("on Thursday, two weeks ago")] == ["weekday", "so many units ago"]


def test_nothing_found_is_an_empty_sequence():
    assert len(tag("")) == 0
    assert len(tag("No dates here.")) == 0
