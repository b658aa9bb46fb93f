import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from viewer.library import Library
from viewer.library.folding import tokens, words_of
from viewer.library.searching import MOST

TEXTS = {
    "de": "Der Bundeskanzler fuhr nach Größenwahn an der Donaudampfschifffahrt. Straße und Müller.",
    "en": "Education is a category of its own. The chancellor spoke of Hajin and the border troops.",
    "ar": "وصلت القوات العراقية إلى الحدود، وقال الرئيس أحمد إنّ المدرسة أُغلِقت.",
    "he": "שָׁלוֹם לכולם, הממשלה החליטה בירושלים.",
    "ja": "東京都知事は昨日、国会議事堂で演説した。カタカナのテスト。",
    "zh": "伊拉克军队星期四抵达边境。",
    "ko": "이라크군은 서울에서 국경으로 이동했다.",
    "th": "ทหารอิรักเดินทางถึงชายแดน",
    "ru": "Ёлка стояла на площади; войска вошли в город.",
    "hi": "सेना सीमा पर पहुंची।",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """An article in each of ten languages."""
    root = tmp_path_factory.mktemp("scripts")
    for language, text in TEXTS.items():
        head = f"title: Article {language}\nlang: {language}\ntags: [Syria, Iraq]\npublished: 2018-11-02"
        (root / f"{language}.md").write_text(f"---\n{head}\n---\n\n{text}\n", encoding="utf-8")
    with Library.open(root, cache=root / "c", data=root / "d") as opened:
        opened.refresh()
        yield opened


def found_in(library, text):
    return [article.path.stem for article in library.rows(library.look_up(text).ids)]


def marked(library, text):
    found = library.look_up(text)
    return [row.snippet[begin:end] for row in library.snippets(found, found.ids) for begin, end in row.hits]


@pytest.mark.parametrize(
    ("text", "language", "hits"),
    [
        ("kanzler ", "de", ["Bundeskanzler"]),
        ("dampf ", "de", ["Donaudampfschifffahrt"]),
        ("strasse ", "de", ["Straße"]),
        ("STRAẞE ", "de", ["Straße"]),
        ("Mueller ", "de", ["Müller"]),
        ("grössenwahn ", "de", ["Größenwahn"]),
        ("عراقية ", "ar", ["العراقية"]),
        ("احمد ", "ar", ["أحمد"]),
        ("أحمَـــد ", "ar", ["أحمد"]),
        ("ان ", "ar", ["إنّ"]),
        ("المدرسه ", "ar", ["المدرسة"]),
        ("اغلقت ", "ar", ["أُغلِقت"]),
        ("שלום ", "he", ["שָׁלוֹם"]),
        ("ממשלה ", "he", ["הממשלה"]),
        ("東京", "ja", ["東京"]),
        ("国会議事堂", "ja", ["国会議事堂"]),
        ("都", "ja", ["都"]),
        ("ｶﾀｶﾅ", "ja", ["カタカナ"]),
        ("边境", "zh", ["边境"]),
        ("서울", "ko", ["서울"]),
        ("국경", "ko", ["국경"]),
        ("ชายแดน", "th", ["ชายแดน"]),
        ("елка ", "ru", ["Ёлка"]),
        ("सीमा ", "hi", ["सीमा"]),
    ],
)
def test_every_script_is_found_and_marked(library, text, language, hits):
    assert found_in(library, text) == [language]
    assert marked(library, text) == hits


def test_what_stands_inside_a_word_comes_after_the_word_itself(tmp_path):
    for name, text in (("word", "Der Kanzler. " + "Wort " * 50), ("inside", "Bundeskanzler Vizekanzler")):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: {name}\nlang: de\n---\n\n{text}\n", encoding="utf-8")
    with Library.open(tmp_path) as library:
        library.refresh()
        assert found_in(library, "kanzler ") == ["word", "inside"]
        assert found_in(library, '"kanzler"') == ["word"]
        assert set(library.ids("search:kanzler ")) == set(library.look_up("kanzler ").ids)


def test_in_english_a_word_is_looked_for_inside_others_only_where_nothing_else_is_found(library):
    found = library.look_up("ducat ")
    assert [article.path.stem for article in library.rows(found.ids)] == ["en"]
    assert found.remarks == ("No article has “ducat” as it stands; these have it inside longer words.",)
    assert marked(library, "ducat ") == ["Education"]
    assert found_in(library, "cat ") == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("hajni ", "No article has the word “hajni”. Did you mean “hajin”?"),
        ("chancelor border ", "No article has the word “chancelor”. Did you mean “chancellor”?"),
        ("xyzzyx*", "No article has a word that begins with “xyzzyx”."),
        ("hajin 伊拉克军 ", "No article has both “hajin” and “伊拉克军”: 1 has “hajin”, 1 has “伊拉克军”."),
        ("hajin border tag:iraq is:starred ", "No article has all of these. Without “is:starred” there is 1."),
        ("hajin 边境 东 is:starred ", "No article has the word “东”."),
        ('"troops border"', "No article has “troops border” as one phrase; 1 has all of its words."),
        ('"hajin 边境"', "No article has the phrase “hajin 边境”."),
        ("is:starred ", "No article answers to “is:starred”."),
        ("published:1999 ", "No article answers to “published:1999”."),
        ("title:hajin ", "No article has the word “hajin” in its title. Without “title:” there would be 1."),
        ("tag:syriaa ", "There is no tag “syriaa”. Did you mean “Syria”?"),
        ("tag:syriaa hajin ", "There is no tag “syriaa”. Did you mean “Syria”?"),
        ("hajin is:starred ", "No article has both “hajin” and “is:starred”: 1 has “hajin”, none has “is:starred”."),
        ("tag:yri* ", "There is no tag “yri” or longer. Did you mean “Syria”?"),
        ("section:nothing ", "There is no section “nothing”."),
        ("foo:bar", "There is no field “foo:”."),
        ("hajin -border ", "No article has all of these. Without “-border” there is 1; without “hajin” there are 9."),
    ],
)
def test_an_empty_list_is_never_without_a_word(library, text, sentence):
    found = library.look_up(text)
    assert not found.ids
    assert any(remark.startswith(sentence) for remark in found.remarks), found.remarks


