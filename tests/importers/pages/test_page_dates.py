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


def test_the_text_that_readers_see_is_asked_last():
    root = root_of("<article><p class='date'>Published: 2 November 2018</p><p>Text.</p></article>")
    assert published_date(root, {}, "", "") == ("2018-11-02", "visible text")


AMBIGUOUS = "<h1>A story</h1><p class=date>{}</p>"


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("Tue, 11/05/2019 - 21:14", "en", "2019-11-05"),
        ("05/11/2019", "en-GB", "2019-11-05"),
        ("05/11/2019", "en-US", "2019-05-11"),
        ("05/11/2019", "en", ""),
        ("Posted 03/04/2019", "", ""),
    ],
)
def test_numbers_that_may_be_two_days_are_decided_or_none(written, language, expected):
    root = root_of(AMBIGUOUS.format(written))
    assert published_date(root, {}, "", "", language)[0] == expected
    head = root_of("<h1>A story</h1>", f"<meta name=pubdate content='{written}'>")
    assert published_date(head, {"pubdate": written}, "", "", language)[0] == expected
    time = root_of(f"<h1>A story</h1><time class=published>{written}</time>")
    assert published_date(time, {}, "", "", language)[0] == expected


@pytest.mark.parametrize(
    "body",
    [
        "<ul id=footer-info><li id=footer-info-lastmod>The page was last edited on 3 January 2024, 10:11.</li></ul>",
        "<p class=date>Updated: 2 April 2020</p>",
        "<div class=meta><span>Updated</span> <span class=date>2 April 2020</span></div>",
        "<time class=updated datetime=2020-04-02>2 April</time>",
        "<p>Last updated on <time datetime=2020-04-02>2 April</time></p>",
        "<footer><p>Zuletzt geändert am 2. April 2020</p></footer>",
    ],
)
def test_the_day_of_the_last_change_is_none_of_publication(body):
    assert published_date(root_of(f"<h1>A story</h1>{body}<p>It began.</p>"), {}, "", "", "en") == ("", "")


def test_a_page_that_names_its_last_change_alone_has_no_day_of_publication():
    root = root_of("<h1>A story</h1>", "<meta property='article:modified_time' content='2020-05-05T00:00:00Z'>")
    assert published_date(root, {"article:modified_time": "2020-05-05T00:00:00Z"}, "", "", "en") == ("", "")


def test_a_day_of_year_one_is_none():
    assert iso_date("Mon, 01 Jan 0001 00:00:00 GMT") == ""
