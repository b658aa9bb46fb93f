"""``tag``: text to temporal expressions. Scan, parse around the triggers, resolve."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from viewer.chronology import languages
from viewer.chronology.english import english
from viewer.chronology.narrative import is_narrative, with_neighbours, writes_day_first
from viewer.chronology.references import NARRATIVE_ONLY
from viewer.chronology.resolve import Mention, Resolver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from viewer.chronology.engine import Engine
    from viewer.model import Timex


def tag(text: str, published: date | None = None, language: str = "en") -> Sequence[Timex]:
    """The temporal expressions of a text, in its order, resolved as far as the text and ``published`` allow.

    Offsets are code points of ``text``. ``language`` is a BCP 47 tag; languages without rules of their own give
    what English rules find in them (numeric dates, years).
    """
    mentions = list(find(text, language))
    if not mentions:
        return ()
    narrative = is_narrative(mentions, published)
    if not narrative:
        mentions = [mention for mention in mentions if mention.rule not in NARRATIVE_ONLY]
    mentions = with_neighbours(text, mentions)
    resolver = Resolver(text, published, narrative=narrative, english=language.startswith("en"))
    resolver.context.day_first = writes_day_first(text, mentions, language)
    return tuple([resolver.resolve(mention) for mention in mentions])


def find(text: str, language: str = "en") -> Iterator[Mention]:
    """Where expressions stand and what they say, knowing no anchor."""
    return _engine(language.partition("-")[0].lower()).mentions(text)


@cache
def _engine(language: str) -> Engine:
    return (None if language == "en" else languages.engine_of(language)) or english()


__all__ = ["find", "tag"]
