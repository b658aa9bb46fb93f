"""What every export of a timeline is made from: events, each with the words that report it and their article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from viewer.model.date_words import event_words, publication_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from viewer.model import Article, Document, Event, Report, StoryEvent

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, the sentence that reports it, and the article that the sentence is from.

    ``others`` are further reports of the same event.
    """

    event: Event
    quotation: str
    article: Article
    others: tuple[Entry, ...] = ()

    @property
    def reports(self) -> tuple[Entry, ...]:
        """The entry itself and the others."""
        return (self, *self.others)

    @property
    def is_dated(self) -> bool:
        """Whether any day of it is known."""
        interval = self.event.interval
        return interval is not None and (interval.first is not None or interval.last is not None)

    @property
    def when(self) -> str:
        """The date in words."""
        return event_words(self.event)

    @property
    def address(self) -> str:
        """Where the article is on the web, "" for anything but http and https."""
        return self.article.url if self.article.url.lower().startswith(_WEB) else ""

    @property
    def citation(self) -> str:
        """Title, site and day of publication of the article."""
        article = self.article
        day = publication_words(article.published, article.published_in) or "no date of publication"
        parts = (article.title, article.site, day)
        return ", ".join(part for part in parts if part)

    @property
    def who(self) -> str:
        """Who says so, according to the article; "" where it says so itself."""
        return ", ".join(self.event.sources)

    @property
    def receipt(self) -> str:
        """How the date was worked out, without a full stop; "" for none."""
        return self.event.timex.explain().rstrip(".") if self.event.timex else ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in the order of time, under a title. ``language`` is a BCP 47 tag."""

    title: str
    entries: tuple[Entry, ...]
    language: str = "en"

    @property
    def dated(self) -> tuple[Entry, ...]:
        """The entries of which any day is known."""
        return tuple(entry for entry in self.entries if entry.is_dated)

    @property
    def undated(self) -> tuple[Entry, ...]:
        """The other entries, in their order."""
        return tuple(entry for entry in self.entries if not entry.is_dated)

    @property
    def undated_heading(self) -> str:
        """What stands above the undated ones."""
        articles = {report.article.id for entry in self.entries for report in entry.reports}
        return "Without a date" if len(articles) > 1 else "Without a date, in the order of the text"


def timeline_of(article: Article, document: Document, events: Iterable[Event]) -> Timeline:
    """The timeline of one article."""
    entries = tuple(Entry(event, _quotation(event, document), article) for event in events)
    return Timeline(article.title, entries, document.language)


def timeline_of_story(
    name: str, events: Iterable[StoryEvent], texts: Mapping[int, tuple[Article, Document]]
) -> Timeline:
    """The timeline of a story, each event with all its reports. ``texts`` are the articles and their texts by id.

    A report whose article is not among them is left out.
    """
    entries = tuple(entry for told in events for entry in _entry(told, texts))
    languages = Counter(document.language for _, document in texts.values())
    return Timeline(name, entries, languages.most_common(1)[0][0] if languages else "en")


def _entry(told: StoryEvent, texts: Mapping[int, tuple[Article, Document]]) -> Iterator[Entry]:
    """The event with the report from which its words are, then the others; nothing where no text is known."""
    reports = sorted(told.reports, key=lambda report: not _has_words_of(report.event, told.event))
    entries = [_report(report, *texts[report.article]) for report in reports if report.article in texts]
    if entries:
        first, *others = entries
        event = replace(told.event, sources=first.event.sources)  # the others say themselves whom they quote
        yield Entry(event, first.quotation, first.article, tuple(others))


def _has_words_of(report: Event, event: Event) -> bool:
    return (report.passage, report.label) == (event.passage, event.label)


def _report(report: Report, article: Article, document: Document) -> Entry:
    is_there = report.event.passage.block < len(document.blocks)
    return Entry(report.event, _quotation(report.event, document) if is_there else report.text, article)


def _quotation(event: Event, document: Document) -> str:
    """The whole sentence in which the event stands, and those that it runs over."""
    passage = event.passage
    block = document.blocks[passage.block]
    touched = [(begin, end) for begin, end in block.sentences if begin < passage.end and end > passage.begin]
    begin = min([passage.begin, *(first for first, _ in touched)])
    end = max([passage.end, *(last for _, last in touched)])
    return " ".join(block.text[begin:end].split())
