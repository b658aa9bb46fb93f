"""Past or future."""

from __future__ import annotations

import pytest

from tests.chronology.examples import values
from viewer.chronology.tense import (
    is_over,
    is_planned,
    lasts_on,
    leads_on,
    looked_back,
    tells_back,
    tells_habit,
    tells_of_old,
    tense_of,
    told_before,
    year_said,
)


@pytest.mark.parametrize(
    ("left", "right", "tense"),
    [
        ("The court ruled on ", ".", "past"),
        ("Talks will resume on ", ".", "future"),
        ("The vote is scheduled for ", ".", "future"),
        ("He must pay by ", ".", "future"),
        ("He had until ", " to pay, and paid.", "past"),
        ("It is was will come on ", ".", "future"),
        ("Up until ", " they called him a witness.", "past"),
        ("They fought in the streets until ", ".", "past"),
        ("The court adjourned until ", ".", "future"),
        ("She had warned of it as early as ", ".", "past"),
        ("It could come as early as ", ".", "future"),
        ("He said that it could come as early as ", ".", "future"),
        ("He came. Talks will resume on ", ".", "future"),
        ("It will end. He came on ", ".", "past"),
        ("on ", "", ""),
        ("Protesters planned a march on ", " and were planning another.", "future"),
        ("The alliance has decided to admit them in ", ", he said.", "future"),
        ("The firm could not be reached on ", ".", "past"),
        ("when the case is heard on ", ".", ""),
        ("The show, which opened in May, ends on ", ".", "future"),
        ("In ", ", the firm bid more.", "past"),
        ("It will bid in ", ".", "future"),
        ("The village was attacked by the army on ", ".", "past"),
        ("By the time of her visit in ", ", it had come.", "past"),
        ("On ", ", when she put off leave for the hastily planned trip, the ministry lifted a warning.", "past"),
        ("He let the attack begin as previously planned ", ".", ""),
        ("The meeting, tentatively planned for ", ", is off.", "future"),
    ],
)
def test_tense(left, right, tense):
    text = left + "Monday" + right
    assert tense_of(text, len(left), len(left) + 6) == tense


@pytest.mark.parametrize(
    ("left", "planned"),
    [
        ("The vote will be held on ", True),
        ("The merger is expected to close in the ", True),
        ("The book is to appear in ", True),
        ("The vote was held on ", False),
        ("The firm, which will merge, said sales fell in ", False),
    ],
)
def test_what_is_planned(left, planned):
    assert is_planned(left + "May.", len(left)) is planned


@pytest.mark.parametrize(
    ("left", "right", "over"),
    [("", " was quiet.", True), ("They met on ", ".", True), ("Shares rose before ", ".", False)],
)
def test_what_is_over(left, right, over):
    assert is_over(left + "Easter" + right, len(left), len(left) + 6) is over


def test_a_verb_in_the_past_right_before_a_date_tells_of_it():
    text = "The meeting was held on November 19."
    assert told_before(text, text.index("November"))


def test_speech_and_plans_before_a_date_do_not_tell_of_it():
    for text in ("He said November 19 was fine.", "It will be held on November 19.", "due to be paid on November 19"):
        assert not told_before(text, text.index("November"))


@pytest.mark.parametrize(
    ("left", "told"),
    [("The law took effect on ", True), ("The match was held on ", True), ("The office near ", False), ("", False)],
)
def test_only_a_verb_in_the_past_tells_what_happened(left, told):
    assert told_before(left, len(left)) is told


@pytest.mark.parametrize(
    ("left", "back"),
    [
        ("He had spent the ", True),
        ("He had been there in the ", True),
        ("talks, which had dragged on since ", True),
        ("He had won by ", False),
        ("He went in the ", False),
    ],
)
def test_a_past_perfect_tells_back(left, back):
    assert tells_back(left + "spring", len(left)) == back


@pytest.mark.parametrize(
    ("left", "year"),
    [("sales this year through ", 0), ("It fell last year in ", -1), ("due next year by ", 1), ("a year in ", None)],
)
def test_the_year_that_the_words_before_name(left, year):
    assert year_said(left, len(left)) == year


@pytest.mark.parametrize(
    ("left", "old"),
    [
        ("He had warned her twice, in ", True),
        ("as late as ", True),
        ("They had lost. Now it opens in ", False),
        ("We had hoped to finish in May, but now it looks like ", False),
        ("The house had been sold, and she had until ", False),
    ],
)
def test_what_tells_of_a_time_well_past(left, old):
    assert tells_of_old(left, len(left)) == old


@pytest.mark.parametrize(
    ("left", "tense"),
    [
        ("Neither of them could be found ", "past"),
        ("Mr. Roe will succeed John P. Doe ", "future"),
        ("She set aside vacation plans for the trip ", ""),
        ("The blast next to the bank killed one ", "past"),
        ("The two meet ", "future"),
        ("It had been scheduled to expire at midnight ", "past"),
        ("The sale, which had been expected, is to be done by ", "future"),
        ("It is due on an unspecified date in ", "future"),
    ],
)
def test_words_that_only_look_like_cues(left, tense):
    assert tense_of(left + "Monday", len(left), len(left) + 6) == tense


@pytest.mark.parametrize(
    ("left", "right", "tense"),
    [
        ("He cut short his holiday ", " to meet the king.", "past"),
        ("They spoke to the leader on ", ", when he said he would come out.", "past"),
        ("The board, which is large, ", " to meet the king.", "future"),
    ],
)
def test_what_follows_a_date_and_looks_ahead_of_it(left, right, tense):
    text = left + "Monday" + right
    assert tense_of(text, len(left), len(left) + 6) == tense


def test_only_a_word_or_a_dash_leads_from_one_date_to_its_other_end():
    text = "May 8 to June, July"
    assert leads_on(text, 5, 9)
    assert not leads_on(text, 13, 15)


def test_the_sentence_before_tells_nothing():
    text = "In May it ended. Today there are three."
    assert tense_of(text, text.index("Today"), text.index(" there")) == ""


def test_a_habit_is_told_in_the_present():
    for text in ("It usually rains in May.", "In May they usually leave.", "The feast is celebrated in May."):
        assert tells_habit(text, text.index("May"), text.index("May") + 3)
    for text in ("It usually rained in May.", "It rains in May.", "They usually leave. It ended in May."):
        assert not tells_habit(text, text.index("May"), text.index("May") + 3)


def test_the_month_that_a_year_was_counted_through_is_over():
    assert values("It grew in the year through June.") == "P1Y 2018-06"


def test_a_past_perfect_tells_only_what_went_before():
    text = "He had left in May 2014. In June he won."
    assert looked_back(text, text.index(". In"), text.index(" he won"))
    text = "He had left in May 2014. In June he had won."
    assert not looked_back(text, text.index(". In"), text.index(" he had"))
    text = "He left in May 2014. In June he won."
    assert not looked_back(text, text.index(". In"), text.index(" he won"))


def test_what_lasts_on_is_told_with_will_or_would():
    assert lasts_on("The ship would stay until ", 26)
    assert not lasts_on("The ship stayed until ", 22)
