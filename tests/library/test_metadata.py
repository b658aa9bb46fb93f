from datetime import date
from pathlib import PurePosixPath

import pytest

from viewer.library.front_matter import split_front_matter
from viewer.library.metadata import read_metadata, readable_name


def read(block, body="Text", path="a.md"):
    return read_metadata(split_front_matter(f"---\n{block}\n---\n").fields, body, PurePosixPath(path))


def test_obsidian_web_clipper():
    found = read(
        'title: "A"\nsource: "https://x.example/a"\nauthor:\n  - "[[Ada Writer]]"\npublished: 2018-11-02\n'
        'created: 2018-11-05\ndescription: "D"\ntags:\n  - "clippings"'
    )
    assert (found.title, found.url, found.authors) == ("A", "https://x.example/a", ("Ada Writer",))
    assert (found.published, found.saved) == (date(2018, 11, 2), date(2018, 11, 5))
    assert (found.description, found.tags) == ("D", ("clippings",))


def test_markdownload():
    found = read("created: 2021-09-20T15:04:05 (UTC +02:00)\ntags: [a, b]\nsource: https://x.example/\nauthor: Ada")
    assert (found.saved, found.tags, found.authors) == (date(2021, 9, 20), ("a", "b"), ("Ada",))
    assert found.published is None


def test_instapaper_names_itself_as_the_source():
    found = read("url: https://x.example/a\ndate: 2020-01-05\npubdate: 2018-11-02\nsource: instapaper")
    assert (found.url, found.published) == ("https://x.example/a", date(2018, 11, 2))
    assert read("source: instapaper").url == ""


def test_hugo():
    found = read("title: A\ndate: 2018-11-02\nlastmod: 2018-12-01\ndraft: true\nparams:\n  author: Ada")
    assert (found.published, found.updated, found.authors) == (date(2018, 11, 2), date(2018, 12, 1), ("Ada",))
    assert read("date: 2018-11-02\npublishDate: 2018-11-03").published == date(2018, 11, 3)


def test_jekyll_says_published_true():
    found = read("layout: post\npublished: true\ndate: 2018-11-02 10:00:00 +0100\ncategories: War, World\ntags: a b")
    assert found.published == date(2018, 11, 2)
    assert found.published_at.isoformat() == "2018-11-02T10:00:00+01:00"
    assert (found.sections, found.tags) == (("War", "World"), ("a", "b"))
    assert found.problems == ()


def test_an_impossible_date_is_none_and_named():
    found = read("published: 2024-13-45")
    assert found.published is None
    assert found.problems == ("“published: 2024-13-45” names no day that can be read.",)


def test_a_later_key_is_taken_where_an_earlier_one_cannot_be_read():
    found = read("published: soon\ndate: 2018-11-02")
    assert found.published == date(2018, 11, 2)
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Ada Writer", ("Ada Writer",)),
        ("[[Ada Writer]]", ("Ada Writer",)),
        ('"[[People/Ada|Ada Writer]]"', ("Ada Writer",)),
        ("[Ada, Ben, Ada]", ("Ada", "Ben")),
        ("\n  name: Ada", ("Ada",)),
        ("", ()),
    ],
)
def test_authors_in_every_form(author, expected):
    assert read(f"author: {author}").authors == expected


def test_a_title_cannot_turn_the_line_around():
    assert read('title: "a\\u202Eb\\nc"').title == "ab c"


@pytest.mark.parametrize(
    ("body", "path", "title"),
    [
        ("Words first.\n\n## The *real* [title](x.md) ##\n", "a.md", "The real title"),
        ("A title\n=======\n\nText", "a.md", "A title"),
        ("Only words.", "sub/border-troops_reinforced.md", "Border troops reinforced"),
        ("\n\nFirst line\nSecond", "a.txt", "First line"),
        ("", "Notes of May.md", "Notes of May"),
        ("# \n", "x.md", "X"),
    ],
)
def test_a_title_where_none_is_stated(body, path, title):
    assert read_metadata({}, body, PurePosixPath(path)).title == title


def test_names_of_files_become_readable():
    assert readable_name(PurePosixPath("2018-11-02-border_troops.md")) == "2018 11 02 border troops"
    assert readable_name(PurePosixPath("---.md")) == "---.md"


def test_the_language_is_taken_only_where_it_is_one():
    assert read("lang: pt_BR").language == "pt-BR"
    assert read("language: the usual").language == ""
