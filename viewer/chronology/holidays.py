"""Named days, with the rule for each year's date.

Easter after the method of Meeus (Astronomical Algorithms, 1991); Islamic days after the tabular calendar, which can
be a day off what was observed, so they are marked approximate.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Direction, Holiday

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BOOK = RuleBook()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skipped = divmod(century, 4)
    correction = (century + 8) // 25
    moon = (19 * golden + century - leap - (century - correction + 1) // 3 + 15) % 30
    step, remainder = divmod(rest, 4)
    weekday = (32 + 2 * skipped + 2 * step - moon - remainder) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second, ... (-1: last) of a weekday (1 Monday to 7 Sunday) in a month."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def islamic(year: int, month: int, day: int) -> date:
    """The first day in a Gregorian year that is this day of the tabular Islamic calendar."""
    hijri = int((year - 622) * 33 / 32) - 1
    while True:
        ordinal = day + (59 * (month - 1) + 1) // 2 + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 227014
        if ordinal >= date(year, 1, 1).toordinal():
            return date.fromordinal(ordinal)
        hijri += 1


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _moving(month: int, weekday: int, number: int, days: int = 0) -> Callable[[int], date]:
    return lambda year: nth_weekday(year, month, weekday, number) + timedelta(days)


def _around_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def _islamic(month: int, day: int) -> Callable[[int], date]:
    return lambda year: islamic(year, month, day)


def _election(year: int) -> date:
    return nth_weekday(year, 11, 1, 1) + timedelta(1)


_NEW_YEAR, _THANKSGIVING, _CHRISTMAS = _fixed(1, 1), _moving(11, 4, 4), _fixed(12, 25)

DAYS: Mapping[str, Callable[[int], date]] = {
    "new year's day": _NEW_YEAR, "new year day": _NEW_YEAR, "new years day": _NEW_YEAR, "new year's": _NEW_YEAR,
    "yuandan": _NEW_YEAR,
    "new year's eve": _fixed(12, 31), "new year eve": _fixed(12, 31), "new years eve": _fixed(12, 31),
    "hogmanay": _fixed(12, 31),
    "epiphany": _fixed(1, 6), "australia day": _fixed(1, 26), "groundhog day": _fixed(2, 2),
    "martin luther king day": _moving(1, 1, 3), "martin luther king jr. day": _moving(1, 1, 3),
    "mlk day": _moving(1, 1, 3),
    "presidents' day": _moving(2, 1, 3), "presidents day": _moving(2, 1, 3), "president's day": _moving(2, 1, 3),
    "valentine's day": _fixed(2, 14), "valentines day": _fixed(2, 14), "valentine day": _fixed(2, 14),
    "international women's day": _fixed(3, 8), "women's day": _fixed(3, 8),
    "saint patrick's day": _fixed(3, 17), "st. patrick's day": _fixed(3, 17), "st patrick's day": _fixed(3, 17),
    "st. patrick day": _fixed(3, 17), "april fools' day": _fixed(4, 1), "april fool's day": _fixed(4, 1),
    "april fools": _fixed(4, 1),
    "earth day": _fixed(4, 22), "anzac day": _fixed(4, 25), "may day": _fixed(5, 1), "labour day": _fixed(5, 1),
    "international workers' day": _fixed(5, 1),
    "international workers day": _fixed(5, 1), "cinco de mayo": _fixed(5, 5), "victory day": _fixed(5, 9),
    "v-e day": _fixed(5, 8), "ve day": _fixed(5, 8), "mother's day": _moving(5, 7, 2), "mothers day": _moving(5, 7, 2),
    "mothers' day": _moving(5, 7, 2), "memorial day": _moving(5, 1, -1), "juneteenth": _fixed(6, 19),
    "father's day": _moving(6, 7, 3),
    "fathers day": _moving(6, 7, 3), "fathers' day": _moving(6, 7, 3), "canada day": _fixed(7, 1),
    "bastille day": _fixed(7, 14),
    "fourth of july": _fixed(7, 4), "independence day": _fixed(7, 4), "labor day": _moving(9, 1, 1),
    "columbus day": _moving(10, 1, 2),
    "halloween": _fixed(10, 31), "all hallows' eve": _fixed(10, 31), "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "guy fawkes night": _fixed(11, 5), "bonfire night": _fixed(11, 5), "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "veterans' day": _fixed(11, 11), "remembrance day": _fixed(11, 11), "thanksgiving": _THANKSGIVING,
    "thanksgiving day": _THANKSGIVING,
    "thanks giving day": _THANKSGIVING, "thanks giving": _THANKSGIVING, "black friday": _moving(11, 4, 4, 1),
    "cyber monday": _moving(11, 4, 4, 4),
    "christmas eve": _fixed(12, 24), "christmas": _CHRISTMAS, "christmas day": _CHRISTMAS, "xmas": _CHRISTMAS,
    "xmas day": _CHRISTMAS,
    "boxing day": _fixed(12, 26), "st. stephen's day": _fixed(12, 26), "election day": _election,
    "shrove tuesday": _around_easter(-47), "mardi gras": _around_easter(-47), "ash wednesday": _around_easter(-46),
    "palm sunday": _around_easter(-7), "maundy thursday": _around_easter(-3), "good friday": _around_easter(-2),
    "holy saturday": _around_easter(-1), "easter": _around_easter(0), "easter sunday": _around_easter(0),
    "easter day": _around_easter(0),
    "easter monday": _around_easter(1), "ascension day": _around_easter(39), "pentecost": _around_easter(49),
    "whit sunday": _around_easter(49),
    "whit monday": _around_easter(50), "corpus christi": _around_easter(60),
    "ramadan": _islamic(9, 1), "ramazan": _islamic(9, 1), "eid al-fitr": _islamic(10, 1),
    "eid ul-fitr": _islamic(10, 1), "eid al-adha": _islamic(12, 10), "eid ul-adha": _islamic(12, 10),
    "ramadhan": _islamic(9, 1),
    "ramzan": _islamic(9, 1),
    "islamic new year": _islamic(1, 1), "ashura": _islamic(1, 10), "nowruz": _fixed(3, 20),
    "d-day": lambda _: date(1944, 6, 6),
}  # fmt: skip

APPROXIMATE = frozenset(
    name
    for name in DAYS
    if name.split()[0] in ("ramadan", "ramazan", "ramzan", "ramadhan", "eid", "ashura", "islamic", "nowruz")
)
_FIXED_YEAR = {"d-day": 1944}


def _pattern() -> str:
    """Every name as the row of tokens that the scanner makes of it."""
    rows = set()
    for name in DAYS:
        words = name.replace("'s", " 's ").replace("-", " - ").replace(".", " . ").replace("s'", "s ' ")
        rows.add(" ".join(_token(word) for word in words.split()))
    return " | ".join(sorted(rows, key=lambda row: -row.count(" ")))


def _token(word: str) -> str:
    return {"'s": "APOSTROPHE", "'": "APOSTROPHE", "-": "DASH", ".": "DOT"}.get(word, f"'{word}'")


def _plain(text: str) -> str:
    return (
        text.replace(" ’", "’")
        .replace("’", "'")
        .replace(" '", "'")
        .replace(" - ", "-")
        .replace(" .", ".")
        .replace("–", "-")
    )


@BOOK.rule(
    "holiday",
    f"direction:('last'|'this'|'next')? name:({_pattern()}) ((COMMA|'of'|'in')? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={
        "Christmas 2010": "2010-12-25", "Thanksgiving Day": "2018-11-22", "Easter Sunday 2018": "2018-04-01",
        "New Year's Eve": "2018-12-31", "last Christmas": "2017-12-25", "Martin Luther King Day 2018": "2018-01-15",
    },
)  # fmt: skip
def holiday(part: Parts) -> Holiday | None:
    """A named day. Names of days begin with a capital."""
    if part.words("name") == "may day" and not part.node("name").word[:1].isupper():
        return None
    if (
        part.node("name").word.islower()
        and " " not in part.words("name")
        and part.node("name").word
        not in (
            "christmas",
            "easter",
            "thanksgiving",
            "halloween",
            "new",
        )
    ):
        return None
    key = _plain(part.words("name"))
    year = part.number("year") if "year" in part else _FIXED_YEAR.get(key)
    return Holiday(key, year, Direction(part.word("direction")) if "direction" in part else Direction.OPEN)
