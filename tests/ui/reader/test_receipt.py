from __future__ import annotations

from datetime import date

import pytest

from viewer.chronology import analyse, tag
from viewer.document import parse
from viewer.ui.reader.receipt import meaning, receipt_html

PUBLISHED = date(2018, 11, 2)


def timex(words):
    (found,) = tag(f"The group said {words} that it had stopped.", published=PUBLISHED)
    return found


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("on Thursday", "Thursday 1 November 2018"),
        ("on 28 October 2018", "Sunday 28 October 2018"),
        ("last year", "2017"),
        ("since 2014", "from 2014 on"),
        ("from 2016 on", "from 2016 on"),
        ("since mid-October", "from mid-October 2018 on"),
        ("until May", "until May 2018"),
        ("in late October", "late October 2018"),
    ],
)
def test_says_what_the_words_mean(words, means):
    assert meaning(timex(words)) == means


def test_a_page_shows_open_ends():
    blocks = parse("The army has fought there since 2014.", language="en").blocks
    chronology = analyse(blocks, PUBLISHED)
    assert [meaning(dated.timex) for dated in chronology.timexes] == ["from 2014 on"]
    assert "“since” leaves the end open" in chronology.events[0].timex.steps


def test_gives_both_readings_of_a_contradiction():
    found = timex("on Thursday, November 2")
    assert meaning(found) == "Thursday 1 November 2018 or Friday 2 November 2018"
    assert "In doubt" in receipt_html(found)


def test_tells_how_it_is_known():
    assert "relative to publication" in receipt_html(timex("on Thursday"))


def test_words_of_the_article_are_never_markup():
    from dataclasses import replace

    html = receipt_html(replace(timex("on Thursday"), text="<img src=x>", steps=("<b>step</b>",), doubt="<script>"))
    assert "<img" not in html
    assert "<script" not in html
    assert "<b>step" not in html
