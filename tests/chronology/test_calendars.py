"""Other calendars, held by days that almanacs agree on."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from viewer.chronology import calendars


@pytest.mark.parametrize("day", ["2013-02-10", "2015-02-19", "2018-02-16", "2023-01-22", "2026-02-17"])
def test_chinese_new_year(day):
    assert calendars.chinese_new_year(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("day", ["2018-11-07", "2019-10-27", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12"])
def test_diwali(day):
    assert calendars.diwali(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("day", ["2010-04-04", "2013-05-05", "2018-04-08", "2021-05-02", "2024-05-05"])
def test_orthodox_easter(day):
    assert calendars.orthodox_easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("day", ["2015-09-14", "2016-10-03", "2018-09-10", "2021-09-07", "2024-10-03"])
def test_jewish_new_year(day):
    assert calendars.hebrew_autumn(int(day[:4]), 0).isoformat() == day


@pytest.mark.parametrize("day", ["2015-04-04", "2016-04-23", "2018-03-31", "2024-04-23"])
def test_passover(day):
    assert calendars.hebrew_spring(int(day[:4]), 0).isoformat() == day


@pytest.mark.parametrize("day", ["2016-12-25", "2018-12-03", "2020-12-11", "2021-11-29", "2024-12-26"])
def test_hanukkah(day):
    assert calendars.hanukkah(int(day[:4])).isoformat() == day


def test_new_moon_is_right_to_the_quarter_of_an_hour():
    found = calendars.new_moon(datetime(2018, 2, 1))
    assert abs(found - datetime(2018, 2, 15, 21, 5)).total_seconds() < 900


def test_every_holiday_has_its_day_in_every_year():
    from viewer.chronology.holidays import DAYS

    for year in (1583, 1900, 2018, 2099, 9000):
        for name, day in DAYS.items():
            assert isinstance(day(year), date), name
