"""Moments as exports write them: Unix time, ISO 8601, mail dates, the day-first dates of wallabag."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from viewer.importers.written_dates import day_in

# What was published before there was a web has no page or feed that tells its day.
FIRST_YEAR = 1980

_UNIX = re.compile(r"-?\d{1,19}(?:\.\d{1,9})?")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_ISO_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_HALF_DAYS = re.compile(r"\b(0?[1-9]|1[0-2])((?::\d{2}){1,2})\s?([ap])\.?m\b\.?", re.I)
_EARLY_YEAR = re.compile(r"(?<=[A-Za-z]) 0\d{3}\b")
# What a number must exceed to count thousandths or millionths of a second: Unix seconds of the year 5138.
_MOST_SECONDS = 100_000_000_000
_EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)


def read_moment(text: str) -> datetime | None:
    """The moment that ``text`` names, with its zone (UTC where none is stated), or None.

    Read: Unix seconds, thousandths and millionths; ISO 8601 with any offset; RFC 5322. A Unix time of 0 is what
    programs write for "not known" and gives None.
    """
    written = text.strip()[:80]
    if not written:
        return None
    if _UNIX.fullmatch(written):
        return _from_unix(float(written))
    try:
        return _with_zone(datetime.fromisoformat(written))
    except ValueError:
        return _with_zone(from_mail(written))


def read_day_first(text: str) -> datetime | None:
    """Like ``read_moment``, but "05/11/2018 20:10:00" is the fifth of November (wallabag writes CSV so)."""
    found = _SLASHES.fullmatch(text.strip()[:80])
    if not found:
        return read_moment(text)
    day, month, year, hour, minute, second = (int(group or 0) for group in found.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def published_text(text: str) -> str:
    """A date of publication as ISO 8601, as precise as it was written ("2018", "2018-11-02"), or "".

    A time of day keeps its offset; one without an offset stays without.
    """
    written = text.strip()[:80]
    if _ISO_DAY.fullmatch(written):
        return _checked_day(written)
    try:
        return datetime.fromisoformat(written).isoformat() if not _UNIX.fullmatch(written) else _unix_text(written)
    except ValueError:
        moment = from_mail(written)
        return moment.isoformat() if moment else ""


def issued_text(text: str) -> str:
    """As ``published_text``, for what came out on the web: also a day without a time, and none before ``FIRST_YEAR``.

    The years 1 and 1970 are what programs write for "not known".
    """
    issued = published_text(text) or day_in(text.strip()[:80])[0]
    return issued if issued[:4] >= str(FIRST_YEAR) else ""


def _checked_day(written: str) -> str:
    year, month, day = (int(part) for part in [*written.split("-"), "1", "1"][:3])
    try:
        datetime(year, month, day)
    except ValueError:
        return ""
    return written


def _unix_text(written: str) -> str:
    moment = _from_unix(float(written))
    return moment.isoformat() if moment else ""


def _from_unix(number: float) -> datetime | None:
    while abs(number) >= _MOST_SECONDS:
        number /= 1000
    try:
        moment = datetime.fromtimestamp(number, UTC)
    except (OverflowError, OSError, ValueError):
        return None
    return moment if moment >= _EARLIEST else None


def from_mail(written: str) -> datetime | None:
    """The moment of an RFC 5322 date, without a zone where none is stated, or None.

    A year such as 0001, which programs write for "not known", is none of this century.
    """
    if _EARLY_YEAR.search(written):
        return None
    try:
        return parsedate_to_datetime(_HALF_DAYS.sub(_in_24_hours, written))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _in_24_hours(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3] in "pP" else 0)
    return f"{hour:02}{found[2]}"


def _with_zone(moment: datetime | None) -> datetime | None:
    """The moment with its zone; None for one that has no name in UTC, at the very ends of what years there are."""
    if moment is None or moment.tzinfo is None:
        return moment and moment.replace(tzinfo=UTC)
    try:
        moment.astimezone(UTC)
    except OverflowError:
        return None
    return moment
