"""A timeline as one HTML page that needs nothing else: no script, no picture, no font, no connection."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from viewer.exporters.wording import doubts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from viewer.exporters.timeline import Entry, Timeline

_STYLE = """
:root { color-scheme: light dark; --faint: #666; --line: #bbb; --mark: #2563a8; }
@media (prefers-color-scheme: dark) { :root { --faint: #aaa; --line: #555; --mark: #7db3ea; } }
body { font: 1.05rem/1.55 Georgia, "Source Serif 4", serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; }
ol.timeline { list-style: none; margin: 0; padding: 0 0 0 1rem; border-inline-start: 2px solid var(--line); }
ol.timeline li { margin: 0 0 1.1rem; }
time, .when { display: block; font-weight: bold; color: var(--mark); }
.doubt { display: block; color: var(--faint); font-style: italic; }
.notes { font-size: .9rem; }
.notes blockquote { margin: 0; }
.notes p { margin: .1rem 0 .8rem; color: var(--faint); }
:target { outline: 2px solid var(--mark); }
@media print { body { max-width: none; } }
"""


def html_page(timeline: Timeline) -> str:
    """The page: dated events in the order of time, those without a date, and a footnote for each."""
    entries = (*timeline.dated, *timeline.undated)
    dated = "\n".join(_item(entry, number) for number, entry in enumerate(timeline.dated, 1))
    parts = [f'<ol class="timeline">\n{dated}\n</ol>'] if timeline.dated else []
    if timeline.undated:
        first = len(timeline.dated) + 1
        undated = "\n".join(_item(entry, number) for number, entry in enumerate(timeline.undated, first))
        parts.append(f'<h2>{timeline.undated_heading}</h2>\n<ol class="timeline">\n{undated}\n</ol>')
    if entries:
        parts.append(f'<section class="notes">\n<h2>Sources</h2>\n<ol>\n{_notes(entries)}\n</ol>\n</section>')
    else:
        parts.append("<p>Nothing is reported that could be dated or put in order.</p>")
    return _page(timeline, "\n".join(parts))


def _page(timeline: Timeline, body: str) -> str:
    title = escape(timeline.title)
    return f"""<!DOCTYPE html>
<html lang="{escape(timeline.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1 dir="auto">{title}</h1>
{body}
</body>
</html>
"""


def _item(entry: Entry, number: int) -> str:
    label = f'<span dir="auto">{escape(entry.event.label)}</span>'
    reference = f'<sup><a id="event-{number}" href="#note-{number}" aria-label="Source {number}">{number}</a></sup>'
    doubt = f'<span class="doubt">{escape("; ".join(doubts(entry.event)))}</span>' if doubts(entry.event) else ""
    return f"<li>{_when(entry)}{label}{reference}{doubt}</li>"


def _when(entry: Entry) -> str:
    if not entry.is_dated:
        return ""
    begin, end = entry.event.begin, entry.event.end
    if begin is not None and begin == end:
        return f'<time datetime="{begin.isoformat()}">{escape(entry.when)}</time>'
    return f'<span class="when">{escape(entry.when)}</span>'


def _notes(entries: Sequence[Entry]) -> str:
    return "\n".join(
        f'<li id="note-{number}" value="{number}">{"".join(_note(entry, number))}</li>'
        for number, entry in enumerate(entries, 1)
    )


def _note(entry: Entry, number: int) -> Iterator[str]:
    yield "</p>".join("".join(_source(report)) for report in entry.reports)
    yield f'<a href="#event-{number}" aria-label="Back to event {number}">↩</a></p>'


def _source(entry: Entry) -> Iterator[str]:
    cite = f' cite="{escape(entry.address)}"' if entry.address else ""
    yield f'<blockquote dir="auto"{cite}>“{escape(entry.quotation)}”</blockquote><p>'
    if entry.who:
        yield f"According to {escape(entry.who)}. "
    source = escape(entry.citation)
    yield f'<a href="{escape(entry.address)}" rel="noreferrer">{source}</a>. ' if entry.address else f"{source}. "
    if entry.receipt:
        yield f"Date: {escape(entry.receipt)}. "
