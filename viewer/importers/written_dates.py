"""The day in a line such as "Published: Friday, November 2, 2018 - 14:30 GMT"."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

# The months of languages as dates have them (in the genitive where there is one), full and short.
_NAMES = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar-lb": "كانون-الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين-الأول تشرين-الثاني كانون-الأول",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de short": "jan feb mär apr mai jun jul aug sept okt nov dez",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
    "δεκεμβρίου",
    "en": "january february march april may june july august september october november december",
    "en short": "jan feb mar apr may jun jul aug sept oct nov dec",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es short": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr short": "janv févr mars avr mai juin juil août sept oct nov déc",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "it short": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "no": "januar februar mars april mai juni juli august september oktober november desember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pt short": "jan fev mar abr mai jun jul ago set out nov dez",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru short": "янв фев мар апр май июн июл авг сен окт ноя дек",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "mo di mi do fr sa so",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lun mar mer jeu ven sam dim",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lun mar mié jue vie sáb dom",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
)
_WEEKDAY = {name: number for names in _WEEKDAYS for number, name in enumerate(names.split())} | {"tues": 1, "thurs": 3}


def _months_by_language() -> dict[str, dict[str, int]]:
    """The number of a month by language and name; under "" those names that mean one month wherever they are used."""
    found: dict[str, dict[str, int]] = {"": {"sep": 9}}
    several: set[str] = set()
    for language, names in _NAMES.items():
        own = {name.replace("-", " "): number for number, name in enumerate(names.split(), 1)}
        found.setdefault(language[:2], {}).update(own)
        several |= {name for name, number in own.items() if found[""].setdefault(name, number) != number}
    found[""] = {name: number for name, number in found[""].items() if name not in several}
    return found


_MONTHS = _months_by_language()
_MONTH = "|".join(sorted({re.escape(name) for names in _MONTHS.values() for name in names}, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s+(?:of\s+|de\s+)?({_MONTH})\b\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})\b", re.I
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_EAST_ASIAN = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号일]")
_NUMERIC = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b")
_SHAPES = ((_ISO, (1, 2, 3)), (_EAST_ASIAN, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)))
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)\.?,?\s{0,3}$")


def day_in(line: str, language: str = "") -> tuple[str, str]:
    """The day that a line names as ISO 8601, and a doubt in a sentence; "" for none of either.

    "03/04/2018" is a day in March or in April: the weekday before it decides, else the customs of ``language``, a BCP
    47 tag such as "en-GB"; where neither does there is no day, and a doubt. With points the day comes first. A name
    that is one month in Polish and another in Croatian needs the language, too.
    """
    for pattern, order in _SHAPES:
        if found := pattern.search(line):
            year, month, day = (found[number] for number in order)
            number = int(month) if month.isdecimal() else _month(month.lower(), language)
            return _checked(int(year), number, int(day)) if number else ("", _several(found[0]))
    found = _NUMERIC.search(line)
    return _numeric(found, _LAST_WORD.search(line[: found.start()]), language) if found else ("", "")


def _month(name: str, language: str) -> int:
    name = " ".join(name.split())
    return _MONTHS.get(language[:2].lower(), {}).get(name) or _MONTHS[""].get(name, 0)


def _numeric(found: re.Match[str], before: re.Match[str] | None, language: str) -> tuple[str, str]:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first == second or first > 12:
        return _checked(year, second, first)
    if second > 12:
        return _checked(year, first, second)
    weekday = _WEEKDAY.get(before[1].lower()) if before else None
    readings = {True: (year, second, first), False: (year, first, second)}
    if weekday is not None:
        fitting = [reading for reading in readings.values() if date(*reading).weekday() == weekday]
        if len(fitting) < 2:
            return _checked(*fitting[0]) if fitting else ("", _several(found[0]))
    day_first = _day_comes_first(language)
    return ("", _several(found[0])) if day_first is None else _checked(*readings[day_first])


@lru_cache(maxsize=64)
def _day_comes_first(language: str) -> bool | None:
    """Whether people who write ``language`` begin a short date with the day; None where that is not known.

    English that names no region is written on both sides of the Atlantic.
    """
    from babel import Locale, UnknownLocaleError  # slow to import, and seldom needed

    if not language or language.lower() == "en":
        return None
    try:
        pattern = Locale.parse(language.replace("-", "_")).date_formats["short"].pattern
    except (UnknownLocaleError, ValueError):
        return None
    first = next((sign for sign in pattern if sign in "dMy"), "y")
    return None if first == "y" else first == "d"


def _several(written: str) -> str:
    return f"It came without its date: “{written}” can be read as two days."


def _checked(year: int, month: int, day: int) -> tuple[str, str]:
    try:
        return date(year, month, day).isoformat(), ""
    except ValueError:
        return "", f"It came without its date: there is no day {day} of month {month} in the year {year}."
