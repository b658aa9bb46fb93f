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
