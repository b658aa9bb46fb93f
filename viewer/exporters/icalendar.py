"""A timeline as an iCalendar (RFC 5545): one all-day event for each dated event, tentative where it is in doubt."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from viewer.exporters.wording import doubts
from viewer.model import Factuality

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from viewer.exporters.timeline import Entry, Timeline

_LONGEST_LINE = 75
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SURE = (Factuality.REPORTED, Factuality.ATTRIBUTED)


def icalendar(timeline: Timeline, made: datetime) -> str:
    """The calendar; ``made`` is the moment of its making. Days before year 1 and after 9998 have no place in it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_escaped(timeline.title)}"]
    left_out = [entry for entry in timeline.entries if _days(entry) is None]
    if left_out:
        labels = ["Without a day in the calendar:", *(f"{entry.when}: {entry.event.label}" for entry in left_out)]
        lines.append(f"X-WR-CALDESC:{_escaped(chr(10).join(labels))}")
    for entry in timeline.entries:
        lines += _event(entry, made)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _days(entry: Entry) -> tuple[date, date] | None:
    begin, end = entry.event.begin, entry.event.end
    first, last = begin or end, end or begin
    if not entry.is_dated or first is None or last is None or last.year > 9998:
        return None
    return (first, last) if (begin or not _reaches_before_year_1(entry)) else None


def _reaches_before_year_1(entry: Entry) -> bool:
    interval = entry.event.interval
    return interval is not None and interval.first is not None and interval.first < 1


def _event(entry: Entry, made: datetime) -> Iterator[str]:
    days = _days(entry)
    if days is None:
        return
    first, last = days
    in_doubt = bool(doubts(entry.event)) or entry.event.factuality not in _SURE
    yield "BEGIN:VEVENT"
    yield f"UID:{_identifier(entry)}@dateline"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(entry.event.label)}"
    yield f"DESCRIPTION:{_escaped(_description(entry))}"
    if entry.address:
        yield f"URL:{_one_line(entry.address)}"
    if entry.article.sections:
        yield f"CATEGORIES:{','.join(_escaped(name) for name in entry.article.sections)}"
    yield f"STATUS:{'TENTATIVE' if in_doubt else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(entry: Entry) -> str:
    parts = [
        f"{entry.when} ({entry.event.basis})",
        f"“{entry.quotation}”",
        f"According to {entry.who}." if entry.who else "",
        *(f"In doubt: {doubt}" for doubt in doubts(entry.event)),
        entry.citation,
    ]
    for other in entry.others:
        said = f"According to {other.who}." if other.who else ""
        parts += [f"“{other.quotation}”", said, other.citation, other.address]
    return "\n".join(part for part in parts if part)


def _identifier(entry: Entry) -> str:
    passage = entry.event.passage
    place = (entry.address or str(entry.article.path), entry.quotation, passage.begin, entry.event.label)
    return hashlib.blake2b(repr(place).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    plain = _CONTROLS.sub("", text)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _one_line(text: str) -> str:
    return "".join(_CONTROLS.sub("", text).split())


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 bytes, each but the first begun with a blank, no character cut apart."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
