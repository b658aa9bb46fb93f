"""The dates of a text, and the receipt of one: what the words mean, how that is known, and what is in doubt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from viewer.model.date_words import expression_words, interval_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.library.highlights import Annotation
    from viewer.model import DatedPassage, Passage, Timex


def receipt_html(timex: Timex) -> str:
    """The receipt as simple rich text for a tool tip; every word of the article is escaped."""
    from html import escape  # loads a table of two thousand names, which no start needs

    lines = [f"<b>“{escape(timex.text)}”</b> = {escape(meaning(timex))}", f"<i>{escape(str(timex.basis))}</i>"]
    lines += [escape(step) for step in timex.steps]
    if timex.doubt:
        lines.append(f"<b>In doubt:</b> {escape(timex.doubt)}")
    return "<p style='margin:0'>" + "<br>".join(lines) + "</p>"


def tip_html(dated: DatedPassage | None, noted: Sequence[Annotation]) -> str:
    """What is said under the pointer: the receipt of a date, and the notes on highlights; "" where there is neither."""
    tip = receipt_html(dated.timex) if dated is not None else ""
    if noted:
        from viewer.ui.reader.highlighting import notes_html  # most articles have no highlights

        tip += notes_html(noted)
    return tip


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


def date_around(dates: Sequence[DatedPassage], place: Passage) -> DatedPassage | None:
    """The date of ``dates`` (in text order) that covers ``place``."""
    number = bisect_right(dates, (place.block, place.begin), key=_begin_of) - 1
    if number < 0:
        return None
    passage = dates[number].passage
    covers = passage.block == place.block and passage.begin <= place.begin <= passage.end
    return dates[number] if covers else None


def next_date(dates: Sequence[DatedPassage], place: Passage, forward: bool) -> DatedPassage | None:
    """The date after (or before) ``place``, None at the end."""
    here = (place.block, place.begin)
    if forward:
        return next((dated for dated in dates if _begin_of(dated) > here), None)
    return next((dated for dated in reversed(dates) if _begin_of(dated) < here), None)


def _begin_of(dated: DatedPassage) -> tuple[int, int]:
    return dated.passage.block, dated.passage.begin
