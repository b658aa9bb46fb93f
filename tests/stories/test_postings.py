import pytest

from viewer.stories import Postings, RelatedIndex, describe

TOKEN = b"0123456789abcdef"
TEXTS = {
    3: ("Troops at Hajin", "Iraqi troops reinforced the border near Hajin after the SDF retreat in the desert."),
    5: ("Hajin falls", "The SDF took Hajin from its last defenders; troops on the border watched the desert."),
    6: ("Border post near Hajin", "At the border post soldiers of Iraq dug trenches facing the Hajin pocket."),
    9: ("On bread", "Flour, water, salt and patience make a loaf; a hot oven does the rest."),
    12: ("Sourdough", "A loaf of sourdough needs flour, patience and a hot oven more than yeast."),
}


@pytest.fixture
def vectors():
    return {number: describe(title, [text]).packed for number, (title, text) in TEXTS.items()}


def fetch_from(vectors):
    return lambda numbers: {number: vectors[number] for number in numbers if number in vectors}


def counted(vectors, base=None, only=None):
    index = RelatedIndex(fetch_from(vectors), base)
    chosen = {number: packed for number, packed in vectors.items() if only is None or number in only}
    for packed in chosen.values():
        index.count(packed)
    for number, packed in chosen.items():
        index.add(number, packed)
    return index


def as_bytes(index, revision=7):
    return b"".join(index.packed(TOKEN, revision))


def test_what_is_packed_answers_as_what_is_in_memory(vectors):
    memory = counted(vectors)
    postings = Postings(as_bytes(memory))
    assert (postings.token, postings.revision, list(postings.numbers)) == (TOKEN, 7, list(TEXTS))
    packed = RelatedIndex(fetch_from(vectors), postings)
    assert len(packed) == 5
    assert packed.numbers == set(TEXTS)
    for number in TEXTS:
        assert packed.related(number, 0.0, 10) == pytest.approx(memory.related(number, 0.0, 10))


def test_what_is_added_and_removed_stands_beside_it(vectors):
    base = Postings(as_bytes(counted(vectors, only={3, 5, 9})))
    both = counted(vectors, base, only={6, 12})
    assert both.added == 2
    assert {match.number for match in both.related(3, 0.1, 10)} == {5, 6}
    assert [match.number for match in both.related(12, 0.1, 10)] == [9]
    both.remove([5, 12, 99])
    assert both.numbers == {3, 6, 9}
    assert len(both) == 3
    assert [match.number for match in both.related(3, 0.1, 10)] == [6]


def test_an_article_that_changed_since_is_found_by_its_new_words_only(vectors):
    base = Postings(as_bytes(counted(vectors)))
    vectors[5] = describe("Bread at Hajin", ["Flour, salt, patience, a loaf and a hot oven."]).packed
    changed = counted(vectors, base, only={5})
    assert len(changed) == 5
    assert {match.number for match in changed.related(9, 0.1, 2)} == {5, 12}


def test_places_and_terms(vectors):
    postings = Postings(memoryview(as_bytes(counted(vectors))))
    assert [postings.slot(number) for number in (3, 4, 12, 13)] == [0, -1, 4, -1]
    assert postings.frequency(1) == 0
    assert list(postings.entries(1)) == []


def test_of_nothing():
    postings = Postings(as_bytes(counted({})))
    assert len(postings.numbers) == 0
    assert postings.frequency(1) == 0


@pytest.mark.parametrize("damage", [lambda d: d[:-1], lambda d: d[:10], lambda d: b"", lambda d: b"x" + d[1:]])
def test_other_bytes_are_refused(vectors, damage):
    with pytest.raises(ValueError, match=r"short|form"):
        Postings(damage(as_bytes(counted(vectors))))
