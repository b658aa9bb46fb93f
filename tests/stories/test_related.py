import pytest

from viewer.stories import RelatedIndex, cosine, describe

TEXTS = {
    1: ("Troops at Hajin", "Iraqi troops reinforced the border near Hajin after the SDF retreat in the desert."),
    2: ("Hajin falls", "The SDF took Hajin from its last defenders; troops on the border watched the desert."),
    3: ("Border post near Hajin", "At the border post soldiers of Iraq dug trenches facing the Hajin pocket."),
    4: ("On bread", "Flour, water, salt and patience make a loaf; a hot oven does the rest."),
    5: ("Sourdough", "A loaf of sourdough needs flour, patience and a hot oven more than yeast."),
}


@pytest.fixture
def vectors():
    return {number: describe(title, [text]).packed for number, (title, text) in TEXTS.items()}


@pytest.fixture
def index(vectors):
    made = RelatedIndex(lambda numbers: {number: vectors[number] for number in numbers if number in vectors})
    for packed in vectors.values():
        made.count(packed)
    for number, packed in vectors.items():
        made.add(number, packed)
    return made


def numbers(matches):
    return [match.number for match in matches]


def test_the_same_story_comes_first_and_another_not_at_all(index):
    assert set(numbers(index.related(1, 0.1, 10))) == {2, 3}
    assert numbers(index.related(4, 0.1, 10)) == [5]


def test_scores_fall_and_lie_between_nought_and_one(index):
    scores = [match.score for match in index.related(1, 0.0, 10)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_limit_and_threshold(index):
    assert len(index.related(1, 0.0, 1)) == 1
    assert index.related(1, 0.999, 10) == []
    assert index.related(99, 0.0, 10) == []


def test_an_article_that_was_removed_is_not_found(index):
    index.remove([2, 99])
    assert numbers(index.related(1, 0.1, 10)) == [3]
    assert len(index) == 4
    assert index.numbers == {1, 3, 4, 5}


def test_an_article_that_changed_is_found_by_its_new_words_only(index, vectors):
    vectors[2] = describe("Bread at Hajin", ["Flour, salt, patience, a loaf and a hot oven."]).packed
    index.count(vectors[2])
    index.add(2, vectors[2])
    assert set(numbers(index.related(4, 0.1, 2))) == {2, 5}
    assert numbers(index.related(1, 0.1, 10))[0] == 3


def test_enough_changes_call_for_a_new_beginning(index):
    assert not index.is_worn(1)
    assert index.is_worn(2)


def test_a_rare_term_is_worth_more(index):
    from viewer.stories.terms import term_hash

    assert index.rarity(term_hash("sourdough")) > index.rarity(term_hash("hajin"))


def test_the_cosine_of_a_vector_with_itself_is_one(index, vectors):
    one, two = index.unit_vector(vectors[1]), index.unit_vector(vectors[4])
    assert cosine(one, one) == pytest.approx(1.0)
    assert cosine(one, two) == 0.0
    assert index.unit_vector(b"") == {}
