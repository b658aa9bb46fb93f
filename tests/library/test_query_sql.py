import pytest

from viewer.library import Library

ARTICLES = {
    "troops": "title: Troops at the border\npublished: 2018-11-02\nsaved: 2020-05-05\nsection: War\n"
    "tags: [Iraq, War/Syria]\n"
    "author: Ada Writer\nsite: The Guardian\nurl: https://www.guardian.example/world/border\nlang: en\n",
    "before": "title: What came before\npublished: 2018-09-11\nsection: Middle East\ntags: [Syria]\nlang: en-GB\n",
    "brot": "title: Vom Brot\npublished: 2019-01-01\ntags: [Éclair]\nlang: de\n",
    "undated": "title: Without a day\ntags: [Iraqi politics]\nlang: en\n",
}
BODIES = {
    "troops": "Iraqi troops reinforced Hajin on Thursday. In October 2018 a bridge fell.",
    "before": "The campaign against the Hajin pocket began on 10 September 2018. Anbar was retaken in 2016.",
    "brot": "Mehl, Wasser und Salz. Der Bäcker Müller verkaufte es.",
    "undated": "Salt and water. The mill was built in the 19th century. "
    "The siege lasted from 3 May 2015 to 20 January 2018.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Four articles that differ in everything one can ask for."""
    root = tmp_path_factory.mktemp("library")
    for name, head in ARTICLES.items():
        (root / f"{name}.md").write_text(f"---\n{head}---\n\n{BODIES[name]}\n", encoding="utf-8")
    with Library.open(root, cache=root / "cache", data=root / "data") as opened:
        opened.refresh()
        opened.mark_read([opened.find("before")])
        opened.star([opened.find("brot")])
        opened.set_position(opened.find("before"), 0.5)
        yield opened


def names(library, text):
    found = {row.id for row in library.search(text)}
    assert set(library.ids(f"search:{text}")) == found
    return {article.path.stem for article in library.rows(list(found))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hajin ", "troops before"),
        ("hajin -campaign ", "troops"),
        ("title:hajin ", ""),
        ("title:border ", "troops"),
        ("title:bor", "troops"),
        ("author:ada ", "troops"),
        ('author:"ada writer"', "troops"),
        ("author:iraq ", ""),
        ("site:guardian ", "troops"),
        ("site:guardian.example ", "troops"),
        ("guardian ", "troops"),
        ("url:/world/", "troops"),
        ("tag:iraq ", "troops"),
        ("tag:ira* ", "troops undated"),
        ("tag:war ", "troops"),
        ("tag:syria ", "before"),
        ("tag:eclair ", "brot"),
        ('section:"middle east"', "before"),
        ("section:middle-east ", "before"),
        ("lang:en ", "troops before undated"),
        ("lang:en-gb ", "before"),
        ("-lang:en", "brot"),
        ("is:read ", "before"),
        ("is:unread hajin ", "troops"),
        ("is:starred ", "brot"),
        ("is:unfinished ", "before"),
        ("is:undated ", "undated"),
        ("published:2018 ", "troops before"),
        ("-published:2018", "brot undated"),
        ("published:2018-11-02 ", "troops"),
        ("before:2018-11 ", "before"),
        ("after:2018 ", "brot"),
        ("after:2018-09-11 before:2019 ", "troops"),
        ("before:0001 ", ""),
        ("after:9999 ", ""),
        ("saved:2020 ", "troops"),
        ("hajin (tag:syria OR is:starred) ", "before"),
        ("hajin OR is:starred ", "troops before brot"),
        ("salz OR (hajin -campaign) ", "troops brot"),
        ("lang:en -(hajin OR tag:syria) ", "undated"),
        ("(-hajin) lang:en ", "undated"),
        ("müller ", "brot"),
        ("mueller ", "brot"),
        ("muller ", "brot"),
        ("backer ", "brot"),
        ("baecker ", "brot"),
        ("poet ", ""),
        ("nowhere OR nothing ", ""),
    ],
)
def test_what_a_search_finds(library, text, expected):
    assert names(library, text) == set(expected.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when:2018-10 ", "troops"),  # "in October 2018"
        ("when:2018-10-26 ", ""),  # a month told as a month says nothing of one of its days
        ("when:2018-09-10 ", "before"),
        ("when:2018 ", "troops before undated"),
        ("when:2018-10..2018-12 ", "troops"),
        ("when:2016 ", "before undated"),  # "in 2016", and a siege that went on
        ("when:2016-05 ", ""),  # neither a year told as a year nor a siege of years tells of one month in the midst
        ("when:2015-05-03 ", "undated"),  # the siege began
        ("when:2018-01-20 ", "undated"),  # the siege ended
        ("when:1850 ", ""),  # a century says nothing of one year
        ("when:1801..1900 ", "undated"),
        ("when:..1999 ", "undated"),
        ("when:2018-11.. ", "troops"),
        ("hajin when:2018-09 ", "before"),
    ],
)
def test_when_asks_for_what_happened_then(library, text, expected):
    assert names(library, text) == set(expected.split())


@pytest.mark.parametrize(
    "text", ["is:read ", "is:unread ", "is:starred ", "is:unfinished ", "hajin is:unread ", "-is:read"]
)
def test_very_many_marks_answer_as_few_do(library, text, monkeypatch):
    few = names(library, text)
    monkeypatch.setattr("viewer.library.query_sql._FEW", 0)
    assert names(library, text) == few


def test_filters_alone_list_the_newest_first(library):
    assert [row.title for row in library.search("-tag:nothing")] == [
        "Vom Brot",
        "Troops at the border",
        "What came before",
        "Without a day",
    ]
    assert [row.score for row in library.search("lang:en ")] == [0.0, 0.0, 0.0]


def test_words_with_filters_stay_ranked(library):
    rows = library.search("hajin lang:en ")
    assert all(row.score > 0 for row in rows)
    assert list(rows) == sorted(rows, key=lambda row: -row.score)


def test_a_view_of_a_search_takes_any_order(library):
    titles = [article.title for article in library.articles("search:lang:en ", "title")]
    assert titles == ["Troops at the border", "What came before", "Without a day"]
