"""A timeline for TimelineJS 3 (Knight Lab): as the JSON that it reads, and as its spreadsheet.

The format has no field for doubt, so the date in words stands in ``display_date`` and everything else in the text. A
slide must have a date; events without one are listed in the text of the title slide.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

from viewer.exporters.days import edges
from viewer.exporters.tables import csv_text
from viewer.exporters.wording import doubts

if TYPE_CHECKING:
    from viewer.exporters.days import Moment
    from viewer.exporters.timeline import Entry, Timeline

COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Alt Text",
    "Type",
    "Group",
    "Background",
)

_CLOCK = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?")


def timelinejs_json(timeline: Timeline) -> str:
    """The timeline as JSON: a title slide and one slide for each dated event."""
    slides = [_slide(entry, number) for number, entry in enumerate(timeline.dated, 1)]
    title = {"text": {"headline": escape(timeline.title), "text": _undated(timeline)}, "unique_id": "title"}
    return json.dumps({"title": title, "events": slides, "scale": "human"}, ensure_ascii=False, indent=1) + "\n"


def timelinejs_csv(timeline: Timeline) -> str:
    """The timeline as the rows of TimelineJS's spreadsheet, the title first."""
    title = dict.fromkeys(COLUMNS, "") | {"Headline": escape(timeline.title), "Text": _undated(timeline)}
    rows = [title | {"Type": "title"}, *(_row(entry) for entry in timeline.dated)]
    return csv_text(COLUMNS, rows)


def _slide(entry: Entry, number: int) -> dict[str, Any]:
    begin, end = _dates(entry)
    slide: dict[str, Any] = {"unique_id": f"event-{number}", "start_date": _parts(begin) | _clock(entry)}
    if end != begin:
        slide["end_date"] = _parts(end)
    slide["display_date"] = entry.when
    slide["group"] = escape(entry.article.site or entry.article.title)
    slide["text"] = {"headline": escape(entry.event.label), "text": _text(entry)}
    return slide


def _row(entry: Entry) -> dict[str, str]:
    begin, end = _dates(entry)
    row = dict.fromkeys(COLUMNS, "")
    row |= {name.title(): str(value) for name, value in _parts(begin).items()}
    if end != begin:
        row |= {f"End {name.title()}": str(value) for name, value in _parts(end).items()}
    clock = _CLOCK.search(entry.event.when)
    return row | {
        "Time": f"{clock[1]}:{clock[2]}" if clock and end == begin else "",
        "Display Date": entry.when,
        "Headline": escape(entry.event.label),
        "Text": _text(entry),
        "Group": escape(entry.article.site or entry.article.title),
    }


def _dates(entry: Entry) -> tuple[Moment, Moment]:
    found = edges(entry.event.interval) if entry.event.interval else None
    if found is None:
        raise ValueError("only dated entries have dates")
    return found


def _parts(moment: Moment) -> dict[str, int]:
    parts = {"year": moment.year, "month": moment.month, "day": moment.day}
    return {name: value for name, value in parts.items() if value or name == "year"}


def _clock(entry: Entry) -> dict[str, int]:
    found = _CLOCK.search(entry.event.when)
    names = ("hour", "minute", "second")
    return {name: int(digits) for name, digits in zip(names, found.groups(), strict=True) if digits} if found else {}


def _text(entry: Entry) -> str:
    """Quotation, who says so, what is in doubt, and the source, as HTML with everything escaped."""
    doubtful = "".join(f"<p><em>In doubt: {escape(doubt)}</em></p>" for doubt in doubts(entry.event))
    return "".join([_quoted(entry), doubtful, _source(entry), *(_quoted(one) + _source(one) for one in entry.others)])


def _quoted(entry: Entry) -> str:
    said = f"<p>According to {escape(entry.who)}.</p>" if entry.who else ""
    return f"<blockquote>{escape(entry.quotation)}</blockquote>{said}"


def _source(entry: Entry) -> str:
    source = escape(entry.citation)
    return f'<p><a href="{escape(entry.address)}">{source}</a></p>' if entry.address else f"<p>{source}</p>"


def _undated(timeline: Timeline) -> str:
    if not timeline.undated:
        return ""
    items = "".join(f"<li>{escape(entry.event.label)}: “{escape(entry.quotation)}”</li>" for entry in timeline.undated)
    return f"<p>Without a date:</p><ul>{items}</ul>"
