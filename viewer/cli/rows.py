"""Articles and events as lines for the reader and as rows for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from viewer.model.date_words import event_words, interval_words, is_in_doubt, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from viewer.model import Article, Document, Event, StoryEvent


def article_head(article: Article) -> dict[str, Any]:
    """What every row about an article begins with."""
    return {
        "id": article.id,
        "path": str(article.path),
        "title": article.title,
        "published": iso(article.published) or article.published_in or None,
    }


def article_line(row: dict[str, Any]) -> str:
    """An article in one line: day, length, title, path."""
    minutes = f"{row['minutes']:>3} min  " if "minutes" in row else ""
    published = parse_edtf(row["published"]) if row["published"] else None
    day = interval_words(published) if published else "no date"
    return f"{day:>11}  {minutes}{row['title']}  ({row['path']})"


def event_row(event: Event, document: Document) -> dict[str, Any]:
    """All that is known of an event, with the text that reports it."""
    passage = event.passage
    return _event_row(event, document.blocks[passage.block].text[passage.begin : passage.end])


def story_event_row(told: StoryEvent, paths: Mapping[int, str]) -> dict[str, Any]:
    """An event of a story, and each report of it; ``paths`` are those of the articles by their ids."""
    reports = [
        {"id": one.article, "path": paths.get(one.article, ""), "title": one.title, "published": iso(one.published)}
        | _event_row(one.event, one.text)
        for one in told.reports
    ]
    return _event_row(told.event, told.reports[0].text) | {"reports": reports}


def _event_row(event: Event, text: str) -> dict[str, Any]:
    passage = event.passage
    return {
        "order": event.order,
        "label": event.label,
        "text": text,
        "when": event.when,
        "begin": iso(event.begin),
        "end": iso(event.end),
        "precision": event.precision,
        "approximate": bool(event.interval and event.interval.approximate),
        "basis": event.basis,
        "factuality": event.factuality,
        "sources": event.sources,
        "figures": event.figures,
        "readings": event.readings,
        "conflict": event.conflict,
        "passage": {"block": passage.block, "begin": passage.begin, "end": passage.end},
        "expression": event.timex.text if event.timex else "",
        "explanation": event.timex.explain() if event.timex else "",
    }


def event_lines(event: Event, *, explain: bool) -> Iterator[str]:
    """An event in two to four lines; ``explain`` adds how its date was worked out."""
    yield f"{event_words(event):>24}  {event.label}"
    remarks = [event.basis, event.factuality, *(f"says {source}" for source in event.sources), *event.figures]
    yield f"{'':24}    {' · '.join(remarks)}"
    if event.conflict:
        yield f"{'':24}    conflict: {event.conflict}"
    if event.timex and is_in_doubt(event):
        yield f"{'':24}    in doubt: {event.timex.doubt}"
    if explain and event.timex:
        yield f"{'':24}    {event.timex.explain()}"


def iso(value: date | None) -> str | None:
    """A date as ISO 8601, None for none."""
    return value.isoformat() if value else None
