from __future__ import annotations

import pytest

from tests.chronology.marked import told


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("The yacht club, founded in [1971|1971], owns the pier.", "The yacht club was founded"),
        ("The deal, first announced in [May|2024-05], is done.", "The deal was first announced"),
        ("The oldest, the Freja, built in [1938|1938], is for sale.", "The oldest, the Freja, was built"),
        ("The doors, repaired in [1938|1938], are oak.", "The doors were repaired"),
        ("Two wells and a cistern, dug in [1938|1938], are dry.", "Two wells and a cistern were dug"),
        ("Its press, built in [1938|1938], is for sale.", "Its press was built"),
    ],
)
def test_a_participle_becomes_a_sentence_about_its_noun(marked, label):
    assert told(marked)[0][2] == label


def test_a_participle_that_leads_tells_of_the_subject():
    assert told("Founded in [1898|1898], it has been listed since [1986|1986].") == [
        ("1898", "reported", "it was founded"),
        ("1986/..", "reported", "it has been listed"),
    ]
    assert told("Born above a shop in [1935|1935], Ann Lee was the fourth of seven.") == [
        ("1935", "reported", "Ann Lee was born above a shop")
    ]
    assert told("Founded in Derby in [1871|1871] by two brothers, the mill had 40 men.") == [
        ("1871", "reported", "the mill was founded in Derby by two brothers")
    ]


def test_what_was_set_up_is_no_plan():
    found = told("A commission set up by the state in [2015|2015] is at work. ")
    assert found == [("2015", "reported", "A commission was set up by the state")]


def test_what_was_planned_is():
    assert told("The gala, planned for [18 June|2022-06-18], is off.")[0][1] == "planned"


def test_the_date_of_a_letter_dates_what_is_done_with_it():
    assert told("The region refused the offer in a letter dated [12 December|2025-12-12].") == [
        ("2025-12-12", "reported", "The region refused the offer in a letter")
    ]


def test_an_event_with_of_is_named_whole():
    found = told("It was slowed by the invasion of Sicily launched on [9 July|1943-07-09].")
    assert found[0][2] == "the invasion of Sicily was launched"


@pytest.mark.parametrize(
    "marked",
    [
        "It will redeem its convertible subordinated debentures due [May|2011-05].",
        "He had him jailed in [1910|1910].",
        "Giap, having lost 3,000 dead and wounded by [28 March|1954-03-28], withdrew.",
    ],
)
def test_what_has_an_object_or_a_noun_behind_it_gets_no_auxiliary(marked):
    assert not any(" was " in label for _, _, label in told(marked))


def test_a_thing_in_a_place_is_named_whole_and_alone():
    found = told("It will sell its head office in Leeds, bought in [2014|2014] for £60 million, by the summer.")
    assert found[0][2] == "its head office in Leeds was bought for £60 million"


def test_what_something_was_founded_as_belongs_to_it():
    found = told("Fairlie, founded as a market stall in [1926|1926] by Ida Fairlie, employs 41,000 people.")
    assert found == [("1926", "reported", "Fairlie was founded as a market stall by Ida Fairlie")]


def test_two_participles_of_one_noun_are_two_events():
    found = told("The pact, signed in [April|1619-04] and ratified by the towns in [July|1619-07], ended it.")
    assert [label for _, _, label in found] == ["The pact was signed", "The pact was ratified by the towns"]
