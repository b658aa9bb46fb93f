"""The date receipt: what the words mean, how that is known, and what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from viewer.model.date_words import expression_words, interval_words

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
        return " or ".join(interval_words(reading, long=True) for reading in timex.readings)
    if timex.interval is None:
        return "no date" if not timex.value else timex.value
    words = expression_words(timex)
    if timex.interval.last is None and timex.interval.first is not None:
        return f"from {words.removeprefix('since ')} on"
    return words
