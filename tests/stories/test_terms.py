import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.stories.terms import MOST_TERMS, STEPS, describe, normal_form, term_hash, unpack_terms


@pytest.mark.parametrize(
    ("words", "term"),
    [
        (("troops", "troop", "Troops'", "TROOP’S"), "troop"),
        (("reinforce", "reinforced", "reinforcing", "reinforces"), "reinforc"),
        (("army", "armies"), "army"),
        (("U.S.", "u.s."), ""),
        (("SDF",), "sdf"),
        (("الحشد",), "الحشد"),
        (("2018",), "2018"),
        (("the", "The", "said", "Thursday", "a", "7", "12"), ""),
        (("class", "crisis", "virus"), None),
    ],
)
def test_forms_of_one_word_are_one_term(words, term):
    forms = {normal_form(word) for word in words}
    assert forms == {term} if term is not None else len(forms) == len(words)


def weights_of(vector):
    hashes, weights = unpack_terms(vector.packed)
    return dict(zip(hashes, weights, strict=True))


def test_the_title_counts_three_times_and_the_lead_twice():
    filler = [f"filler{number}" for number in range(40)]
    weights = weights_of(describe("Hajin", ["Raqqa", " ".join(filler), "Baghuz"]))
    assert weights[term_hash("hajin")] == round(STEPS * 3**0.5)
    assert weights[term_hash("raqqa")] == round(STEPS * 2**0.5)
    assert weights[term_hash("baghuz")] == STEPS


def test_only_the_heaviest_terms_are_kept_heaviest_first():
    vector = describe("Hajin", [" ".join(f"word{number}" for number in range(1000))])
    _, weights = unpack_terms(vector.packed)
    assert len(weights) == MOST_TERMS
    assert list(weights) == sorted(weights, reverse=True)
    assert vector.spellings[0] == "Hajin"


def test_nothing_to_describe():
    vector = describe("", [])
    assert (vector.packed, vector.spellings, vector.names) == (b"", (), ())


@given(st.text(max_size=200), st.lists(st.text(max_size=200), max_size=3))
def test_any_text_has_a_vector(title, texts):
    hashes, weights = unpack_terms(describe(title, texts).packed)
    assert len(hashes) == len(weights)
    assert all(weight >= STEPS for weight in weights)
