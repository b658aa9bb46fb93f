from __future__ import annotations

import pytest

from tests.chronology.marked import told


@pytest.mark.parametrize(
    "marked",
    [
        "The [2014|2014] law limits deficits.",
        "[Last year|2017]'s law limits deficits.",
        "The constitution of [2005|2005] limits it.",
        "Smith ([2005|2005]) disagrees.",
        "It raised rates, the third increase since [April|2018-04].",
        "“Last year” in a text of [2018|2018] is [2017|2017].",
        "[2 November|2017-11-02] was a [Thursday|2017-11-02].",
        "He broke section 1 of the Fraud Act [2006|2006].",
        "He set [1981|1981] as a target.",
        "Net income for the six months ended [1 October|1989-10-01] is small.",
    ],
)
def test_a_date_that_only_modifies_makes_no_event(marked):
    assert [when for when, _, _ in told(marked) if when != "-"] == []


def test_a_day_in_brackets_behind_the_verb_tells_when_it_was():
    marked = "The king took the fort at Hull ([3 May 1644|1644-05-03]) and died."
    assert told(marked) == [("1644-05-03", "reported", "The king took the fort at Hull and died")]
    assert told("Ann Lee ([3 May 1950|1950-05-03]) was a singer.") == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The army has grown since the fall of Mosul in [June 2014|2014-06].", [("2014-06", "the fall of Mosul")]),
        ("The fall of Mosul in [June 2014|2014-06] shocked the world.", [("2014-06", "The fall of Mosul")]),
        (
            "It was set up on the second day of the session held on [4 December 1912|1912-12-04].",
            [("1912-12-04", "It was set up on the second day of the session held")],
        ),
        (
            "The crisis led him to resign on [11 March 1997|1997-03-11], followed by the president in [July|1997-07].",
            [
                ("1997-03-11", "The crisis led him to resign, followed by the president in July"),
                ("1997-07", "followed by the president"),
            ],
        ),
        (
            "After reforms made by the state in [1990|1990], it was dissolved.",
            [("1990", "reforms were made by the state")],
        ),
        ("[Monday|2018-09-10]'s attack is aimed at the town.", [("2018-09-10", "the attack is aimed at the town")]),
        ("They entered areas captured [last year|2017].", [("2017", "areas were captured")]),
        (
            "The army declared the town taken on [Monday|2018-09-10].",
            [("2018-09-10", "The army declared the town taken")],
        ),
        (
            "And on the last day of that raid, [5 May|2018-05-05], Turkish guns fired.",
            [("2018-05-05", "Turkish guns fired")],
        ),
        ("In the [2014|2014] offensive, IS took Mosul.", [("2014", "In the offensive, IS took Mosul")]),
        ("It was [November 11|2018-11-11] before it moved again.", [("2018-11-11", "it moved again")]),
        (
            "They cleared the west bank, including the border post, captured [last year|2017].",
            [("2017", "They cleared the west bank, including the border post, captured")],
        ),
    ],
)
def test_a_date_goes_to_the_event_nearest_to_it(marked, expected):
    assert [(when, label) for when, _, label in told(marked) if when != "-"] == expected


def test_a_length_of_time_reaches_the_present_only_with_a_perfect():
    assert told("They dug for [years|../2018-11-02].") == []
    assert told("They have dug here for [years|../2018-11-02].")[0][0] == "../2018-11-02"


@pytest.mark.parametrize(
    "marked",
    [
        "It enters the cup, its first match abroad since [1966|1966].",
        "It is the worst since [1986|1986].",
        "It published its results for [2020|2020].",
        "The letter is dated [3 May|2018-05-03].",
    ],
)
def test_a_date_that_only_measures_or_names_a_thing_dates_nothing(marked):
    assert [when for when, _, _ in told(marked) if when != "-"] == []


def test_what_happened_in_the_year_of_a_measure_is_told():
    assert told("It is the worst since [1986|1986], when a forest burned.") == [("1986", "reported", "a forest burned")]


def test_a_loss_for_a_quarter_keeps_its_time():
    assert told("It reported a loss of $8 million for [2018|2018].")[0][0] == "2018"


def test_an_event_can_give_its_time_to_a_clause():
    assert told("The effects became plain in the drought of [2012|2012], when one town burned.") == [
        ("2012", "reported", "The effects became plain in the drought"),
        ("2012", "reported", "one town burned"),
    ]


def test_an_infinitive_is_no_event_noun():
    assert told("They agreed to strike on [Monday|2018-10-29].") == [("2018-10-29", "planned", "They agreed to strike")]


def test_a_date_in_a_free_relative_is_that_of_the_main_clause():
    assert told("What exists [today|2018-11-18] was made by officers.")[0][2] == "What exists was made by officers"


def test_a_forecast_for_a_year_is_not_made_in_it():
    assert told("It withdrew its forecast for [2021|2021].")[0][0] == "-"


def test_a_time_that_is_spent_is_no_date():
    assert told("She became a pilot in [1962|1962] and spent [the next two decades|2024/2044] explaining.") == [
        ("1962", "reported", "She became a pilot and spent the next two decades explaining")
    ]


def test_what_was_discovered_and_what_it_bears_are_two_things():
    assert told("An asteroid discovered in [1996|1996] bears her name.") == [
        ("1996", "reported", "An asteroid was discovered")
    ]
