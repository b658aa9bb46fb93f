from datetime import UTC, datetime, timedelta, timezone
from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.front_matter import split_front_matter
from viewer.library.header_writing import header_of, scalar, write_header
from viewer.library.metadata import read_metadata
from viewer.model import ImportedArticle

WHOLE = ImportedArticle(
    title="NO: the “last” #1 [word]",
    url="https://news.example/a?b=1&c=%20#d",
    authors=("Ada: Writer", "O'Neil, B."),
    site="News & more",
    sections=("Arts, Culture",),
    tags=("yes", "2018", "two words"),
    language="no",
    description='It said: "never"\nagain \\ ever',
    credit="- with AFP",
    published="2018-11-02T20:10:00+03:00",
    published_from="json-ld",
    saved=datetime(2020, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=2))),
    archived=True,
)


def test_all_comes_back_that_was_written():
    front = split_front_matter(header_of(WHOLE) + "Body.\n")
    read = read_metadata(front.fields, front.body, PurePosixPath("x.md"))
    assert (front.problem, read.problems, front.body.strip()) == ("", (), "Body.")
    assert (read.title, read.url, read.authors) == (WHOLE.title, WHOLE.url, WHOLE.authors)
    assert (read.site, read.sections, read.tags) == (WHOLE.site, WHOLE.sections, WHOLE.tags)
    assert (read.language, read.credit) == ("no", WHOLE.credit)
    assert read.description == 'It said: "never" again \\ ever'
    assert read.published_at == datetime.fromisoformat(WHOLE.published)
    assert read.saved.isoformat() == "2020-01-02"
    assert front.fields["published_from"] == "json-ld"


def test_other_readers_see_the_same_strings():
    (fields,) = yaml.safe_load_all(header_of(WHOLE).strip().removesuffix("---"))
    assert (fields["title"], fields["lang"], fields["tags"]) == (WHOLE.title, "no", list(WHOLE.tags))
    assert fields["created"] == datetime(2020, 1, 2, 1, 4, tzinfo=UTC)
    assert fields["archived"] is True


def test_what_has_no_key_of_ours_is_kept_under_its_own():
    article = ImportedArticle("T", extra=(("wallabag_id", "12"), ("title", "another"), ("no key!", "x")))
    assert header_of(article) == '---\ntitle: T\nwallabag_id: "12"\n---\n\n'


def test_front_matter_that_came_along_stays_as_it_is():
    assert header_of(ImportedArticle("T", header="+++\ntitle = 'x'\n+++\n")) == "+++\ntitle = 'x'\n+++\n"


def test_empty_fields_are_left_out():
    assert header_of(ImportedArticle("Title")) == "---\ntitle: Title\n---\n\n"
    assert write_header({"tags": ["", " "], "site": "\n"}) == "---\n---\n\n"


@pytest.mark.parametrize("written", ["2018-13-45", "2018-11", "2018", "2018-11-02T99:00", "yesterday"])
def test_a_date_that_is_none_stays_the_string_it_was(written):
    text = header_of(ImportedArticle("T", published=written))
    assert yaml.safe_load(text.strip().strip("-"))["published"] == written


@pytest.mark.parametrize("text", ["plain words", "https://x", "a:b", "Ada's (own) words, twice", "العراق"])
def test_what_needs_no_quotation_marks_has_none(text):
    assert scalar(text) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_title_is_read_back_by_any_reader(title):
    header = write_header({"title": title})
    kept = yaml.safe_load(header.strip().strip("-")) or {}
    front = split_front_matter(header)
    assert front.problem == ""
    assert kept.get("title", "") == front.fields.get("title", "")
    if title.isascii() and title.isprintable() and title.strip():
        assert kept["title"] == " ".join(title.split())
