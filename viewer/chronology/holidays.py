"""Named days, with the rule for each year's date.

Easter after the method of Meeus (Astronomical Algorithms, 1991); Islamic days after the tabular calendar, which can
be a day off what was observed, so they are marked approximate. Jewish days are given by the day that follows the
evening on which they begin.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from viewer.chronology.calendars import (
    chinese_new_year,
    diwali,
    hanukkah,
    hebrew_autumn,
    hebrew_spring,
    julian_easter,
    orthodox_easter,
)
from viewer.chronology.grammar import Parts, RuleBook
from viewer.chronology.meaning import Direction, Holiday
from viewer.chronology.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

BOOK = RuleBook()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, before 1583 of the Julian one, as those years wrote it."""
    if year < 1583:
        return julian_easter(year)
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


def _autumn(days: int) -> Callable[[int], date]:
    return lambda year: hebrew_autumn(year, days)


def _spring(days: int) -> Callable[[int], date]:
    return lambda year: hebrew_spring(year, days)


def _around_orthodox_easter(days: int) -> Callable[[int], date]:
    return lambda year: orthodox_easter(year) + timedelta(days)


def _victoria_day(year: int) -> date:
    return date(year, 5, 24) - timedelta(date(year, 5, 24).weekday())


def _advent(year: int) -> date:
    return date(year, 12, 24) - timedelta(date(year, 12, 24).isoweekday() % 7 + 21)


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
    "mothers' day": _moving(5, 7, 2), "patriots' day": _moving(4, 1, 3),
    "patriots day": _moving(4, 1, 3), "memorial day": _moving(5, 1, -1), "juneteenth": _fixed(6, 19),
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
    "int'l workers day": _fixed(5, 1), "int'l workers' day": _fixed(5, 1), "international labour day": _fixed(5, 1),
    "ramathan": _islamic(9, 1), "hijri new year": _islamic(1, 1), "arabic new year": _islamic(1, 1),
    "muharram": _islamic(1, 1), "festival of breaking the fast": _islamic(10, 1), "eid al-azha": _islamic(12, 10),
    "eidul azha": _islamic(12, 10), "eid ul azha": _islamic(12, 10), "eidul adha": _islamic(12, 10),
    "eid al adha": _islamic(12, 10), "eidul fitr": _islamic(10, 1), "eid al fitr": _islamic(10, 1),
    "eid ul fitr": _islamic(10, 1), "feast of the sacrifice": _islamic(12, 10), "mawlid": _islamic(3, 12),
    "milad un-nabi": _islamic(3, 12), "laylat al-qadr": _islamic(9, 27),
    "rosh hashanah": _autumn(0), "rosh hashana": _autumn(0), "jewish new year": _autumn(0), "yom kippur": _autumn(9),
    "sukkot": _autumn(14), "simchat torah": _autumn(22), "purim": _spring(-30), "passover": _spring(0),
    "pesach": _spring(0), "lag baomer": _spring(32), "shavuot": _spring(50), "tisha b'av": _spring(113),
    "hanukkah": hanukkah, "chanukah": hanukkah, "hanukah": hanukkah,
    "chinese new year": chinese_new_year, "lunar new year": chinese_new_year, "spring festival": chinese_new_year,
    "diwali": diwali, "deepavali": diwali,
    "orthodox christmas": _fixed(1, 7), "orthodox christmas eve": _fixed(1, 6), "old new year": _fixed(1, 14),
    "orthodox easter": _around_orthodox_easter(0), "orthodox good friday": _around_orthodox_easter(-2),
    "twelfth night": _fixed(1, 5), "burns night": _fixed(1, 25), "holocaust memorial day": _fixed(1, 27),
    "international holocaust remembrance day": _fixed(1, 27), "candlemas": _fixed(2, 2), "waitangi day": _fixed(2, 6),
    "defender of the fatherland day": _fixed(2, 23), "st. david's day": _fixed(3, 1), "st david's day": _fixed(3, 1),
    "pi day": _fixed(3, 14), "lady day": _fixed(3, 25), "st. george's day": _fixed(4, 23),
    "st george's day": _fixed(4, 23), "saint george's day": _fixed(4, 23), "walpurgis night": _fixed(4, 30),
    "world press freedom day": _fixed(5, 3), "europe day": _fixed(5, 9), "victoria day": _victoria_day,
    "world environment day": _fixed(6, 5), "flag day": _fixed(6, 14), "world refugee day": _fixed(6, 20),
    "st. john's eve": _fixed(6, 23), "dominion day": _fixed(7, 1), "v-j day": _fixed(8, 15), "vj day": _fixed(8, 15),
    "assumption day": _fixed(8, 15), "feast of the assumption": _fixed(8, 15), "patriot day": _fixed(9, 11),
    "international day of peace": _fixed(9, 21), "michaelmas": _fixed(9, 29), "german unity day": _fixed(10, 3),
    "indigenous peoples' day": _moving(10, 1, 2), "indigenous peoples day": _moving(10, 1, 2),
    "united nations day": _fixed(10, 24), "reformation day": _fixed(10, 31), "all saints day": _fixed(11, 1),
    "all souls day": _fixed(11, 2), "day of the dead": _fixed(11, 2), "singles' day": _fixed(11, 11),
    "singles day": _fixed(11, 11), "martinmas": _fixed(11, 11), "remembrance sunday": _moving(11, 7, 2),
    "small business saturday": _moving(11, 4, 4, 2), "giving tuesday": _moving(11, 4, 4, 5),
    "st. andrew's day": _fixed(11, 30), "st andrew's day": _fixed(11, 30), "world aids day": _fixed(12, 1),
    "advent sunday": _advent, "st. nicholas day": _fixed(12, 6), "human rights day": _fixed(12, 10),
    "pearl harbor day": _fixed(12, 7), "st. lucia's day": _fixed(12, 13), "kwanzaa": _fixed(12, 26),
    "trinity sunday": _around_easter(56), "whitsun": _around_easter(49), "fat tuesday": _around_easter(-47),
    "pancake day": _around_easter(-47),
    "d-day": lambda _: date(1944, 6, 6),
}  # fmt: skip

