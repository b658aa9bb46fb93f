"""Patterns over word classes."""

from __future__ import annotations

import re

import pytest

from viewer.chronology.grammar import Alphabet, Rule, spellings, uses_of

VOCABULARY = {"MONTH": ["may", "June"], "VERB": ["may"], "EMPTY": []}


def alphabet():
    return Alphabet(VOCABULARY, {"'of'": 1, "MONTH": 1}, ["DATE"], {"ANY": ("MONTH", "VERB")})


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


def test_what_a_pattern_uses_is_counted():
    rule = Rule("x", "'the'? month:MONTH ('of'|'in') 'the' MONTH", "DATE", lambda part: part)
    assert uses_of([rule]) == {"'the'": 2, "MONTH": 2, "'of'": 1, "'in'": 1}


def test_no_character_of_an_alphabet_means_anything_in_a_pattern():
    words = {f"W{number}": [f"word{number}"] for number in range(700)}
    symbols = Alphabet(words, {}, [], {}).symbols.values()
    assert all(re.fullmatch(symbol, symbol) and re.fullmatch(f"[a{symbol}-]", symbol) for symbol in symbols)
    assert not {"^", "-", "]", "\\", " "} & set(symbols)
