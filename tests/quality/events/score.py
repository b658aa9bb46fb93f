"""Scores the events that ``analyse`` finds against documents read by hand.

A document is a text file in ``documents/``: a head (``key: value`` lines), for our own texts the text behind ``---``,
and behind ``===`` one expected event a line: ``when | factuality | words | sources``. ``words`` are a piece of the
event's label or passage. ``when`` is EDTF, with three additions:

``-``       an undated event
``?``       an undated event that readers may or may not count: neither asked for nor held against the program
``?2017``   the same for one that is dated, with a date that begins so
``2017~``   any approximate interval within 2017 ("late 2017")

Two EDTF strings for the same days count as the same date. ``reported/attributed`` lets either factuality be right.

``half: tuning`` documents were at hand while the program was written. ``half: held out`` were written later, and
``half: fresh`` after the held-out ones had been looked at, ``half: last`` after the fresh ones, ``half: styles`` after
all of these, in the styles of as many papers, and ``half: papers`` after those; FIRST_LOOK keeps what each gave when it
was first scored. ``half: entries`` are set out by dates in Markdown (headings, bold dates, lists, tables, diaries, live
reports). Their expectations were written before the program read them, but what reads such entries was made after it
had; so their first look is that of the program as it was before that.

"Placed" is the share of expected dated events that are found at all, with whatever date: what separates an event that
was missed from a date that was resolved to another day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.chronology import analyse
from viewer.document import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from viewer.model import Block, Event

# Precision, recall and factuality at the first look, before anything was changed for these documents.
FIRST_LOOK = {
    "held out": (0.742, 0.858, 0.926),
    "fresh": (0.744, 0.753, 0.984),
    "last": (0.962, 0.909, 0.960),
    "styles": (0.829, 0.891, 0.948),
    "papers": (0.852, 0.905, 0.915),
    "entries": (0.643, 0.479, 0.980),
}
HALVES = ("tuning", "held out", "fresh", "last", "styles", "papers", "entries")
HERE = Path(__file__).parent
ARTICLES = HERE.parents[2] / "articles"


@dataclass(frozen=True)
class Expected:
    when: str
    factuality: str
    words: str
    sources: tuple[str, ...] = ()

    @property
    def optional(self) -> bool:
        return self.when.startswith("?")

    def allows(self, factuality: str) -> bool:
        return factuality in self.factuality.split("/")


@dataclass(frozen=True)
class Reading:
    """A document and what is expected of it."""

    name: str
    half: str
    blocks: tuple[Block, ...]
    published: date | None
    language: str
    expected: tuple[Expected, ...]


@dataclass
class Score:
    """Counts over documents, and a line for each disagreement. ``dated`` counts only events with a date."""

    found: int = 0
    wanted: int = 0
    right: int = 0
    dated_found: int = 0
    dated_wanted: int = 0
    dated_right: int = 0
    placed: int = 0
    factual: int = 0
    sourced: int = 0
    with_sources: int = 0
    disagreements: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def dated_precision(self) -> float:
        return self.dated_right / self.dated_found if self.dated_found else 1.0

    @property
    def dated_recall(self) -> float:
        return self.dated_right / self.dated_wanted if self.dated_wanted else 1.0

    @property
    def dated_placed(self) -> float:
        return self.placed / self.dated_wanted if self.dated_wanted else 1.0

    @property
    def factuality(self) -> float:
        return self.factual / self.right if self.right else 1.0

    @property
    def sources(self) -> float:
        return self.sourced / self.with_sources if self.with_sources else 1.0


def read_documents(half: str = "") -> list[Reading]:
    """All documents, or those of one half, by name."""
    readings = [read_document(path) for path in sorted((HERE / "documents").glob("*.txt"))]
    return [reading for reading in readings if half in {"", reading.half}]


def read_document(path: Path) -> Reading:
    head, _, rows = path.read_text("utf-8").partition("\n===\n")
    head, _, text = head.partition("\n---\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines() if line)
    published = keys.get("published", "")
    if "article" in keys:
        front, text = _split_front_matter((ARTICLES / f"{keys['article']}.md").read_text("utf-8"))
        published = _value(front, "published")
        keys.setdefault("language", _value(front, "lang"))
    language = keys.get("language") or "en"
    return Reading(
        name=path.stem,
        half=keys["half"],
        blocks=parse(text, language=language).blocks,
        published=date.fromisoformat(published[:10]) if published else None,
        language=language,
        expected=tuple(_expected(row) for row in rows.splitlines() if row.strip()),
    )


def _split_front_matter(text: str) -> tuple[str, str]:
    _, front, body = text.split("---\n", 2)
    return front, body


def _value(front: str, key: str) -> str:
    found = re.search(rf"^{key}: *(\S+)", front, re.MULTILINE)
    return found[1] if found else ""


def _expected(row: str) -> Expected:
    parts = [part.strip() for part in row.split("|")]
    sources = tuple(name.strip() for name in parts[3].split(",")) if len(parts) > 3 else ()
    return Expected(parts[0], parts[1], parts[2], sources)


def score(readings: Iterable[Reading]) -> Score:
    total = Score()
    for reading in readings:
        _score_one(reading, total)
    return total


def _score_one(reading: Reading, total: Score) -> None:
    events = list(analyse(reading.blocks, reading.published, reading.language).events)
    total.placed += _count_placed(reading, events)
    for expected in sorted(reading.expected, key=lambda entry: (entry.optional, -len(entry.words))):
        event = _find(reading.blocks, events, expected)
        if event:
            events.remove(event)
        _count(reading, expected, event, total)
    for event in events:
        total.found += 1
        total.dated_found += bool(event.when)
        total.disagreements.append(
            f"{reading.name}: not expected: {event.when or '-'} {event.factuality} {event.label}"
        )


def _count_placed(reading: Reading, events: Sequence[Event]) -> int:
    """How many expected dated events are found with any date."""
    left = [event for event in events if event.when]
    count = 0
    for expected in sorted(reading.expected, key=lambda entry: -len(entry.words)):
        if expected.optional or expected.when == "-":
            continue
        event = next((event for event in left if _has_words(reading.blocks, event, expected)), None)
        if event:
            left.remove(event)
            count += 1
    return count


def _has_words(blocks: Sequence[Block], event: Event, expected: Expected) -> bool:
    wanted = expected.words.lower()
    return wanted in event.label.lower() or wanted in _passage(blocks, event)


def _count(reading: Reading, expected: Expected, event: Event | None, total: Score) -> None:
    if expected.optional:
        return
    dated = expected.when != "-"
    total.wanted += 1
    total.dated_wanted += dated
    if event is None:
        total.disagreements.append(f"{reading.name}: missed: {expected.when} {expected.words}")
        return
    total.found += 1
    total.right += 1
    total.dated_found += dated
    total.dated_right += dated
    if expected.allows(event.factuality):
        total.factual += 1
    else:
        total.disagreements.append(
            f"{reading.name}: {expected.words}: {event.factuality}, expected {expected.factuality}"
        )
    _count_sources(reading, expected, event, total)


def _count_sources(reading: Reading, expected: Expected, event: Event, total: Score) -> None:
    if not expected.sources:
        return
    total.with_sources += 1
    if event.sources == expected.sources:
        total.sourced += 1
    else:
        total.disagreements.append(
            f"{reading.name}: {expected.words}: said by {event.sources}, expected {expected.sources}"
        )


def _find(blocks: Sequence[Block], events: Sequence[Event], expected: Expected) -> Event | None:
    """The event that an expectation means: of several, the one whose label has the words, then the shortest passage."""
    wanted = expected.words.lower()
    fitting = [event for event in events if date_is_right(event, expected.when) and _has_words(blocks, event, expected)]
    return min(
        fitting,
        key=lambda event: (wanted not in event.label.lower(), event.passage.end - event.passage.begin),
        default=None,
    )


def _passage(blocks: Sequence[Block], event: Event) -> str:
    row = blocks[event.passage.block].text[event.passage.begin : event.passage.end]
    return " ".join(row.lower().split())


def date_is_right(event: Event, when: str) -> bool:
    """Whether an event has the expected date, in the notation of the documents."""
    if when in {"-", "?"}:
        return not event.when
    if when.startswith("?"):
        return event.when.startswith(when[1:])
    if event.when == when:
        return True
    if not event.interval or not event.begin or not event.end:
        return False
    if not when.endswith("~"):
        return (event.begin, event.end) == _days(when)
    return event.begin.isoformat().startswith(when[:-1]) and event.end.isoformat().startswith(when[:-1])


def _days(when: str) -> tuple[date, date] | None:
    """The first and last day of a plain EDTF string, None for other forms."""
    first, _, last = when.partition("/")
    last = last or first
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", first) or not re.fullmatch(r"\d{4}(-\d\d){0,2}", last):
        return None
    begin = date.fromisoformat((first + "-01-01")[:10] if len(first) < 10 else first)
    year, month, day = [*map(int, last.split("-")), 0, 0][:3]
    if day:
        return begin, date(year, month, day)
    month = month or 12
    return begin, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def table() -> list[str]:
    """The figures of each half as lines, its disagreements below."""
    lines = ["events                 precision  recall  dated P  dated R   placed  factuality  sources"]
    for half in HALVES:
        readings = read_documents(half)
        if readings:
            result = score(readings)
            lines.append(
                f"{half:9} {len(readings):3} documents {result.precision:8.3f} {result.recall:8.3f}"
                f" {result.dated_precision:8.3f} {result.dated_recall:8.3f} {result.dated_placed:8.3f}"
                f" {result.factuality:11.3f} {result.sources:8.3f}"
            )
            if half in FIRST_LOOK:
                precision, recall, factuality = FIRST_LOOK[half]
                lines.append(f"    at the first look: {precision:.3f} {recall:.3f}, factuality {factuality:.3f}")
            lines += [f"    {line}" for line in result.disagreements]
    return lines


if __name__ == "__main__":
    print("\n".join(table()))