_OBSERVED = frozenset(
    (
        "ramadan", "ramazan", "ramzan", "ramadhan", "ramathan", "eid", "eidul", "ashura", "islamic", "hijri", "arabic",
        "muharram", "mawlid", "milad", "laylat", "diwali", "deepavali", "nowruz",
    )
)  # fmt: skip
APPROXIMATE = frozenset(
    name for name in DAYS if name.split()[0] in _OBSERVED or name.endswith(("breaking the fast", "of the sacrifice"))
)
_FIXED_YEAR = {"d-day": 1944}


def _pattern() -> str:
    """Every name as the row of tokens that the scanner makes of it."""
    rows = {" ".join(_token(word) for word in _PIECE.findall(name)) for name in DAYS}
    return " | ".join(sorted(rows, key=lambda row: (-row.count(" "), row)))


_PIECE = re.compile(r"'s\b|\w+|[^\w\s]")


def _token(word: str) -> str:
    return {"'s": "APOSTROPHE", "'": "APOSTROPHE", "-": "DASH", ".": "DOT"}.get(word, f"'{word}'")


def _plain(text: str) -> str:
    """A name without the blanks around its signs, which the tokens of a text lose."""
    return re.sub(r"\s*([.'-])\s*", r"\1", text.replace("’", "'").replace("–", "-"))


_NAMES = {_plain(name): name for name in DAYS}


_WRITTEN_SMALL = frozenset(("christmas", "easter", "thanksgiving", "halloween", "ramadan", "ramazan"))
_ALSO_WORDS = frozenset(("may day", "spring festival", "flag day", "lady day", "day of the dead", "twelfth night"))


_AMERICAN = word_set("American America States U.S. US")
_OPENINGS = word_set("On The Since Until By Before After From To For And But When Every Each Last This Next In")


def _is_of_another_country(part: Parts) -> bool:
    """Whether a people or country is named before the day that is not the American one: "Albania's", "the Afghan"."""
    name = part.node("name").word
    if name.islower():
        return True
    owner = part.before(2) if part.before() in ("'s", "’s") else part.written_before()
    named = part.before() in ("'s", "’s") or (owner[:1].isupper() and owner not in _OPENINGS)
    return named and owner not in _AMERICAN and owner not in ("america", "states", "country", "nation")


def _is_part_of_name(part: Parts) -> bool:
    """Whether a song, a play or a sale is named after the day: "A Christmas Carol", "Black Friday sales"."""
    after = part.after()
    if part.written_before() in ("White", "Operation") or after.lower() in _SALES or after in _NAMED_AFTER:
        return True
    return part.written_before() in ("A", "An") and after[:1].isupper() and after[1:].islower()


_NAMED_AFTER = ("War", "Rising", "Agreement", "Accord", "Accords", "Massacre", "Island", "Rebellion")
_SALES = word_set("sale sales deal deals bargain bargains shopper shoppers promotion promotions discount discounts")


@BOOK.rule(
    "holiday",
    f"direction:('last'|'this'|'next')? name:({_pattern()}) ((COMMA|'of'|'in')? year:ANY_YEAR)?",
    kind="DAY_DATE",
    examples={
        "Christmas 2010": "2010-12-25", "Thanksgiving Day": "2018-11-22", "Easter Sunday 2018": "2018-04-01",
        "New Year's Eve": "2018-12-31", "last Christmas": "2017-12-25", "Martin Luther King Day 2018": "2018-01-15",
        "Yom Kippur 2018": "2018-09-19", "Chinese New Year 2018": "2018-02-16", "Remembrance Sunday 2018": "2018-11-11",
        "Int'l Workers' Day 2018": "2018-05-01", "Orthodox Easter 2018": "2018-04-08", "Passover 2018": "2018-03-31",
    },
)  # fmt: skip
def holiday(part: Parts) -> Holiday | None:
    """A named day. Names of days begin with a capital."""
    name = part.node("name").word
    if part.words("name") in _ALSO_WORDS and not name[:1].isupper():
        return None
    if name.islower() and " " not in part.words("name") and name not in _WRITTEN_SMALL:
        return None
    if "year" not in part and part.before() == "(" and part.after() == ")":
        return None  # a gloss on a name or date that stands before it
    if "year" not in part and _is_part_of_name(part):
        return None
    key = _NAMES.get(_plain(part.words("name")))
    if key is None or (key == "independence day" and _is_of_another_country(part)):
        return None
    year = part.number("year") if "year" in part else _FIXED_YEAR.get(key)
    return Holiday(key, year, Direction(part.word("direction")) if "direction" in part else Direction.OPEN)
