"""The date receipt: what the words mean, how that is known, and what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model import Interval, Precision
from viewer.ui.words import long_date, month_year

if TYPE_CHECKING:
    from viewer.model import Timex


def receipt_html(timex: Timex) -> str:
    """The receipt as simple rich text for a tool tip; every word of the article is escaped."""
    from html import escape  # loads a table of two thousand names, which no start needs

    lines = [f"<b>“{escape(timex.text)}”</b> = {escape(meaning(timex))}", f"<i>{escape(str(timex.basis))}</i>"]
    lines += [escape(step) for step in timex.steps]
    if timex.doubt:
        lines.append(f"<b>In doubt:</b> {escape(timex.doubt)}")
    return "<p style='margin:0'>" + "<br>".join(lines) + "</p>"


def meaning(timex: Timex) -> str:
    """What the expression means, in words."""
    if len(timex.readings) > 1:
        return " or ".join(interval_words(reading) for reading in timex.readings)
    if timex.interval is None:
        return "no date" if not timex.value else timex.value
    return interval_words(timex.interval)


def interval_words(interval: Interval) -> str:
    """An interval as the reader would say it: "Thursday 1 November 2018", "about 11 to 20 October 2018"."""
    about = "about " if interval.approximate else ""
    begin, end = interval.begin, interval.end
    if begin is None and end is None:
        return "before the year 1" if interval.last is not None and interval.last < 1 else "no end and no beginning"
    if begin is None:
        return f"{about}up to {long_date(end)}" if end else ""
    if end is None:
        return f"{about}from {long_date(begin)} on"
    if begin == end:
        return about + long_date(begin)
    if interval.precision is Precision.YEAR and (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
        return about + (str(begin.year) if begin.year == end.year else f"{begin.year} to {end.year}")
    if interval.precision is Precision.MONTH and begin.day == 1 and begin.month == end.month and end.day > 27:
        return about + month_year(begin)
    return f"{about}{long_date(begin)} to {long_date(end)}"
