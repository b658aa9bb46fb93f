from hypothesis import given
from hypothesis import strategies as st

from viewer.document import parse
from viewer.library.folding import tokens
from viewer.library.hits import Finder, passages
from viewer.library.query_reading import read_query


def words_at(markdown, text):
    document = parse(markdown)
    found = passages(read_query(text), document)
    return [document.blocks[place.block].text[place.begin : place.end] for place in found]


def test_places_are_passages_of_the_text_of_record():
    markdown = (
        "# The *bor*der\n\nTroops at the **border**.\n\n- border-troops\n\n| a | border |\n|---|---|\n| x | Border |\n"
    )
    assert words_at(markdown, "border ") == ["border", "border", "border", "border", "Border"]
    assert words_at(markdown, '"border troops"') == ["border-troops"]
    assert words_at(markdown, "border -troops tag:x ") == ["border"] * 4 + ["Border"]


def test_places_do_not_overlap_and_the_longer_wins():
    assert words_at("New York Times", '"new york times" york times ') == ["New York Times"]
    assert words_at("東京都に", "東京 京都 ") == ["東京都"]


def test_a_long_text_is_gone_through_only_where_a_word_may_stand():
    filler = "Lorem ipsum dolor. " * 60
    assert words_at(f"{filler} e\u0301cole\n\n{filler}\n\n{filler} Straße", "ecole strasse ") == [
        "e\u0301cole",
        "Straße",
    ]
    assert words_at(f"{filler} Müller", "mueller ") == ["Müller"]
    assert words_at("天" * 500 + "東京", "東京 ") == ["東京"]


def test_a_character_asked_for_alone_is_marked_alone():
    assert words_at("東京都", "京 ") == ["京"]


def test_words_are_marked_with_their_accents():
    assert words_at("e\u0301cole أُغلِقت Donau\u00addampf", "ecole اغلقت donaudampf ") == [
        "e\u0301cole",
        "أُغلِقت",
        "Donau\u00addampf",
    ]


WORDS = st.sampled_from(
    ["border", "Straße", "Müller", "東京都", "أُغلِقت", "שָׁלוֹם", "e\u0301cole", "a", "12", "ชายแดน", "border-troops"]
)


@given(st.lists(WORDS, max_size=12), WORDS, st.sampled_from([" ", ", ", " – ", "\u200b"]))
def test_a_word_is_marked_exactly_where_it_stands(words, wanted, glue):
    text = glue.join(words)
    finder = Finder(read_query(f"{wanted} ").wanted)
    asked = [token.term for token in tokens(wanted)]
    places = list(finder.spans(text))
    for begin, end, _ in places:
        assert [token.term for token in tokens(text[begin:end])][:1] == asked[:1]
    assert len(places) >= words.count(wanted)
    assert bool(places) == any(_holds(word, asked) for word in words)


def _holds(word, asked):
    return [token.term for token in tokens(word)][: len(asked)] == asked
