"""Other calendars, as far as named days need them: Julian and Hebrew by arithmetic, Chinese and Hindu by the new moon.

Sources of the methods: Meeus, Astronomical Algorithms (1991), chapters 8 and 47; Reingold and Dershowitz, Calendrical
Calculations, on the Hebrew calendar's delays.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import radians, sin

_LUNATION = 29.530588861
_FIRST_NEW_MOON = datetime(2000, 1, 6, 18, 14)  # universal time, near enough to the dynamical time of the method
_HEBREW_EPOCH = -1373427  # the day number of 1 Tishri of year 1, less one


def julian_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as that calendar writes it."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian date."""
    return julian_easter(year) + timedelta(year // 100 - year // 400 - 2)


def _new_year_delay(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def rosh_hashanah(hebrew: int) -> int:
    """The day number (as ``date.toordinal``) of 1 Tishri of a Hebrew year."""
    before, here, after = (_new_year_delay(each) for each in (hebrew - 1, hebrew, hebrew + 1))
    correction = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + correction


def hebrew_autumn(year: int, days: int) -> date:
    """So many days after the Jewish New Year that falls in a Gregorian year."""
    return date.fromordinal(rosh_hashanah(year + 3761) + days)


def hebrew_spring(year: int, days: int) -> date:
    """So many days after the first day of Passover, which is 163 days before the next Jewish New Year."""
    return date.fromordinal(rosh_hashanah(year + 3761) - 163 + days)


def hanukkah(year: int) -> date:
    """25 Kislev: 83 days after the New Year, 84 where Heshvan has 30 days."""
    new_year, next_year = rosh_hashanah(year + 3761), rosh_hashanah(year + 3762)
    return date.fromordinal(new_year + (84 if next_year - new_year in (355, 385) else 83))


def new_moon(after: datetime) -> datetime:
    """The first new moon after a moment, in universal time, to some minutes (Meeus' largest terms)."""
    number = int((after - _FIRST_NEW_MOON) / timedelta(_LUNATION)) - 2
    while True:
        moment = _new_moon_of(number)
        if moment > after:
            return moment
        number += 1


def _new_moon_of(number: int) -> datetime:
    sun = radians(2.5534 + 29.1053567 * number)
    moon = radians(201.5643 + 385.81693528 * number)
    node = radians(160.7108 + 390.67050284 * number)
    terms = (
        -0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node)
    )  # fmt: skip
    # The mean moment of the series is 14:20 on 6 January 2000; dynamical time runs about a minute ahead.
    mean = datetime(2000, 1, 6, 14, 20, 37) + timedelta(_LUNATION * number)
    return mean + timedelta(terms) - timedelta(minutes=1)


def chinese_new_year(year: int) -> date:
    """The day in Beijing of the new moon between 21 January and 20 February."""
    return (new_moon(datetime(year, 1, 20, 16)) + timedelta(hours=8)).date()


def diwali(year: int) -> date:
    """The evening in India before the new moon of late October or early November; some places keep the day after."""
    moment = new_moon(datetime(year, 10, 17)) + timedelta(hours=5.5)
    return (moment - timedelta(hours=17.6)).date()
