"""Weekdays, weekends and months that a schedule puts ahead, or that what is told puts behind."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import values

TUESDAY = date(2013, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Winds are forecast to ease on Friday.",
        "Rain is forecast for Friday.",
        "Classes in nearby schools were cancelled until Friday.",
        "The trial was adjourned until Friday.",
        "The deadline was extended to Friday.",
        "Egyptians vote Friday in the first of two rounds.",
        "Voters go to the polls on Friday.",
        "Talks resume Friday in Geneva.",
        "Parliament, which has been in recess, reconvenes Friday.",
        "On Friday they travel to Newcastle for a match.",
        "On Friday the court hears arguments in the case.",
        "The Senate takes up the bill on Friday.",
        "Lawmakers were to vote on Friday.",
        "The pound rose before a German court ruling on Friday.",
        "Investors were cautious ahead of a jobs report on Friday.",
        "Markets await Friday's employment report.",
        "Services are Friday at the cathedral.",
        "Friday's game against Leeds is a must-win.",
        "Friday's jobs report is expected to show a gain.",
        "The ban goes into effect on Friday.",
        "The summit is being held on Friday.",
        "The Spartans, 5-3-1, play Minnesota Friday.",
        "The chipmaker reports on Friday.",
        "He turns 36 on Friday.",
        "About 250,000 workers will be told to stay home on Friday.",
    ],
)
def test_what_is_on_a_schedule_is_ahead(text):
    assert values(text, TUESDAY) == "2013-03-08"


@pytest.mark.parametrize(
    "text",
    [
        "Engineers began fueling tests Friday and should finish soon.",
        "A violent earthquake struck on Friday, buckling freeways.",
        "He was mayor until Friday.",
        "The minister approved the plan on Friday.",
        "He won for the fourth time in five starts Friday.",
        "He told reporters on Friday he hopes to return.",
        "She is to be sentenced after pleading guilty on Friday.",
        "The bill, which passed on Friday, would raise taxes.",
        "Just ahead of his trip, the department on Friday issued a warning.",
        "Friday's jobs report showed a gain.",
        "The stock, which closed at $30 on Friday, could double.",
        "He failed to appear on Friday and faces arrest.",
        "Her resignation on Friday could trigger an election.",
        "The talks that ended Friday could resume.",
        "They have been searching since Friday for a man who may be armed.",
    ],
)
def test_what_is_told_is_behind(text):
    assert values(text, TUESDAY) == "2013-03-01"


def test_before_dawn_looks_not_ahead():
    assert values("An earthquake struck before dawn on Monday, buckling freeways.", TUESDAY) == "2013-03-04TMO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Union leaders learned of the plan over the weekend and have asked for talks.", "2013-W09-WE"),
        ("Rain is forecast for the weekend.", "2013-W10-WE"),
    ],
)
def test_weekends(text, expected):
    assert values(text, TUESDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brent crude for April delivery was trading higher.", "2013-04"),
        ("December copper fell a cent.", "2013-12"),
        ("Gilt futures for June settled lower.", "2013-06"),
        ("The jobless rate for February will be released soon.", "2013-02"),
        ("They will wait for figures on January retail sales.", "2013-01"),
        ("Exports fell more than expected in January.", "2013-01"),
        ("It won the election in December and will hold a congress.", "2012-12"),
        ("The trial was postponed until December.", "2013-12"),
        ("The law will take effect in January.", "2014-01"),
        ("She graduates in July.", "2013-07"),
        ("It pencilled in one cut by December.", "2013-12"),
        ("The jet enters service in May.", "2013-05"),
        ("“January is a long way off,” one said.", "2014-01"),
        ("Shortages would last into the summer.", "2013-SU"),
        ("The third fight is pencilled in for December.", "2013-12"),
        ("December 55s went to 4.", "2013-12"),
        ("Voters choose a parliament in September.", "2013-09"),
        ("German elections in September are unlikely to change that.", "2013-09"),
    ],
)
def test_months(text, expected):
    assert values(text, TUESDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is expected to unveil a new look for its newsfeed on Friday.",
        "OAU leaders adjourn Friday.",
        "More storms are likely from Friday.",
        "The men go before a judge on Friday.",
        "The Government's jobs report comes out Friday.",
        "Friday has been declared a holiday.",
        "Dealers said Friday's unemployment number could move the market.",
        "The storm is on track to hit the coast on Friday.",
        "There is a chance of rain on Friday.",
        "Snow is possible on Friday.",
        "Wall Street looks to Friday's payrolls for direction.",
        "He heads to Tokyo on Friday.",
        "Before Friday's vote, he will address the nation.",
        "Friday marks the anniversary of the attack.",
        "Gusts are expected to reach the coast tonight and into Friday.",
        "Banks are to stay shut until at least Friday.",
        "Shops will not open today; Friday is a national holiday.",
    ],
)
def test_what_is_expected_is_ahead(text):
    assert values(text, TUESDAY).split()[-1] == "2013-03-08"


def test_a_loss_is_expected_for_the_quarter_that_is_over():
    assert values("It expects to report a loss for the third quarter.", date(1989, 10, 27)) == "1989-Q3"
    assert values("It expects a profit in the fourth quarter.", date(1989, 10, 27)) == "1989-Q4"


def test_what_is_forecast_lies_ahead():
    assert values("Rain was forecast through Wednesday.") == "2018-11-07"


def test_what_will_be_after_a_vote_looks_back_on_no_vote():
    assert values("They will meet again in Geneva, a week after the December 5 vote.") == "P1W 2018-12-05"


def test_an_obituary_looks_ahead_to_the_funeral():
    text = "He was born on 5 January 1936. He sat from 1966, and from 1974. The funeral will be held on Friday week."
    assert values(text).split()[-1] == "2018-11-16"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trading was halted until Monday.", "2018-11-05"),
        ("Flights were cancelled through Monday.", "2018-11-05"),
        ("It will stay shut through Monday.", "2018-11-05"),
        ("The airlines lost millions through Monday.", "2018-10-29"),
    ],
)
def test_what_was_stopped_until_a_day_ends_ahead_and_what_was_done_is_over(text, expected):
    assert values(text) == expected


def test_a_day_beside_today_shares_its_plan():
    text = "Schools will stay closed today and again on Friday after inspectors found mould."
    assert values(text, TUESDAY) == "2013-03-05 2013-03-08"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They argued for two days before reaching a verdict on Thursday.", "P2D 2018-11-01"),
        ("The polls open early and close at 10 p.m. on Tuesday.", "2018-11-06T22:00"),
        ("They left at 7 a.m. and arrived at 10 p.m. on Tuesday.", "2018-11-02T07:00 2018-10-30T22:00"),
        ("The law comes into force on 1 April.", "2019-04-01"),
        ("Rescuers worked through the night.", "2018-11-01TNI"),
    ],
)
def test_what_is_told_is_over_and_what_is_on_a_schedule_lies_ahead(text, expected):
    assert values(text) == expected
