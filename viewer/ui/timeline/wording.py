"""What the timeline says of an event in words: in tool tips, in the list and to screen readers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from viewer.model import Basis, Factuality
from viewer.model.date_words import day_words, event_words, is_in_doubt
from viewer.ui.timeline.entries import Entry, Shape, clean
from viewer.ui.words import plural, sentence_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from viewer.model import Event, Timex

NO_ARTICLE = "Open an article to see when what it reports happened."
NO_DATES = "This article reports no dates."
NOTHING_DATED = "This article gives no date for what it reports."

_FACTUALITY = {
    Factuality.REPORTED: "Reported as fact",
    Factuality.ATTRIBUTED: "Said by a source",
    Factuality.PLANNED: "Planned or hoped for, not reported as done",
    Factuality.CONDITIONAL: "Only under a condition",
    Factuality.NEGATED: "Reported as not having happened",
}
_CERTAINTY = {
    Shape.DAY: "day known",
    Shape.SPAN: "span of days",
    Shape.WITHIN: "some time within",
    Shape.ABOUT: "approximate",
    Shape.CONFLICT: "date contradicts itself",
    Shape.UNDATED: "no date given",
}
_OPEN = "day not known"
_DOUBT = "date in doubt"
_SHORT_FACTUALITY = {
    Factuality.REPORTED: "",
    Factuality.ATTRIBUTED: "attributed",
    Factuality.PLANNED: "planned",
    Factuality.CONDITIONAL: "conditional",
    Factuality.NEGATED: "did not happen",
}
BASIS_WORDS = {
    Basis.EXPLICIT: "as written",
    Basis.PUBLICATION: "from the publication date",
    Basis.TEXT: "from an earlier date in the text",
    Basis.PUBLICATION_ONLY: "publication date only",
    Basis.READER: "set by you",
    Basis.UNRESOLVED: "not resolved",
}
"""How a date is known, in few words."""
_MOST_IN_A_CHIP = 8
_TIP_WIDTH = 360


def count_words(entries: Sequence[Entry]) -> str:
    """As in "12 events, 3 undated"."""
    undated = sum(entry.shape == Shape.UNDATED for entry in entries)
    words = plural(len(entries), "event")
    return f"{words}, {undated:,} undated" if undated else words


def published_words(published: date | None) -> str:
    """The label of the publication line."""
    return f"published {day_words(published.toordinal())}" if published else ""


def certainty(entry: Entry) -> str:
    """How sure date and event are, in a few words: "day known, attributed"."""
    known = _OPEN if _is_open(entry.event) else _DOUBT if is_in_doubt(entry.event) else _CERTAINTY[entry.shape]
    return ", ".join(filter(None, (known, _SHORT_FACTUALITY[entry.event.factuality])))


def _is_open(event: Event) -> bool:
    """Whether the text gives a date, and it is not known which day that is."""
    return event.interval is None and event.timex is not None and event.basis is Basis.UNRESOLVED


def basis(entry: Entry) -> str:
    """How the date is known, in a few words."""
    return "—" if entry.shape == Shape.UNDATED and not _is_open(entry.event) else BASIS_WORDS[entry.event.basis]


def sources(entry: Entry) -> str:
    """Who says so, or a dash."""
    return clean(sentence_list(entry.event.sources)) or "—"


def spoken(entry: Entry) -> str:
    """An event as one sentence for a screen reader."""
    words = [f"{event_words(entry.event, long=True)}: {entry.label}", certainty(entry)]
    if entry.event.sources:
        words.append(f"according to {sources(entry)}")
    if entry.event.conflict:
        words.append(clean(entry.event.conflict))
    return ". ".join(words)


def tip(entry: Entry) -> str:
    """The tool tip of an event, as HTML with everything from the article escaped."""
    event = entry.event
    facts = [f"<b>{escape(_capital(event_words(event, long=True)))}</b>", escape(entry.label)]
    if event.conflict:
        facts.append(f"<b>!</b> {escape(clean(event.conflict))}")
    if event.timex and _is_open(event):
        facts.append(f"<i>Which day?</i> {escape(clean(event.timex.doubt))}")
    elif event.timex:
        facts.append(f"<i>Why this date?</i> {escape(_receipt(event.timex))}")
    if event.timex and is_in_doubt(event):
        facts.append(f"<i>In doubt:</i> {escape(clean(event.timex.doubt))}")
    facts.append(escape(_who(entry)))
    return f'<div style="max-width:{_TIP_WIDTH}px">{"<br>".join(facts)}</div>'


def _receipt(timex: Timex) -> str:
    """The steps from the words to the date; the whole receipt where no steps were kept."""
    return clean(_capital("; ".join(timex.steps)) if timex.steps else timex.explain())


def _who(entry: Entry) -> str:
    words = _FACTUALITY[entry.event.factuality]
    if entry.event.factuality == Factuality.ATTRIBUTED and entry.event.sources:
        return f"Said by {sources(entry)}"
    return f"{words}; {sources(entry)}" if entry.event.sources else words


def chip_tip(entries: Sequence[Entry]) -> str:
    """The tool tip of a chip: the first events behind it, escaped."""
    lines = [f"<b>{escape(entry.date)}</b> {escape(entry.label)}" for entry in entries[:_MOST_IN_A_CHIP]]
    if len(entries) > _MOST_IN_A_CHIP:
        lines.append(f"and {len(entries) - _MOST_IN_A_CHIP:,} more")
    return "<br>".join(["<i>Click to come closer</i>", *lines])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
