"""Timelines and articles in the formats that others read. Pure functions; only ``write_zip`` reads files.

These names are the whole of the public interface.
"""

from viewer.exporters.archive import write_zip
from viewer.exporters.article_lists import article_row, articles_csv, articles_json, shelves_json
from viewer.exporters.highlights import Highlight, Highlighted, highlights_json, highlights_markdown
from viewer.exporters.html_page import html_page
from viewer.exporters.icalendar import icalendar
from viewer.exporters.markdown_page import markdown_page
from viewer.exporters.timeline import Entry, Timeline, timeline_of, timeline_of_story
from viewer.exporters.timelinejs import timelinejs_csv, timelinejs_json

__all__ = [
    "Entry",
    "Highlight",
    "Highlighted",
    "Timeline",
    "article_row",
    "articles_csv",
    "articles_json",
    "highlights_json",
    "highlights_markdown",
    "html_page",
    "icalendar",
    "markdown_page",
    "shelves_json",
    "timeline_of",
    "timeline_of_story",
    "timelinejs_csv",
    "timelinejs_json",
    "write_zip",
]
