"""The automaton must agree with ``re`` on what may match, and how far."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from viewer.chronology.automaton import Automaton

PATTERNS = ["a", "ab?c", "(?:a|b)+c", "[ab](?P<x__1>c|d)?e*", "b(?!c)a", "a*b"]


@given(st.text("abcde", min_size=1, max_size=12))
def test_finds_what_a_regular_expression_finds(text):
    automaton = Automaton(PATTERNS)
    for at in range(len(text)):
        found = {(-end, number) for end, number in automaton.matches(text, at)}
        for number, pattern in enumerate(PATTERNS):
            match = re.compile(pattern).match(text, at)
            if match and match.end() > at:
                assert (match.end(), number) in found


def test_the_longest_comes_first():
    assert Automaton(["a", "ab", "abc"]).matches("abcd", 0) == [(-3, 2), (-2, 1), (-1, 0)]


def test_begins_says_where_a_match_can_begin():
    automaton = Automaton(["ab", "(?:c|d)e", "f?g"])
    assert [symbol for symbol in "abcdefg" if automaton.begins.match(symbol)] == list("acdfg")


GUARDED = [*PATTERNS, "d(?=e)", "(?<=a)e"]


@given(st.text("abcde", min_size=1, max_size=12))
def test_what_a_test_turns_away_matches_nothing(text):
    automaton = Automaton(GUARDED)
    for at in range(len(text)):
        pair = text[at : at + 2]
        if not automaton.begins.match(pair):
            continue
        for _ in range(500):
            automaton.note_failure(pair)
        matched = any(re.compile(pattern).match(text, at) for pattern in GUARDED)
        assert bool(automaton.tests[pair](text, at)) == matched


def test_what_often_begins_nothing_gets_a_test():
    automaton = Automaton(["ab", "c", "d(?=ee)"])
    for _ in range(499):
        automaton.note_failure("de")
    assert automaton.tests == {}
    automaton.note_failure("de")
    assert automaton.tests["de"]("dee", 0)
    assert not automaton.tests["de"]("dec", 0)
