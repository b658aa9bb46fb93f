from viewer.library.searching import snippet_of


def marked(text, wanted):
    snippet, hits = snippet_of(text, wanted)
    return snippet, [snippet[begin:end] for begin, end in hits]


def test_the_snippet_shows_where_most_words_stand_together():
    text = "troops " + "filler " * 60 + "the border troops moved " + "filler " * 60
    snippet, hits = marked(text, ("border", "troops"))
    assert hits == ["border", "troops"]
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet) < 200


def test_hits_follow_case_accents_and_beginnings():
    assert marked("In Žepa the ENVOYS spoke; an envoy left.", ("zepa", "envoy*"))[1] == ["Žepa", "ENVOYS", "envoy"]
    assert marked("reenvoy", ("envoy*",))[1] == []


def test_a_short_text_without_a_hit_is_shown_from_its_beginning():
    assert marked("A short text.", ("absent",)) == ("A short text.", [])
    assert marked("", ()) == ("", [])


def test_search_finds_titles_texts_and_names(library):
    assert [row.title for row in library.search("hajin campaign")] == ["What came before"]
    assert library.search("border")[0].title == "Troops at the border"
    assert [row.title for row in library.search("Ada Writer")] == ["Troops at the border"]
    assert {row.title for row in library.search("iraqi troops")} == {"Troops at the border", "What came before"}


def test_search_with_signs(library):
    assert [row.title for row in library.search("troops -september")] == ["Troops at the border"]
    assert {row.title for row in library.search("loaf OR september ")} == {"On bread", "What came before"}
    assert [row.title for row in library.search('"water, salt"')] == ["On bread"]
    assert library.search('"salt water"') == ()
    assert library.search("") == library.search("!!") == library.search("nowhereword") == ()
    assert len(library.search("troops", limit=1)) == 1


def test_an_answer_shows_its_place_and_its_date(library):
    (row,) = library.search("pocket")
    assert row.published.isoformat() == "2018-09-11"
    assert [row.snippet[begin:end] for begin, end in row.hits] == ["pocket"]
