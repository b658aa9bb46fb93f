from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.folding import fold, index_spellings, index_text, label_key, tokens, words_of


def terms(text):
    return [token.term for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Žižek ÉCOLE", "zizek ecole"),
        ("Straße", "STRASSE"),
        ("Cæsar", "caesar"),
        ("Åse Ørsted", "ase orsted"),
        ("العِرَاق", "العراق"),
        ("الـــعراق", "العراق"),
        ("أحمد إسلام آمال", "احمد اسلام امال"),
        ("مدرسة", "مدرسه"),
        ("علی", "علي"),
        ("كتاب ٢٠١٨", "کتاب 2018"),
        ("שָׁלוֹם", "שלום"),
        ("Москва\u0301", "москва"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("ｆｕｌｌ１２", "full12"),
        ("ｶﾀｶﾅ", "カタカナ"),
        ("Donau\u00addampf", "donaudampf"),
        ("e\u0301cole", "école"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one, other):
    assert terms(one) == terms(other)


def test_words_that_differ_stay_apart():
    assert terms("が") != terms("か")
    assert terms("한") != terms("하")
    assert terms("की") != terms("क")


def test_words_end_at_signs():
    assert terms("al-Qaim's 12:30, a_b") == ["al", "qaim", "s", "12", "30", "a", "b"]


def test_scripts_without_blanks_become_pairs():
    assert terms("在東京Tower") == ["在東", "東京", "京", "tower"]
    assert index_text("在東京Tower").split() == ["在東", "東京", "京", "tower"]
    assert [token.term for token in words_of("東京")] == ["東京"]
    assert [token.term for token in words_of("京")] == ["京"]
    assert [token.term for token in words_of("東京 tower")] == ["東京", "京", "tower"]


def test_places_are_those_of_the_text():
    text = "Die Straße, e\u0301cole 東京!"
    assert [text[token.begin : token.end] for token in tokens(text)] == ["Die", "Straße", "e\u0301cole", "東京", "京"]


def test_the_other_spelling_of_umlauts():
    assert index_spellings("Herr Müller aus Köln, Müller") == "mueller koeln"
    assert index_spellings("Herr Mueller") == index_spellings("plain") == ""
    assert [(token.term, token.spelled) for token in tokens("Åse")] == [("ase", "aase")]


def test_labels():
    assert label_key(" Middle-East ") == "middle east"
    assert label_key("War/Syria") == "war/syria"
    assert label_key("+++") == "+++"


def test_folding_what_is_folded_changes_nothing():
    everything = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x3FFFF)]))
    once = {character: fold(character) for character in everything}
    assert [character for character, folded in once.items() if fold(folded) != folded] == []


def test_every_character_means_the_same_to_the_index_and_to_marks():
    characters = [chr(code) for code in [*range(0xD800), *range(0xE000, 0x3FFFF)]]
    assert [one for one in characters if terms(one) != index_text(one).split()] == []


TEXTS = st.text(st.sampled_from("aZßäÉ\u0301\u00ad東京京ア한ก็הּאًـ1٣ .-_\u200b🙂क\u093f") | st.characters(), max_size=60)


@given(TEXTS)
def test_the_index_holds_the_tokens(text):
    assert index_text(text).split() == terms(text)


@given(TEXTS)
def test_tokens_stand_in_order_and_each_is_found_again_in_its_own_text(text):
    found = list(tokens(text))
    assert all(one.begin <= other.begin for one, other in pairwise(found))
    for token in found:
        assert 0 <= token.begin < token.end <= len(text)
        assert token.term == terms(text[token.begin : token.end])[0]
