"""From meanings to finished expressions."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import only, values
from viewer.chronology import tag
from viewer.chronology.meaning import Calendar, Duration, Modified, Recurrence, Reference
from viewer.chronology.resolve import Mention, Resolver
from viewer.model import Basis, TimexType

TEXT = "some words"


def resolve(meaning, published=date(2018, 11, 2)):
    return Resolver(TEXT, published, narrative=False).resolve(Mention(0, 4, "a rule", meaning))


@pytest.mark.parametrize(
    ("meaning", "kind", "value"),
    [
        (Calendar(year=1998, month=2), TimexType.DATE, "1998-02"),
        (Duration("P3M"), TimexType.DURATION, "P3M"),
        (Recurrence("P1W"), TimexType.SET, "P1W"),
        (Reference("PAST_REF"), TimexType.DATE, "PAST_REF"),
    ],
)
def test_types_and_values(meaning, kind, value):
    timex = resolve(meaning)
    assert (timex.type, timex.value, timex.text, timex.rule) == (kind, value, "some", "a rule")


def test_a_modifier_narrows_the_days():
    timex = resolve(Modified(Calendar(year=2017), "END"))
    assert (timex.mod, timex.edtf) == ("END", "2017-09~/2017-12~")


def test_a_loose_length_has_no_days():
    timex = resolve(Duration("P3M"))
    assert (timex.interval, timex.basis) == (None, Basis.UNRESOLVED)


def test_a_length_that_ends_at_publication():
    timex = only("the past three months")
    assert timex.edtf == "2018-08-02~/2018-11-02"
    assert timex.basis is Basis.PUBLICATION


def test_every_basis():
    assert resolve(Calendar(year=2017)).basis is Basis.EXPLICIT
    assert only("yesterday").basis is Basis.PUBLICATION
    assert only("yesterday", None).basis is Basis.UNRESOLVED


def test_without_publication_the_latest_date_gives_proposals_only():
    text = "On Thursday he left. On 2 November 2018 he came. Last week he sat. In October they met."
    thursday, _, week, october = tag(text)
    assert [timex.value for timex in (thursday, week, october)] == ["XXXX-WXX-4", "XXXX-WXX", "XXXX-10"]
    assert [timex.interval for timex in (thursday, week, october)] == [None] * 3
    assert "Proposal: Thursday 1 November 2018" in thursday.doubt
    assert "Proposal: 2018-W43" in week.doubt
    assert "Proposal: 2018-10" in october.doubt


def test_a_weekday_and_a_day_propose_the_years_that_fit():
    (timex,) = tag("On Thursday, November 1, he came.")
    assert timex.value == "XXXX-11-01"
    assert "2012, 2018" in timex.doubt


def test_an_ambiguous_order_is_flagged():
    (timex,) = tag("due 03/04/2018")
    assert timex.edtf == "[2018-03-04,2018-04-03]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed on Thursday. On Tuesday, two days earlier, it was open.", "2018-11-01 2018-10-30 2018-10-30"),
        ("He came on 3 May 2014, five days later he died.", "2014-05-03 2014-05-08"),
        ("They came on Monday evening. It burned at 5 p.m.", "2018-10-29TEV 2018-10-29T17:00"),
        (
            "They came on Monday evening. It was cold. No one saw them. It burned at 5 p.m.",
            "2018-10-29TEV 2018-11-02T17:00",
        ),
        ("It was founded three years ago this month.", "2015-11"),
        ("On Tuesday he came. On the Thursday he left.", "2018-10-30 2018-11-01"),
        ("In 2016 they left in March and in April.", "2016 2016-03 2016-04"),
        ("It began in October 2015. Between November and early January it rained.", "2015-10 2015-11 2016-01"),
        ("He came on Feb 30.", ""),
        ("It came back in May 2017. They took it on the 3rd and left on the 19th.", "2017-05 2017-05-03 2017-05-19"),
        ("It began in 2014, in June five years earlier it was planned.", "2014 2009-06"),
        ("In mid-October the two governments spoke.", "2018-10"),
        ("On October 25, a Thursday, it began.", "2018-10-25 2018-10-25"),
        ("He came in 2014 and left at the end of that August.", "2014 2014-08"),
        ("They gave it as late as December as a reason.", "2017-12"),
        ("In February 30 people died.", "2018-02"),
    ],
)
def test_what_the_words_before_decide(text, expected):
    assert values(text) == expected


def test_in_a_history_the_next_years_do_not_begin_at_publication():
    text = "On 3 May 1820 he taught, in 1821 and 1822 he wrote, in 1823 he paid. He paid her for the next twenty years."
    timex = tag(text, date(2018, 11, 2))[-1]
    assert (timex.value, timex.interval) == ("P20Y", None)


def test_a_holiday_that_nothing_happened_on_moves_no_story():
    text = (
        "On 3 May 1861 he came, in 1862 and 1863 he ruled, in 1864 he left. The Thanksgiving holiday is his. That year"
    )
    assert tag(text, date(2018, 11, 2))[-1].value == "1864"
    assert tag(text.replace("The Thanks", "On Thanks") + ", the next day", date(2018, 11, 2))[-1].value == "1864-11-25"


def test_that_year_is_none_that_would_be_this_year():
    text = (
        "He is accused of a killing in the summer of 1979. Testimony ended Friday. She was found Aug. 4 of that year."
    )
    assert values(text).split()[-1] == "1979-08-04"


def test_the_year_of_a_clause_of_its_own_is_not_that_of_the_sentence():
    text = "An engineer who helped Neil Armstrong to the moon in July 1969, died on Oct. 18 at his home."
    assert values(text) == "1969-07 2018-10-18"


def test_that_fall_is_none_that_would_be_this_one():
    text = "He was paid in the spring of 1988. They lost on Tuesday. The player, who caught 16 passes that fall, left."
    assert values(text).split()[-1] == "1988-FA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came from Vienna in '38.", "1938"),
        ("The class of '09 met.", "2009"),
        ("He left in '98.", "1998"),
    ],
)
def test_two_digits_are_the_century_that_news_can_mean(text, expected):
    assert values(text) == expected


def test_a_comparison_counts_from_no_date_to_come():
    text = "Next spring will tell the story. Prices edged up from $116,000 a year earlier."
    assert values(text) == "2019-SP 2017"


def test_a_day_alone_goes_on_from_the_month_told():
    assert (
        values("They came ashore on 21 May 2017. The town fell on the 28th after 14 hours.").split()[1] == "2017-05-28"
    )
