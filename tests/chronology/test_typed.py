from datetime import date

import pytest

from viewer.chronology.edtf_reading import interval_of
from viewer.chronology.typed import read_typed

PUBLISHED = date(2018, 11, 2)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2018-11-01", "2018-11-01"),
        ("1 Nov 2018", "2018-11-01"),
        ("  on 1 November,  2018 ", "2018-11-01"),
        ("November 2018", "2018-11"),
        ("2018-11-01/2018-11-03", "2018-11-01/2018-11-03"),
        ("26–28 Oct 2018", "2018-10-26/2018-10-28"),
        ("between March and May 2011", "2011-03/2011-05"),
        ("mid-October 2018", "2018-10-11~/2018-10-20~"),
        ("about 1 November 2018", "2018-11-01~"),
        ("c. 1850", "1850~"),
        ("since 2014", "2014/.."),
        ("44 BC", "-0043"),
        ("the 1980s", "198X"),
        ("last Thursday", "2018-11-01"),
        ("yesterday", "2018-11-01"),
    ],
)
def test_a_date_is_read_as_one_writes_it(written, edtf):
    found = read_typed(written, PUBLISHED)
    assert found is not None
    assert found.edtf == edtf
    assert found.interval is not None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "31 Feb 2018",
        "3/4/2018",
        "1980 1990 2000",
        "I was born in 1980",
        "every Monday",
        "5 November 2018 to 1 November 2018",
        "2018 " * 60,
        "2018 2019",
        "1 May 2018, 5 May 2018",
        "3 May 2018 and 5 May 2018",
        "2018..",
        "until 3 May to 5 May 2018",
        "2018-11-02T99:99",
    ],
)
def test_what_says_no_date_or_several_is_none(written):
    assert read_typed(written, PUBLISHED) is None


def test_words_that_need_a_day_of_publication_are_none_without_one():
    assert read_typed("last Thursday") is None


def test_other_languages_are_read_too():
    assert read_typed("3. März 2018", language="de").edtf == "2018-03-03"
    assert read_typed("25 Oct 2018", language="ar").edtf == "2018-10-25"


def test_what_is_read_is_what_will_be_kept():
    for written in ("1 BC", "44 BC", "late 2017", "summer 2018", "the 1980s", "2018-11-02T10:30", "3 to 5 May 2018"):
        found = read_typed(written, PUBLISHED)
        assert interval_of(found.edtf) == found.interval, written
