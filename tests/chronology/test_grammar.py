"""Patterns over word classes."""

from __future__ import annotations

import pytest

from viewer.chronology.grammar import Alphabet, Rule, literals_of, spellings

VOCABULARY = {"MONTH": ["may", "June"], "VERB": ["may"], "EMPTY": []}


def alphabet():
    return Alphabet(VOCABULARY, ["of"], ["DATE"], {"ANY": ("MONTH", "VERB")})


def test_a_word_of_two_classes_is_in_both():
    letters = alphabet()
    symbol = letters.symbols["may"]
    assert symbol in letters.compile("MONTH")
    assert symbol in letters.compile("VERB")
    assert symbol in letters.compile("ANY")


def test_lower_case_words_stand_for_all_spellings_and_names_for_themselves():
    letters = alphabet()
    assert letters.symbols["May"] == letters.symbols["MAY"] == letters.symbols["may"]
    assert "june" not in letters.symbols
    assert spellings("June") == ("June", "JUNE")


def test_captures_become_groups():
    assert alphabet().compile("month:MONTH ('of' DATE)?").startswith("(?P<month>")


def test_an_unknown_class_is_an_error():
    with pytest.raises(KeyError):
        alphabet().compile("UNHEARD_OF")


def test_the_words_of_a_pattern():
    rule = Rule("x", "'the'? MONTH ('of'|'in')", "DATE", lambda part: part)
    assert literals_of([rule]) == {"the", "of", "in"}
