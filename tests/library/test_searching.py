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
