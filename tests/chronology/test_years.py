"""Years, decades, centuries."""

from __future__ import annotations

import pytest

from tests.chronology.examples import PUBLISHED, cases, values
from viewer.chronology import tag, years


@pytest.mark.parametrize(("phrase", "expected"), cases(years.BOOK))
def test_example(phrase, expected):
    assert values(phrase) == expected


@pytest.mark.parametrize("text", ["about 1984 people", "1984 men", "$1990", "page 1984", "12000"])
def test_no_year(text):
    assert values(text) == ""


def test_a_year_before_the_common_era_marks_the_one_before_it():
    assert values("264 to 241 BC") == "BC0264 BC0241"


def test_the_article_of_a_house_is_not_that_of_its_century():
    assert [timex.text for timex in tag("He bought the 19th-century house.", published=PUBLISHED)] == ["19th-century"]


def test_two_years_with_a_stroke_are_no_month():
    assert values("In 2004/5 it grew.") == "2004 2005"
    assert values("In 2004/3 it grew.") == "2004-03"


def test_the_years_of_a_life_in_brackets():
    assert values("Anna Brandt (b. 1850) and Hugo Brandt (d. 1920)") == "1850 1920"


def test_the_level_of_an_index_is_no_year():
    assert values("The index closed at 1811.") == ""
