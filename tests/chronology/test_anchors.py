"""Years and months that the context gives."""

from __future__ import annotations

from datetime import date

import pytest

from tests.chronology.examples import only, values
from viewer.chronology import tag
from viewer.model import Basis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in September.", "2018-09"),
        ("It fell in December.", "2017-12"),
        ("The firm bid more than ever for its rival in December.", "2017-12"),
        ("They bid at the sale for December wheat.", "2018-12"),
        ("It will fall in December.", "2018-12"),
        ("on Dec. 10", "2018-12-10"),
        ("on Aug. 2", "2018-08-02"),
        ("Feb. 29", "2016-02-29"),
        ("last May", "2018-05"),
        ("next May", "2019-05"),
        ("during the summer", "2018-SU"),
    ],
)
def test_against_publication(text, expected):
    timex = only(text)
    assert timex.value == expected
    assert timex.basis is Basis.PUBLICATION
    assert timex.anchor == "2018-11-02"
    assert timex.steps


def test_against_the_text():
    history = "On 3 May 1864 they crossed. In June 1864, in July 1864 they fought. In 1865 they went on."
    history += " It ended on 12 October."
    assert values(history).split()[-1] == "1865-10-12"


def test_explicit():
    timex = only("on 3 May 1864")
    assert timex.basis is Basis.EXPLICIT


def test_without_publication_the_year_is_open():
    timex = only("on 12 October", None)
    assert (timex.value, timex.interval, timex.basis) == ("XXXX-10-12", None, Basis.UNRESOLVED)
    assert timex.doubt


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Christmas Day was quiet.", "2017-12-25"),
        ("They fought on Christmas Day.", "2017-12-25"),
        ("Shops will close on Christmas Day.", "2018-12-25"),
        ("Shares rose before Christmas Day.", "2018-12-25"),
        ("The vote will be held on 12 October.", "2019-10-12"),
        ("The vote was held on 12 October.", "2018-10-12"),
        ("The book is to appear in September.", "2019-09"),
        ("The law took effect on January 1.", "2018-01-01"),
        ("They owe it to holders of record on January 1.", "2019-01-01"),
        ("It will be held in early spring.", "2019-SP"),
        ("It was held in early spring.", "2018-SP"),
        ("The merger is expected to close in the third quarter.", "2019-Q3"),
        ("The firm is expected to report a third-quarter loss.", "2018-Q3"),
    ],
)
def test_plans_lie_ahead_and_what_is_told_lies_behind(text, expected):
    assert values(text) == expected


def test_a_winter_of_a_history_has_the_days_of_its_winter():
    text = "On 3 May 1718, in June 1718, in July 1718 and on 7 October 1718 they fought. In the winter they starved."
    winter = tag(text, published=date(2001, 5, 5))[-1]
    assert (winter.value, winter.edtf) == ("1719-WI", "1718-24")
    assert (winter.interval.begin, winter.interval.end) == (date(1718, 12, 1), date(1719, 2, 28))


_TOUR = "They met in 1972, wed in 1976 and sang in 1982 and in May 1990. The tour begins on 9 June 2019. "


def test_in_a_history_a_list_of_days_to_come_keeps_its_year():
    text = f"{_TOUR}Dates: 9 June – Hall A\n10 June – Hall B\n14 June – Hall C"
    assert values(text).split()[4:] == ["2019-06-09", "2019-06-09", "2019-06-10", "2019-06-14"]


def test_what_is_told_in_a_history_does_not_lie_ahead_of_its_publication():
    text = f"{_TOUR}They announced it while they were closing their October 18 show."
    assert values(text).split()[5:] == ["2018-10-18"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Saturday, May 20", "2017-05-20"),
        ("on Sunday, May 20", "2018-05-20"),
        ("on Sunday, Nov. 3", "2018-11-03"),  # near publication the weekday is the likelier mistake
    ],
)
def test_a_weekday_tells_the_year(text, expected):
    assert values(text) == expected
