"""A timeline as Markdown, with a footnote for every event: the quotation, its source, how the date is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from viewer.exporters.wording import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.exporters.timeline import Entry, Timeline

_SIGNS = re.compile(r"([\\`*_{}\[\]#])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;"})


def markdown_page(timeline: Timeline) -> str:
    """The timeline: dated events in the order of time, then those without a date, then the footnotes."""
    numbers = {id(entry): number for number, entry in enumerate((*timeline.dated, *timeline.undated), 1)}
    lines = [f"# {escaped(timeline.title)}", ""]
    lines += [_item(entry, numbers[id(entry)]) for entry in timeline.dated]
    if timeline.undated:
        lines += ["", f"## {timeline.undated_heading}", ""]
        lines += [_item(entry, numbers[id(entry)]) for entry in timeline.undated]
    return "\n".join([*lines, "", *_footnotes((*timeline.dated, *timeline.undated))])


def escaped(text: str) -> str:
    """``text`` on one line, so that Markdown shows it as it is."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split())).translate(_ENTITIES)


def autolink(address: str) -> str:
    """An address as a link that shows itself."""
    return f"<{quote(address, safe=':/?#[]@!$&*+,;=%~')}>"


def _item(entry: Entry, number: int) -> str:
    when = f"**{escaped(entry.when)}**: " if entry.is_dated else ""
    doubt = f" *({escaped('; '.join(doubts(entry.event)))})*" if doubts(entry.event) else ""
    return f"- {when}{escaped(entry.event.label)}{doubt}[^{number}]"


def _footnotes(entries: Sequence[Entry]) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        yield f"[^{number}]: {' Also: '.join(' '.join(_source(report)) for report in entry.reports)}"
        yield ""


def _source(entry: Entry) -> Iterator[str]:
    yield f"“{escaped(entry.quotation)}”"
    if entry.who:
        yield f"According to {escaped(entry.who)}."
    yield f"{escaped(entry.citation)}."
    if entry.address:
        yield autolink(entry.address)
    if entry.receipt:
        yield f"Date: {escaped(entry.receipt)}."
