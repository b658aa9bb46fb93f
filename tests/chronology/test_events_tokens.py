from __future__ import annotations

import pytest

from tests.chronology.marked import sentence
from viewer.chronology.events_tokens import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    MODAL,
    NOT,
    NUMBER,
    REGULAR,
    RELATIVE,
    TIMEX,
    VERBAL,
)


def test_a_date_is_one_token_and_its_words_are_not_read():
    read = sentence("In [May 2018|2018-05] they may leave.")
    assert read.words == ["in", "may 2018", "they", "may", "leave"]
    assert [bool(kind & TIMEX) for kind in read.kinds] == [False, True, False, False, False]
    assert read.kinds[3] & MODAL


def test_the_s_of_a_date_is_no_token():
    assert sentence("[Monday|2018-10-29]'s attack failed").words == ["monday", "attack", "failed"]


def test_numbers_keep_their_signs_and_thousands():
    read = sentence("It lost $4,500 or 3.5% of it")
    assert [read.original(token) for token, kind in enumerate(read.kinds) if kind & NUMBER] == ["$4,500", "3.5%"]


def test_tokens_stand_where_they_are_written():
    read = sentence("Then-Gen. Ali -- or - as some (his foes) say - 'Ali Ali' left Ali-Abad: İzmir fell")
    assert [read.original(token).lower() for token in range(len(read))] == read.words
    assert read.begins == sorted(read.begins)
    assert read.words.count("-") == 2


@pytest.mark.parametrize(
    ("word", "kind"), [("attacked", REGULAR), ("quickly", ADVERB), ("didn't", NOT), ("didn’t", NOT)]
)
def test_endings_tell_what_a_word_can_do(word, kind):
    assert sentence(f"they {word} it").kinds[1] & kind


@pytest.mark.parametrize("word", ["hundred", "united", "armed", "family", "US-backed"])
def test_words_that_only_look_like_verbs_or_adverbs_are_neither(word):
    assert not sentence(f"the {word} men").kinds[1] & (VERBAL | ADVERB)


def test_a_name_in_capitals_is_no_verb():
    assert sentence("there IS fell").kinds[1] == CAPITAL
    assert not sentence("old Will Smith left").kinds[1] & MODAL


def test_that_points_at_a_date_behind_a_verb_that_does_not_speak():
    read = sentence("His article, which appeared that [Christmas|1967-12-25], was read.")
    assert read.kinds[read.words.index("that")] == DETERMINER
    read = sentence("He said that [Monday|2018-10-29] was a holiday.")
    assert read.kinds[read.words.index("that")] & RELATIVE
