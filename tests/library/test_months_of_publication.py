"""Articles whose file names the month or the year of publication, and no day."""

import json
from datetime import date

import pytest

from viewer import cli
from viewer.library import Library
from viewer.model import ImportedArticle

DATES = {
    "day": "2018-11-14",
    "month": "2018-11",
    "year": "2018",
    "december": "December 2018",
    "october": "2018-10-31",
    "undated": "",
}
TEXT = "The SDF halted its campaign on Wednesday. Last year Raqqa was taken. On 3 May 2017 Tabqa fell."


@pytest.fixture
def library(tmp_path):
    root = tmp_path / "mine"
    root.mkdir()
    for name, written in DATES.items():
        (root / f"{name}.md").write_text(f"---\ntitle: {name}\npublished: {written}\n---\n\n{TEXT}\n")
    with Library.open(root) as library:
        library.refresh()
        yield library


def titles(library, query):
    return sorted(article.title for article in library.rows(library.look_up(query).ids))


def article(library, name):
    return library.article(library.find(f"{name}.md"))


def test_it_is_no_problem_of_the_file_and_no_day_is_made_of_it(library):
    assert library.problems() == ()
    month = article(library, "month")
    assert (month.published, month.published_at, month.published_in) == (None, None, "2018-11")
    assert article(library, "december").published_in == "2018-12"
    assert (article(library, "day").published, article(library, "day").published_in) == (date(2018, 11, 14), "")
    assert article(library, "undated").published_in == ""


def test_lists_have_it_where_its_first_day_is(library):
    assert [one.title for one in library.articles()] == ["december", "day", "month", "october", "year", "undated"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("published:2018-11", ["day", "month"]),
        ("published:2018", ["day", "december", "month", "october", "year"]),
        ("published:2018-11-14", ["day"]),
        ("before:2018-12", ["day", "month", "october"]),
        ("before:2018-11-15", ["day", "october"]),
        ("after:2018-11-10", ["day", "december"]),
        ("is:undated", ["undated"]),
    ],
)
def test_a_search_finds_it_where_all_of_its_days_answer(library, query, found):
    assert titles(library, query) == found


def test_what_hangs_on_the_day_is_left_in_doubt(library):
    words = {one.timex.text: one.timex for one in library.chronology(library.find("month.md")).timexes}
    assert words["Wednesday"].interval is None
    assert words["Wednesday"].doubt
    assert words["3 May 2017"].interval is not None


RELATED = {
    "here": "2018-11-14",
    "month": "2018-11",
    "year": "2018",
    "december": "2018-12",
    "october": "October 2018",
    "undated": "",
}
WORDS = [
    "harbour",
    "bridge",
    "cables",
    "council",
    "ferry",
    "strike",
    "union",
    "river",
    "flood",
    "trenches",
    "orchards",
    "lanterns",
    "mills",
    "quays",
]


def test_a_related_article_is_earlier_or_later_only_where_all_of_its_days_are(tmp_path):
    for number, (name, written) in enumerate(RELATED.items()):
        own = " ".join(f"{word}{number} {word}" for word in WORDS[number : number + 6])
        text = f"The SDF halted its campaign near Hajin after Kobani was shelled. {own}."
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: {name}\npublished: {written}\n---\n\n{text}\n")
    with Library.open(tmp_path) as library:
        library.refresh()
        rows = {row.title: row for row in library.related(library.find("here.md"))}
        back = {row.title: row.relation for row in library.related(library.find("december.md"))}
    assert {title: row.relation for title, row in rows.items()} == {
        "month": "undated",
        "year": "undated",
        "undated": "undated",
        "december": "later",
        "october": "earlier",
    }
    assert (rows["month"].published_in, rows["october"].published_in) == ("2018-11", "2018-10")
    assert (back["here"], back["month"], back["year"]) == ("earlier", "earlier", "undated")


def test_a_day_behind_it_counts_only_within_it(tmp_path):
    header = "---\npublished: 2018-11\ndate: {}\n---\n\nText.\n"
    (tmp_path / "same.md").write_text(header.format("2018-11-05"))
    (tmp_path / "other.md").write_text(header.format("2021-01-01"))
    with Library.open(tmp_path) as library:
        library.refresh()
        assert article(library, "same").published == date(2018, 11, 5)
        assert (article(library, "other").published, article(library, "other").published_in) == (None, "2018-11")


def test_an_import_keeps_it_as_it_is(tmp_path):
    with Library.open(tmp_path) as library:
        library.add([ImportedArticle("Gate", "Words.", published="2018-11")])
        assert library.articles()[0].published_in == "2018-11"
        assert library.problems() == ()


def test_the_terminal_says_the_month(library, capsys):
    folder = str(library.root)
    assert cli.main(["list", "--library", folder]) == 0
    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    assert [next(filter(None, line)).strip() for line in lines] == [
        "Dec 2018",
        "14 Nov 2018",
        "Nov 2018",
        "31 Oct 2018",
        "2018",
        "no date",
    ]
    assert cli.main(["list", "--json", "--library", folder]) == 0
    rows = {row["title"]: row["published"] for row in json.loads(capsys.readouterr().out)}
    assert (rows["month"], rows["year"], rows["day"], rows["undated"]) == ("2018-11", "2018", "2018-11-14", None)
    assert cli.main(["timeline", "month.md", "--library", folder]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "month.md · Nov 2018"