def test_a_tag_may_be_typed_in_part(library):
    assert len(library.look_up("tag:syr").ids) == len(TEXTS)
    assert library.look_up("tag:syr").remarks == ()
    assert library.look_up("tag:syr ").ids.tolist() == []


def test_a_mistake_is_told_and_the_rest_is_found(library):
    found = library.look_up("foo:bar hajin ")
    assert len(found.ids) == 1
    assert found.remarks[0].startswith("There is no field “foo:”.")


def test_the_trash_is_left_out_and_told_of(library):
    id = library.find("en")
    library.trash([id])
    try:
        found = library.look_up("hajin ")
        assert not found.ids
        assert found.remarks[0] == "In the trash is 1; “is:trash” finds what is there."
        assert library.search("hajin ") == library.search("hajin -is:trash ") == ()
        assert [row.id for row in library.search("hajin is:trash ")] == list(library.ids("search:is:trash ")) == [id]
        assert id not in library.ids("search:lang:en ")
    finally:
        library.trash([id], False)


def test_of_very_many_articles_those_added_last_are_listed_and_that_is_said(library, monkeypatch):
    monkeypatch.setattr("viewer.library.search_door.Searching.look_up", lambda self, text: _few(self, text))
    found = library.look_up("article ")
    assert len(found.ids) == 3
    assert found.more
    assert found.remarks[0].startswith(f"More than {MOST:,} articles have this. Listed are those added last;")


def test_no_more_are_listed_than_are_ranked_where_longer_words_count_too(tmp_path):
    for number in range(4):
        text = "Kanzler" if number % 2 else "Bundeskanzler"
        (tmp_path / f"{number}.md").write_text(f"---\nlang: de\n---\n\n{text}\n", encoding="utf-8")
    with Library.open(tmp_path) as library:
        library.refresh()
        found = _few(library, "kanzler ")
        assert len(found.ids) == 3
        assert found.more


