from __future__ import annotations

import pytest
from builders import root_of

from viewer.importers.page_dates import iso_date, published_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018-11-02", "2018-11-02"),
        ("2018-11", "2018-11"),
        ("2018-11-02T20:10:00.123Z", "2018-11-02T20:10:00+00:00"),
        ("2018-11-02T20:10:00+0300", "2018-11-02T20:10:00+03:00"),
        ("2018-11-02 20:10", "2018-11-02T20:10:00"),
        ("2018/11/2", "2018-11-02"),
        ("Fri, 02 Nov 2018 20:10:00 GMT", "2018-11-02T20:10:00+00:00"),
        ("November 2, 2018", "2018-11-02"),
        ("20181102", "2018-11-02"),
        ("2018-02-31", ""),
        ("1850-01-01", ""),
        ("9999-01-01", ""),
        ("0", ""),
        ("yesterday", ""),
        ("9" * 100_000, ""),
    ],
)
def test_dates_are_iso_as_precise_as_they_were(value, expected):
    assert iso_date(value) == expected


def test_what_the_page_says_for_machines_comes_first():
    root = root_of("<time datetime='2018-01-03'>3 January</time>")
    meta = {"article:published_time": "2018-01-02"}
    url = "http://a.org/2018/01/04/x"
    assert published_date(root, meta, "2018-01-01", url) == ("2018-01-01", "json-ld")
    assert published_date(root, meta, "", url) == ("2018-01-02", "meta article:published_time")
    assert published_date(root, {}, "no date", url) == ("2018-01-03", "time element")
    assert published_date(root_of("x"), {}, "", url) == ("2018-01-04", "address")


def test_a_time_beside_the_article_is_not_its_date():
    root = root_of("<nav><time datetime='2018-01-03'>x</time></nav><p>No date here.</p>")
    assert published_date(root, {}, "", "")[1] != "time element"


def test_a_time_that_says_so_comes_before_the_first():
    root = root_of("<time datetime='2018-01-03'>x</time><time class=published datetime='2018-01-05'>y</time>")
    assert published_date(root, {}, "", "") == ("2018-01-05", "time element")


def test_the_text_is_asked_last():
    root = root_of("<article><p class='date'>Published: 2 November 2018</p><p>Text.</p></article>")
    assert published_date(root, {}, "", "") in {("2018-11-02", "htmldate"), ("", "")}
