from viewer.library.hits import Finder
from viewer.library.query_reading import read_query
from viewer.library.snippets import snippet_of


def marked(text, query):
    snippet, hits = snippet_of(text, Finder(read_query(query).wanted))
    return snippet, [snippet[begin:end] for begin, end in hits]


def test_the_snippet_shows_where_most_words_stand_together():
    text = "troops " + "filler " * 60 + "the border troops moved " + "filler " * 60
    snippet, hits = marked(text, "border troops ")
    assert hits == ["border", "troops"]
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) < 200


def test_hits_follow_case_accents_and_beginnings():
    assert marked("In Žepa the ENVOYS spoke; an envoy left.", "zepa envoy*")[1] == ["Žepa", "ENVOYS", "envoy"]
    assert marked("reenvoy", "envoy*")[1] == []


def test_a_phrase_is_marked_where_its_words_stand_together():
    assert marked("Border guards; the border-troops, troops.", '"border troops"')[1] == ["border-troops"]


def test_a_short_text_without_a_hit_is_shown_from_its_beginning():
    assert marked("A short text.", "absent ") == ("A short text.", [])
    assert marked("", "") == ("", [])


def test_a_text_without_blanks_is_cut_as_well():
    snippet, hits = marked("天" * 500 + "東京" + "地" * 500, "東京")
    assert hits == ["東京"]
    assert len(snippet) < 200


def test_what_is_left_out_is_not_marked():
    assert marked("border troops", "border -troops ")[1] == ["border"]
