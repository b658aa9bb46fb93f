"""The words of one language, ready for the rules: CLDR's months and weekdays with our own few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.chronology.language_words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_CLASSES = {
    "TODAY": "today", "YESTERDAY": "yesterday", "TOMORROW": "tomorrow", "DAY_BEFORE": "day before",
    "DAY_AFTER": "day after",
    "LAST": "last", "NEXT": "next", "THIS": "this", "AGO_FIRST": "ago first", "AGO_LAST": "ago last", "OF": "of",
    "EARLY": "early", "MID": "mid", "LATE": "late", "ARTICLE": "article", "YEAR_MARK": "year mark",
    "TO": "to", "AND": "and", "CENTURY": "century", "DECADE": "decade", "DECADE_TAIL": "decade tail",
    "CENTURY_TAIL": "century tail",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Values of words, and the words of each class of the grammar."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    duals: Mapping[str, str]
    numbers: Mapping[str, int]
    cues: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    capital_months: bool
    seasons: Mapping[str, str]
    centuries: Mapping[str, int]
    decades: Mapping[str, int]
    bare_years: bool
    ahead: frozenset[str]

    @property
    def triggers(self) -> set[str]:
        """Words near which a date may stand."""
        words = {*self.months, *self.short_months, *self.weekdays, *self.units, *self.duals}
        words |= {*self.seasons, *self.classes["CENTURY"], *self.classes["DECADE"], *self.decades}
        return words.union(
            *(self.classes[name] for name in ("TODAY", "YESTERDAY", "TOMORROW", "DAY_BEFORE", "DAY_AFTER"))
        )


def lexicon_of(language: str) -> Lexicon | None:
    """The words of a language (BCP 47 primary subtag), None where CLDR does not know it."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
    own = WORDS.get(language, {})
    wide = _months(locale.months[context]["wide"] for context in ("format", "stand-alone"))
    short = _months(locale.months[context]["abbreviated"] for context in ("format", "stand-alone"))
    months = {**wide, **_numbered(own.get("months", ""))}
    months = {name: number for name, number in months.items() if not name.isdigit()}
    shorter = {name: number for name, number in short.items() if name not in months and not name[:1].isdigit()}
    weekdays = {name: number + 1 for number, name in locale.days["format"]["wide"].items()}
    weekdays |= {name: number + 1 for number, name in locale.days["stand-alone"]["wide"].items()}
    weekdays = {name.lower(): number for name, number in weekdays.items()} | _numbered(own.get("weekdays", ""))
    units = {word: letter for unit, letter in _UNITS.items() for word in _split(own.get(unit, ""))}
    numbers = _numbered(own.get("numbers", ""))
    duals = dict(pair.split(":") for pair in own.get("dual", "").split())
    classes = {name: _split(own.get(key, "")) for name, key in _CLASSES.items()}
    classes |= {
        "MONTH": tuple(months), "MONTH_SHORT": tuple(shorter), "WEEKDAY": tuple(weekdays), "UNIT_WORD": tuple(units),
        "NUMBER": tuple(numbers), "DUAL": tuple(duals), "YEAR_WORD": _split(own.get("year", "")),
    }  # fmt: skip
    seasons = _pairs(own.get("seasons", ""))
    centuries = _centuries(own)
    decades = {f"{start}{end}": start for end in _split(own.get("decade endings", "")) for start in _DECADES}
    classes |= {"SEASON": tuple(seasons), "CENTURY_NUMBER": tuple(centuries), "DECADE_FORM": tuple(decades)}
    cues = frozenset(
        word
        for key in ("in", "of", "early", "mid", "late", "article", "year", "last", "ago first")
        for word in _split(own.get(key, ""))
    )
    capital = any(name[:1].isupper() for name in locale.months["format"]["wide"].values())
    return Lexicon(
        {**shorter, **months}, shorter, weekdays, units, duals, numbers, cues, classes, capital, seasons, centuries,
        decades, bare_years="bare years" in own, ahead=frozenset(_split(own.get("ahead", ""))),
    )  # fmt: skip


_ROMAN = (
    "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
_DECADES = (*range(20, 100, 10), *range(1500, 2100, 10))


def _centuries(own: Mapping[str, str]) -> dict[str, int]:
    """How the number of a century may be written: "XIX", "XIXe", "19e", or in words."""
    found = {roman: number for number, roman in enumerate(_ROMAN, 5)} if "century" in own else {}
    endings = _split(own.get("century endings", ""))
    found |= {f"{name}{end}": number for name, number in list(found.items()) for end in endings}
    found |= {f"{number}{end}": number for number in range(5, 22) for end in endings}
    return found | _numbered(own.get("centuries", ""))


def _pairs(text: str) -> dict[str, str]:
    return dict(entry.split(":") for entry in text.split())


def _months(tables: Iterable[Mapping[int, str]]) -> dict[str, int]:
    return {name.lower().rstrip("."): number for table in tables for number, name in table.items()}


def _numbered(text: str) -> dict[str, int]:
    pairs = (entry.rpartition(":") for entry in text.split())
    return {name.replace("_", " "): int(number) for name, _, number in pairs}


def _split(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())
