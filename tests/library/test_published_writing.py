from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.library.header_changes import HeaderError
from viewer.library.published_writing import checked_day, with_published
from viewer.model import LibraryError, UsageError

PATH = PurePosixPath("a.md")


def change(text, day="2018-11-02"):
    return with_published(text.encode(), PATH, day).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Text\n", "---\npublished: 2018-11-02\n---\n\nText\n"),
        ("\ufeffText\r\nmore\r\n", "\ufeff---\r\npublished: 2018-11-02\r\n---\r\n\r\nText\r\nmore\r\n"),
        ("---\ntitle: A\n---\nB", "---\ntitle: A\npublished: 2018-11-02\n---\nB"),
        ("---\r\n  title: A\r\n---\r\nB", "---\r\n  title: A\r\n  published: 2018-11-02\r\n---\r\nB"),
        ("---\n# note\n---\nB", "---\n# note\npublished: 2018-11-02\n---\nB"),
        ("---\npublished: 2017-01-01 # by hand\nz: 1\n---\nB", "---\npublished: 2018-11-02 # by hand\nz: 1\n---\nB"),
        ("---\nPublished: 'Jan 1, 2017'\n---\nB", "---\nPublished: 2018-11-02\n---\nB"),
        ("---\npublished: 2017-01-01T10:00:00Z\n---\nB", "---\npublished: 2018-11-02\n---\nB"),
        ("---\ndate: 2017-01-01\n---\nB", "---\ndate: 2018-11-02\n---\nB"),
        ("---\npublished:\ntitle: A\n---\nB", "---\npublished: 2018-11-02\ntitle: A\n---\nB"),
        ("---\npublished: soon\ndate: 2017-01-01\n---\nB", "---\npublished: 2018-11-02\ndate: 2017-01-01\n---\nB"),
        ("---\npublished: true\n---\nB", "---\npublished: true\npubdate: 2018-11-02\n---\nB"),
        ("---\npublished: true\ndate: 2017\n---\nB", "---\npublished: true\ndate: 2018-11-02\n---\nB"),
        ("---\n{title: A, date: 2017-01-01}\n---\nB", "---\n{title: A, date: 2018-11-02}\n---\nB"),
        ("---\npublished: ''\n---\nB", "---\npublished: 2018-11-02\n---\nB"),
    ],
)
def test_the_day_is_written_where_the_day_is_read(before, after):
    assert change(before) == after
    assert change(after) == after


def test_the_same_day_again_leaves_the_time_of_day():
    text = "---\npublished: 2018-11-02T14:30:00Z\n---\nB"
    assert change(text) == text


@pytest.mark.parametrize("day", ["2018-11", "2018"])
def test_a_month_or_a_year_is_one_too(day):
    assert change("---\ntitle: A\n---\nB", day) == f'---\ntitle: A\npublished: "{day}"\n---\nB'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("+++\ntitle = 'A'\n+++\nB", "TOML"),
        ("---\ntitle: [\n---\nB", "not valid YAML"),
        ("---\npublished: 2017\npublished: 2018\n---\nB", "changes nothing"),
        ("---\npublished: [2017-01-01]\n---\nB", "changes nothing"),
        ("---\npublished: |\n  2017-01-01\n---\nB", "changes nothing"),
        ("---\n{title: A}\n---\nB", "changes nothing"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused_with_the_reason(text, reason):
    with pytest.raises(HeaderError, match=reason):
        change(text)


def test_a_day_may_be_written_as_one_writes_it():
    days = {"2018-11-02": "2018-11-02", " 2 Nov 2018 ": "2018-11-02", "Nov 2018": "2018-11", "2018": "2018"}
    assert {day: checked_day(day) for day in days} == days


@pytest.mark.parametrize("words", ["", "soon", "03/04/2018", "31 Feb 2018"])
def test_what_names_no_day_is_said(words):
    with pytest.raises(UsageError, match="names no day"):
        checked_day(words)


def test_a_weekday_that_does_not_fit_is_said():
    assert checked_day("Friday 2 Nov 2018") == checked_day("Fri, 2 Nov 2018") == "2018-11-02"
    with pytest.raises(UsageError, match="that day was Friday 2 November 2018"):
        checked_day("Thursday 2 Nov 2018")


@given(st.text(max_size=80).filter(lambda text: "\0" not in text))
def test_any_text_is_dated_or_refused_and_never_harmed(text):
    raw = text.encode("utf-8", "replace")
    try:
        changed = with_published(raw, PATH, "2018-11-02")
    except (HeaderError, LibraryError):  # not our business, or no text at all
        return
    assert raw.removeprefix(b"\xef\xbb\xbf") in changed
