"""From text to temporal expressions: scan, parse around the triggers, resolve."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from viewer.chronology.chronicles import with_years
from viewer.chronology.english import english
from viewer.chronology.framing import FramedResolver, with_bare_heads
from viewer.chronology.narrative import (
    is_narrative,
    latest_day,
    with_neighbours,
    with_our_time,
    with_wholes,
    writes_day_first,
)
from viewer.chronology.references import NARRATIVE_ONLY
from viewer.chronology.resolve import Mention, Resolver
from viewer.chronology.titles import without_titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from viewer.chronology.engine import Engine
    from viewer.chronology.entries import Line
    from viewer.model import Timex


def read(
    text: str,
    published: date | None,
    language: str,
    asides: Sequence[tuple[int, int]] = (),
    lines: Sequence[Line] = (),
) -> Sequence[Timex]:
    """What ``tag`` gives. ``asides`` are stretches, in order, whose dates lead nothing behind them astray.

    ``lines`` are the blocks of the text, some of which may be headed by a date.
    """
    mentions = list(find(text, language))
    if language.startswith("en"):
        mentions = with_years(text, without_titles(text, mentions))
    if not mentions:
        return ()
    narrative = is_narrative(text, mentions, published)
    if not narrative:
        mentions = [mention for mention in mentions if mention.rule not in NARRATIVE_ONLY]
        mentions = with_our_time(text, mentions, published)
    else:
        mentions = with_wholes(text, mentions)
    mentions = with_neighbours(text, mentions)
    ahead = None if language.startswith("en") else engine_for(language).ahead
    if lines:
        mentions = with_bare_heads(text, mentions, lines)
    resolver = Resolver(text, published, narrative=narrative, ahead=ahead)
    resolver.context.day_first = writes_day_first(text, mentions, language)
    resolver.latest = None if published or narrative else latest_day(mentions)
    framed = FramedResolver(resolver, lines, mentions)
    return tuple(_resolved(framed, resolver, mentions, asides))


def _resolved(
    framed: FramedResolver, resolver: Resolver, mentions: Sequence[Mention], asides: Sequence[tuple[int, int]]
) -> Iterator[Timex]:
    at = 0
    for begin, end in asides:
        while at < len(mentions) and mentions[at].begin < begin:
            yield framed.resolve(mentions[at])
            at += 1
        aside = resolver.aside()
        while at < len(mentions) and mentions[at].begin < end:
            yield aside.resolve(mentions[at])
            at += 1
    yield from map(framed.resolve if framed.has_entries else resolver.resolve, mentions[at:])


def find(text: str, language: str = "en") -> Iterator[Mention]:
    """Where expressions stand and what they say, knowing no anchor."""
    return engine_for(language).mentions(text)


def engine_for(language: str) -> Engine:
    """The engine of a language (BCP 47), that of English where it has none of its own."""
    return _engine(language.partition("-")[0].lower())


@cache
def _engine(language: str) -> Engine:
    if language == "en":
        return english()
    from viewer.chronology.languages import engine_of  # most libraries are in English

    return engine_of(language) or english()