def _few(library, text):
    from viewer.library.searching import look_up

    marks = library._state.marks()
    return library._read(lambda connection: look_up(connection, marks, text, 3))


def test_search_finds_titles_texts_and_names(tmp_path, folder):
    with Library.open(folder) as library:
        library.refresh()
        assert [row.title for row in library.search("hajin campaign")] == ["What came before"]
        assert library.search("border")[0].title == "Troops at the border"
        assert [row.title for row in library.search("Ada Writer")] == ["Troops at the border"]
        assert len(library.search("troops", limit=1)) == 1
        assert library.search("") == library.search("!!") == library.search("nowhereword") == ()
        (row,) = library.search("pocket")
        assert row.published.isoformat() == "2018-09-11"
        assert [row.snippet[begin:end] for begin, end in row.hits] == ["pocket"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_search_of_the_library(library, text):
    found = library.look_up(text)
    assert found.ids or found.remarks or found.query.root is None
    library.snippets(found, found.ids)


SIGNS = st.sampled_from(
    [
        "(",
        ")",
        "-",
        '"',
        " OR ",
        "tag:",
        "when:",
        "is:unread",
        "border",
        "haj*",
        "2018",
        "..",
        " ",
        "東京",
        "title:",
        "no",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.lists(SIGNS, max_size=20).map("".join))
def test_any_row_of_signs_is_a_search_of_the_library(library, text):
    found = library.look_up(text)
    assert found.ids or found.remarks or found.query.root is None
    if not found.widening:
        assert set(found.ids) == set(library.ids(f"search:{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "w " * 10_000,
        '"' * 10_000,
        "(" * 100_000 + "troops",
        "a\0b",
        "-" * 10_000,
        "a* " * 5_000,
        "x" * 100_000,
        "東" * 9_999,
    ],
)
def test_hostile_searches_end(library, text):
    found = library.look_up(text)
    assert found.ids or found.remarks or found.query.root is None


def test_every_word_of_the_text_of_record_is_found_whatever_markup_it_had(tmp_path):
    body = (
        'un*believ*able caf&eacute; [a (link)](b.md) ~~gone~~ <em>tag</em>ged AT&amp;T\n\n![Map of Rawa](m.png "Scale")'
    )
    (tmp_path / "markup.md").write_text(f"---\ntitle: T\n---\n\n{body}\n", encoding="utf-8")
    with Library.open(tmp_path) as library:
        library.refresh()
        (id,) = library.ids()
        text = library.document(id).text
        for word in {token.term for token in tokens(text)} | {"rawa"}:
            assert list(library.look_up(f'"{word}"').ids) == [id], word
        (tmp_path / "markup.md").write_text("Other words.", encoding="utf-8")
        library.refresh()
        assert not library.look_up('"cafe"').ids
        library._database.connection().execute("INSERT INTO words (words) VALUES ('integrity-check')")


ANY_SCRIPT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co"))
    | st.sampled_from("aéßЯжأبﷲשּׁ東京ア한ที่ก็क्षि \u200d\u0301"),
    max_size=80,
)


@settings(max_examples=25, deadline=None)
@given(ANY_SCRIPT)
def test_an_article_in_any_script_is_found_by_each_of_its_words(tmp_path_factory, text):
    root = tmp_path_factory.mktemp("any")
    (root / "any.txt").write_text(f"Beginning\n\nand {text} end\n", encoding="utf-8")
    with Library.open(root) as library:
        library.refresh()
        (id,) = library.ids()
        document = library.document(id)
        for token in {token for block in document.blocks for token in words_of(block.text)}:
            found = library.look_up(f'"{token.term}"')
            assert list(found.ids) == [id], token
            assert library.hits(found, id, document), token


@pytest.mark.parametrize("language", TEXTS)
def test_an_article_is_found_by_each_of_its_words(library, language):
    id = library.find(language)
    for word in TEXTS[language].replace("،", " ").replace("、", " ").replace("。", " ").split():
        assert id in library.look_up(f"{word} ").ids, word
        assert id in library.look_up(f'"{word}"').ids, word
