"""Seasons, quarters, weeks."""

from __future__ import annotations

import pytest

from tests.chronology.examples import cases, values
from viewer.chronology import seasons


@pytest.mark.parametrize(("phrase", "expected"), cases(seasons.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize("text", ["Prices fall to a low.", "They spring back.", "the fall of Berlin", "a spring in it"])
def test_no_season(text):
    assert values(text) == ""


@pytest.mark.parametrize(
    "text", ["half of Winter Street is dark", "The Winter War began.", "a first-half goal", "Donna Summer sang."]
)
def test_names_and_games_are_no_seasons(text):
    assert values(text) == ""


def test_a_quarter_of_a_game_is_none_of_a_year():
    assert values("The Spartans fumbled twice in the fourth quarter and lost.") == ""


def test_a_term_that_ends_in_a_season_ends_in_the_next_one():
    assert values("The governor's term ends in the spring.") == "2019-SP"
    assert values("It could not meet demand well into the spring.") == "2018-SP"
