import re
from datetime import UTC, datetime

from viewer.exporters import icalendar

MADE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def events_of(timeline):
    """The calendar as an independent reader takes it: unfolded lines, then properties by event."""
    text = icalendar(timeline, MADE)
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    unfolded = text.replace("\r\n ", "").split("\r\n")
    blocks = re.findall(r"BEGIN:VEVENT\n(.*?)END:VEVENT", "\n".join(unfolded), re.S)
    rows = [dict(line.split(":", 1) for line in block.splitlines()) for block in blocks]
    return unfolded, {row["SUMMARY"]: row for row in rows}


def test_days_begin_and_end_as_calendars_count(timeline):
    _, events = events_of(timeline)
    assert (events["A day"]["DTSTART;VALUE=DATE"], events["A day"]["DTEND;VALUE=DATE"]) == ("20181101", "20181102")
    assert (events["A span"]["DTSTART;VALUE=DATE"], events["A span"]["DTEND;VALUE=DATE"]) == ("20181026", "20181029")
    assert events["A month"]["DTEND;VALUE=DATE"] == "20170301"
    assert events["Until"]["DTSTART;VALUE=DATE"] == events["Since"]["DTSTART;VALUE=DATE"] == "20181101"
    assert all(row["DTSTAMP"] == "20260102T030405Z" for row in events.values())
    assert len({row["UID"] for row in events.values()}) == len(events) == 10


def test_what_is_in_doubt_is_tentative(timeline):
    _, events = events_of(timeline)
    sure = {label for label, row in events.items() if row["STATUS"] == "CONFIRMED"}
    assert sure == {"A day", "A time", "A month", "A span"}
    assert "In doubt: The 2nd was a Friday." in events["A conflict"]["DESCRIPTION"]


def test_signs_of_the_format_are_escaped(timeline):
    _, events = events_of(timeline)
    assert events["A day"]["CATEGORIES"] == "Middle East,War\\, peace"
    assert "Troops\\; <b>borders</b>\\, \\\\ and “more”\\, News & Co" in events["A day"]["DESCRIPTION"]
    assert events["A day"]["URL"] == 'https://news.example/a?b=1&c="2"'


def test_what_has_no_day_in_a_calendar_is_named(timeline):
    lines, events = events_of(timeline)
    assert "Long ago" not in events
    (description,) = [line for line in lines if line.startswith("X-WR-CALDESC:")]
    assert "no date given: Undated <one>\\; =two" in description
    assert "12 Mar 44 BC: Long ago" in description


def test_the_same_timeline_gives_the_same_identifiers(timeline):
    assert icalendar(timeline, MADE) == icalendar(timeline, MADE)
