from datetime import date

from viewer.stories.reasons import shared_days, shared_names, shared_words
from viewer.stories.terms import term_hash

RARE = {term_hash("hajin"): 9.0, term_hash("ezzor"): 8.0, term_hash("syria"): 1.0}


def rarity(term):
    return RARE.get(term, 5.0)


def test_the_most_telling_shared_names_come_first():
    names = shared_names(["Syria", "Hajin", "Deir Ezzor", "Ankara"], ["hajin", "Syria", "Deir Ezzor"], rarity)
    assert names == ["Hajin", "Deir Ezzor", "Syria"]


def test_a_name_within_a_longer_one_is_left_out():
    assert shared_names(["Ezzor", "Deir Ezzor"], ["Deir Ezzor", "Ezzor"], rarity) == ["Deir Ezzor"]


def test_nothing_shared():
    assert shared_names(["Hajin"], ["Raqqa"], rarity) == []
    assert shared_words([], ["loaf"], rarity) == []


def test_shared_words_are_told_by_term_and_only_where_rare():
    assert shared_words(["loaves", "ovens", "syria"], ["oven", "syria"], rarity) == ["ovens"]


def test_days_that_both_report():
    first, second = date(2018, 11, 1).toordinal(), date(2018, 10, 28).toordinal()
    ours = [(second, second), (first, first), (first - 300, first)]
    assert shared_days(ours, [(first, first), (second, second)]) == ["1 Nov 2018", "28 Oct 2018"]
    assert shared_days(ours, [(first - 300, first)]) == []
