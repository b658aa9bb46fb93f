from __future__ import annotations

import pytest

from viewer.importers.written_dates import day_in


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Friday, November 2, 2018 - 14:30 GMT", "2018-11-02"),
        ("2 Nov. 2018", "2018-11-02"),
        ("Updated on the 2nd of November 2018", "2018-11-02"),
        ("2018-11-02T10:00", "2018-11-02"),
        ("Le 2 novembre 2018 à 10h", "2018-11-02"),
        ("Freitag, 2. November 2018", "2018-11-02"),
        ("2 de marzo de 2018", "2018-03-02"),
        ("2 نوفمبر 2018", "2018-11-02"),
        ("02.11.2018", "2018-11-02"),
        ("22/11/2018", "2018-11-22"),
        ("11/22/2018", "2018-11-22"),
        ("15 октября 2019, 17:45", "2019-10-15"),
        ("2019年11月5日 18時30分", "2019-11-05"),
        ("2019년 11월 5일", "2019-11-05"),
        ("الثلاثاء 12 تشرين الثاني 2019", "2019-11-12"),
        ("5 października 2019", "2019-10-05"),
        ("Posted on Nov. 6, 2019 at 3:12 p.m.", "2019-11-06"),
        ("Tue, 11/05/2019 - 21:14", "2019-11-05"),
        ("Tuesday 05/11/2019", "2019-11-05"),
        ("in November 2018", ""),
        ("no date", ""),
    ],
)
def test_days(line, day):
    assert day_in(line) == (day, "")


@pytest.mark.parametrize("line", ["02/11/2018", "31 February 2018"])
def test_doubts(line):
    day, doubt = day_in(line)
    assert day == ""
    assert doubt


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("05/11/2019", "en-GB", "2019-11-05"),
        ("05/11/2019", "en-US", "2019-05-11"),
        ("05/11/2019", "fr", "2019-11-05"),
        ("Tue, 11/05/2019", "en-GB", "2019-11-05"),
        ("5. listopada 2019", "hr", "2019-10-05"),
        ("5 listopada 2019", "pl-PL", "2019-11-05"),
    ],
)
def test_the_language_decides_what_the_line_leaves_open(line, language, day):
    assert day_in(line, language) == (day, "")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("05/11/2019", "en"),
        ("05/11/2019", "ja"),
        ("05/11/2019", "xx-XX"),
        ("Wed, 05/11/2019", "en-US"),
        ("5 listopada 2019", "en"),
    ],
)
def test_what_nothing_decides_is_no_day(line, language):
    day, doubt = day_in(line, language)
    assert day == ""
    assert doubt
