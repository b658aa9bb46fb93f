"""The day in a line such as "Published: Friday, November 2, 2018 - 14:30 GMT"."""

from __future__ import annotations

import re
from datetime import date

_NAMES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sept oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)
_MONTHS = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)} | {"sep": 9}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s+(?:of\s+|de\s+)?({_MONTH})\b\.?,?\s+(?:de\s+)?(\d{{4}})\b", re.I
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NUMERIC = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b")


def day_in(line: str) -> tuple[str, str]:
    """The day that a line names as ISO 8601, and a doubt in a sentence; "" for none of either.

    "03/04/2018" is a day in March or in April: no day, and a doubt. With points the day comes first.
    """
    for pattern, order in ((_ISO, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        if found := pattern.search(line):
            year, month, day = (found[number] for number in order)
            return _checked(int(year), _MONTHS.get(month.lower()) or int(month), int(day))
    return _numeric(line)


def _numeric(line: str) -> tuple[str, str]:
    found = _NUMERIC.search(line)
    if not found:
        return "", ""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first == second or first > 12:
        return _checked(year, second, first)
    if second > 12:
        return _checked(year, first, second)
    return "", f"It came without its date: “{found[0]}” can be read as two days."


def _checked(year: int, month: int, day: int) -> tuple[str, str]:
    try:
        return date(year, month, day).isoformat(), ""
    except ValueError:
        return "", f"It came without its date: there is no day {day} of month {month} in the year {year}."
